import type postgres from "postgres";
import {
  addCustomerDays,
  addProductDays,
  mergeProductDays,
  newProductDays,
  noteOfPast,
  takeAway,
} from "#app/domain/orders/facts.ts";
import { begunAnew, indexesAtRest, isMostOf, takenAlone } from "./indexes.server.ts";

const many = 20_000;
const written = ["orders", "order_lines", "customer_days", "product_days"];
/** Tables whose primary key nothing asks while they are written, and nothing refers to. */
const unasked = ["order_lines", "product_days"];

/** Writes new and changed documents, their lines and their facts; after a large file the planner is told. */
export async function writeOrders(tx: postgres.TransactionSql, lines: number): Promise<void> {
  if (lines === 0) return;
  const isLarge = lines >= many && (await isMostOf(tx, "order_lines", lines));
  const isAlone = isLarge && (await takenAlone(tx, ["customers", "products", ...written]));
  if (isAlone) await begunAnew(tx, unasked);
  const awake = isAlone ? await indexesAtRest(tx, written, unasked) : null;
  await takeBackChanged(tx);
  await writeDocuments(tx);
  await writeLines(tx);
  await writeFacts(tx, isAlone);
  await awake?.();
  if (lines < many) return;
  const told = ["customers", "products", ...written].map((name) => `analyze ${name}`);
  await tx.unsafe(told.join(";"));
}

/** Changed documents leave the facts, and their lines go. */
async function takeBackChanged(tx: postgres.TransactionSql): Promise<void> {
  const changed = "(o.customer_id, o.id) in (select customer_id, order_id from document where state = 'changed')";
  const [some] = await tx`select 1 from document where state = 'changed' limit 1`;
  if (!some) return;
  for (const statement of takeAway(changed)) await tx.unsafe(statement);
  await tx.unsafe(`
    delete from order_lines l using document d
    where d.state = 'changed' and l.customer_id = d.customer_id and l.order_id = d.order_id;
    update orders o set kind = case when d.is_return then 'return' else 'order' end, is_bonus = d.is_bonus,
      placed_at = d.placed_at, placed_on = d.placed_on, channel = d.channel, goods_cents = d.cents, uf = d.uf,
      country = d.country, import_hash = d.import_hash
    from document d where d.state = 'changed' and o.customer_id = d.customer_id and o.id = d.order_id`);
}

async function writeDocuments(tx: postgres.TransactionSql): Promise<void> {
  await tx.unsafe(`
    create temp table to_write on commit drop as
    select customer, number, is_return, first_line, customer_id, placed_on, channel, is_bonus, placed_at, cents, uf, country, rep_id,
      import_hash, state, coalesce(order_id, nextval((select pg_get_serial_sequence('orders', 'id'))::regclass)) as order_id
    from (select * from document where state in ('new', 'changed') order by customer_id, placed_at, number) d;
    create temp table part_to_write on commit drop as
    select s.at, w.customer_id, w.order_id, w.first_line, w.is_return, w.is_bonus, w.placed_on, w.channel
    from staged_part s join to_write w on w.customer = s.customer and w.number = s.number and w.is_return = s.is_return;
    analyze to_write; analyze part_to_write;
    insert into orders (customer_id, id, number, kind, is_bonus, placed_at, placed_on, channel, rep_id, goods_cents, uf, country,
      is_imported, import_hash)
    select customer_id, order_id, number, case when is_return then 'return' else 'order' end, is_bonus, placed_at, placed_on,
      channel, rep_id, cents, uf, country, true, import_hash
    from to_write where state = 'new'`);
}

/**
 * Lines are numbered as they stand in the file, from the order's first on; new orders are numbered customer by customer, and so
 * the lines of a customer lie side by side.
 */
async function writeLines(tx: postgres.TransactionSql): Promise<void> {
  await tx.unsafe(`
    insert into order_lines (customer_id, order_id, line, product_id, sku, name, quantity, unit_price_e4, total_cents)
    select w.customer_id, w.order_id, l.line - w.first_line + 1, p.id, p.sku,
      coalesce(nullif(n.name, ''), p.name), l.quantity, l.unit_price_e4, l.cents
    from staged_line l
    join part_to_write w on w.at = l.part
    join staged_product p on p.at = l.product
    join staged_name n on n.at = l.name
    order by w.order_id`);
}

async function writeFacts(tx: postgres.TransactionSql, isAlone: boolean): Promise<void> {
  await tx.unsafe(noteOfPast("select placed_on as day from to_write"));
  await tx.unsafe(
    addCustomerDays(`
      select customer_id, placed_on, channel, count(*) filter (where not is_return),
        coalesce(sum(cents) filter (where not is_return), 0), coalesce(-sum(cents) filter (where is_return), 0)
      from to_write where not is_bonus
      group by 1, 2, 3
      having count(*) filter (where not is_return) > 0 or sum(cents) <> 0`),
  );
  const [found] = await tx<{ most: number }[]>`select coalesce(max(abs(cents)), 0) as most from staged_part`;
  // PostgreSQL adds integers up as bigint, but bigint as numeric, which takes a sixth longer in all.
  const rows = productDaysOfFile((found?.most ?? 0) < 2 ** 31 ? "l.cents::integer" : "l.cents");
  if (!isAlone) return void (await tx.unsafe(addProductDays(rows)));
  const [known] = await tx`
    select 1 from product_days f join to_write w on w.customer_id = f.customer_id and w.placed_on = f.day limit 1`;
  await tx.unsafe(known ? mergeProductDays(rows) : newProductDays(rows));
}

const productDaysOfFile = (cents: string): string => `
  select w.customer_id, p.id as product_id, w.placed_on as day, w.channel,
    count(distinct w.order_id) filter (where not w.is_return) as orders,
    coalesce(sum(l.quantity) filter (where not w.is_return), 0) as quantity,
    coalesce(sum(${cents}) filter (where not w.is_return), 0) as gross_cents,
    coalesce(-sum(l.quantity) filter (where w.is_return), 0) as returned_quantity,
    coalesce(-sum(${cents}) filter (where w.is_return), 0) as returns_cents
  from staged_line l
  join part_to_write w on w.at = l.part
  join staged_product p on p.at = l.product
  where not w.is_bonus
  group by w.customer_id, p.id, w.placed_on, w.channel`;
