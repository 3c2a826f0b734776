import { type SQL, sql } from "drizzle-orm";
import { queueMail } from "#app/domain/audit/outbox.server.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { settingsAsOf } from "#app/domain/customers/settings.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { env } from "#app/env.server.ts";
import { paths } from "#app/paths.ts";
import { isLocale, wordsOf } from "#app/words/locale.ts";
import { stockMailWords } from "#app/words/stock-mails.ts";
import { db, type Tx, withTx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";

/** A product somebody waits for. */
export interface AwaitedProduct {
  sku: string;
  name: string;
  wishedAt: Date;
}

/** The least of product `p` that can be ordered, as `leastQuantity` says it. */
const least: SQL = sql`(p.minimum_quantity + p.pack_multiple - 1) / p.pack_multiple * p.pack_multiple`;

/**
 * Notes that a buyer wants to be told when a product can be had again; asking twice is asking once. Refused for what is not sold;
 * for what is there already nothing is noted.
 */
export async function wishForStock(buyer: Buyer, sku: string, at: Date): Promise<void> {
  const [product] = await preparedRows<{ id: number; isThere: boolean }>(
    sql`select p.id, coalesce(s.on_hand - s.reserved, 0) >= ${least} as "isThere"
      from products p left join stock s on s.product_id = p.id where p.sku = ${sku}::text and p.is_active`,
  );
  if (!product) throw new Refusal("not_found", { what: "product", sku });
  if (product.isThere) return;
  await preparedRows(
    sql`insert into stock_wishes (customer_id, buyer_id, product_id, wished_at)
      values (${buyer.customerId}::int, ${buyer.userId}::int, ${product.id}::int, ${at.toISOString()}::timestamptz)
      on conflict do nothing`,
  );
}

/** The buyer no longer wants to be told. */
export async function endStockWish(buyer: Buyer, sku: string): Promise<void> {
  await preparedRows(
    sql`delete from stock_wishes w using products p where w.customer_id = ${buyer.customerId}::int
      and w.buyer_id = ${buyer.userId}::int and p.id = w.product_id and p.sku = ${sku}::text`,
  );
}

/** What a buyer waits for, the latest wish first. */
export async function stockWishesOf(buyer: Buyer): Promise<AwaitedProduct[]> {
  const rows = await preparedRows<{ sku: string; name: string; wishedAt: string }>(
    sql`select p.sku, p.name, w.wished_at as "wishedAt" from stock_wishes w join products p on p.id = w.product_id
      where w.customer_id = ${buyer.customerId}::int and w.buyer_id = ${buyer.userId}::int
      order by w.wished_at desc, p.name limit 200`,
  );
  return rows.map((row) => ({ ...row, wishedAt: new Date(row.wishedAt) }));
}

type Told = { email: string; name: string; locale: string | null; products: { sku: string; name: string }[] };

/**
 * Writes to everybody who waits for a product that can be had again, one mail a person, and ends their wishes with it: in the
 * transaction of what brought the goods back, or by itself for whatever came in another way. What was split out of a cart is told
 * once all of it is there, and goes on waiting until its buyer takes it. Whoever lost their access is not written to. Gives how
 * many mails were queued.
 */
export async function tellBackInStock(
  at: Date,
  productIds: readonly number[] | "any",
  outer: Tx = db,
): Promise<number> {
  return withTx(async (tx) => {
    const ids = productIds === "any" ? null : `{${productIds.join(",")}}`;
    const told = await preparedRows<Told>(
      sql`with there as (
        select w.customer_id, w.buyer_id, w.product_id, p.sku, p.name from stock_wishes w
        join products p on p.id = w.product_id join stock s on s.product_id = p.id
        where p.is_active and s.on_hand - s.reserved >= ${least} and (${ids}::int[] is null or w.product_id = any(${ids}::int[]))
        order by w.customer_id, w.buyer_id, w.product_id
        for update of w skip locked
      ), ended as (
        delete from stock_wishes w using there t
        where w.customer_id = t.customer_id and w.buyer_id = t.buyer_id and w.product_id = t.product_id
        returning t.customer_id, t.buyer_id, t.sku, t.name
      ), whole as (
        select b.customer_id, b.buyer_id, b.product_id, p.sku, p.name from back_orders b
        join products p on p.id = b.product_id join stock s on s.product_id = p.id
        where b.told_at is null and p.is_active and (${ids}::int[] is null or b.product_id = any(${ids}::int[]))
          and s.on_hand - s.reserved >= b.quantity + coalesce((
            select sum(l.quantity) from carts k join cart_lines l on l.customer_id = k.customer_id and l.cart_id = k.id
            where k.customer_id = b.customer_id and k.buyer_id = b.buyer_id and k.is_current and l.product_id = b.product_id), 0)
        order by b.customer_id, b.buyer_id, b.product_id
        for update of b skip locked
      ), noted as (
        update back_orders b set told_at = ${at.toISOString()}::timestamptz from whole t
        where b.customer_id = t.customer_id and b.buyer_id = t.buyer_id and b.product_id = t.product_id
        returning t.customer_id, t.buyer_id, t.sku, t.name
      )
      select u.email, u.name, u.locale, json_agg(json_build_object('sku', e.sku, 'name', e.name) order by e.name) as products
      from (select * from ended union select * from noted) e join users u on u.id = e.buyer_id join customers c on c.id = e.customer_id
      where not u.is_disabled and (u.role <> 'buyer' or c.access_granted_at is not null)
      group by e.customer_id, u.id order by u.id`,
      tx,
    );
    if (told.length === 0) return 0;
    const { companyName } = await settingsAsOf(at, tx);
    for (const { email, name, locale, products } of told) {
      const w = wordsOf(stockMailWords, isLocale(locale) ? locale : "pt-BR");
      const lines = products.map((one) => `${one.name} (${one.sku})\n${env.APP_URL}${paths.product(one.sku)}`);
      const subject = w.subject(products[0]?.name ?? "", products.length - 1);
      await queueMail({ to: email, subject, text: w.text(name, companyName, lines.join("\n\n")) }, at, tx);
    }
    return told.length;
  }, outer);
}
