import { type SQL, sql } from "drizzle-orm";
import { offsetOf, type Page } from "#app/domain/page.ts";
import { reports, type Tx } from "#db/connection.server.ts";
import { type Asked, stintsTable } from "./asked.server.ts";
import type { Computed, Told } from "./computed.server.ts";
import type { Reading, ReadingRow, ReadingScope, RowColumn, Said, Values } from "./indicator.ts";
import { cutOf, measuresOf, ownSlicesFor, told } from "./measured.server.ts";
import { askedForMain, asking, read, readingFrom } from "./read.server.ts";
import { computedOf } from "./register.server.ts";
import { factDimensionOf } from "./slices.server.ts";

/** Which of the rows behind a number: of one slice or of all, and which stretch of the list. */
export interface RowsAsked {
  /** The key of a slice, by the reading's dimension or the indicator's own; null for all rows. */
  slice?: string | null;
  page: number;
  pageSize: number;
}

/** The rows behind a number with the columns they have. */
export interface RowsBehind {
  columns: readonly RowColumn[];
  page: Page<ReadingRow>;
  /** What all of them came to, where that was counted on the way. */
  counted: Told | null;
}

/** Columns that belong to what was asked: those of products only where products are ranked. */
const columnsFor = (indicator: Computed, reading: ReadingScope): RowColumn[] =>
  indicator.list.columns.filter((column) => !column.of || column.of === (reading.of ?? "customers"));

async function ofSlice(indicator: Computed, asked: Asked, rows: SQL, slice: string, tx: Tx): Promise<SQL> {
  if (indicator.inSlice && !asked.reading.by) {
    return sql`select a.* from (${rows}) a where ${await indicator.inSlice(asked, slice, tx)}`;
  }
  return cutOut(indicator, asked, rows, slice);
}

function cutOut(indicator: Computed, asked: Asked, rows: SQL, slice: string): SQL {
  const cut = cutOf(indicator, asked);
  if (!cut) return sql`select * from (${rows}) a where false`;
  return slice === "none"
    ? sql`select a.* from (${rows}) a ${cut.joins} where coalesce(${cut.key}, 'none') = 'none'`
    : sql`select a.* from (${rows}) a ${cut.joins} where ${cut.key} = ${slice}`;
}

/** The asked customers of one slice, for lists whose rows name no customer. */
function narrowedTo(indicator: Computed, asked: Asked, slice: string): SQL {
  const everybody = sql`select id as customer_id, null::text as k from customers`;
  const narrowed = sql`customers.id in (select s.customer_id from (${cutOut(indicator, asked, everybody, slice)}) s)`;
  return asked.matching === null ? narrowed : sql`${asked.matching} and ${narrowed}`;
}

/**
 * The rows a number was counted from, paged: the same rows, of the same customers, by the same query, so that number and list
 * cannot disagree. `slice` keeps those of one slice.
 */
export async function rowsBehind(
  key: string,
  reading: ReadingScope,
  { slice = null, page, pageSize }: RowsAsked,
  tx: Tx = reports,
): Promise<RowsBehind> {
  const question = await asking(key, { ...reading, every: null }, tx);
  const { indicator } = question;
  const main = await askedForMain(question, reading, tx);
  const isOwn = ownSlicesFor(indicator, reading.by) !== null;
  const filed: Asked = { ...main, factDimension: slice !== null && !isOwn ? factDimensionOf(reading.by) : null };
  const { list } = indicator;
  const isNarrowed = list.isWithoutCustomers === true && slice !== null && filed.factDimension === null;
  const asked = isNarrowed ? { ...filed, matching: narrowedTo(indicator, filed, slice) } : filed;
  const all = list.rows ? list.rows(asked) : indicator.rowsOf(asked);
  const rows = slice === null || isNarrowed ? all : await ofSlice(indicator, asked, all, slice, tx);
  const isListed = slice !== null && isOwn ? sql`true` : (list.where ?? sql`true`);
  const columns = columnsFor(indicator, reading);
  const columnOf = ({ key: name }: RowColumn): SQL => {
    const late = list.late?.[name];
    return late ? sql`${late(asked)} as ${sql.identifier(name)}` : sql`a.${sql.identifier(name)}`;
  };
  const order = sql`${list.order}, a.customer_id, a.nth`;
  // Only where the list holds just the rows the number is counted from, and nothing else is counted with it.
  const isCounted = indicator.isAlone === true && slice === null && !list.rows && !list.where && !indicator.ownSlices;
  const found = await tx.execute<ReadingRow & { all_rows: number; counted?: Values }>(sql`
    with ${stintsTable(asked)}, found as materialized (
      select a.*, row_number() over () as nth from (${rows}) a where ${isListed}
    ), listed as materialized (
      select a.*, row_number() over (order by ${order}) as place
      from (select * from found a order by ${order} limit ${pageSize} offset ${offsetOf(page, pageSize)}) a
    )
    select a.customer_id as "customerId", c.trade_name as customer, c.code,
      ${sql.join(columns.map(columnOf), sql`, `)}, (select count(*) from found) as all_rows${isCounted ? sql`, (select to_json(m) from (select ${measuresOf(indicator.measures)} from found a) m) as counted` : sql``}
    from listed a left join customers c on c.id = a.customer_id order by a.place`);
  return {
    columns,
    page: {
      rows: found.map(({ all_rows: _all, counted: _counted, ...row }) => row as ReadingRow),
      total: found[0]?.all_rows ?? 0,
      page,
      pageSize,
    },
    counted: found[0]?.counted ? told(indicator, found[0].counted) : null,
  };
}

/** A number with the rows behind it, for its page; one that costs much is counted from the very rows that are listed. */
export async function readWithRows(
  key: string,
  reading: ReadingScope,
  rows: RowsAsked,
  language: keyof Said,
  tx: Tx = reports,
): Promise<{ reading: Reading; list: RowsBehind }> {
  if (computedOf(key)?.isAlone && !reading.by && !reading.every) {
    const list = await rowsBehind(key, reading, rows, tx);
    return { reading: await readingFrom(key, reading, language, list.counted, tx), list };
  }
  const [main, list] = await Promise.all([read(key, reading, language, tx), rowsBehind(key, reading, rows, tx)]);
  return { reading: main, list };
}
