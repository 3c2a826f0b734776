import type { Cents } from "#app/domain/money.ts";

/** An amount, and the goods value it falls away from (null: from none). */
export interface FreightRate {
  cents: Cents;
  freeOverCents: Cents | null;
}

/** What counts for a state the table does not name: an amount, an agreement by hand, or no delivery at all. */
export const freightElsewhere = ["charged", "agreed", "refused"] as const;
export type FreightElsewhere = (typeof freightElsewhere)[number];

/**
 * What freight costs the customer: nothing, the same for everybody, or an amount by the state the goods go to. `freeOverCents`
 * holds for every state that has none of its own.
 */
export type FreightRule =
  | { kind: "free" }
  | ({ kind: "fixed" } & FreightRate)
  | ({ kind: "by_uf"; rates: Record<string, FreightRate>; elsewhere: FreightElsewhere } & FreightRate);

/** Freight as it stands for an order: charged, to be agreed by hand after it, or not offered to this state. */
export interface Freight {
  kind: "charged" | "agreed" | "refused";
  cents: Cents;
  /** The goods value this freight falls away from; null where it never does. */
  freeOverCents: Cents | null;
}

function charged({ cents, freeOverCents }: FreightRate, goodsCents: Cents): Freight {
  const isFree = freeOverCents !== null && goodsCents >= freeOverCents;
  return { kind: "charged", cents: isFree ? 0 : cents, freeOverCents };
}

/** What freight a goods value pays to a state; where nobody knows the state (null) it pays what states beyond the table pay. */
export function freightOf(rule: FreightRule, goodsCents: Cents, uf: string | null): Freight {
  if (rule.kind === "free") return { kind: "charged", cents: 0, freeOverCents: null };
  if (rule.kind === "fixed") return charged(rule, goodsCents);
  const rate = uf === null ? undefined : rule.rates[uf];
  if (rate) return charged({ ...rate, freeOverCents: rate.freeOverCents ?? rule.freeOverCents }, goodsCents);
  if (rule.elsewhere === "charged") return charged(rule, goodsCents);
  return { kind: rule.elsewhere, cents: 0, freeOverCents: null };
}
