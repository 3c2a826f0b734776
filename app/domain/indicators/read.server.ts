import { type SQL, sql } from "drizzle-orm";
import { settingsAsOf } from "#app/domain/customers/settings.server.ts";
import { type Day, dayOf, startOf } from "#app/domain/period.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { db, type Tx } from "#db/connection.server.ts";
import { type Asked, customersAsked, stintsTable } from "./asked.server.ts";
import type { Computed, OwnSlices, Told } from "./computed.server.ts";
import type { Dimension, Reading, ReadingScope, Said, Slice, Stretch } from "./indicator.ts";
import { type Stint, type Stints, stintsOf } from "./periods.ts";
import { filtersOf, rowsAddress } from "./query.ts";
import { computedOf } from "./register.server.ts";
import { keyNames } from "./said.ts";
import { cutBy, factDimensionOf, mayCutBy } from "./slices.server.ts";

type Language = keyof Said;

/** Slices beyond so many are left out, smallest first; nobody reads more. */
const mostSlices = 500;

/** The first day with an order, a return or a bonus; the day of the reading while there is none. */
async function firstDay(asOf: Date, tx: Tx): Promise<Day> {
  const [row] = await tx.execute<{ first: Day | null }>(sql`select min(day)::text as first from customer_days`);
  return row?.first ?? dayOf(asOf);
}

/** A question made ready: the indicator, when each of its numbers is counted, and of whom. */
export async function asking(key: string, reading: ReadingScope, tx: Tx = db) {
  const indicator = computedOf(key);
  if (!indicator) throw new Refusal("not_found", { what: "indicator", key });
  if (reading.by && !mayCutBy(indicator, reading.by)) throw new Refusal("invalid_input", { field: "by" });
  const needsFirst = indicator.usual === "all" || reading.every;
  const stints = stintsOf(indicator, reading, needsFirst ? await firstDay(reading.asOf, tx) : dayOf(reading.asOf));
  const settings = await settingsAsOf(reading.asOf, tx);
  const matching = customersAsked(reading, settings);
  return { indicator, stints, matching };
}

async function askedFor(reading: ReadingScope, matching: SQL | null, stints: Stint[], tx: Tx): Promise<Asked> {
  const dated = stints.map(async (stint) => ({ stint, settings: await settingsAsOf(startOf(stint.until), tx) }));
  return { reading, matching, stints: await Promise.all(dated), factDimension: null };
}

/** The question of the main number alone, for the rows behind it. */
export const askedForMain = (reading: ReadingScope, matching: SQL | null, stints: Stints, tx: Tx = db) =>
  askedFor(reading, matching, [stints.main], tx);

const measuresOf = (indicator: Computed): SQL =>
  sql.join(
    Object.entries(indicator.measures).map(([name, measure]) => sql`${measure} as ${sql.identifier(name)}`),
    sql`, `,
  );

function told(indicator: Computed, row: Record<string, unknown> | undefined): Told {
  const names = Object.keys(indicator.measures);
  const measured = Object.fromEntries(names.map((name) => [name, row ? (row[name] as number | null) : 0]));
  const answer = indicator.told(measured);
  const isLittle = indicator.minimum !== undefined && (answer.counted ?? 0) < indicator.minimum;
  return isLittle ? { ...answer, value: null } : answer;
}

/** Each stint's number, in the order they were asked. */
async function numbers(indicator: Computed, asked: Asked, tx: Tx): Promise<Told[]> {
  const rows = await tx.execute<{ i: number }>(sql`
    with ${stintsTable(asked)} select a.i, ${measuresOf(indicator)} from (${indicator.rowsOf(asked)}) a group by a.i`);
  const byStint = new Map(rows.map((row) => [row.i, row]));
  return asked.stints.map((_, i) => told(indicator, byStint.get(i)));
}

interface CutRow extends Record<string, unknown> {
  i: number;
  key: string | null;
  label: string | null;
  counted_rows: number;
}

