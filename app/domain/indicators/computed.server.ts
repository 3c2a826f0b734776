import type { SQL } from "drizzle-orm";
import type { Tx } from "#db/connection.server.ts";
import type { Asked } from "./asked.server.ts";
import type { Dimension, Indicator, Reading, ReadingScope, RowColumn, Said, Values } from "./indicator.ts";
import type { Known } from "./known.server.ts";
import type { Stint, Stints } from "./periods.ts";

/** What the measures of an indicator came to, and what the reader is told of it. */
export interface Told {
  value: number | null;
  values: Values;
  /** How many were counted, for indicators with a minimum. */
  counted?: number;
}

/** The slices an indicator has by itself: a column of its rows with its possible keys, in order. */
export interface OwnSlices {
  column: SQL;
  /** The dimension they are the same as. */
  dimension?: Dimension;
  keys?: readonly { key: string; label: Said }[];
  /** They only choose among the rows; `whole` counts them. */
  isForRows?: true;
}

/** The list behind a number. `rows` replaces the counted rows where people want to see documents instead of sums. */
export interface RowList {
  columns: readonly RowColumn[];
  rows?: (asked: Asked) => SQL;
  /** Which rows the number counts; one of its own slices shows all of that slice. */
  where?: SQL;
  order: SQL;
  /** Columns looked up for the listed rows `a` alone, because they would cost too much for all. */
  late?: Record<string, (asked: Asked) => SQL>;
  /** The rows are products, so a slice of customers narrows what they add up. */
  isWithoutCustomers?: true;
}

/**
 * An indicator with its arithmetic. `rowsOf` gives rows with at least `i` (which stint, from the table `p`), `customer_id` and
 * `k` (`null::text`, or what the facts are taken apart by); number, slices, series and list all come from it. The measures
 * are sums over those rows, named `a`.
 */
export interface Computed extends Indicator {
  rowsOf(asked: Asked): SQL;
  measures: Record<string, SQL>;
  /** What `rowsOf` need not count again, where everybody and everything sold is asked for. */
  knownOf?: (reading: ReadingScope, stint: Stint, tx: Tx) => Promise<Known | null>;
  /** The same counted from rows that stand for many customers (`customers` says how many), where no trait takes them apart. */
  inBulk?: { rowsOf(asked: Asked): SQL; measures: Record<string, SQL> };
  told(measured: Values): Told;
  ownSlices?: OwnSlices;
  /** Which of the listed rows `a` belong to a slice that `whole` counts and no column knows. */
  inSlice?: (asked: Asked, slice: string, tx: Tx) => Promise<SQL>;
  list: RowList;
  /** Where slices or series are of a kind of their own: counted beside the number, then put to it. */
  whole?: (asked: Asked, stints: Stints, tx: Tx) => Promise<(reading: Reading) => Reading>;
}

/** A quotient, or null where nothing divides it. */
export const ratio = (part: number | null | undefined, whole: number | null | undefined): number | null =>
  whole ? (part ?? 0) / whole : null;

/** Rounded to four decimals, as days and averages are told. */
export const toFour = (value: number | null | undefined): number | null =>
  value === null || value === undefined ? null : Math.round(value * 10_000) / 10_000;

/** A mean amount in whole centavos. */
export const toCent = (value: number | null): number | null => (value === null ? null : Math.round(value));
