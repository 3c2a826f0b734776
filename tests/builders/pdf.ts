import { inflateSync } from "node:zlib";

/** The characters of Windows-1252 that are not Latin-1, from 0x80 on; Node's own decoder takes them for control characters. */
const beyondLatin1 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

const decoded = (hex: string): string =>
  [...Buffer.from(hex, "hex")]
    .map((byte) => (byte >= 0x80 && byte <= 0x9f ? beyondLatin1[byte - 0x80] : String.fromCharCode(byte)))
    .join("");

/** The pages of one of our documents as text, a line for each piece written; reads back what `http/pdf.server.ts` writes. */
export function pagesOf(pdf: Uint8Array): string[] {
  const raw = Buffer.from(pdf).toString("latin1");
  const streams = [...raw.matchAll(/\nstream\r?\n([\s\S]*?)\nendstream/g)].map((match) =>
    Buffer.from(match[1] ?? "", "latin1"),
  );
  return streams.flatMap((stream) => {
    const text = inflated(stream);
    if (text === null || !/\bTJ\b/.test(text)) return [];
    const pieces = [...text.matchAll(/\[([^\]]*)\] TJ/g)].map((match) =>
      [...(match[1] ?? "").matchAll(/<([0-9a-f]*)>/g)].map((hex) => decoded(hex[1] ?? "")).join(""),
    );
    return [pieces.join("\n")];
  });
}

function inflated(stream: Buffer): string | null {
  try {
    return inflateSync(stream).toString("latin1");
  } catch {
    return null;
  }
}
