import type postgres from "postgres";
import { addCustomerDays, addProductDays, mergeProductDays, takeAway } from "#app/domain/orders/facts.ts";
import { indexesAtRest, isMostOf } from "./indexes.server.ts";

const many = 20_000;

/** Writes new and changed documents, their lines and their facts; after a large file the planner is told. */
export async function writeOrders(tx: postgres.TransactionSql, lines: number): Promise<void> {
  if (lines === 0) return;
  const changed = "(o.customer_id, o.id) in (select customer_id, order_id from document where state = 'changed')";
  const [some] = await tx`select 1 from document where state = 'changed' limit 1`;
  if (some) {
    for (const statement of takeAway(changed)) await tx.unsafe(statement);
    await tx.unsafe(`
      delete from order_lines l using document d
      where d.state = 'changed' and l.customer_id = d.customer_id and l.order_id = d.order_id`);
  }
  await tx.unsafe(`
    update orders o set kind = case when d.is_return then 'return' else 'order' end, is_bonus = d.is_bonus,
      placed_at = d.placed_at, placed_on = d.placed_on, channel = d.channel, goods_cents = d.cents, uf = d.uf,
      country = d.country, import_hash = d.import_hash
    from document d where d.state = 'changed' and o.customer_id = d.customer_id and o.id = d.order_id;
    create temp table to_write on commit drop as
    select customer, number, is_return, customer_id, placed_on, channel, is_bonus, placed_at, cents, uf, country, rep_id,
      import_hash, state, coalesce(order_id, nextval(pg_get_serial_sequence('orders', 'id'))) as order_id
    from (select * from document where state in ('new', 'changed') order by customer_id, placed_at, number) d;
    analyze to_write;
    insert into orders (customer_id, id, number, kind, is_bonus, placed_at, placed_on, channel, rep_id, goods_cents, uf, country,
      is_imported, import_hash)
    select customer_id, order_id, number, case when is_return then 'return' else 'order' end, is_bonus, placed_at, placed_on,
      channel, rep_id, cents, uf, country, true, import_hash
    from to_write where state = 'new' order by customer_id, order_id`);
  const isAlone = lines >= many && (await isMostOf(tx, "order_lines", lines));
  const awake = isAlone ? await indexesAtRest(tx, ["orders", "order_lines", "customer_days", "product_days"]) : null;
  await writeLines(tx);
  await writeFacts(tx, isAlone);
  await awake?.();
  if (lines >= many)
    await tx.unsafe(
      "analyze customers; analyze products; analyze orders; analyze order_lines; analyze customer_days; analyze product_days",
    );
}

async function writeLines(tx: postgres.TransactionSql): Promise<void> {
  await tx.unsafe(`
    insert into order_lines (customer_id, order_id, line, product_id, sku, name, quantity, unit_price_e4, total_cents)
    select w.customer_id, w.order_id, row_number() over (partition by w.customer_id, w.order_id order by l.line), p.id, p.sku,
      coalesce(nullif(l.name, ''), p.name), l.quantity, l.unit_price_e4, l.cents
    from to_write w
    join staged_line l on l.customer = w.customer and l.number = w.number and l.is_return = w.is_return
    join staged_product p on p.at = l.product
    order by w.customer_id, w.order_id, l.line`);
}

async function writeFacts(tx: postgres.TransactionSql, isAlone: boolean): Promise<void> {
  await tx.unsafe(
    addCustomerDays(`
      select customer_id, placed_on, channel, count(*) filter (where not is_return),
        coalesce(sum(cents) filter (where not is_return), 0), coalesce(-sum(cents) filter (where is_return), 0)
      from to_write where not is_bonus
      group by 1, 2, 3
      having count(*) filter (where not is_return) > 0 or sum(cents) <> 0`),
  );
  // Nobody else writes while the indexes rest, and then MERGE costs half of ON CONFLICT.
  await tx.unsafe(isAlone ? mergeProductDays(productDaysOfFile) : addProductDays(productDaysOfFile));
}

const productDaysOfFile = `
  select customer_id, product_id, placed_on as day, channel, count(*) filter (where not is_return) as orders,
    coalesce(sum(quantity) filter (where not is_return), 0) as quantity,
    coalesce(sum(cents) filter (where not is_return), 0) as gross_cents,
    coalesce(-sum(quantity) filter (where is_return), 0) as returned_quantity,
    coalesce(-sum(cents) filter (where is_return), 0) as returns_cents
  from (
    select w.customer_id, p.id as product_id, w.order_id, w.placed_on, w.channel, w.is_return, sum(l.quantity) as quantity,
      sum(l.cents)::bigint as cents
    from to_write w
    join staged_line l on l.customer = w.customer and l.number = w.number and l.is_return = w.is_return
    join staged_product p on p.at = l.product
    where not w.is_bonus
    group by 1, 2, 3, 4, 5, 6
  ) s
  group by 1, 2, 3, 4`;
