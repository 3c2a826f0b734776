const special = /[\\\t\n\r]/;
const escapes: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

/** A text as a cell of PostgreSQL's COPY, so that nothing in a file can end a cell or a row; null is its null. */
export function copied(text: string | null): string {
  if (text === null) return "\\N";
  return special.test(text) ? text.replace(/[\\\t\n\r]/g, (mark) => escapes[mark] ?? mark) : text;
}

/** A row of COPY. */
export const copiedRow = (cells: (string | number | boolean | null)[]): string =>
  `${cells.map((cell) => (typeof cell === "string" || cell === null ? copied(cell) : String(cell))).join("\t")}\n`;
