import { type SQL, sql } from "drizzle-orm";
import { settingsAsOf } from "#app/domain/customers/settings.server.ts";
import { type Day, dayOf, type Period, startOf } from "#app/domain/period.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { reports, type Tx } from "#db/connection.server.ts";
import { type Asked, customersAsked } from "./asked.server.ts";
import type { Computed, Told } from "./computed.server.ts";
import type { Reading, ReadingScope, Said, Stretch } from "./indicator.ts";
import { measured } from "./measured.server.ts";
import { type Stint, stintsOf } from "./periods.ts";
import { filtersOf, rowsAddress } from "./query.ts";
import { computedOf } from "./register.server.ts";
import { mayCutBy } from "./slices.server.ts";

type Language = keyof Said;

/** The first day with an order, a return or a bonus; the day of the reading while there is none. */
async function firstDay(asOf: Date, tx: Tx): Promise<Day> {
  const [row] = await tx.execute<{ first: Day | null }>(sql`select min(day)::text as first from customer_days`);
  return row?.first ?? dayOf(asOf);
}

/** A question made ready: the indicator, when each of its numbers is counted, and of whom. */
export async function asking(key: string, reading: ReadingScope, tx: Tx = reports) {
  const indicator = computedOf(key);
  if (!indicator) throw new Refusal("not_found", { what: "indicator", key });
  if (reading.by && !mayCutBy(indicator, reading.by)) throw new Refusal("invalid_input", { field: "by" });
  const needsFirst = indicator.usual === "all" || reading.every;
  const stints = stintsOf(indicator, reading, needsFirst ? await firstDay(reading.asOf, tx) : dayOf(reading.asOf));
  const settings = await settingsAsOf(reading.asOf, tx);
  const matching = customersAsked(reading, settings);
  return { indicator, stints: reading.isBare || indicator.isAlone ? { ...stints, previous: null } : stints, matching };
}

/** More stints than the number and the one before it have too many pasts to keep. */
const fewStints = 2;

async function askedFor(
  indicator: Computed,
  reading: ReadingScope,
  matching: SQL | null,
  stints: Stint[],
  tx: Tx,
): Promise<Asked> {
  const isOfAll = matching === null && Object.keys(filtersOf(reading.filter)).length === 0;
  const knownOf = isOfAll && stints.length <= fewStints ? indicator.knownOf : undefined;
  const dated = stints.map(async (stint) => ({
    stint,
    settings: await settingsAsOf(startOf(stint.until), tx),
    known: (await knownOf?.(reading, stint, tx)) ?? null,
  }));
  return { reading, matching, stints: await Promise.all(dated), factDimension: null };
}

/** The question of the main number alone, for the rows behind it. */
export const askedForMain = (
  { indicator, stints, matching }: Awaited<ReturnType<typeof asking>>,
  reading: ReadingScope,
  tx: Tx = reports,
) => askedFor(indicator, reading, matching, [stints.main], tx);

/** The steps a number's series will have, without counting anything. */
export async function stretchesOf(key: string, reading: ReadingScope, tx: Tx = reports): Promise<Period[]> {
  const { stints } = await asking(key, reading, tx);
  return stints.series.map(({ step }) => step);
}

const isSameStint = (one: Stint, other: Stint): boolean =>
  one.from === other.from && one.to === other.to && one.until === other.until && one.today === other.today;

/**
 * Only the steps of a number's series, for a chart beside a number that is read by itself: `beside` is that reading, of the same
 * customers and sales, so that a last step which is the number itself is not counted twice.
 */
export async function seriesOf(
  key: string,
  reading: ReadingScope,
  beside: { asked: ReadingScope; found: Promise<{ reading: Reading }> },
  language: Language = "pt-BR",
  tx: Tx = reports,
): Promise<Stretch[]> {
  const { indicator, stints, matching } = await asking(key, { ...reading, isBare: true }, tx);
  const number = (await asking(key, { ...beside.asked, isBare: true }, tx)).stints.main;
  const own = stints.series.filter((stint) => !isSameStint(stint, number));
  const asked = await askedFor(indicator, { ...reading, isBare: true }, matching, own, tx);
  const counted = own.length > 0 ? await measured(indicator, asked, language, tx) : [];
  const { value, values } =
    own.length < stints.series.length ? (await beside.found).reading : { value: null, values: {} };
  return stints.series.map((stint): Stretch => {
    const told = counted[own.indexOf(stint)]?.told ?? { value, values };
    return { ...stint.step, value: told.value, values: told.values };
  });
}

/** A number with its explanation, its slices, the number before and, where asked, its series: the only way numbers are counted. */
export async function read(
  key: string,
  reading: ReadingScope,
  language: Language = "pt-BR",
  tx: Tx = reports,
): Promise<Reading> {
  return readingFrom(key, reading, language, null, tx);
}

/** The same; where its rows were walked through already, from what they came to instead of counting again. */
export async function readingFrom(
  key: string,
  reading: ReadingScope,
  language: Language,
  counted: Told | null,
  tx: Tx = reports,
): Promise<Reading> {
  const { indicator, stints, matching } = await asking(key, reading, tx);
  const all = [stints.main, ...(stints.previous ? [stints.previous] : []), ...stints.series];
  const asked = await askedFor(indicator, reading, matching, all, tx);
  const before = stints.previous ? 1 : 0;
  const [stretches, whole] = await Promise.all([
    counted ? [{ told: counted, slices: [] }] : measured(indicator, asked, language, tx),
    indicator.whole?.(asked, stints, tx),
  ]);
  const { told: main, slices } = stretches[0]!;
  const result: Reading = {
    key,
    name: indicator.name[language],
    definition: indicator.sentence[language],
    unit: indicator.unit,
    from: stints.main.from,
    to: stints.main.to,
    asOf: reading.asOf.toISOString(),
    filters: filtersOf(reading.filter),
    value: main.value,
    values: main.values,
    previous: before ? (stretches[1]?.told.value ?? null) : null,
    slices,
    series: stints.series.map((stint, n): Stretch => {
      const { told, slices } = stretches[1 + before + n]!;
      return { ...stint.step, value: told.value, values: told.values, slices };
    }),
    rows: rowsAddress(key, reading),
    ...(main.value === null && indicator.minimum !== undefined
      ? { tooLittle: { counted: main.counted ?? 0, minimum: indicator.minimum } }
      : {}),
  };
  return whole ? whole(result) : result;
}
