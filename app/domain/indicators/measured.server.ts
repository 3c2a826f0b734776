import { hash } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import { memoryOfPast } from "#app/domain/orders/past.server.ts";
import type { Tx } from "#db/connection.server.ts";
import { type Asked, stintsTable } from "./asked.server.ts";
import type { Computed, OwnSlices, Told } from "./computed.server.ts";
import type { Dimension, Said, Slice } from "./indicator.ts";
import { endOf, type Stint } from "./periods.ts";
import { filtersOf } from "./query.ts";
import { keyNames } from "./said.ts";
import { type Cut, cutBy, factDimensionOf } from "./slices.server.ts";

type Language = keyof Said;

/** What one stint of a question came to: its number and its slices. */
export interface Counted {
  told: Told;
  slices: Slice[];
}

const stintDays = ({ from, to, until, today }: Stint) => [from, to, until, today];

interface MeasuredRow extends Record<string, unknown> {
  i: number;
  is_total: number;
  slice_key: string | null;
  slice_label: string | null;
  counted_rows: number;
}

/** Slices beyond so many are left out, smallest first; nobody reads more. */
const mostSlices = 500;

/** Nothing counted is zero; a mean or median of nothing is not known. */
const ofNothing = (name: string): number | null => (name === "mean" || name === "median" ? null : 0);

/** What the measures of one row come to; without a row nothing was counted. */
export function told(indicator: Computed, row: Record<string, unknown> | undefined): Told {
  const names = Object.keys(indicator.measures);
  const answer = indicator.told(
    Object.fromEntries(names.map((name) => [name, row ? (row[name] as number | null) : ofNothing(name)])),
  );
  const isLittle = indicator.minimum !== undefined && (answer.counted ?? 0) < indicator.minimum;
  return isLittle ? { ...answer, value: null } : answer;
}

/** The indicator's own slices, when nothing else is asked or the dimension asked is the one they stand for. */
export function ownSlicesFor(indicator: Computed, by: Dimension | null | undefined): OwnSlices | null {
  const own = indicator.ownSlices ?? null;
  return !by || own?.dimension === by ? own : null;
}

/** How the counted rows of a question are cut: by the dimension asked, by the indicator's own slices, or not at all. */
export function cutOf(indicator: Computed, asked: Asked): Cut | null {
  const { by } = asked.reading;
  const own = ownSlicesFor(indicator, by);
  if (own) return { joins: sql``, key: own.column, label: sql`null::text` };
  return by ? cutBy(by, asked) : null;
}

/** The measures as columns of a query over rows `a`. */
export const measuresOf = (measures: Record<string, SQL>): SQL =>
  sql.join(
    Object.entries(measures).map(([name, measure]) => sql`${measure} as ${sql.identifier(name)}`),
    sql`, `,
  );

/** One row a stint, and with a cut one more for each of its slices. Keys are only told apart, so they are compared byte by byte. */
async function rowsMeasured(indicator: Computed, asked: Asked, cut: Cut | null, tx: Tx): Promise<MeasuredRow[]> {
  const isOwn = cut !== null && cut.key === indicator.ownSlices?.column;
  const bulk = cut === null || isOwn ? indicator.inBulk : undefined;
  const rows = (bulk ?? indicator).rowsOf(asked);
  const measures = sql`${bulk ? sql`sum(a.customers)` : sql`count(*)`} as counted_rows, ${measuresOf((bulk ?? indicator).measures)}`;
  if (!cut) {
    return tx.execute<MeasuredRow>(sql`
      with ${stintsTable(asked)} select a.i, 1 as is_total, ${measures} from (${rows}) a group by a.i`);
  }
  return tx.execute<MeasuredRow>(sql`
    with ${stintsTable(asked)}
    select a.i, a.slice_key, any_value(a.slice_label) as slice_label, grouping(a.slice_key) as is_total, ${measures}
    from (select a.*, ${cut.key} collate "C" as slice_key, ${cut.label} as slice_label from (${rows}) a ${cut.joins}) a
    group by grouping sets ((a.i, a.slice_key), (a.i))`);
}

