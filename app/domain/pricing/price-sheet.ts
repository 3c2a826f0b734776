import { priceE4Of } from "#app/domain/money.ts";
import { searchable } from "#app/domain/text.ts";

/** One line of a sheet that reads as a price. */
export interface SheetPrice {
  line: number;
  sku: string;
  fromQuantity: number;
  unitPriceE4: number;
}

/** Why a line of a sheet was not taken. */
export type SheetFault = "no_sku" | "no_price" | "not_a_price" | "not_a_quantity" | "unknown_sku" | "twice";

/** A line that was left out, as it stood in the sheet. */
export interface RejectedLine {
  line: number;
  text: string;
  fault: SheetFault;
}

/** What a pasted or uploaded sheet says: prices, and lines that say something else. */
export interface PriceSheet {
  prices: SheetPrice[];
  rejected: RejectedLine[];
}

/** The most lines one sheet may hold. */
export const mostSheetLines = 50_000;

const heads = {
  sku: ["sku", "codigo", "cod", "cod.", "code", "produto", "product", "referencia", "ref"],
  price: ["preco", "preco unitario", "valor", "price", "unit price", "unitprice", "r$"],
  from: ["a partir de", "quantidade", "qtd", "qtde", "from", "quantity", "minimo"],
};

function separatorOf(lines: string[]): string | RegExp {
  const sample = lines.slice(0, 20).join("\n");
  if (sample.includes("\t")) return "\t";
  if (sample.includes(";")) return ";";
  // A comma is a decimal comma when it stands before the last digits of the line only.
  const hasCommaColumns = lines
    .slice(0, 20)
    .every((line) => /^[^,]+,\s*(R\$)?\s*[\d.]+(,\d+)?\s*$/.test(line) || /^\D+,/.test(line));
  return hasCommaColumns ? "," : /\s+/;
}

function cellsOf(line: string, separator: string | RegExp): string[] {
  return line.split(separator).map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, "$1")
      .replaceAll('""', '"'),
  );
}

interface Columns {
  sku: number;
  price: number;
  from: number;
}

function columnsFrom(cells: string[]): Columns | null {
  const said = cells.map((cell) => searchable(cell));
  const at = (names: string[]) => said.findIndex((cell) => names.includes(cell));
  const [sku, price, from] = [at(heads.sku), at(heads.price), at(heads.from)];
  return sku >= 0 && price >= 0 ? { sku, price, from } : null;
}

/**
 * Reads prices pasted from a sheet or a file: code, price and, where there is one, the quantity from which it counts; separated by
 * tab, semicolon, comma or blanks, with or without heads. A line that cannot be read is kept with its reason, the others count.
 */
export function pricesFromSheet(text: string): PriceSheet {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  const filled = lines.filter((line) => line.trim() !== "");
  const separator = separatorOf(filled);
  const named = columnsFrom(cellsOf(filled[0] ?? "", separator));
  const columns = named ?? { sku: 0, price: 1, from: 2 };
  const sheet: PriceSheet = { prices: [], rejected: [] };
  const seen = new Set<string>();
  let isHeadAhead = named !== null;
  for (const [at, text] of lines.entries()) {
    if (text.trim() === "") continue;
    if (isHeadAhead) {
      isHeadAhead = false;
      continue;
    }
    const cells = cellsOf(text, separator);
    const read = readLine(cells, columns, seen);
    if (typeof read === "string") sheet.rejected.push({ line: at + 1, text: text.slice(0, 200), fault: read });
    else sheet.prices.push({ line: at + 1, ...read });
  }
  return sheet;
}

function readLine(cells: string[], columns: Columns, seen: Set<string>): Omit<SheetPrice, "line"> | SheetFault {
  const sku = (cells[columns.sku] ?? "").toUpperCase();
  const said = cells[columns.price] ?? "";
  if (sku === "") return "no_sku";
  if (said === "") return "no_price";
  const unitPriceE4 = priceE4Of(said);
  if (unitPriceE4 === null || unitPriceE4 < 0) return "not_a_price";
  const from = columns.from < 0 ? "" : (cells[columns.from] ?? "");
  const fromQuantity = from === "" ? 1 : Number(from.replace(/\.(?=\d{3}$)/, ""));
  if (!Number.isInteger(fromQuantity) || fromQuantity < 1 || fromQuantity > 100_000) return "not_a_quantity";
  const key = `${sku}\u0000${fromQuantity}`;
  if (seen.has(key)) return "twice";
  seen.add(key);
  return { sku, fromQuantity, unitPriceE4 };
}

/** The text of an uploaded file: UTF-8, or as older spreadsheets write it (Windows-1252). */
export function textOfSheet(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
