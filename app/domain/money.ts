/** An amount of money in whole centavos. */
export type Cents = number;

/** A unit price in ten-thousandths of a real. */
export type PriceE4 = number;

/** Divides with the half rounded away from zero, exactly, for integers whose product stays under 2^53. */
function dividedHalfAwayFromZero(amount: number, by: number): number {
  const sign = amount < 0 ? -1 : 1;
  const magnitude = Math.abs(amount);
  const whole = Math.floor(magnitude / by);
  return sign * (magnitude - whole * by >= by / 2 ? whole + 1 : whole) || 0;
}

/** The value of a line in centavos: quantity × unit price, rounded once, half away from zero. Refuses anything but whole numbers. */
export function lineCents(quantity: number, unitPriceE4: PriceE4): Cents {
  const product = quantity * unitPriceE4;
  if (!Number.isSafeInteger(product)) throw new RangeError(`not a line value: ${quantity} × ${unitPriceE4}`);
  return dividedHalfAwayFromZero(product, 100);
}

/** A unit price changed by basis points (100 = 1 %), rounded to a ten-thousandth, half away from zero. */
export function priceChangedBy(unitPriceE4: PriceE4, basisPoints: number): PriceE4 {
  return dividedHalfAwayFromZero(unitPriceE4 * (10_000 + basisPoints), 10_000);
}

/** So many basis points of an amount (100 = 1 %), rounded to a centavo, half away from zero. */
export function shareOf(cents: Cents, basisPoints: number): Cents {
  return dividedHalfAwayFromZero(cents * basisPoints, 10_000);
}

/** How far `now` lies from `before`, in basis points; 0 when there was no price before. */
export function basisPointsBetween(before: number, now: number): number {
  return before === 0 ? 0 : Math.round(((now - before) / before) * 10_000);
}

/**
 * Reads a decimal as people and spreadsheets write it ("1.234,56", "1,234.56", "12,5", "0.001") into a whole number of
 * `10^-places`; null when it is no number or has more than `places` decimals that count.
 * A lone separator followed by exactly three digits is read by `decimal` when given, else as a decimal.
 */
export function scaledDecimal(text: string, places: number, decimal?: "," | "."): number | null {
  let plain = text
    .trim()
    .replace(/^R\$\s*/, "")
    .replace(/\s/g, "");
  const comma = plain.lastIndexOf(",");
  const point = plain.lastIndexOf(".");
  const mark = decimal ?? (comma > point ? "," : ".");
  const other = mark === "," ? "." : ",";
  if (plain.includes(other)) {
    if (!/^-?\d{1,3}([.,]\d{3})+([.,]\d+)?$/.test(plain)) return null;
    plain = plain.split(other).join("");
  }
  const match = /^(-?)(\d{0,12})(?:[.,](\d*))?$/.exec(plain);
  if (!match || (match[2] === "" && !match[3])) return null;
  const decimals = (match[3] ?? "").replace(/0+$/, "");
  if (decimals.length > places) return null;
  const scaled = Number(`${match[2] || "0"}${decimals.padEnd(places, "0")}`);
  if (!Number.isSafeInteger(scaled)) return null;
  return match[1] === "-" ? -scaled || 0 : scaled;
}

/** Reads an amount in reais into centavos; null when it is none. */
export const centsOf = (text: string): Cents | null => scaledDecimal(text, 2);

/** Reads a unit price in reais into ten-thousandths; null when it is none. */
export const priceE4Of = (text: string): PriceE4 | null => scaledDecimal(text, 4);

/** A unit price as a plain decimal string with two to four places, as the API writes it. */
export function decimalOfPrice(unitPriceE4: PriceE4): string {
  const sign = unitPriceE4 < 0 ? "-" : "";
  const digits = String(Math.abs(unitPriceE4)).padStart(5, "0");
  const decimals = digits.slice(-4).replace(/0{1,2}$/, "");
  return `${sign}${digits.slice(0, -4)}.${decimals}`;
}
