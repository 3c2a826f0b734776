import type { RefusalDetails } from "#app/domain/refusal.ts";
import { formatDay } from "./days.ts";
import type { Locale } from "./locale.ts";
import { formatBasisPoints, formatCents, formatNumber } from "./numbers.ts";

/** An amount of a refusal as it is read. */
export const money = (value: unknown, locale: Locale) => formatCents(Number(value ?? 0), locale);

/** A quantity of a refusal as it is read. */
export const count = (value: unknown, locale: Locale) => formatNumber(Number(value ?? 0), locale);

/** A rate of a refusal as it is read. */
export const percent = (value: unknown, locale: Locale) => formatBasisPoints(Number(value ?? 0), locale);

/** A day a refusal names, or nothing where it names none. */
export const day = (value: unknown) => (typeof value === "string" ? formatDay(value) : "");

/** The named thing with words before it, or nothing where the refusal names none. */
export const of = (value: unknown, before: string) => (value ? `${before}${value}` : "");

/** The quantities on both sides that would do, once where they are the same; nothing where nobody worked them out. */
export function nearest({ below, above }: RefusalDetails, locale: Locale, before: string, or: string): string {
  const both = [...new Set([below, above])].flatMap((one) => (typeof one === "number" ? [count(one, locale)] : []));
  return both.length === 0 ? "" : `${before}${both.join(or)}.`;
}
