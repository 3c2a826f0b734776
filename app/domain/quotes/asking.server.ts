import { sql } from "drizzle-orm";
import { recordAudit } from "#app/domain/audit/audit.server.ts";
import type { CartLine, OpenCart } from "#app/domain/carts/cart.ts";
import { changeQuantity } from "#app/domain/carts/carts.server.ts";
import { cartOfWishes, openCartOf, shownHashOf, type Wish } from "#app/domain/carts/open-cart.server.ts";
import { openBeside, setAside } from "#app/domain/carts/waiting.server.ts";
import { mostUnits, roundedToPack } from "#app/domain/catalog/quantity.ts";
import type { Buyer, Scope } from "#app/domain/customers/buyer.ts";
import type { PriceE4 } from "#app/domain/money.ts";
import { dayOf } from "#app/domain/period.ts";
import { Refusal, refuseFor } from "#app/domain/refusal.ts";
import { db, type Tx, withTx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import { customerOfQuote, lockedQuote } from "./locked.server.ts";
import { mayBeAskedAgain, type QuoteWish } from "./quote.ts";
import { tellAsked } from "./quote-mails.server.ts";

/** What they wish of one line; the price is a wish and never becomes one by itself. */
export interface LineWish {
  sku: string;
  quantity: number;
  wishedUnitPriceE4: PriceE4 | null;
}

/** A quote as it is asked from the page that shows the cart. */
export interface AskedFromCart extends QuoteWish {
  cartId: number;
  /** SHA-256 of what the page showed; a cart that changed since is shown again first. */
  shownHash: string;
  lines: readonly LineWish[];
}

const onlyLooks = (buyer: Buyer): void => {
  if (!buyer.mayOrder) throw new Refusal("views_only");
};

/** What a quote cannot be asked for: nothing, what is no longer sold, has no price, or is no whole packs. Stock may be short. */
function refuseUnlessAskable(lines: readonly CartLine[]): void {
  if (lines.length === 0) throw new Refusal("cart_empty");
  refuseFor(lines.flatMap((line) => line.reasons).filter((reason) => reason.code !== "out_of_stock"));
}

/** Where a quote comes from: the first of its kind, or a further version of another. */
interface Origin {
  copiedFrom: number | null;
  firstNumber: number | null;
  version: number;
}

const first: Origin = { copiedFrom: null, firstNumber: null, version: 1 };

/** Writes the quote of a cart that waits, tells the house, and gives its number. */
async function written(
  buyer: Buyer,
  cart: { id: number; lines: readonly CartLine[] },
  wish: QuoteWish,
  wished: ReadonlyMap<string, PriceE4 | null>,
  origin: Origin,
  at: Date,
  tx: Tx,
): Promise<number> {
  const lines = cart.lines.map((line, place) => ({
    ...{ line: place + 1, product_id: line.productId, sku: line.sku, name: line.name, unit: line.unit },
    ...{ quantity: line.quantity, list: line.quote?.unitPriceE4, chain: line.quote?.chain },
    wished: wished.get(line.sku) ?? null,
  }));
  const [row] = await preparedRows<{ number: number }>(
    sql`with numbered as materialized (select nextval('quote_numbers')::int as number), quote as (
      insert into quotes (customer_id, number, first_number, version, copied_from, cart_id, asked_by, asked_at, wanted_price,
        wanted_terms, wanted_on, message)
      select ${buyer.customerId}::int, n.number, coalesce(${origin.firstNumber}::int, n.number), ${origin.version}::int,
        ${origin.copiedFrom}::int, ${cart.id}::bigint, ${buyer.userId}::int, ${at.toISOString()}::timestamptz,
        ${wish.wantedPrice}::text, ${wish.wantedTerms}::text, ${wish.wantedOn}::date, ${wish.message}::text
      from numbered n returning customer_id, number
    ), lines as (
      insert into quote_lines (customer_id, quote_number, line, product_id, sku, name, unit, wished_quantity,
        list_unit_price_e4, list_chain, wished_unit_price_e4)
      select q.customer_id, q.number, l.line, l.product_id, l.sku, l.name, l.unit, l.quantity, l.list, l.chain, l.wished
      from quote q, jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l (line int, product_id int, sku text, name text,
        unit text, quantity int, list bigint, chain jsonb, wished bigint)
    )
    select number from quote`,
    tx,
  );
  const { number } = row as { number: number };
  const note = {
    actorId: buyer.userId,
    customerId: buyer.customerId,
    action: "quote_asked",
    subject: `quote ${number}`,
  };
  await recordAudit({ ...note, after: { lines: lines.length, copiedFrom: origin.copiedFrom } }, at, tx);
  await tellAsked({ ...buyer, number }, at, tx);
  return number;
}

/** The quote a cart was handed over for, if it was. */
async function askedFor(customerId: number, cartId: number, tx: Tx): Promise<number | null> {
  const [row] = await preparedRows<{ number: number }>(
    sql`select number from quotes where customer_id = ${customerId}::int and cart_id = ${cartId}::bigint`,
    tx,
  );
  return row?.number ?? null;
}

/**
 * Asks for a quote of the buyer's cart and hands the cart over: it is no longer the one they fill, and waits for the answer. The
 * quantities may be changed on the way, by the cart's own rules. Asked twice for the same cart it is one quote. Refused: who may
 * only look, a cart that changed since it was shown, lines that cannot be ordered by anybody.
 */
export async function askForQuote(buyer: Buyer, asked: AskedFromCart, at: Date, outer: Tx = db): Promise<number> {
  onlyLooks(buyer);
  return withTx(async (tx) => {
    // A second press of the button waits for the first.
    await tx.execute(sql`select from users where id = ${buyer.userId} for no key update`);
    const before = await askedFor(buyer.customerId, asked.cartId, tx);
    if (before !== null) return before;
    const shown = await openCartOf(buyer, at, tx);
    if (shown.lines.length === 0) throw new Refusal("cart_empty");
    if (shown.id !== asked.cartId || shownHashOf(shown) !== asked.shownHash) throw new Refusal("prices_changed");
    const cart = (await withQuantities(buyer, shown, asked.lines, at, tx)) ? await openCartOf(buyer, at, tx) : shown;
    refuseUnlessAskable(cart.lines);
    if (!(await setAside(buyer.customerId, asked.cartId, tx))) throw new Refusal("prices_changed");
    const wished = new Map(asked.lines.map((line) => [line.sku, line.wishedUnitPriceE4]));
    return written(buyer, { id: asked.cartId, lines: cart.lines }, asked, wished, first, at, tx);
  }, outer);
}

/** Changes the lines whose quantity is wished otherwise; true when any was. */
async function withQuantities(
  buyer: Buyer,
  cart: OpenCart,
  wishes: readonly LineWish[],
  at: Date,
  tx: Tx,
): Promise<boolean> {
  const held = new Map(cart.lines.map((line) => [line.sku, line.quantity]));
  const changed = wishes.filter(({ sku, quantity }) => held.get(sku) !== quantity);
  for (const { sku, quantity } of changed) {
    if (!Number.isInteger(quantity)) throw new Refusal("quantity_invalid", { sku, most: mostUnits });
    await changeQuantity(buyer, { sku, quantity }, at, tx);
  }
  return changed.length > 0;
}

/** Asks for these lines in a cart of their own, beside the one the buyer fills. */
export async function askBeside(
  buyer: Buyer,
  wishes: readonly LineWish[],
  wish: QuoteWish,
  at: Date,
  outer: Tx = db,
): Promise<number> {
  onlyLooks(buyer);
  return withTx(async (tx) => {
    const { lines } = await cartOfWishes(buyer.customerId, [...wishes], { cartOf: buyer }, at, tx);
    refuseUnlessAskable(lines);
    const wished = new Map(wishes.map((line) => [line.sku, line.wishedUnitPriceE4]));
    return written(buyer, { id: await openBeside(buyer, lines, at, tx), lines }, wish, wished, first, at, tx);
  }, outer);
}

type KeptLine = Wish & { packMultiple: number; minimumQuantity: number; wishedUnitPriceE4: PriceE4 | null };

/**
 * The same once more as a further version, at the list prices and in the packs of today; what is no longer sold is left out.
 * Asked twice it is one. Refused while the house has not answered yet, and once it became an order.
 */
export async function askAgain(buyer: Buyer, number: number, at: Date, outer: Tx = db): Promise<number> {
  onlyLooks(buyer);
  return withTx(async (tx) => {
    const old = await lockedQuote(buyer.customerId, number, dayOf(at), tx);
    if (old.copiedTo !== null) return old.copiedTo;
    if (!mayBeAskedAgain(old.state)) throw new Refusal(old.state === "asked" ? "quote_not_answered" : "quote_closed");
    const kept = await preparedRows<KeptLine>(
      sql`select p.sku, coalesce(l.quantity, l.wished_quantity) as quantity, p.pack_multiple as "packMultiple",
          p.minimum_quantity as "minimumQuantity", l.wished_unit_price_e4 as "wishedUnitPriceE4"
        from quote_lines l join products p on p.id = l.product_id
        where l.customer_id = ${buyer.customerId}::int and l.quote_number = ${number}::int and p.is_active order by l.line`,
      tx,
    );
    const wishes = kept.map((line) => ({ sku: line.sku, quantity: roundedToPack(line, line.quantity) }));
    const priced = await cartOfWishes(buyer.customerId, wishes, { cartOf: buyer }, at, tx);
    const lines = priced.lines.filter((line) => line.quote !== null);
    refuseUnlessAskable(lines);
    const wish = {
      ...old.wish,
      wantedOn: old.wish.wantedOn !== null && old.wish.wantedOn < dayOf(at) ? null : old.wish.wantedOn,
    };
    const origin = { copiedFrom: number, firstNumber: old.firstNumber, version: old.latestVersion + 1 };
    const wished = new Map(kept.map((line) => [line.sku, line.wishedUnitPriceE4]));
    return written(buyer, { id: await openBeside(buyer, lines, at, tx), lines }, wish, wished, origin, at, tx);
  }, outer);
}

/** A further version made by the house for a customer of the scope; one outside of it does not exist (`not_found`). */
export async function askAgainFor(scope: Scope, number: number, at: Date): Promise<number> {
  const { userId } = scope;
  const customerId = await customerOfQuote(scope, number);
  return askAgain({ userId, customerId, actingUserId: userId, mayOrder: true }, number, at);
}
