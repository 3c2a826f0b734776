/** A calendar day of São Paulo as `YYYY-MM-DD`. */
export type Day = string;

/** Days from `from` up to, but not including, `to`. */
export interface Period {
  from: Day;
  to: Day;
}

const zone = "America/Sao_Paulo";
const parts = new Intl.DateTimeFormat("en-CA", {
  timeZone: zone,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});

const hour = 3_600_000;
const offsets = new Map<number, number>();

/** How far São Paulo is from UTC in the hour of a moment; it has only ever changed on the hour. */
function offsetAt(at: Date): number {
  const key = Math.floor(at.getTime() / hour);
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const start = new Date(key * hour);
  const offset = askedWallClock(start) - start.getTime();
  if (offsets.size > 50_000) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

/** The wall clock of São Paulo at a moment, read as if it were UTC, in milliseconds. */
const wallClock = (at: Date): number => at.getTime() + offsetAt(at);

function askedWallClock(at: Date): number {
  const found: Record<string, string> = {};
  for (const part of parts.formatToParts(at)) found[part.type] = part.value;
  return Date.UTC(
    Number(found.year),
    Number(found.month) - 1,
    Number(found.day),
    Number(found.hour),
    Number(found.minute),
    Number(found.second),
  );
}

/** The São Paulo day a moment belongs to. */
export function dayOf(at: Date): Day {
  return new Date(wallClock(at)).toISOString().slice(0, 10);
}

/**
 * The moment at which a São Paulo wall clock shows `day` and `time`; where daylight saving skipped that time, the first
 * moment after it. Brazil kept daylight saving until 2019.
 */
export function momentAt(day: Day, time = "00:00:00"): Date {
  const wanted = Date.parse(`${day}T${time}Z`);
  if (Number.isNaN(wanted)) throw new RangeError(`not a day and time: ${day} ${time}`);
  const guess = wanted + 3 * hour;
  for (const offset of [guess - hour, guess, guess + hour]) {
    if (wallClock(new Date(offset)) === wanted) return new Date(offset);
  }
  return new Date(guess);
}

/** The first moment of a São Paulo day. */
export const startOf = (day: Day): Date => momentAt(day);

/** True for a `YYYY-MM-DD` that exists in the calendar. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text;
}

/** The day `days` later (or earlier, when negative). */
export function daysAfter(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Calendar days from `from` to `to`. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The Monday of the week a day lies in. */
export function weekStart(day: Day): Day {
  return daysAfter(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
}

/** The first day of the month `months` after that of `day`. */
export function monthStart(day: Day, months = 0): Day {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

/** The same day of the month `months` later, or that month's last day where it is shorter. */
export function monthsAfter(day: Day, months: number): Day {
  const first = monthStart(day, months);
  const last = daysAfter(monthStart(first, 1), -1);
  const wanted = `${first.slice(0, 8)}${day.slice(8)}`;
  return wanted > last ? last : wanted;
}

/** The whole months that touch a period, clipped to it, oldest first. */
export function monthsOf(period: Period): Period[] {
  const months: Period[] = [];
  for (let from = period.from; from < period.to; ) {
    const next = monthStart(from, 1);
    months.push({ from, to: next < period.to ? next : period.to });
    from = next;
  }
  return months;
}

/** The period of the same length that ends where this one begins. */
export function previousOf(period: Period): Period {
  return { from: daysAfter(period.from, -daysBetween(period.from, period.to)), to: period.from };
}

/** Reads `asOf` as given outside: a bare day means its first moment in São Paulo, a moment means itself; null when it is neither. */
export function asOfFrom(text: string): Date | null {
  if (isDay(text)) return startOf(text);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text)) return null;
  if (!/(Z|[+-]\d{2}:?\d{2})$/.test(text)) {
    const [day = "", time = ""] = text.split("T");
    return isDay(day) ? momentAt(day, time.length === 5 ? `${time}:00` : time) : null;
  }
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? null : at;
}

/**
 * The first day that no longer counts for a reading as of a moment: at a day's first moment that day itself, at any later
 * moment the day after, so that a reading inside today holds what today has brought so far.
 */
export function untilOf(asOf: Date): Day {
  const day = dayOf(asOf);
  return startOf(day).getTime() === asOf.getTime() ? day : daysAfter(day, 1);
}
