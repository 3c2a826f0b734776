import { formatAgo, formatDay, formatMoment, isoDayOf, type Moment } from "#app/words/days.ts";
import { useLocale } from "./words.tsx";

/** A calendar day. */
export function DayShown({ day }: { day: string }) {
  return (
    <time className="tnum" dateTime={day}>
      {formatDay(day)}
    </time>
  );
}

/** A moment in São Paulo. */
export function MomentShown({ at }: { at: Moment }) {
  return (
    <time className="tnum" dateTime={isoOf(at)}>
      {formatMoment(at, useLocale())}
    </time>
  );
}

/** How long ago, as of the moment the page was made; the exact moment on hover. A bare day counts from its noon. */
export function Ago({ at, asOf }: { at: Moment; asOf: Moment }) {
  const locale = useLocale();
  const isBareDay = typeof at === "string" && at.length === 10;
  const moment = isBareDay ? `${at}T12:00:00-03:00` : at;
  const said = isBareDay && at === isoDayOf(asOf) ? formatAgo(asOf, asOf, locale) : formatAgo(moment, asOf, locale);
  return (
    <time
      className="whitespace-nowrap"
      dateTime={isBareDay ? at : isoOf(at)}
      title={isBareDay ? formatDay(at) : formatMoment(at, locale)}
    >
      {said}
    </time>
  );
}

function isoOf(at: Moment): string {
  return typeof at === "string" ? at : at.toISOString();
}
