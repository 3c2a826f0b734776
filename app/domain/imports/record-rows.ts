import { cnpjFrom } from "#app/domain/cnpj.ts";
import { scaledDecimal } from "#app/domain/money.ts";
import { copiedRow } from "./copying.ts";
import { dayFrom } from "./moments.ts";
import { amountReader, type DecimalMark, quantityReader, unitPriceReader } from "./numbers.ts";
import { ufs } from "./places.ts";
import type { NotTaken } from "./rejection.ts";

type Value = string | number | null;
export type CellReader = (text: string) => Value | NotTaken;

/** How records are read: where the columns are and what the numbers of the file look like. */
export interface RecordReading {
  columns: Record<string, number>;
  mark: DecimalMark;
}

const longest = 500;

/** Text as it is; an empty cell is null, and so leaves what is known. */
export const asText: CellReader = (text) => (text.length > longest ? { code: "text_too_long" } : text || null);

/** A state by its two letters. */
export const asUf: CellReader = (text) => {
  if (text === "") return null;
  const uf = text.toUpperCase();
  return ufs.has(uf) ? uf : { code: "uf_unknown", said: text };
};

/** A CNPJ with or without its marks. */
export const asCnpj: CellReader = (text) => {
  if (text === "") return null;
  return cnpjFrom(text.padStart(14, "0")) ?? { code: "cnpj_invalid", said: text };
};

/** An e-mail address. */
export const asEmail: CellReader = (text) => {
  if (text === "") return null;
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? text.toLowerCase() : { code: "email_invalid", said: text };
};

/** A calendar day. */
export const asDay: CellReader = (text) =>
  text === "" ? null : (dayFrom(text) ?? { code: "date_unreadable", said: text });

/** A whole number from 1 on; an empty cell is null. */
export const asCount =
  (mark: DecimalMark): CellReader =>
  (text) => {
    if (text === "") return null;
    const read = quantityReader(mark)(text);
    return typeof read === "number" && read < 0 ? { code: "quantity_unreadable", said: text } : read;
  };

const mostInStock = 10_000_000;

/** What lies in the warehouse: a whole number from 0 on; an empty cell is null. */
export const asStock =
  (mark: DecimalMark): CellReader =>
  (text) => {
    if (text === "") return null;
    const read = scaledDecimal(text, 0, mark);
    if (read === null || read < 0) return { code: "quantity_unreadable", said: text };
    return read > mostInStock ? { code: "stock_too_large", said: text } : read;
  };

/** A unit price in ten-thousandths. */
export const asPrice = (mark: DecimalMark): CellReader => unitPriceReader(mark);

/** An amount in centavos. */
export const asAmount = (mark: DecimalMark): CellReader => amountReader(mark);

/**
 * Reads records, one a row: each field by its reader, in the order in which the staging table has its columns, after the line.
 * `check` refuses what only the whole row shows.
 */
export function recordRows(
  { columns }: RecordReading,
  readers: Record<string, CellReader>,
  check: (row: Record<string, Value>) => NotTaken | null,
) {
  const fields = Object.entries(readers).map(([name, read]) => ({ name, read, at: columns[name] ?? -1 }));
  return (cells: string[], line: number): string | NotTaken => {
    const row: Record<string, Value> = {};
    for (const { name, read, at } of fields) {
      const value = at < 0 ? null : read((cells[at] ?? "").trim());
      if (value !== null && typeof value === "object") return value;
      row[name] = value;
    }
    return check(row) ?? copiedRow([line, ...fields.map(({ name }) => row[name] ?? null)]);
  };
}
