import { sql } from "drizzle-orm";
import type { WantedLine } from "#app/domain/carts/carts.server.ts";
import { leastQuantity, type Packing, reasonsAgainstQuantity, roundedToPack } from "#app/domain/catalog/quantity.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { type Reason, Refusal, refuseFor } from "#app/domain/refusal.ts";
import { type Tx, withTx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import { type ListKey, mostListLines, movedOne } from "./list.ts";
import { lockedList, type NamedList, startList, wishesOn } from "./lists.server.ts";

type Product = Packing & { id: number; sku: string; name: string; isActive: boolean };

/** The products of some SKUs, whatever their case. */
const productsOf = (skus: readonly string[], tx: Tx): Promise<Product[]> =>
  preparedRows(
    sql`select id, sku, name, pack_multiple as "packMultiple", minimum_quantity as "minimumQuantity", is_active as "isActive"
      from products where sku in (select jsonb_array_elements_text(${JSON.stringify(skus)}::jsonb))
        or sku in (select upper(jsonb_array_elements_text(${JSON.stringify(skus)}::jsonb)))`,
    tx,
  );

const against = (product: Product, quantity: number): Reason[] =>
  reasonsAgainstQuantity(product, quantity).map((reason) => ({
    ...reason,
    details: { sku: product.sku, name: product.name, ...reason.details },
  }));

/** Writes lines behind those that are there; what is on the list already gets the new quantity where `isNewer`. */
async function written(
  buyer: Buyer,
  id: number,
  lines: readonly { id: number; quantity: number }[],
  isNewer: boolean,
  tx: Tx,
): Promise<void> {
  const rows = JSON.stringify(lines.map((line, at) => ({ ...line, at })));
  const [{ count } = { count: 0 }] = await preparedRows<{ count: number }>(
    sql`with kept as (
        insert into list_lines as n (customer_id, list_id, product_id, quantity, position)
        select ${buyer.customerId}::int, ${id}::int, w.id, w.quantity, w.at + 1 + coalesce((select max(position) from list_lines
          where customer_id = ${buyer.customerId}::int and list_id = ${id}::int), 0)
        from jsonb_to_recordset(${rows}::jsonb) as w (id int, quantity int, at int)
        on conflict (customer_id, list_id, product_id) do update
          set quantity = case when ${isNewer}::boolean then excluded.quantity else n.quantity end
        returning (xmax = 0) as is_new
      )
      select (select count(*) from kept where is_new)::int + (select count(*) from list_lines
        where customer_id = ${buyer.customerId}::int and list_id = ${id}::int)::int as count`,
    tx,
  );
  if (count > mostListLines) throw new Refusal("list_full", { most: mostListLines });
}

/**
 * Puts a product on a list, or gives it another quantity there; without one, the least that can be ordered, and what stands there
 * stays. Refused: unknown product, a quantity the cart would refuse, a list of three hundred already (`list_full`).
 */
export async function putOnList(
  buyer: Buyer,
  key: ListKey,
  wanted: { sku: string; quantity: number | null },
  at: Date,
): Promise<{ name: string; listId: number }> {
  return withTx(async (tx) => {
    const listId = await lockedList(buyer, key, at, tx);
    const found = await productsOf([wanted.sku], tx);
    const product = found.find(({ sku }) => sku === wanted.sku) ?? found[0];
    if (!product?.isActive) throw new Refusal("not_found", { what: "product", sku: wanted.sku });
    const { quantity } = wanted;
    if (quantity !== null) refuseFor(against(product, quantity));
    const line = { id: product.id, quantity: quantity ?? leastQuantity(product) };
    await written(buyer, listId, [line], quantity !== null, tx);
    return { name: product.name, listId };
  });
}

/** Gives lines of a list other quantities, all or none; every line the cart would refuse is named. */
export async function changeLines(buyer: Buyer, key: ListKey, lines: readonly WantedLine[], at: Date): Promise<void> {
  await withTx(async (tx) => {
    const id = await lockedList(buyer, key, at, tx);
    const products = new Map(
      (
        await productsOf(
          lines.map(({ sku }) => sku),
          tx,
        )
      ).map((one) => [one.sku, one]),
    );
    const there = new Map((await wishesOn(buyer, id, tx)).map(({ sku, quantity }) => [sku, quantity]));
    const changed = lines.flatMap(({ sku, quantity }) => {
      const product = products.get(sku);
      return product && there.has(sku) && there.get(sku) !== quantity ? [{ product, quantity }] : [];
    });
    refuseFor(changed.flatMap(({ product, quantity }) => against(product, quantity)));
    await written(
      buyer,
      id,
      changed.map(({ product, quantity }) => ({ id: product.id, quantity })),
      true,
      tx,
    );
  });
}

/** Takes a product off a list; what is not on it leaves it as it is. */
export async function takeOffList(buyer: Buyer, key: ListKey, sku: string, at: Date): Promise<void> {
  await withTx(async (tx) => {
    const id = await lockedList(buyer, key, at, tx);
    await preparedRows(
      sql`delete from list_lines n using products p where n.customer_id = ${buyer.customerId}::int and n.list_id = ${id}::int
        and p.id = n.product_id and p.sku = ${sku}::text`,
      tx,
    );
  });
}

/** Moves a product one place up or down on its list. */
export async function moveLine(buyer: Buyer, key: ListKey, sku: string, way: "up" | "down", at: Date): Promise<void> {
  await withTx(async (tx) => {
    const id = await lockedList(buyer, key, at, tx);
    const skus = (await wishesOn(buyer, id, tx)).map((line) => line.sku);
    const places = JSON.stringify(movedOne(skus, sku, way).map((one, at) => ({ sku: one, at: at + 1 })));
    await preparedRows(
      sql`update list_lines n set position = w.at from jsonb_to_recordset(${places}::jsonb) as w (sku text, at int)
        join products p on p.sku = w.sku
        where n.customer_id = ${buyer.customerId}::int and n.list_id = ${id}::int and n.product_id = p.id and n.position <> w.at`,
      tx,
    );
  });
}

/** Where the products of a new list come from: the buyer's cart, or an order of their company by its number. */
export type ListSource = "cart" | { order: string };

/**
 * Begins a list with what is in the cart or was on an order, in its order, each quantity in whole packs of today; what is no
 * longer sold stays out. Refused where nothing is left (`cart_empty`), and for another company's order (`not_found`).
 */
export async function saveAsList(buyer: Buyer, source: ListSource, named: NamedList, at: Date): Promise<number> {
  return withTx(async (tx) => {
    const packing = sql`p.id, p.pack_multiple as "packMultiple", p.minimum_quantity as "minimumQuantity"`;
    const found = await preparedRows<Packing & { id: number; quantity: number }>(
      source === "cart"
        ? sql`select ${packing}, l.quantity from carts k
            join cart_lines l on l.customer_id = k.customer_id and l.cart_id = k.id join products p on p.id = l.product_id
            where k.customer_id = ${buyer.customerId}::int and k.buyer_id = ${buyer.userId}::int and k.is_current
              and p.is_active order by l.added_at, p.id`
        : sql`select ${packing}, sum(l.quantity)::int as quantity from orders o
            join order_lines l on l.customer_id = o.customer_id and l.order_id = o.id join products p on p.id = l.product_id
            where o.customer_id = ${buyer.customerId}::int and o.number = ${source.order}::text and l.quantity > 0 and p.is_active
            group by p.id order by min(l.line)`,
      tx,
    );
    if (found.length === 0) {
      throw source === "cart" ? new Refusal("cart_empty") : new Refusal("not_found", { what: "order" });
    }
    const id = await startList(buyer, named, at, tx);
    const lines = found.map((line) => ({ id: line.id, quantity: roundedToPack(line, line.quantity) }));
    await written(buyer, id, lines, true, tx);
    return id;
  });
}
