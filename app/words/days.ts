import { daysBetween } from "#app/domain/period.ts";
import type { Locale } from "./locale.ts";

const zone = "America/Sao_Paulo";

/** Days are written day first in both languages, as in the house's documents. */
const language: Record<Locale, string> = { "pt-BR": "pt-BR", en: "en-GB" };

function keptFormat(options: Intl.DateTimeFormatOptions): Record<Locale, Intl.DateTimeFormat> {
  return {
    "pt-BR": new Intl.DateTimeFormat(language["pt-BR"], options),
    en: new Intl.DateTimeFormat(language.en, options),
  };
}

const day = keptFormat({ day: "2-digit", month: "2-digit", year: "numeric", timeZone: zone });
const moment = keptFormat({
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  timeZone: zone,
});
const time = keptFormat({ hour: "2-digit", minute: "2-digit", timeZone: zone });
const weekday = keptFormat({ weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });
const shortDay = keptFormat({ day: "2-digit", month: "2-digit", timeZone: "UTC" });
const month = keptFormat({ month: "short", year: "2-digit", timeZone: "UTC" });
const longMonth = keptFormat({ month: "long", year: "numeric", timeZone: "UTC" });
const ago: Record<Locale, Intl.RelativeTimeFormat> = {
  "pt-BR": new Intl.RelativeTimeFormat("pt-BR", { numeric: "auto" }),
  en: new Intl.RelativeTimeFormat("en", { numeric: "auto" }),
};
const isoParts = new Intl.DateTimeFormat("en-CA", {
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  timeZone: zone,
});

/** A moment as it reaches a screen: a Date, or its ISO text. */
export type Moment = Date | string;

function asDate(value: Moment): Date {
  return typeof value === "string" ? new Date(value) : value;
}

function noon(isoDay: string): Date {
  return new Date(`${isoDay.slice(0, 10)}T12:00:00Z`);
}

/** The São Paulo day of a moment, `2026-11-21`. */
export function isoDayOf(value: Moment): string {
  return isoParts.format(asDate(value));
}

/** A day `2026-11-21` as `21/11/2026`. */
export function formatDay(isoDay: string, _locale: Locale = "pt-BR"): string {
  const [year, monthNumber, dayNumber] = isoDay.slice(0, 10).split("-");
  return `${dayNumber}/${monthNumber}/${year}`;
}

/** A day without its year: `21/11`. */
export function formatShortDay(isoDay: string, locale: Locale): string {
  return shortDay[locale].format(noon(isoDay));
}

/** A day with its weekday: `sábado, 21 de novembro`. */
export function formatWeekday(isoDay: string, locale: Locale): string {
  return weekday[locale].format(noon(isoDay));
}

/** A month from any of its days: `nov. de 26`. */
export function formatMonth(isoDay: string, locale: Locale): string {
  return month[locale].format(noon(isoDay.length === 7 ? `${isoDay}-15` : isoDay));
}

/** A month in full: `novembro de 2026`. */
export function formatLongMonth(isoDay: string, locale: Locale): string {
  return longMonth[locale].format(noon(isoDay.length === 7 ? `${isoDay}-15` : isoDay));
}

/** The São Paulo day of a moment, `21/11/2026`. */
export function formatDayOf(value: Moment, locale: Locale): string {
  return day[locale].format(asDate(value));
}

/** A moment in São Paulo: `21/11/2026, 14:05`. */
export function formatMoment(value: Moment, locale: Locale): string {
  return moment[locale].format(asDate(value));
}

/** The hour of a moment in São Paulo: `14:05`. */
export function formatTime(value: Moment, locale: Locale): string {
  return time[locale].format(asDate(value));
}

/** How long before `asOf` something happened: `há 3 dias`, `ontem`, `há 20 minutos`. Over a day it counts calendar days. */
export function formatAgo(from: Moment, asOf: Moment, locale: Locale): string {
  const minutes = Math.round((asDate(from).getTime() - asDate(asOf).getTime()) / 60_000);
  const format = ago[locale];
  if (Math.abs(minutes) < 60) return format.format(minutes, "minute");
  const days = daysBetween(isoDayOf(from), isoDayOf(asOf));
  if (days === 0) return format.format(Math.round(minutes / 60), "hour");
  return formatDaysAgo(days, locale);
}

/** A number of days before (positive) or after today in words: `há 3 dias`, `ontem`, `há 2 meses`. */
export function formatDaysAgo(days: number, locale: Locale): string {
  const format = ago[locale];
  const size = Math.abs(days);
  if (size < 14) return format.format(-days, "day");
  if (size < 60) return format.format(-Math.round(days / 7), "week");
  if (size < 730) return format.format(-Math.round(days / 30.44), "month");
  return format.format(-Math.round(days / 365.25), "year");
}
