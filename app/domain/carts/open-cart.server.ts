import { createHash } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import { holdsBeforeOn, type Overdue, type Override } from "#app/domain/credit/credit.ts";
import { overdueJson, overrideJson } from "#app/domain/credit/held.server.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { termsOfferedTo } from "#app/domain/customers/payment-terms.server.ts";
import type { TermsPrice } from "#app/domain/customers/payment-terms.ts";
import { settingsAsOf } from "#app/domain/customers/settings.server.ts";
import { recordStep } from "#app/domain/journey/steps.server.ts";
import type { Cents } from "#app/domain/money.ts";
import { type Day, dayOf } from "#app/domain/period.ts";
import { nextSteps } from "#app/domain/pricing/next-step.ts";
import { pricedCustomer, priceFactsOf, pricing, termsWantedBy } from "#app/domain/pricing/price-facts.server.ts";
import { type PriceFacts, quotedTogether } from "#app/domain/pricing/quote.ts";
import { Refusal, refuseFor } from "#app/domain/refusal.ts";
import { db, type Tx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import { type CartHolder, type LineFacts, type OpenCart, openCart, type ShownCart, seenOf, shownText } from "./cart.ts";

/** A product somebody wants, and how much of it. */
export interface Wish {
  sku: string;
  quantity: number;
}

type HolderRow = {
  minimumOrderCents: Cents | null;
  limitCents: Cents | null;
  usedCents: Cents;
  isHeld: boolean;
  overdue: Overdue | null;
  override: Override | null;
  cartId: number | null;
  addressId: number | null;
  uf: string | null;
  terms: TermsPrice | null;
};

type LineRow = HolderRow & Omit<LineFacts, "quote" | "steps"> & { facts: PriceFacts };

type CartRow = LineRow | (HolderRow & { productId: null });

const ofBuyer = (buyer: Buyer, addressId: number | null): SQL => sql`
    left join (
      select k.customer_id, k.id, k.buyer_id, coalesce(${addressId}::int, k.address_id) as address_id from carts k where k.is_current
    ) k on k.customer_id = c.id and k.buyer_id = ${buyer.userId}::int
    left join cart_lines l on l.customer_id = c.id and l.cart_id = k.id`;

const numbered = (customerId: number, cartId: number): SQL => sql`
    left join carts k on k.customer_id = ${customerId}::int and k.id = ${cartId}::bigint
    left join cart_lines l on l.customer_id = c.id and l.cart_id = k.id`;

const ofWishes = (wishes: Wish[], addressId: number | null): SQL => sql`
    left join (select null::bigint as id, ${addressId}::int as address_id) k on true
    left join (
      select p.id as product_id, w.quantity, null::bigint as shown_unit_price_e4, w.at as added_at
      from jsonb_to_recordset(${JSON.stringify(wishes.map((wish, at) => ({ ...wish, at })))}::jsonb)
        as w (sku text, quantity int, at int)
      join products p on p.sku = w.sku
    ) l on true`;

/** Where the cart `k` of a customer goes, as `a` (id, uf): the address it says, else their main one, else the oldest. */
export const deliveryOf = (customerId: SQL): SQL => sql`
    left join lateral (
      select a.id, a.uf from customer_addresses a where a.customer_id = ${customerId} and a.removed_at is null
      order by a.id = k.address_id desc nulls last, a.is_default desc, a.id limit 1
    ) a on true`;

/** Where the lines come from, and the payment terms wanted for them. */
interface CartSource {
  lines: SQL;
  terms: SQL;
  /** False where everything is chosen already: then nobody is shown other terms, or what would make a line cheaper. */
  isToChoose: boolean;
}

/** The customer and the lines with their prices, one row a line; one row without a product when there is no line. */
async function cartRowsOf(customerId: number, { lines, terms }: CartSource, on: Day, tx: Tx): Promise<CartRow[]> {
  return preparedRows<CartRow>(
    sql`with ${pricedCustomer(customerId, on, terms)}, ${pricing}
    select c.minimum_order_cents as "minimumOrderCents",
      c.credit_limit_cents as "limitCents", c.credit_used_cents as "usedCents", c.is_credit_held as "isHeld",
      ${overdueJson(sql`c.id`, on)} as overdue, ${overrideJson(sql`c.id`, on)} as override,
      case when c.terms->>'id' is not null then c.terms end as terms, k.id as "cartId", a.id as "addressId", coalesce(a.uf, c.uf) as uf,
      p.id as "productId", p.sku, p.name, p.unit, p.pack_multiple as "packMultiple",
      p.minimum_quantity as "minimumQuantity", p.is_active as "isActive", coalesce(p.picture, g.picture) as picture,
      p.supplier_id as "supplierId", u.name as "supplierName", coalesce(u.minimum_order_cents, 0) as "supplierMinimumCents",
      l.quantity, l.shown_unit_price_e4 as "shownUnitPriceE4", coalesce(s.on_hand - s.reserved, 0) as available,
      ${priceFactsOf("p", "coalesce(a.uf, c.uf)")} as facts
    from c ${lines} ${deliveryOf(sql`c.id`)}
    left join products p on p.id = l.product_id
    left join categories g on g.id = p.category_id
    left join suppliers u on u.id = p.supplier_id
    left join stock s on s.product_id = p.id
    order by l.added_at, l.product_id`,
    tx,
  );
}

const isLine = (row: CartRow): row is LineRow => row.productId !== null;

/**
 * The buyer's cart as it stands now: every line priced anew, what changed since it was last shown, and why it cannot be ordered;
 * on the payment terms of the cart, going to where the cart says.
 */
export async function openCartOf(buyer: Buyer, at: Date, tx: Tx = db): Promise<OpenCart> {
  const source = { lines: ofBuyer(buyer, null), terms: termsWantedBy(buyer.userId), isToChoose: true };
  return cartFrom(source, buyer, at, tx);
}

/**
 * The same as it would be ordered: paid on the terms, its goods going to the place named; null: as the cart says. It names no
 * terms to choose from and no cheaper step.
 */
export async function openCartTo(
  buyer: Buyer,
  { addressId, termsId }: { addressId: number | null; termsId: number | null },
  at: Date,
  tx: Tx = db,
): Promise<OpenCart> {
  const terms = termsId === null ? termsWantedBy(buyer.userId) : sql`${termsId}::int`;
  return cartFrom({ lines: ofBuyer(buyer, addressId), terms, isToChoose: false }, buyer, at, tx);
}

/** Says where the goods of a buyer's cart shall go; a place the customer does not have changes nothing. */
export async function deliverTo(buyer: Buyer, addressId: number, tx: Tx = db): Promise<void> {
  await preparedRows(
    sql`update carts k set address_id = a.id from customer_addresses a
      where k.customer_id = ${buyer.customerId}::int and k.buyer_id = ${buyer.userId}::int and k.is_current
        and a.customer_id = k.customer_id and a.id = ${addressId}::int and a.removed_at is null
        and k.address_id is distinct from a.id`,
    tx,
  );
}

/** A cart of the customer as it stands now, current or not, as somebody who may order sees it, on the terms named or the usual ones. */
export async function cartNumbered(
  customerId: number,
  { cartId, termsId }: { cartId: number; termsId: number | null },
  at: Date,
  tx: Tx = db,
): Promise<OpenCart> {
  const source = { lines: numbered(customerId, cartId), terms: sql`${termsId}::int`, isToChoose: true };
  return cartFrom(source, { customerId, mayOrder: true }, at, tx);
}

/**
 * The cart these wishes would make for the customer, priced and judged like any other; nothing of it is kept. A product wished
 * twice becomes one line. Its prices are those of the terms named, or of a buyer's cart; only beside a cart it names cheaper
 * steps. Refused with every SKU that nobody knows (`not_found`).
 */
export async function cartOfWishes(
  customerId: number,
  wishes: readonly Wish[],
  wanted: { termsId: number | null; addressId: number | null } | { cartOf: Buyer },
  at: Date,
  tx: Tx = db,
): Promise<OpenCart> {
  const isOfCart = "cartOf" in wanted;
  const terms = isOfCart ? termsWantedBy(wanted.cartOf.userId) : sql`${wanted.termsId}::int`;
  const summed = new Map<string, number>();
  for (const { sku, quantity } of wishes) summed.set(sku, (summed.get(sku) ?? 0) + quantity);
  const lines = ofWishes(
    [...summed].map(([sku, quantity]) => ({ sku, quantity })),
    isOfCart ? null : wanted.addressId,
  );
  const cart = await cartFrom({ lines, terms, isToChoose: isOfCart }, { customerId, mayOrder: true }, at, tx);
  const known = new Set(cart.lines.map((line) => line.sku));
  const unknown = [...summed.keys()].filter((sku) => !known.has(sku));
  refuseFor(unknown.map((sku) => ({ code: "not_found", details: { what: "product", sku } })));
  return cart;
}

async function cartFrom(
  source: CartSource,
  { customerId, mayOrder }: Pick<Buyer, "customerId" | "mayOrder">,
  at: Date,
  tx: Tx,
): Promise<OpenCart> {
  const on = dayOf(at);
  const [rows, settings, offeredTerms] = await Promise.all([
    cartRowsOf(customerId, source, on, tx),
    settingsAsOf(at, tx),
    source.isToChoose ? termsOfferedTo(customerId, tx) : [],
  ]);
  const [first] = rows;
  if (!first) throw new Refusal("not_found", { what: "customer", id: customerId });
  const holder: CartHolder = {
    mayOrder,
    minimumOrderCents: first.minimumOrderCents ?? settings.minimumOrderCents,
    credit: {
      limitCents: first.limitCents,
      usedCents: first.usedCents,
      isHeld: first.isHeld,
      overdue: first.overdue,
      holdsBefore: holdsBeforeOn(settings.holdOverdueAfterDays, on),
      override: first.override,
    },
    freight: settings.freight,
    delivery: { addressId: first.addressId, uf: first.uf },
    terms: first.terms,
    offeredTerms,
  };
  const ofLines = rows.filter(isLine);
  const quotes = quotedTogether(ofLines, on);
  const lines = ofLines.map((row, at) => {
    const quote = quotes[at] ?? null;
    const steps = quote && source.isToChoose ? nextSteps(quote, row.facts, row, offeredTerms, on) : [];
    return lineFacts(row, { quote, steps });
  });
  return openCart(first.cartId, lines, holder);
}

function lineFacts(row: LineRow, priced: Pick<LineFacts, "quote" | "steps">): LineFacts {
  return {
    productId: row.productId,
    sku: row.sku,
    name: row.name,
    unit: row.unit,
    packMultiple: row.packMultiple,
    minimumQuantity: row.minimumQuantity,
    isActive: row.isActive,
    picture: row.picture,
    supplierId: row.supplierId,
    supplierName: row.supplierName,
    supplierMinimumCents: row.supplierMinimumCents,
    quantity: row.quantity,
    shownUnitPriceE4: row.shownUnitPriceE4,
    available: row.available,
    ...priced,
  };
}

/** Writes down that the buyer looked at their cart, or opened the checkout, and what they saw; an empty cart is no look. */
export async function recordLook(
  buyer: Buyer,
  kind: "cart_viewed" | "checkout_opened",
  cart: OpenCart,
  at: Date,
  tx: Tx = db,
): Promise<void> {
  const { id } = cart;
  if (id !== null && cart.lines.length > 0) await recordStep(buyer, { kind, ...seenOf({ ...cart, id }) }, at, tx);
}

/** SHA-256 of what a cart shows; the form carries it, and only the same again can be ordered. */
export const shownHashOf = (cart: ShownCart): string => createHash("sha256").update(shownText(cart)).digest("hex");
