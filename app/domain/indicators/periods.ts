import {
  type Day,
  dayOf,
  daysAfter,
  daysBetween,
  monthStart,
  monthsAfter,
  type Period,
  untilOf,
} from "#app/domain/period.ts";
import type { Indicator, ReadingScope, Step } from "./indicator.ts";

/** A stretch a number is read for: the period, and the day from which days without buying are counted. */
export interface Stint extends Period {
  /** First day that no longer counts. */
  until: Day;
  today: Day;
}

/** The stints of one reading: the number itself, the one it is compared with, and the steps of its series. */
export interface Stints {
  main: Stint;
  previous: Stint | null;
  series: (Stint & { step: Period })[];
}

const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
const later = (a: Day, b: Day): Day => (a > b ? a : b);

/** Two years of days and a century of months are enough for any screen and keep a question from running away. */
const mostSteps = 1200;

function nextStep(from: Day, step: Step): Day {
  if (step === "month") return monthStart(from, 1);
  if (step === "day") return daysAfter(from, 1);
  const weekday = new Date(`${from}T00:00:00Z`).getUTCDay();
  return daysAfter(from, 7 - ((weekday + 6) % 7));
}

/** The whole steps (weeks begin on Monday) that touch a period, clipped to it, oldest first. */
export function stepsOf(period: Period, step: Step): Period[] {
  const steps: Period[] = [];
  for (let from = period.from; from < period.to && steps.length < mostSteps; ) {
    const to = earlier(nextStep(from, step), period.to);
    steps.push({ from, to });
    from = to;
  }
  return steps;
}

/** The stretch before that a period is compared with: as many months where it begins with one, else as many days. */
export function comparedWith({ from, to }: Period): Period {
  if (from.endsWith("-01")) {
    const last = daysAfter(to, -1);
    const months =
      (Number(last.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
      Number(last.slice(5, 7)) -
      Number(from.slice(5, 7)) +
      1;
    const start = monthStart(from, -months);
    return { from: start, to: to.endsWith("-01") ? from : earlier(monthsAfter(to, -months), from) };
  }
  return { from: daysAfter(from, -daysBetween(from, to)), to: from };
}

function stintTo(period: Period, asOf: Date): Stint {
  const until = untilOf(asOf);
  if (period.to >= until) return { from: period.from, to: until, until, today: dayOf(asOf) };
  return { from: period.from, to: period.to, until: period.to, today: period.to };
}

const yearBefore = (to: Day): Day => monthsAfter(to, -12);

function usualFrom(indicator: Pick<Indicator, "usual">, to: Day, firstDay: Day): Day {
  if (indicator.usual === "year") return yearBefore(to);
  if (indicator.usual === "thisMonth") return monthStart(daysAfter(to, -1));
  return indicator.usual === "month" ? monthsAfter(to, -1) : earlier(firstDay, to);
}

/** A standing number is compared with itself a month before; its window moves along where it has one. */
function monthBefore(indicator: Pick<Indicator, "usual">, main: Stint): Stint {
  const until = monthsAfter(main.until, -1);
  const from = indicator.usual === "all" ? main.from : monthsAfter(main.from, -1);
  return { from: earlier(from, until), to: until, until, today: until };
}

/** The first day after all a reading counts. */
export const endOf = ({ to, asOf }: Pick<ReadingScope, "to" | "asOf">): Day =>
  earlier(to ?? untilOf(asOf), untilOf(asOf));

/** From when to when, and as of when, each number of a reading is counted. `firstDay` is the first day with an order. */
export function stintsOf(
  indicator: Pick<Indicator, "usual" | "over">,
  asked: Pick<ReadingScope, "from" | "to" | "asOf" | "every">,
  firstDay: Day,
): Stints {
  const to = endOf(asked);
  const from = earlier(asked.from ?? usualFrom(indicator, to, firstDay), to);
  const isMoment = indicator.over === "moment";
  const main = stintTo({ from, to }, asked.asOf);
  const isWhole = asked.from === null && indicator.usual === "all";
  const compared = isMoment ? monthBefore(indicator, main) : stintTo(comparedWith({ from, to }), asked.asOf);
  const windowFrom = (end: Day): Day =>
    indicator.usual === "all" ? earlier(firstDay, end) : usualFrom(indicator, end, firstDay);
  const steps = asked.every
    ? stepsOf(
        { from: isMoment && asked.from === null ? later(earlier(firstDay, to), yearBefore(to)) : from, to },
        asked.every,
      )
    : [];
  return {
    main,
    previous: isWhole && !isMoment ? null : compared,
    series: steps.map((step) => {
      const stint = { ...stintTo(step, asked.asOf), step };
      if (!isMoment) return stint;
      const hasOwnStart = asked.from !== null && indicator.usual === "all";
      return { ...stint, from: hasOwnStart ? earlier(from, stint.until) : windowFrom(stint.until) };
    }),
  };
}
