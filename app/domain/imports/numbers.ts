import { Buffer } from "node:buffer";
import { scaledDecimal } from "#app/domain/money.ts";
import type { NotTaken } from "./rejection.ts";

export type DecimalMark = "," | ".";

/**
 * Which mark the numbers of a file use before their decimals, from a sample of its cells. Where they leave it open ("1,234"),
 * a file separated by `;` is read with a comma, as Brazilian spreadsheets write it.
 */
export function decimalMarkOf(cells: Iterable<string>, separator: string): DecimalMark {
  let commas = 0;
  let points = 0;
  for (const cell of cells) {
    const plain = cell.replace(/[^\d.,]/g, "");
    const comma = plain.lastIndexOf(",");
    const point = plain.lastIndexOf(".");
    if (comma >= 0 && point >= 0) comma > point ? commas++ : points++;
    else if (comma >= 0 && (plain.length - comma !== 4 || /^0?,/.test(plain))) commas++;
    else if (point >= 0 && (plain.length - point !== 4 || /^0?\./.test(plain))) points++;
  }
  if (commas !== points) return commas > points ? "," : ".";
  return separator === ";" ? "," : ".";
}

/** A text that stands for itself: a piece of a large one would keep all of it in memory. */
export const ownCopy = (text: string): string => Buffer.from(text).toString();

/** Keeps what was read, for numbers and days repeat themselves in every file; forgets all when it grows. */
export function remembered<Read>(read: (text: string) => Read, most = 20_000): (text: string) => Read {
  const known = new Map<string, Read>();
  return (text) => {
    let found = known.get(text);
    if (found === undefined) {
      found = read(text);
      if (known.size >= most) known.clear();
      known.set(ownCopy(text), found);
    }
    return found;
  };
}

const mostPieces = 100_000;

/** Reads quantities: whole, not zero, negative for a return, 100,000 at most. */
export function quantityReader(mark: DecimalMark): (text: string) => number | NotTaken {
  return remembered((text) => {
    const quantity = /^-?\d{1,9}$/.test(text) ? Number(text) : scaledDecimal(text, 0, mark);
    if (quantity === null) return { code: "quantity_unreadable", said: text };
    if (quantity === 0) return { code: "quantity_zero" };
    if (Math.abs(quantity) > mostPieces) return { code: "quantity_too_large", said: text };
    return quantity;
  });
}

/** Reads unit prices into ten-thousandths of a real: never negative, four decimals at most. */
export function unitPriceReader(mark: DecimalMark): (text: string) => number | NotTaken {
  return remembered((text) => {
    const price = scaledDecimal(text, 4, mark);
    if (price === null)
      return {
        code: scaledDecimal(text, 12, mark) === null ? "price_unreadable" : "price_too_many_decimals",
        said: text,
      };
    if (price < 0) return { code: "price_negative", said: text };
    return price > 1_000_000_000_000 ? { code: "price_unreadable", said: text } : price;
  });
}

/** Reads amounts in reais into centavos; an empty cell is null. */
export function amountReader(mark: DecimalMark): (text: string) => number | null | NotTaken {
  return (text) => {
    if (text === "") return null;
    const cents = scaledDecimal(text, 2, mark);
    return cents === null || cents < 0 ? { code: "amount_unreadable", said: text } : cents;
  };
}
