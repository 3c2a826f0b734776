import type { RejectionCode } from "./rejection.ts";

/** A row of a file with the line it begins on; `broken` says why it cannot be read. */
export interface FileRow {
  line: number;
  cells: string[];
  broken?: RejectionCode;
}

export const separators = [";", ",", "\t"] as const;
export type Separator = (typeof separators)[number];

/** The separator that cuts the header into most columns; null when none cuts it. */
export function separatorOf(header: string): Separator | null {
  const bare = header.replace(/"(?:[^"]|"")*"/g, "");
  const counts = separators.map((separator) => ({ separator, count: bare.split(separator).length - 1 }));
  const best = counts.reduce((most, one) => (one.count > most.count ? one : most));
  return best.count > 0 ? best.separator : null;
}

/** Cuts a line that holds quotes; null when a quote is still open at its end. */
function cellsWithQuotes(line: string, separator: Separator): string[] | null {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    if (line[at] !== '"') {
      const end = line.indexOf(separator, at);
      cells.push(line.slice(at, end < 0 ? undefined : end));
      if (end < 0) return cells;
      at = end + 1;
      continue;
    }
    let cell = "";
    for (let from = at + 1; ; ) {
      const end = line.indexOf('"', from);
      if (end < 0) return null;
      cell += line.slice(from, end);
      if (line[end + 1] === '"') {
        cell += '"';
        from = end + 2;
        continue;
      }
      const next = line.indexOf(separator, end + 1);
      cell += line.slice(end + 1, next < 0 ? undefined : next).trimEnd();
      at = next + 1;
      cells.push(cell);
      if (next < 0) return cells;
      break;
    }
  }
}

const mostLinesOfARow = 50;
const longestLine = 1_000_000;

/**
 * Cuts the lines of a file into rows, a block at a time. A quote that is never closed breaks its own line only: the lines after
 * it are read as usual. `width` is the number of columns of the header.
 */
export function rowCutter(separator: Separator, width: number, firstLine: number) {
  let line = firstLine;
  let open: string[] = [];

  function take(text: string, rows: FileRow[], isUnreadable = false): void {
    const at = line++;
    if (isUnreadable && open.length === 0) {
      rows.push({ line: at, cells: text.split(separator), broken: "line_encoding" });
      return;
    }
    if (open.length === 0) {
      if (text === "") return;
      if (text.length > longestLine) {
        rows.push({ line: at, cells: [text.slice(0, 200)], broken: "line_too_long" });
        return;
      }
      const cells = text.includes('"') ? cellsWithQuotes(text, separator) : text.split(separator);
      if (cells) keep(at, cells, rows);
      else open = [text];
      return;
    }
    open.push(text);
    if (!text.includes('"')) {
      if (open.length > mostLinesOfARow) giveUp(rows);
      return;
    }
    const cells = cellsWithQuotes(open.join("\n"), separator);
    if (cells && cells.length === width) {
      keep(at - open.length + 1, cells, rows);
      open = [];
    } else if (cells || open.length > mostLinesOfARow) giveUp(rows);
  }

  /** The first of the open lines is broken; the others are read again, each for itself. */
  function giveUp(rows: FileRow[]): void {
    const [first = "", ...others] = open;
    const at = line - open.length;
    rows.push({ line: at, cells: first.split(separator), broken: "quote_not_closed" });
    open = [];
    line = at + 1;
    for (const text of others) take(text, rows);
  }

  /** Rows of nothing, as spreadsheets leave them behind, are no rows. */
  function keep(at: number, cells: string[], rows: FileRow[]): void {
    if (cells.length === width && cells[0]?.trim()) rows.push({ line: at, cells });
    else if (cells.every((cell) => cell.trim() === "")) return;
    else if (cells.slice(width).every((cell) => cell.trim() === "") && cells.length >= width)
      rows.push({ line: at, cells: cells.slice(0, width) });
    else rows.push({ line: at, cells, broken: "column_count" });
  }

  return {
    rowsOf(lines: string[], unreadable?: Set<number>): FileRow[] {
      const rows: FileRow[] = [];
      lines.forEach((text, index) => {
        take(text, rows, unreadable?.has(index));
      });
      return rows;
    },
    /** What is still open at the end of the file. */
    rest(): FileRow[] {
      const rows: FileRow[] = [];
      while (open.length > 0) giveUp(rows);
      return rows;
    },
  };
}
