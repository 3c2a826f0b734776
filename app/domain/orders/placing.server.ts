import { sql } from "drizzle-orm";
import type { OpenCart } from "#app/domain/carts/cart.ts";
import { lockedCredit } from "#app/domain/credit/credit.server.ts";
import { holdOf } from "#app/domain/credit/credit.ts";
import { owesSinceBefore, spendOverride } from "#app/domain/credit/held.server.ts";
import { dayOf } from "#app/domain/period.ts";
import { forgetOwnCells } from "#app/domain/pricing/own-cells.server.ts";
import { type PromotionUse, promotionUses, takeUnits } from "#app/domain/pricing/promotion-units.server.ts";
import { Refusal, refuseFor } from "#app/domain/refusal.ts";
import { lockedSpendingOf } from "#app/domain/spending/spending.server.ts";
import { limitsExceeded, type Spending, unlimited } from "#app/domain/spending/spending.ts";
import { type Tx, withTx } from "#db/connection.server.ts";
import { sqlStateOf } from "#db/errors.ts";
import { preparedRows } from "#db/prepared.server.ts";
import type { Choices } from "./checkout.ts";
import { addFacts } from "./facts.server.ts";
import type { OrderChannel } from "./order.ts";

/** Who orders: a buyer, somebody who acts for one, or a machine with its token; and the channel, where it is said. */
export interface Placer {
  customerId: number;
  userId: number | null;
  actingUserId: number | null;
  tokenId: number | null;
  /** The colleague who approved what is above the buyer's limit; null where nobody was asked. */
  approvedBy: number | null;
  channel: OrderChannel | null;
}

/** The order this request, or this cart, has become already; null when none. */
export async function numberAnswered(
  customerId: number,
  idempotencyKey: string,
  cartId: number | null,
): Promise<string | null> {
  const [row] = await preparedRows<{ number: string }>(
    sql`select order_number as number from idempotency_keys
      where customer_id = ${customerId}::int and key = ${idempotencyKey}::text
    union all
    select number from orders where customer_id = ${customerId}::int and cart_id = ${cartId}::bigint
    limit 1`,
  );
  return row?.number ?? null;
}

/** What an order holds beside its cart. */
export interface Placing extends Choices {
  /** Until when its goods are kept for an online payment; null on account, which is what holds credit. */
  payByAt: Date | null;
  poNumber: string | null;
  notes: string | null;
  shownHash: string;
  idempotencyKey: string;
}

/**
 * Writes the order and everything that hangs on it, all or nothing, in the order of locks: buyer, credit, stock by id, promotions
 * by id, cart, order, facts. The statements are sent together; each guard says by its rows whether it held. Refused with the first
 * that did not, without details: whoever asks looks again.
 */
export async function writtenOrder(
  placer: Placer,
  cart: OpenCart,
  placing: Placing,
  at: Date,
  outer: Tx,
): Promise<{ number: string }> {
  const isOnAccount = placing.payByAt === null;
  const hold = isOnAccount ? holdOf(cart.credit) : null;
  const override = hold && cart.credit.override;
  const uses = promotionUses(cart.lines);
  const limited = uses.filter(({ isLimited }) => isLimited).length;
  return withTx(async (tx) => {
    const sent = Promise.all([
      spendingToHold(placer, at, tx),
      isOnAccount ? holdCredit(placer, cart, override !== null, tx) : lockedCredit(placer.customerId, tx),
      holdStock(cart, tx),
      limited > 0 ? takeUnits(uses, tx) : [],
      cart.id === null ? null : closeCart(placer, cart.id, at, tx),
      insertOrder(placer, cart, uses, placing, at, tx),
      addFacts(placer.customerId, cart.id === null ? "just numbered" : { cartId: cart.id }, tx),
      override && spendOverride(placer.customerId, override.id, { on: dayOf(at), at }, tx),
    ]);
    const [spending, credit, stock, promotions, closed, [order], , overridden] = await sent.catch((fault) => {
      throw sqlStateOf(fault) === "23505" ? new Refusal("already_ordered") : fault;
    });
    if (!order) throw new Refusal("already_ordered");
    if (placer.approvedBy === null) refuseFor(limitsExceeded(spending, cart.totalCents));
    if (hold && overridden?.length === 0) throw new Refusal(hold.code);
    if (credit?.length === 0) throw new Refusal("credit_exceeded");
    if (stock.length !== cart.lines.length) throw new Refusal("out_of_stock");
    if (promotions.length !== limited) throw new Refusal("prices_changed");
    if (closed?.length === 0 || !order.isKeyNew) throw new Refusal("already_ordered");
    if (!order.areLinesAsShown) throw new Refusal("prices_changed");
    return { number: order.number };
  }, outer).finally(() => forgetOwnCells(placer.customerId));
}

