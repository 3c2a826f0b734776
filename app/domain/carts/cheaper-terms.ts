import { freightOf } from "#app/domain/customers/freight.ts";
import { basisPointsBetween, type Cents } from "#app/domain/money.ts";
import type { TermsStep } from "#app/domain/pricing/next-step.ts";
import type { CartHolder, CartLine, OpenCart } from "./cart.ts";

/** What lines save on other terms, as their own next steps say. */
const savedOn = (termsId: number, lines: CartLine[]): Cents =>
  lines.reduce((sum, { steps }) => {
    const step = steps.find((one) => one.kind === "terms");
    return step?.termsId === termsId ? sum + step.savedCents : sum;
  }, 0);

/**
 * The payment terms that make a whole cart cheaper, as its lines name them, with what they save on all of it. Null for who only
 * looks, and where none do: where the cart would fall under what they ask for, under a minimum it reaches, or out of free freight.
 */
export function cheaperTermsOf(
  cart: Pick<OpenCart, "lines" | "suppliers" | "goodsCents" | "freightCents">,
  holder: CartHolder,
): TermsStep | null {
  const { terms, offeredTerms, minimumOrderCents, freight, delivery } = holder;
  const [best] = offeredTerms
    .map((offered) => ({ offered, savedCents: savedOn(offered.id, cart.lines) }))
    .sort((one, other) => other.savedCents - one.savedCents);
  if (!best || best.savedCents === 0 || !terms || !holder.mayOrder) return null;
  const { offered, savedCents } = best;
  const goodsCents = cart.goodsCents - savedCents;
  const fallsUnder = (minimumCents: Cents, now: Cents, saved: Cents) =>
    now >= minimumCents && now - saved < minimumCents;
  const isMissed = cart.suppliers.some((one) => {
    const lines = cart.lines.filter(({ supplierId }) => supplierId === one.supplierId);
    return fallsUnder(one.minimumCents, one.goodsCents, savedOn(offered.id, lines));
  });
  if (isMissed || goodsCents < offered.minimumOrderCents) return null;
  if (fallsUnder(minimumOrderCents, cart.goodsCents, savedCents)) return null;
  if (freightOf(freight, goodsCents, delivery.uf).cents > cart.freightCents) return null;
  return {
    ...{ kind: "terms", termsId: offered.id, terms: offered.name, insteadOf: terms.name, savedCents },
    basisPoints: basisPointsBetween(cart.goodsCents, goodsCents),
  };
}
