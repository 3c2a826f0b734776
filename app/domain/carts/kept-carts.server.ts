import { type SQL, sql } from "drizzle-orm";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { db, type Tx, withTx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import { type Filled, fillCart } from "./filling.server.ts";
import { type KeptCart, mostKeptCarts, removedCartDays } from "./kept-cart.ts";

/** The carts `k` of a buyer that were set aside and did not become an order. */
const ofBuyer = (
  buyer: Buyer,
): SQL => sql`k.customer_id = ${buyer.customerId}::int and k.buyer_id = ${buyer.userId}::int
  and k.set_aside_at is not null and k.ordered_at is null`;

/** Makes everything done to one buyer's carts queue up, in however many tabs. */
const queueUp = (buyer: Buyer, tx: Tx) =>
  tx.execute(sql`select from users where id = ${buyer.userId} for no key update`);

const moment = (at: Date): SQL => sql`${at.toISOString()}::timestamptz`;

/** The carts a buyer keeps under a name, the latest first. */
export async function keptCartsOf(buyer: Buyer, tx: Tx = db): Promise<KeptCart[]> {
  const rows = await preparedRows<Omit<KeptCart, "setAsideAt"> & { setAsideAt: string }>(
    sql`select k.id, k.name, k.set_aside_at as "setAsideAt", count(l.product_id)::int as lines,
      coalesce(sum(round(l.quantity * l.shown_unit_price_e4 / 100.0)), 0)::float8 as "goodsCents"
    from carts k left join cart_lines l on l.customer_id = k.customer_id and l.cart_id = k.id
    where ${ofBuyer(buyer)} and k.removed_at is null
    group by k.customer_id, k.id order by k.set_aside_at desc, k.id desc`,
    tx,
  );
  return rows.map((row) => ({ ...row, setAsideAt: new Date(row.setAsideAt) }));
}

/** The name the buyer's current cart was once given, and how many carts wait beside it. */
export async function besideCartOf(buyer: Buyer): Promise<{ name: string | null; kept: number }> {
  const [row] = await preparedRows<{ name: string | null; kept: number }>(
    sql`select (select k.name from carts k where k.customer_id = ${buyer.customerId}::int and k.buyer_id = ${buyer.userId}::int
        and k.is_current) as name,
      (select count(*)::int from carts k where ${ofBuyer(buyer)} and k.removed_at is null) as kept`,
  );
  return row ?? { name: null, kept: 0 };
}

async function refuseWhenFull(buyer: Buyer, tx: Tx): Promise<void> {
  const [kept] = await preparedRows<{ many: number }>(
    sql`select count(*)::int as many from carts k where ${ofBuyer(buyer)} and k.removed_at is null`,
    tx,
  );
  if ((kept?.many ?? 0) >= mostKeptCarts) throw new Refusal("carts_full", { most: mostKeptCarts });
}

/** The buyer's current cart, locked before anything is read of it, so that a line on its way into it is seen. */
async function lockedCurrent(buyer: Buyer, tx: Tx): Promise<{ id: number; name: string | null } | null> {
  const [row] = await preparedRows<{ id: number; name: string | null }>(
    sql`select k.id, k.name from carts k where k.customer_id = ${buyer.customerId}::int and k.buyer_id = ${buyer.userId}::int
      and k.is_current for no key update`,
    tx,
  );
  return row ?? null;
}

/** Takes the locked cart off its place: set aside under the name where it holds a line, else out of sight. Says whether it was set aside. */
async function vacate(buyer: Buyer, id: number, name: string, at: Date, tx: Tx): Promise<boolean> {
  const [row] = await preparedRows<{ isKept: boolean }>(
    sql`with held as (
      select exists (select from cart_lines l where l.customer_id = ${buyer.customerId}::int and l.cart_id = ${id}::bigint) as has_lines
    )
    update carts k set is_current = false,
      name = case when held.has_lines then ${name}::text else k.name end,
      set_aside_at = case when held.has_lines then ${moment(at)} end,
      removed_at = case when held.has_lines then null else ${moment(at)} end
    from held where k.customer_id = ${buyer.customerId}::int and k.id = ${id}::bigint
    returning held.has_lines as "isKept"`,
    tx,
  );
  return row?.isKept ?? false;
}

/** Sets the buyer's cart aside under a name, so that a new one can begin. Refused while it is empty, and when twenty are kept already. */
export async function setAside(buyer: Buyer, name: string, at: Date): Promise<void> {
  await withTx(async (tx) => {
    await queueUp(buyer, tx);
    await refuseWhenFull(buyer, tx);
    const current = await lockedCurrent(buyer, tx);
    if (!current || !(await vacate(buyer, current.id, name, at, tx))) throw new Refusal("cart_empty");
  });
}

/** Locks a kept cart of the buyer's; anybody else's, or one that was ordered or removed, does not exist (refused `not_found`). */
async function lockedCart(buyer: Buyer, id: number, tx: Tx): Promise<void> {
  const rows = await preparedRows(
    sql`select k.id from carts k where ${ofBuyer(buyer)} and k.removed_at is null and k.id = ${id}::bigint for no key update`,
    tx,
  );
  if (rows.length === 0) throw new Refusal("not_found", { what: "cart" });
}

/** Makes a kept cart the current one again; the current one is set aside in its place, under its own name or the one given. */
export async function makeCurrent(buyer: Buyer, id: number, otherwiseNamed: string, at: Date): Promise<void> {
  await withTx(async (tx) => {
    await queueUp(buyer, tx);
    await lockedCart(buyer, id, tx);
    const current = await lockedCurrent(buyer, tx);
    if (current) await vacate(buyer, current.id, current.name ?? otherwiseNamed, at, tx);
    await preparedRows(
      sql`update carts k set is_current = true, set_aside_at = null
      where k.customer_id = ${buyer.customerId}::int and k.id = ${id}::bigint and k.set_aside_at is not null and k.ordered_at is null
        and k.removed_at is null`,
      tx,
    );
  });
}

/** Gives a kept cart another name. */
export async function renameCart(buyer: Buyer, id: number, name: string): Promise<void> {
  const rows = await preparedRows(
    sql`update carts k set name = ${name}::text where ${ofBuyer(buyer)} and k.removed_at is null and k.id = ${id}::bigint returning k.id`,
  );
  if (rows.length === 0) throw new Refusal("not_found", { what: "cart" });
}

/** Writes down a step for every line of a cart: out of it with the cart, or back in with it. */
const stepForEveryLine = (buyer: Buyer, id: number, kind: "added" | "removed", at: Date, tx: Tx) =>
  preparedRows(
    sql`insert into journey_steps (customer_id, buyer_id, acting_user_id, cart_id, kind, at, product_id, quantity, unit_price_e4, stock_seen)
    select l.customer_id, ${buyer.userId}::int, ${buyer.actingUserId}::int, l.cart_id, ${kind}::text, ${moment(at)}, l.product_id,
      case when ${kind}::text = 'added' then l.quantity else 0 end, l.shown_unit_price_e4, coalesce(s.on_hand - s.reserved, 0)
    from cart_lines l left join stock s on s.product_id = l.product_id
    where l.customer_id = ${buyer.customerId}::int and l.cart_id = ${id}::bigint`,
    tx,
  );

/** Takes a kept cart away with all its lines; for thirty days it can be brought back. Taking it away twice is taking it away once. */
export async function removeCart(buyer: Buyer, id: number, at: Date): Promise<void> {
  await withTx(async (tx) => {
    const [row] = await preparedRows<{ isNew: boolean }>(
      sql`select k.removed_at is null as "isNew" from carts k where ${ofBuyer(buyer)} and k.id = ${id}::bigint for no key update`,
      tx,
    );
    if (!row) throw new Refusal("not_found", { what: "cart" });
    if (!row.isNew) return;
    await preparedRows(
      sql`update carts set removed_at = ${moment(at)} where customer_id = ${buyer.customerId}::int and id = ${id}::bigint`,
      tx,
    );
    await stepForEveryLine(buyer, id, "removed", at, tx);
  });
}

/** Brings a removed cart back to the kept ones as it was; doing it twice changes nothing. Refused when twenty are kept. */
export async function bringCartBack(buyer: Buyer, id: number, at: Date): Promise<void> {
  await withTx(async (tx) => {
    await queueUp(buyer, tx);
    const [row] = await preparedRows<{ isAway: boolean }>(
      sql`select k.removed_at is not null as "isAway" from carts k where ${ofBuyer(buyer)} and k.id = ${id}::bigint for no key update`,
      tx,
    );
    if (!row) throw new Refusal("not_found", { what: "cart" });
    if (!row.isAway) return;
    await refuseWhenFull(buyer, tx);
    await preparedRows(
      sql`update carts set removed_at = null where customer_id = ${buyer.customerId}::int and id = ${id}::bigint`,
      tx,
    );
    await stepForEveryLine(buyer, id, "added", at, tx);
  });
}

/** Kept carts a buyer can still bring back, the latest first. */
export const removedCartsOf = (buyer: Buyer, at: Date): Promise<{ id: number; name: string }[]> => {
  const since = new Date(at.getTime() - removedCartDays * 86_400_000);
  return preparedRows(
    sql`select k.id, k.name from carts k where ${ofBuyer(buyer)} and k.removed_at >= ${moment(since)}
        and exists (select from cart_lines l where l.customer_id = k.customer_id and l.cart_id = k.id)
      order by k.removed_at desc limit 10`,
  );
};

/**
 * Puts what a kept cart holds into the current one, by the rules of a list: what is there already is made up to the quantity. What
 * went in leaves the kept cart, which is gone when nothing stays; what is refused stays in it and is said.
 */
export async function mergeIntoCurrent(buyer: Buyer, id: number, at: Date): Promise<Filled> {
  return withTx(async (tx) => {
    await queueUp(buyer, tx);
    await lockedCart(buyer, id, tx);
    const wanted = await preparedRows<{ sku: string; quantity: number }>(
      sql`select p.sku, l.quantity from cart_lines l join products p on p.id = l.product_id
      where l.customer_id = ${buyer.customerId}::int and l.cart_id = ${id}::bigint order by l.added_at, l.product_id`,
      tx,
    );
    const filled = await fillCart(buyer, wanted, at, tx);
    const stays = JSON.stringify(filled.refused.map(({ details }) => details.sku));
    await preparedRows(
      sql`with line as (
        delete from cart_lines l using products p
        where l.customer_id = ${buyer.customerId}::int and l.cart_id = ${id}::bigint and p.id = l.product_id
          and not ${stays}::jsonb ? p.sku
        returning l.cart_id, l.product_id, l.shown_unit_price_e4
      )
      insert into journey_steps (customer_id, buyer_id, acting_user_id, cart_id, kind, at, product_id, quantity, unit_price_e4, stock_seen)
      select ${buyer.customerId}::int, ${buyer.userId}::int, ${buyer.actingUserId}::int, line.cart_id, 'removed', ${moment(at)},
        line.product_id, 0, line.shown_unit_price_e4, coalesce(s.on_hand - s.reserved, 0)
      from line left join stock s on s.product_id = line.product_id`,
      tx,
    );
    if (filled.refused.length === 0) {
      await preparedRows(
        sql`update carts set removed_at = ${moment(at)} where customer_id = ${buyer.customerId}::int and id = ${id}::bigint`,
        tx,
      );
    }
    return filled;
  });
}