/** The limits of a buyer at the keys, locked; with the lock even an approved order takes its place in the row of theirs. */
function spendingToHold({ userId, actingUserId, customerId }: Placer, at: Date, tx: Tx): Promise<Spending> | Spending {
  if (userId === null || actingUserId !== null) return unlimited;
  return lockedSpendingOf(userId, customerId, at, tx);
}

/** Counts the total against the limit; a held customer passes by an override only, which is used beside it. */
function holdCredit(placer: Placer, { totalCents, credit }: OpenCart, isOverridden: boolean, tx: Tx) {
  return preparedRows(
    sql`update customers set credit_used_cents = credit_used_cents + ${totalCents}::bigint
    where id = ${placer.customerId}::int
      and (${isOverridden}::boolean or not (is_credit_held or ${owesSinceBefore(placer.customerId, credit.holdsBefore)}))
      and (credit_limit_cents is null or credit_used_cents + ${totalCents}::bigint <= credit_limit_cents)
    returning id`,
    tx,
  );
}

/** Quantities as the database reads them; a cart has a product once, so they are summed already. */
const quantitiesOf = (cart: OpenCart): string =>
  JSON.stringify(cart.lines.map((line) => ({ id: line.productId, quantity: line.quantity })));

function holdStock(cart: OpenCart, tx: Tx) {
  return preparedRows(
    sql`with wanted as materialized (
      select w.id, w.quantity from jsonb_to_recordset(${quantitiesOf(cart)}::jsonb) as w (id int, quantity int)
    ), locked as materialized (
      select s.product_id from stock s where s.product_id in (select id from wanted) order by s.product_id for no key update
    )
    update stock s set reserved = s.reserved + w.quantity
    from wanted w join locked l on l.product_id = w.id
    where s.product_id = w.id and s.on_hand - s.reserved >= w.quantity
    returning s.product_id`,
    tx,
  );
}

function closeCart(placer: Placer, cartId: number, at: Date, tx: Tx) {
  return preparedRows(
    sql`update carts set ordered_at = ${at.toISOString()}::timestamptz, is_current = false
    where customer_id = ${placer.customerId}::int and id = ${cartId}::bigint and ordered_at is null
    returning id`,
    tx,
  );
}

type InsertedOrder = { number: string; isKeyNew: boolean; areLinesAsShown: boolean };

