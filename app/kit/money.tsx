import { formatCents, formatUnitPrice } from "#app/words/numbers.ts";
import { useLocale } from "./words.tsx";

/** An amount in centavos. */
export function Money({ cents }: { cents: number }) {
  return <span className="tnum">{formatCents(cents, useLocale())}</span>;
}

/** A unit price in ten-thousandths of a real, with two to four decimals. */
export function UnitPrice({ e4 }: { e4: number }) {
  return <span className="tnum">{formatUnitPrice(e4, useLocale())}</span>;
}