/** An own slice counts its rows; a slice by a trait is the whole indicator read for that part. */
function sliceOf(indicator: Computed, row: MeasuredRow, own: OwnSlices | null, language: Language): Slice {
  const key = row.slice_key ?? "none";
  const label =
    row.slice_label ?? own?.keys?.find((one) => one.key === key)?.label[language] ?? keyNames[key]?.[language];
  const { value, values } = told(indicator, row);
  return { key, label: label ?? key, value: own ? row.counted_rows : value, values };
}

function inOrder(indicator: Computed, found: Slice[], own: OwnSlices, language: Language): Slice[] {
  return (own.keys ?? []).map(({ key, label }) => {
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

/** A customer may carry several tags, and what was sold is filed apart: then the whole is no sum of its slices and is asked by itself. */
const isAskedApart = (by: Dimension | null | undefined, own: OwnSlices | null): boolean =>
  !own && (by === "tag" || factDimensionOf(by) !== null);

/** Counts a question: every stint's number and its slices, in one query where the slices make the whole. */
async function countedNow(indicator: Computed, asked: Asked, language: Language, tx: Tx): Promise<Counted[]> {
  const { by, isBare = false } = asked.reading;
  const own = ownSlicesFor(indicator, by);
  const cut = isBare || own?.isForRows ? null : cutOf(indicator, asked);
  const apart = isAskedApart(by, own);
  const whole = rowsMeasured(indicator, asked, apart ? null : cut, tx);
  const filed = { ...asked, factDimension: factDimensionOf(by) };
  const sliced = apart ? rowsMeasured(indicator, filed, cut, tx) : whole;
  const [wholeRows, slicedRows] = await Promise.all([whole, sliced]);
  const byStint = new Map(wholeRows.filter((row) => row.is_total === 1).map((row) => [row.i, row]));
  const slicesOf = (i: number): Slice[] => {
    if (!cut) return [];
    const found = slicedRows
      .filter((row) => row.i === i && row.is_total === 0 && (!own || row.slice_key !== null))
      .map((row) => sliceOf(indicator, row, own, language));
    return own?.keys
      ? inOrder(indicator, found, own, language)
      : sorted(found, ["month", "week", "day"].includes(by ?? ""));
  };
  return asked.stints.map((_, i) => ({ told: told(indicator, byStint.get(i)), slices: slicesOf(i) }));
}

/** So many slices are small enough to be kept. */
const fewSlices = 30;
const remembered = memoryOfPast<Counted>(2000, ({ slices }) => slices.length <= fewSlices);

/** True where nothing but the customers' days, of everybody and of everything sold, makes the numbers. */
const isOfAllDays = (indicator: Computed, { reading, matching }: Asked): boolean =>
  indicator.fact === "customer_days" &&
  matching === null &&
  reading.of !== "products" &&
  factDimensionOf(reading.by) === null &&
  Object.keys(filtersOf(reading.filter)).length === 0;

/** Every stint's number with its slices, in the order they were asked; those that are over and of everybody are counted once. */
export async function measured(indicator: Computed, asked: Asked, language: Language, tx: Tx): Promise<Counted[]> {
  if (!isOfAllDays(indicator, asked)) return countedNow(indicator, asked, language, tx);
  const { by, isBare } = asked.reading;
  const limits = JSON.stringify(asked.stints[0]?.settings);
  const questions = asked.stints.map(({ stint, settings }) => ({
    asked: hash("sha1", JSON.stringify([indicator.key, by, isBare, language, stintDays(stint), settings, limits])),
    until: stint.until,
  }));
  const chosen = (places: number[]) => ({ ...asked, stints: places.map((place) => asked.stints[place]!) });
  return remembered(
    questions,
    endOf(asked.reading),
    (places) => countedNow(indicator, chosen(places), language, tx),
    tx,
  );
}
