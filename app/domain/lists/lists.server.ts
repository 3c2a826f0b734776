import { type SQL, sql } from "drizzle-orm";
import type { CartLine } from "#app/domain/carts/cart.ts";
import { cartOfWishes } from "#app/domain/carts/open-cart.server.ts";
import { type Packing, roundedToPack } from "#app/domain/catalog/quantity.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { db, type Tx, withTx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import { keptRemovedDays, type ListKey, type ListSummary, mostLists } from "./list.ts";

/** A product on a list at the price of now, its quantity in whole packs of today. */
export interface ListLine extends CartLine {
  /** The quantity as it was put on the list. */
  keptQuantity: number;
}

/** A list with its products, in their order. */
export interface OpenList extends Omit<ListSummary, "lines"> {
  lines: ListLine[];
  goodsCents: number;
}

/** True for the lists (`l`) a buyer sees: those shared in their company, and their own. */
const seenBy = (buyer: Buyer): SQL =>
  sql`l.customer_id = ${buyer.customerId}::int and (l.is_shared or l.owner_id = ${buyer.userId}::int)`;

const isKey = (buyer: Buyer, key: ListKey): SQL =>
  key === "favourites" ? sql`l.is_favourites and l.owner_id = ${buyer.userId}::int` : sql`l.id = ${key}::int`;

const summary = (buyer: Buyer): SQL => sql`
  select l.id, l.name, l.is_favourites as "isFavourites", l.is_shared as "isShared", l.owner_id = ${buyer.userId}::int as "isOwn",
    u.name as "ownerName", l.changed_at as "changedAt",
    (select count(*)::int from list_lines n where n.customer_id = l.customer_id and n.list_id = l.id) as lines
  from lists l join users u on u.id = l.owner_id`;

type SummaryRow = Omit<ListSummary, "changedAt"> & { changedAt: string };

const fromRow = (row: SummaryRow): ListSummary => ({ ...row, changedAt: new Date(row.changedAt) });

/** The lists a buyer sees, favourites first, then by name. */
export async function listsOf(buyer: Buyer): Promise<ListSummary[]> {
  const rows = await preparedRows<SummaryRow>(
    sql`${summary(buyer)} where ${seenBy(buyer)} and l.removed_at is null order by l.is_favourites desc, lower(l.name), l.id`,
  );
  return rows.map(fromRow);
}

/** The numbers of the buyer's lists that hold a product. */
export async function listsHolding(buyer: Buyer, productId: number): Promise<number[]> {
  const rows = await preparedRows<{ id: number }>(
    sql`select l.id from lists l join list_lines n on n.customer_id = l.customer_id and n.list_id = l.id
      where ${seenBy(buyer)} and l.removed_at is null and n.product_id = ${productId}::int`,
  );
  return rows.map(({ id }) => id);
}

/** One list by its summary; somebody else's does not exist (refused `not_found`), and favourites are there even when empty. */
async function listKnown(buyer: Buyer, key: ListKey, at: Date): Promise<ListSummary> {
  const [row] = await preparedRows<SummaryRow>(
    sql`${summary(buyer)} where ${seenBy(buyer)} and ${isKey(buyer, key)} and l.removed_at is null`,
  );
  if (row) return fromRow(row);
  if (key !== "favourites") throw new Refusal("not_found", { what: "list" });
  const none = { id: 0, name: "", ownerName: "", isFavourites: true, isShared: false, isOwn: true };
  return { ...none, lines: 0, changedAt: at };
}

/** A list with what each of its products costs this customer now, and what stands against ordering it. */
export async function listOf(buyer: Buyer, key: ListKey, at: Date): Promise<OpenList> {
  const list = await listKnown(buyer, key, at);
  const wishes = await wishesOn(buyer, list.id);
  const kept = new Map(wishes.map(({ sku, quantity }) => [sku, quantity]));
  const rounded = wishes.map((wish) => ({ sku: wish.sku, quantity: roundedToPack(wish, wish.quantity) }));
  const { lines, goodsCents } = await cartOfWishes(buyer.customerId, rounded, { cartOf: buyer }, at);
  return {
    ...list,
    lines: lines.map((line) => ({ ...line, keptQuantity: kept.get(line.sku) ?? line.quantity })),
    goodsCents,
  };
}

/** A line of a list as it is kept, with how its product is packed now. */
export type KeptLine = Packing & { sku: string; quantity: number };

/** What stands on a list, in its order. */
export const wishesOn = (buyer: Buyer, id: number, tx: Tx = db): Promise<KeptLine[]> =>
  preparedRows(
    sql`select p.sku, n.quantity, p.pack_multiple as "packMultiple", p.minimum_quantity as "minimumQuantity" from list_lines n join products p on p.id = n.product_id
      where n.customer_id = ${buyer.customerId}::int and n.list_id = ${id}::int order by n.position, n.product_id`,
    tx,
  );

/**
 * The number of a list that is about to be changed, locked, so that changes of one list queue up. The favourites are made when
 * first needed; a list the buyer does not see, or that was removed, is refused as `not_found`.
 */
