import { formatNumber, formatPercent } from "#app/words/numbers.ts";
import { useLocale } from "./words.tsx";

/** A whole number. */
export function Count({ value }: { value: number }) {
  return <span className="tnum">{formatNumber(value, useLocale())}</span>;
}

/** A ratio as a percentage. */
export function Percent({ ratio }: { ratio: number }) {
  return <span className="tnum">{formatPercent(ratio, useLocale())}</span>;
}
