import type { RowColumn } from "#app/domain/indicators/indicator.ts";
import { keyNames } from "#app/domain/indicators/said.ts";
import { AbcBadge, StandingBadge } from "#app/kit/badge.tsx";
import { DayShown, MomentShown } from "#app/kit/day.tsx";
import { useLocale } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { formatMonth } from "#app/words/days.ts";
import type { Locale } from "#app/words/locale.ts";
import { formatByUnit, type Unit } from "#app/words/numbers.ts";
import type { StandingKey } from "#app/words/standing.ts";

const units = ["customers", "orders", "cents", "days", "hours", "ratio", "number", "decimal"] as const;

/** True for columns of numbers, which stand to the right. */
export const isNumber = (kind: RowColumn["kind"]): boolean => units.some((unit) => unit === kind) || kind === "on";

/** A value of a row as words, for a cell or a file. */
export function saidOf(value: string | number | null | undefined, kind: RowColumn["kind"], locale: Locale): string {
  if (value === null || value === undefined) return "–";
  if (typeof value === "number" && isNumber(kind)) return formatByUnit(value, kind as Unit, locale);
  if (kind === "month") return formatMonth(String(value), locale);
  const key = String(value);
  return keyNames[key]?.[locale] ?? key;
}

/** One cell of the rows behind a number, drawn by what it holds; orders and products lead to their pages. */
export function RowCell({ value, kind }: { value: string | number | null | undefined; kind: RowColumn["kind"] }) {
  const locale = useLocale();
  if (value === null || value === undefined) return <>–</>;
  const said = String(value);
  if (kind === "on") return <DayShown day={said} />;
  if (kind === "moment") return <MomentShown at={said} />;
  if (kind === "standing" && said !== "new") return <StandingBadge standing={said as StandingKey} />;
  if (kind === "abc" && /^[ABC]$/.test(said)) return <AbcBadge abcClass={said as "A" | "B" | "C"} />;
  if (kind === "order") return <a href={paths.office.order(said)}>{said}</a>;
  if (kind === "sku") return <a href={paths.office.product(said)}>{said}</a>;
  if (kind === "product" || kind === "outcome") return <>{kind === "product" ? said : saidOf(value, kind, locale)}</>;
  return <>{saidOf(value, kind, locale)}</>;
}