export async function lockedList(buyer: Buyer, key: ListKey, at: Date, tx: Tx): Promise<number> {
  const moment = at.toISOString();
  if (key === "favourites") {
    await preparedRows(
      sql`insert into lists (customer_id, owner_id, name, is_favourites, created_at, changed_at)
        values (${buyer.customerId}::int, ${buyer.userId}::int, '', true, ${moment}::timestamptz, ${moment}::timestamptz)
        on conflict (customer_id, owner_id) where is_favourites do nothing`,
      tx,
    );
  }
  const [row] = await preparedRows<{ id: number }>(
    sql`update lists l set changed_at = ${moment}::timestamptz
      where ${seenBy(buyer)} and ${isKey(buyer, key)} and l.removed_at is null returning l.id`,
    tx,
  );
  if (!row) throw new Refusal("not_found", { what: "list" });
  return row.id;
}

/** A name, and whether all buyers of the company see the list. */
export interface NamedList {
  name: string;
  isShared: boolean;
}

/** Begins an empty list and gives its number; refused when the buyer keeps fifty already (`lists_full`). */
export async function startList(
  buyer: Buyer,
  { name, isShared }: NamedList,
  at: Date,
  outer: Tx = db,
): Promise<number> {
  return withTx(async (tx) => {
    await tx.execute(sql`select from users where id = ${buyer.userId} for no key update`);
    const moment = at.toISOString();
    const [row] = await preparedRows<{ id: number }>(
      sql`insert into lists (customer_id, owner_id, name, is_shared, created_at, changed_at)
        select ${buyer.customerId}::int, ${buyer.userId}::int, ${name}::text, ${isShared}::boolean, ${moment}::timestamptz,
          ${moment}::timestamptz
        where (select count(*) from lists where customer_id = ${buyer.customerId}::int and owner_id = ${buyer.userId}::int
          and removed_at is null and not is_favourites) < ${mostLists}::int
        returning id`,
      tx,
    );
    if (!row) throw new Refusal("lists_full", { most: mostLists });
    return row.id;
  }, outer);
}

/** Renames a list, and says who sees it; only whoever made it may keep it from the others again. Favourites keep their name. */
export async function renameList(buyer: Buyer, id: number, named: NamedList, at: Date): Promise<void> {
  const rows = await preparedRows(
    sql`update lists l set name = ${named.name}::text, changed_at = ${at.toISOString()}::timestamptz,
        is_shared = case when l.owner_id = ${buyer.userId}::int then ${named.isShared}::boolean else l.is_shared end
      where ${seenBy(buyer)} and l.id = ${id}::int and not l.is_favourites and l.removed_at is null returning l.id`,
  );
  if (rows.length === 0) throw new Refusal("not_found", { what: "list" });
}

/** A list of the buyer's own with the same products; gives its number. */
export async function copyList(buyer: Buyer, key: ListKey, name: string, at: Date): Promise<number> {
  return withTx(async (tx) => {
    const from = await lockedList(buyer, key, at, tx);
    const id = await startList(buyer, { name, isShared: false }, at, tx);
    await preparedRows(
      sql`insert into list_lines (customer_id, list_id, product_id, quantity, position)
        select customer_id, ${id}::int, product_id, quantity, position from list_lines
        where customer_id = ${buyer.customerId}::int and list_id = ${from}::int`,
      tx,
    );
    return id;
  });
}

/** Takes a list out of sight; for thirty days it can be brought back. Favourites stay. Gives its name. */
export async function removeList(buyer: Buyer, id: number, at: Date): Promise<string> {
  const [row] = await preparedRows<{ name: string }>(
    sql`update lists l set removed_at = ${at.toISOString()}::timestamptz
      where ${seenBy(buyer)} and l.id = ${id}::int and not l.is_favourites and l.removed_at is null returning l.name`,
  );
  if (!row) throw new Refusal("not_found", { what: "list" });
  return row.name;
}

/** Brings a removed list back as it was; doing it twice changes nothing. */
export async function bringListBack(buyer: Buyer, id: number): Promise<void> {
  const rows = await preparedRows(
    sql`update lists l set removed_at = null where ${seenBy(buyer)} and l.id = ${id}::int returning l.id`,
  );
  if (rows.length === 0) throw new Refusal("not_found", { what: "list" });
}

/** Lists a buyer can still bring back, the latest first. */
export const removedListsOf = (buyer: Buyer): Promise<{ id: number; name: string }[]> =>
  preparedRows(
    sql`select l.id, l.name from lists l where ${seenBy(buyer)} and l.removed_at is not null order by l.removed_at desc limit 10`,
  );

/** Forgets lists that were removed thirty days ago. */
export async function forgetRemovedLists(at: Date): Promise<void> {
  const since = new Date(at.getTime() - keptRemovedDays * 86_400_000).toISOString();
  await preparedRows(sql`delete from lists where removed_at < ${since}::timestamptz`);
}
