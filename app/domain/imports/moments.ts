import { type Day, dayOf, daysAfter, isDay, momentAt } from "#app/domain/period.ts";
import { remembered } from "./numbers.ts";
import type { NotTaken } from "./rejection.ts";

/** A moment of a file: on São Paulo's clock, so that texts compare as times do, and as PostgreSQL reads it. */
export interface FileMoment {
  local: string;
  stored: string;
}

const iso =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/;
const dayFirst = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?)?$/;

const isDayOfYear = remembered(isDay);

/** The day of a file's cell, `2010-12-01`, from ISO or day-first writing; null when it is none. */
export function dayFrom(text: string): Day | null {
  const found = iso.exec(text);
  const other = found ? null : dayFirst.exec(text);
  if (!found && !other) return null;
  const [year, month, day] = found ? found.slice(1, 4) : [other?.[3], other?.[2], other?.[1]];
  const written = `${year}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}`;
  return isDayOfYear(written) ? written : null;
}

/** Hours between UTC and São Paulo on days on which no clock was changed, else null: asking Intl a row would be slow. */
const offsetOn = remembered((day: Day): string | null => {
  const start = momentAt(day).getTime();
  if (momentAt(daysAfter(day, 1)).getTime() - start !== 86_400_000) return null;
  const hours = (start - Date.parse(`${day}T00:00:00Z`)) / 3_600_000;
  return `-${String(hours).padStart(2, "0")}`;
});

function localOf(at: Date): string {
  const day = dayOf(at);
  const seconds = Math.floor((at.getTime() - momentAt(day).getTime()) / 1000);
  return `${day} ${new Date(Math.max(0, seconds) * 1000).toISOString().slice(11, 19)}`;
}

function momentFrom(text: string): FileMoment | null {
  const day = dayFrom(text);
  if (!day) return null;
  const found = iso.exec(text) ?? dayFirst.exec(text);
  const [hours = "0", minutes = "00", seconds = "00", zone] = (found?.slice(4) ?? []) as (string | undefined)[];
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  const time = `${hours.padStart(2, "0")}:${minutes}:${seconds}`;
  if (zone) {
    const at = new Date(
      `${day}T${time}${zone === "Z" || zone.includes(":") ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`}`,
    );
    return Number.isNaN(at.getTime()) ? null : { local: localOf(at), stored: at.toISOString() };
  }
  const offset = offsetOn(day);
  if (offset) return { local: `${day} ${time}`, stored: `${day} ${time}${offset}` };
  return { local: `${day} ${time}`, stored: momentAt(day, time).toISOString() };
}

/**
 * Reads the moments of a file: ISO or day first, with or without a time, on São Paulo's clock when they name no offset. A moment
 * more than a day after `at` is refused, for it is a mistyped one.
 */
export function momentReader(at: Date): (text: string) => FileMoment | NotTaken {
  const last = localOf(new Date(at.getTime() + 86_400_000));
  return remembered((text) => {
    const moment = momentFrom(text);
    if (!moment || moment.local < "1990") return { code: "date_unreadable", said: text };
    return moment.local > last ? { code: "date_in_future", said: text } : moment;
  });
}
