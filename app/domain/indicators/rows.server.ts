import { type SQL, sql } from "drizzle-orm";
import { offsetOf, type Page } from "#app/domain/page.ts";
import { db, type Tx } from "#db/connection.server.ts";
import { type Asked, stintsTable } from "./asked.server.ts";
import type { Computed } from "./computed.server.ts";
import type { ReadingRow, ReadingScope, RowColumn } from "./indicator.ts";
import { cutOf, ownSlicesFor } from "./measured.server.ts";
import { askedForMain, asking } from "./read.server.ts";
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
}

/** Columns that belong to what was asked: those of products only where products are ranked. */
const columnsFor = (indicator: Computed, reading: ReadingScope): RowColumn[] =>
  indicator.list.columns.filter((column) => !column.of || column.of === (reading.of ?? "customers"));

function ofSlice(indicator: Computed, asked: Asked, rows: SQL, slice: string): SQL {
  const cut = cutOf(indicator, asked);
  if (!cut) return sql`select * from (${rows}) a where false`;
  return slice === "none"
    ? sql`select a.* from (${rows}) a ${cut.joins} where coalesce(${cut.key}, 'none') = 'none'`
    : sql`select a.* from (${rows}) a ${cut.joins} where ${cut.key} = ${slice}`;
}

/** The asked customers of one slice, for lists whose rows name no customer. */
function narrowedTo(indicator: Computed, asked: Asked, slice: string): SQL {
  const everybody = sql`select id as customer_id, null::text as k from customers`;
  const narrowed = sql`customers.id in (select s.customer_id from (${ofSlice(indicator, asked, everybody, slice)}) s)`;
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
  tx: Tx = db,
): Promise<RowsBehind> {
  const { indicator, stints, matching } = await asking(key, { ...reading, every: null }, tx);
  const main = await askedForMain(reading, matching, stints, tx);
  const isOwn = ownSlicesFor(indicator, reading.by) !== null;
  const filed: Asked = { ...main, factDimension: slice !== null && !isOwn ? factDimensionOf(reading.by) : null };
  const { list } = indicator;
  const isNarrowed = list.isWithoutCustomers === true && slice !== null && filed.factDimension === null;
  const asked = isNarrowed ? { ...filed, matching: narrowedTo(indicator, filed, slice) } : filed;
  const all = list.rows ? list.rows(asked) : indicator.rowsOf(asked);
  const rows = slice === null || isNarrowed ? all : ofSlice(indicator, asked, all, slice);
  const isListed = slice !== null && isOwn ? sql`true` : (list.where ?? sql`true`);
  const columns = columnsFor(indicator, reading);
  const columnOf = ({ key: name }: RowColumn): SQL => {
    const late = list.late?.[name];
    return late ? sql`${late(asked)} as ${sql.identifier(name)}` : sql`a.${sql.identifier(name)}`;
  };
  const found = await tx.execute<ReadingRow & { all_rows: number }>(sql`
    with ${stintsTable(asked)}, listed as materialized (
      select a.*, row_number() over (order by ${list.order}, a.customer_id) as place, count(*) over () as all_rows
      from (${rows}) a where a.i = 0 and ${isListed}
      order by place limit ${pageSize} offset ${offsetOf(page, pageSize)}
    )
    select a.customer_id as "customerId", c.trade_name as customer, c.code,
      ${sql.join(columns.map(columnOf), sql`, `)}, a.all_rows
    from listed a left join customers c on c.id = a.customer_id order by a.place`);
  return {
    columns,
    page: {
      rows: found.map(({ all_rows: _all, ...row }) => row as ReadingRow),
      total: found[0]?.all_rows ?? 0,
      page,
      pageSize,
    },
  };
}
