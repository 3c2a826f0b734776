import { z } from "zod";
import type { Scope } from "#app/domain/customers/buyer.ts";
import { type CustomerFilter, customerFilterShape } from "#app/domain/customers/filter.ts";
import type { Day } from "#app/domain/period.ts";

/** A sentence or name in both languages. */
export type Said = Record<"pt-BR" | "en", string>;

/** What a number counts, which decides the words and digits around it. */
export const units = ["customers", "orders", "cents", "days", "hours", "ratio", "number", "decimal"] as const;
export type IndicatorUnit = (typeof units)[number];

/** What a reading can be taken apart by. */
export const dimensions = [
  "rep",
  "supplier",
  "category",
  "product",
  "segment",
  "tag",
  "uf",
  "city",
  "country",
  "group",
  "channel",
  "way",
  "abc",
  "standing",
  "month",
  "week",
  "day",
] as const;
export type Dimension = (typeof dimensions)[number];

/** Traits of the customer: any reading about customers can be taken apart by them. */
export const customerDimensions = [
  "rep",
  "segment",
  "tag",
  "uf",
  "city",
  "country",
  "group",
  "channel",
  "abc",
  "standing",
] as const satisfies readonly Dimension[];

/** Traits of what was sold: readings from orders can be taken apart by them. */
export const soldDimensions = ["supplier", "category", "product", "way"] as const satisfies readonly Dimension[];

/** Stretches of the calendar, for readings over a period. */
export const timeDimensions = ["month", "week", "day"] as const satisfies readonly Dimension[];

export const steps = ["month", "week", "day"] as const;
export type Step = (typeof steps)[number];

/** How orders came in: the channel written on the order, not the customer's. */
export const ways = ["storefront", "visit", "phone", "other"] as const;
export type Way = (typeof ways)[number];

const ids = z.array(z.coerce.number().int().min(1).max(2_147_483_647));

/** A choice of customers and, beyond them, of what was sold and how; with one of the latter only such sales count. */
export const readingFilterShape = customerFilterShape.extend({
  category: ids.optional(),
  /** SKUs. */
  product: z.array(z.string().trim().min(1).max(100)).optional(),
  way: z.array(z.enum(ways)).optional(),
});
export type ReadingFilter = CustomerFilter & z.output<typeof readingFilterShape>;

/** How a number's explanation is written down: pure data, one object an indicator. */
export interface Indicator {
  key: string;
  name: Said;
  /** What is counted, out of what, and which date places it. */
  sentence: Said;
  unit: IndicatorUnit;
  better: "more" | "less" | "neither";
  group: "portfolio" | "sales" | "activities" | "storefront" | "channels";
  /** `moment`: as it stands as of; `period`: what happened from … to. */
  over: "moment" | "period";
  /** Which period is read when none is given: all that is known, twelve months, the month before the reading, or its month so far. */
  usual: "all" | "year" | "month" | "thisMonth";
  /** The fact it is counted from. */
  fact:
    | "customer_days"
    | "product_days"
    | "orders"
    | "activities"
    | "customers"
    | "carts"
    | "journey_steps"
    | "satisfaction_questions";
  dims: readonly Dimension[];
  /** Under so many counted (customers, orders …) a ratio says "too little data". */
  minimum?: number;
  /** Names, units and order of the companions in `values`. */
  companions: Record<string, { name: Said; unit: IndicatorUnit }>;
  /** Counting it twice costs too much to compare it with the stretch before. */
  isAlone?: true;
  /** Can also be asked of products (`of=products`). */
  ofProducts?: true;
}

/** What is asked of an indicator. */
export interface ReadingScope {
  scope: Scope;
  /** First day of the period; null asks for the indicator's usual one. */
  from: Day | null;
  /** First day after the period; null means up to the reading. */
  to: Day | null;
  asOf: Date;
  by?: Dimension | null;
  filter: ReadingFilter;
  /** Reads the number again for every month (week, day) of the period. */
  every?: Step | null;
  of?: "customers" | "products";
  /** Only the number and its series: no number before, no slices. Screens ask so where they show neither. */
  isBare?: boolean;
}

/** The companions of a value. */
export type Values = Record<string, number | null>;

export interface Slice {
  key: string;
  label: string;
  value: number | null;
  values: Values;
  series?: Stretch[];
}

/** The number of one stretch of time. */
export interface Stretch {
  from: Day;
  to: Day;
  value: number | null;
  values: Values;
  slices?: Slice[];
}

/** A number with all that explains it. `value` is null where there is too little data (then `tooLittle` says how little). */
export interface Reading {
  key: string;
  name: string;
  definition: string;
  unit: IndicatorUnit;
  from: Day;
  to: Day;
  /** ISO 8601. */
  asOf: string;
  filters: Record<string, string[]>;
  value: number | null;
  values: Values;
  /** The value of the stretch of the same length before; null where nothing is comparable. */
  previous: number | null;
  slices: Slice[];
  series: Stretch[];
  /** Where the rows behind the number are, as the API's address. */
  rows: string;
  tooLittle?: { counted: number; minimum: number };
}

/** One row behind a number: whom it is about and what it says. */
export interface ReadingRow {
  customerId: number | null;
  customer: string | null;
  code: string | null;
  [column: string]: string | number | null;
}

/** A column of the rows behind a number. */
export interface RowColumn {
  key: string;
  name: Said;
  /** Only where customers, or products, are what is asked about. */
  of?: "customers" | "products";
  kind:
    | IndicatorUnit
    | "text"
    | "on"
    | "month"
    | "moment"
    | "order"
    | "standing"
    | "abc"
    | "way"
    | "product"
    | "sku"
    | "activity"
    | "cart"
    | "outcome";
}
