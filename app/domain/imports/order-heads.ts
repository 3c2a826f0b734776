/** What a line says about its document, as it stands in the file. */
export interface OrderHead {
  code: string;
  number: string;
  date: string;
  name: string;
  uf: string;
  country: string;
  channel: string;
  rep: string;
}

/** Whether two lines say the same about their documents. */
export const isSameHead = (one: OrderHead, other: OrderHead): boolean =>
  one.number === other.number &&
  one.code === other.code &&
  one.date === other.date &&
  one.country === other.country &&
  one.uf === other.uf &&
  one.channel === other.channel &&
  one.rep === other.rep &&
  one.name === other.name;

const isPlain = (mark: number): boolean => mark > 32 && mark < 127;

/** A cell without blanks around it; empty when the file has no such column. */
export function cellAt(cells: string[], position: number): string {
  const cell = position < 0 ? "" : (cells[position] ?? "");
  return isPlain(cell.charCodeAt(0)) && isPlain(cell.charCodeAt(cell.length - 1)) ? cell : cell.trim();
}