function insertOrder(
  placer: Placer,
  cart: OpenCart,
  uses: PromotionUse[],
  placing: Placing,
  at: Date,
  tx: Tx,
): Promise<InsertedOrder[]> {
  const moment = at.toISOString();
  const on = dayOf(at);
  const lines = cart.lines.map((line, at) => ({
    line: at + 1,
    product_id: line.productId,
    sku: line.sku,
    name: line.name,
    quantity: line.quantity,
    unit_price_e4: line.quote?.unitPriceE4,
    total_cents: line.lineCents,
    price_chain: line.quote?.chain,
    taxes: line.taxes.length > 0 ? line.taxes : null,
  }));
  const taxes = cart.taxes.length > 0 ? JSON.stringify(cart.taxes) : null;
  const isBonus = cart.goodsCents === 0 && lines.every((line) => line.unit_price_e4 === 0);
  return preparedRows<InsertedOrder>(
    sql`with placed as (
      insert into orders (customer_id, number, kind, is_bonus, placed_at, placed_on, channel, placed_by, placed_by_token_id,
        approved_by, rep_id, cart_id, goods_cents, freight_cents, is_freight_open, taxes, payment_terms_id, payment_terms_name,
        payment_terms_days, payment_method, pay_by_at, address, po_number, notes, shown_hash, uf, country)
      select c.id, nextval('order_numbers')::text, 'order', ${isBonus}::boolean, ${moment}::timestamptz, ${on}::date,
        ${channelSql(placer, moment, on)}, ${placer.actingUserId ?? placer.userId}::int, ${placer.tokenId}::int,
        ${placer.approvedBy}::int, c.rep_id, ${cart.id}::bigint,
        ${cart.goodsCents}::bigint, ${cart.freightCents}::bigint, ${cart.freightKind === "agreed"}::boolean, ${taxes}::jsonb,
        ${placing.terms?.id ?? null}::int, ${placing.terms?.name ?? null}::text, ${placing.terms && `{${placing.terms.days}}`}::int[],
        ${placing.payByAt ? "online" : "account"}::text, ${placing.payByAt?.toISOString() ?? null}::timestamptz,
        ${JSON.stringify(placing.address)}::jsonb, ${placing.poNumber}::text, ${placing.notes}::text,
        ${placing.shownHash}::text, c.uf, c.country
      from customers c where c.id = ${placer.customerId}::int and not exists (
        select from orders o where o.customer_id = c.id and o.cart_id = ${cart.id}::bigint)
      returning customer_id, id, number, pay_by_at
    ), lines as (
      insert into order_lines (customer_id, order_id, line, product_id, sku, name, quantity, unit_price_e4, total_cents, price_chain, taxes)
      select p.customer_id, p.id, l.line, l.product_id, l.sku, l.name, l.quantity, l.unit_price_e4, l.total_cents, l.price_chain, l.taxes
      from placed p, jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l (line int, product_id int, sku text, name text,
        quantity int, unit_price_e4 bigint, total_cents bigint, price_chain jsonb, taxes jsonb)
    ), promoted as (
      insert into promotion_uses (customer_id, order_id, promotion_id, units)
      select p.customer_id, p.id, u.id, u.units
      from placed p, jsonb_to_recordset(${JSON.stringify(uses)}::jsonb) as u (id int, units int)
    ), key as (
      insert into idempotency_keys (customer_id, key, order_number, at)
      select p.customer_id, ${placing.idempotencyKey}::text, p.number, ${moment}::timestamptz from placed p
      on conflict do nothing returning key
    ), credit as (
      insert into credit_entries (customer_id, amount_cents, reason, order_number, at, by_user_id)
      select p.customer_id, ${cart.totalCents}::bigint, 'order', p.number, ${moment}::timestamptz, ${placer.userId}::int
      from placed p where p.pay_by_at is null
    ), step as (
      insert into journey_steps (customer_id, buyer_id, acting_user_id, cart_id, kind, at, details)
      select p.customer_id, ${placer.userId}::int, ${placer.actingUserId}::int, ${cart.id}::bigint, 'ordered',
        ${moment}::timestamptz, jsonb_build_object('orderNumber', p.number, 'totalCents', ${cart.totalCents}::bigint)
      from placed p where ${placer.userId}::int is not null
    )
    select p.number, exists (select from key) as "isKeyNew", ${cart.id}::bigint is null or
      (select coalesce(jsonb_agg(jsonb_build_object('id', l.product_id, 'quantity', l.quantity) order by l.added_at, l.product_id), '[]')
        from cart_lines l where l.customer_id = p.customer_id and l.cart_id = ${cart.id}::bigint)
        = ${quantitiesOf(cart)}::jsonb as "areLinesAsShown"
    from placed p`,
    tx,
  );
}

/** The buyer at the keys orders in the shop; staff on the day of their visit there order on it, else by phone. */
function channelSql(placer: Placer, moment: string, on: string) {
  return sql`case when ${placer.channel}::text is not null then ${placer.channel}::text
    when ${placer.actingUserId}::int is null then 'storefront'
    when exists (
      select from activities a
      where a.customer_id = c.id and a.user_id = ${placer.actingUserId}::int and a.kind = 'visit' and a.cancelled_at is null
        and a.checked_in_at <= ${moment}::timestamptz
        and ((a.checked_in_at at time zone 'America/Sao_Paulo')::date = ${on}::date
          or (a.done_at is null and a.checked_in_at > ${moment}::timestamptz - interval '24 hours'))
    ) then 'visit' else 'phone' end`;
}