/** An own slice counts its rows; a slice by a trait is the whole indicator read for that part. */
function sliceOf(indicator: Computed, row: CutRow, isOwn: boolean, language: Language): Slice {
  const key = row.key ?? "none";
  const named =
    row.label ??
    keyNames[key]?.[language] ??
    indicator.ownSlices?.keys?.find((own) => own.key === key)?.label[language];
  const { value, values } = told(indicator, row);
  return { key, label: named ?? key, value: isOwn ? row.counted_rows : value, values };
}

/** The indicator's own slices, when nothing else is asked or the dimension asked is the one they stand for. */
export function ownSlicesFor(indicator: Computed, by: Dimension | null | undefined): OwnSlices | null {
  const own = indicator.ownSlices ?? null;
  return !by || own?.dimension === by ? own : null;
}

/** The slices of each stint, by the asked dimension or the indicator's own. */
async function slices(indicator: Computed, base: Asked, language: Language, tx: Tx): Promise<Slice[][]> {
  const own = ownSlicesFor(indicator, base.reading.by);
  const by = own ? null : (base.reading.by ?? null);
  if (!by && !own) return base.stints.map(() => []);
  const asked = { ...base, factDimension: factDimensionOf(by) };
  const cut = by ? cutBy(by, asked) : { joins: sql``, key: own!.column, label: sql`null::text` };
  const rows = await tx.execute<CutRow>(sql`
    with ${stintsTable(asked)}
    select a.i, ${cut.key} as key, ${cut.label} as label, count(*) as counted_rows, ${measuresOf(indicator)}
    from (${indicator.rowsOf(asked)}) a ${cut.joins} group by 1, 2, 3`);
  return asked.stints.map((_, i) => {
    const found = rows
      .filter((row) => row.i === i && (by !== null || row.key !== null))
      .map((row) => sliceOf(indicator, row, own !== null, language));
    return own?.keys
      ? inOrder(indicator, found, own.keys, language)
      : sorted(found, by !== null && ["month", "week", "day"].includes(by));
  });
}

function inOrder(
  indicator: Computed,
  found: Slice[],
  keys: readonly { key: string; label: Said }[],
  language: Language,
): Slice[] {
  return keys.map(({ key, label }) => {
    const none: Slice = { key, label: "", value: 0, values: told(indicator, undefined).values };
    return { ...(found.find((one) => one.key === key) ?? none), label: label[language] };
  });
}

function sorted(found: Slice[], isTime: boolean): Slice[] {
  if (isTime) return found.sort((a, b) => (a.key < b.key ? -1 : 1));
  return found
    .sort((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity) || (a.key < b.key ? -1 : 1))
    .slice(0, mostSlices);
}

/** A number with its explanation, its slices, the number before and, where asked, its series: the only way numbers are counted. */
export async function read(
  key: string,
  reading: ReadingScope,
  language: Language = "pt-BR",
  tx: Tx = db,
): Promise<Reading> {
  const { indicator, stints, matching } = await asking(key, reading, tx);
  const all = [stints.main, ...(stints.previous ? [stints.previous] : []), ...stints.series];
  const asked = await askedFor(reading, matching, all, tx);
  const before = stints.previous ? 1 : 0;
  const cutStints: Asked = { ...asked, stints: asked.stints.filter((_, i) => i === 0 || i > before) };
  const [told, cut] = await Promise.all([numbers(indicator, asked, tx), slices(indicator, cutStints, language, tx)]);
  const main = told[0]!;
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
    previous: before ? (told[1]?.value ?? null) : null,
    slices: cut[0] ?? [],
    series: stints.series.map((stint, n): Stretch => {
      const { value, values } = told[1 + before + n]!;
      return { from: stint.from, to: stint.to, value, values, slices: cut[1 + n] ?? [] };
    }),
    rows: rowsAddress(key, reading),
    ...(main.value === null && indicator.minimum !== undefined
      ? { tooLittle: { counted: main.counted ?? 0, minimum: indicator.minimum } }
      : {}),
  };
  return indicator.whole ? indicator.whole(result, asked, stints, tx) : result;
}
