import { Buffer, isAscii, isUtf8 } from "node:buffer";

/** Whole lines of a file as text; those that are not written in the file's encoding are named by their index. */
export interface LineBlock {
  lines: string[];
  unreadable?: Set<number>;
}

const beyondLatin1 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Windows-1252 as text; Node's own decoder of that name reads Latin-1 and loses the euro sign and the curly quotes. */
const fromWindows1252 = (bytes: Buffer): string =>
  bytes.toString("latin1").replace(/[\u0080-\u009f]/g, (mark) => beyondLatin1[mark.charCodeAt(0) - 128] ?? mark);

const newline = 10;
const mostKept = 1_100_000;

function* linesIn(block: Buffer): Generator<Buffer> {
  for (let from = 0; from < block.length; ) {
    const end = block.indexOf(newline, from);
    yield block.subarray(from, end < 0 ? block.length : end);
    from = end < 0 ? block.length : end + 1;
  }
}

/**
 * Turns the bytes of a file into lines, a block at a time. The encoding is UTF-8 unless the first lines with accents say
 * Windows-1252; a line that is written in neither is named, and the others are kept.
 */
export function lineReader() {
  let rest: Buffer = Buffer.alloc(0);
  let encoding: "utf-8" | "windows-1252" | null = null;

  function linesFrom(text: string): LineBlock {
    const lines = text.split("\n");
    lines.pop();
    for (let at = 0; at < lines.length; at++) if (lines[at]?.endsWith("\r")) lines[at] = lines[at]!.slice(0, -1);
    return { lines };
  }

  function decoded(block: Buffer): LineBlock {
    const isSound = !block.includes(0);
    if (isSound && encoding !== "windows-1252" && isUtf8(block)) {
      if (encoding === null && !isAscii(block)) encoding = "utf-8";
      return linesFrom(block.toString());
    }
    if (isSound && encoding === "windows-1252") return linesFrom(fromWindows1252(block));
    const single = [...linesIn(block)];
    if (encoding === null) {
      const accented = single.filter((line) => !isAscii(line));
      const asUtf8 = accented.filter((line) => isUtf8(line)).length;
      encoding = asUtf8 * 2 > accented.length ? "utf-8" : accented.length > 0 ? "windows-1252" : null;
    }
    const unreadable = new Set<number>();
    const lines = single.map((line, index) => {
      if (line.includes(0) || (encoding === "utf-8" && !isUtf8(line))) unreadable.add(index);
      const text = encoding === "windows-1252" || unreadable.has(index) ? fromWindows1252(line) : line.toString();
      const shown = text.replaceAll("\0", "");
      return shown.endsWith("\r") ? shown.slice(0, -1) : shown;
    });
    return { lines, unreadable };
  }

  return {
    take(chunk: Buffer): LineBlock {
      const end = chunk.lastIndexOf(newline);
      if (end < 0) {
        // Of a line without an end no more is kept than shows that it is too long.
        if (rest.length < mostKept) rest = Buffer.concat([rest, chunk]);
        return { lines: [] };
      }
      const block = Buffer.concat([rest, chunk.subarray(0, end + 1)]);
      rest = Buffer.from(chunk.subarray(end + 1));
      return decoded(block);
    },
    end(): LineBlock {
      if (rest.length === 0) return { lines: [] };
      const block = Buffer.concat([rest, Buffer.from("\n")]);
      rest = Buffer.alloc(0);
      return decoded(block);
    },
    keptBytes: () => rest.length,
  };
}
