import { z } from "zod";

/** How a customer stands as of a moment; the company's thresholds decide (see portfolio/standing.ts). */
export const standings = ["active", "recently_inactive", "long_inactive", "prospect"] as const;
export type Standing = (typeof standings)[number];

/** Rank classes by value: A makes the first 80 %, B up to 95 %, C the rest. */
export const abcClasses = ["A", "B", "C"] as const;
export type AbcClass = (typeof abcClasses)[number];

/** How a customer buys over 180 days. */
export const customerChannels = ["online", "visited", "hybrid", "dormant"] as const;
export type CustomerChannel = (typeof customerChannels)[number];

const someText = z.string().trim().min(1).max(100);
const someId = z.coerce.number().int().min(1).max(2_147_483_647);

/**
 * The one shape of a choice of customers, used by every reading and in every address. A name may be given several times
 * (any of them fits); different names must all fit. Leaving a name out asks nothing of it.
 */
export const customerFilterShape = z.object({
  /** Words of code, CNPJ, names or city. */
  q: someText.optional(),
  rep: z.array(z.union([z.literal("none"), someId])).optional(),
  /** Bought from this supplier in the twelve months before. */
  supplier: z.array(someId).optional(),
  segment: z.array(someText).optional(),
  tag: z.array(someText).optional(),
  uf: z.array(someText.toUpperCase()).optional(),
  country: z.array(someText).optional(),
  city: z.array(someText).optional(),
  group: z.array(someId).optional(),
  access: z.enum(["granted", "none"]).optional(),
  /** Agreement ends within `renewalDueDays`. */
  renewal: z.enum(["due"]).optional(),
  standing: z.array(z.enum(standings)).optional(),
  abc: z.array(z.enum(abcClasses)).optional(),
  channel: z.array(z.enum(customerChannels)).optional(),
});

/** A choice of customers; `{}` is all of them. */
export type CustomerFilter = z.output<typeof customerFilterShape>;

/** The names a customer filter may use in an address, in the order the chips show them. */
export const customerFilterNames = Object.keys(customerFilterShape.shape) as (keyof CustomerFilter)[];

/** The filter as address parameters, ready to be shared; lists repeat their name. */
export function filterParams(filter: CustomerFilter): [string, string][] {
  return customerFilterNames.flatMap((name) =>
    [filter[name] ?? []].flat().map((value): [string, string] => [name, String(value)]),
  );
}

/** True when the filter asks nothing, so that all customers in scope fit. */
export const asksNothing = (filter: CustomerFilter): boolean => filterParams(filter).length === 0;

/** True when the filter is nothing but words, or nothing at all. */
export const asksOnlyWords = (filter: CustomerFilter): boolean => asksNothing({ ...filter, q: undefined });
