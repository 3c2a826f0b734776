import type { Buyer } from "#app/domain/customers/buyer.ts";
import { sql } from "#db/connection.server.ts";

let turn = 0;
const next = () => ++turn;
const longAgo = new Date("2026-01-05T12:00:00Z");

/** A customer with access, one buyer, an address and payment terms; amounts in centavos, no credit limit unless given. */
export async function customerWithBuyer(
  given: { limitCents?: number; usedCents?: number; minimumCents?: number; uf?: string; mayOrder?: boolean } = {},
) {
  const code = `C${next()}`;
  const [customer] = await sql<{ id: number }[]>`
    insert into customers (code, legal_name, trade_name, uf, credit_limit_cents, credit_used_cents, minimum_order_cents,
      access_granted_at, created_at, search_text)
    values (${code}, ${`${code} Ltda`}, ${`Loja ${code}`}, ${given.uf ?? "SP"}, ${given.limitCents ?? null},
      ${given.usedCents ?? 0}, ${given.minimumCents ?? null}, ${longAgo}, ${longAgo}, ${code.toLowerCase()})
    returning id`;
  const customerId = (customer as { id: number }).id;
  if (given.usedCents) {
    await sql`insert into credit_entries (customer_id, amount_cents, reason, at)
      values (${customerId}, ${given.usedCents}, 'opening', ${longAgo})`;
  }
  const [address] = await sql<{ id: number }[]>`
    insert into customer_addresses (customer_id, label, street, number, city, uf, postal_code, is_default)
    values (${customerId}, 'Loja', 'Rua das Flores', '10', 'Santos', 'SP', '11010000', true) returning id`;
  const buyer = await buyerOf(customerId, given.mayOrder);
  return { customerId, buyer, addressId: (address as { id: number }).id };
}

/** One more buyer of a customer. */
export async function buyerOf(customerId: number, mayOrder = true): Promise<Buyer> {
  const [user] = await sql<{ id: number }[]>`
    insert into users (email, name, role, customer_id, buyer_role, created_at)
    values (${`buyer${next()}@loja.test`}, 'Ana', 'buyer', ${customerId}, ${mayOrder ? "orders" : "views"}, ${longAgo})
    returning id`;
  return { userId: (user as { id: number }).id, customerId, actingUserId: null, mayOrder };
}

/** A rep who acts in the customer's name. */
export async function repActingAs(customerId: number): Promise<Buyer> {
  const [user] = await sql<{ id: number }[]>`
    insert into users (email, name, role, created_at)
    values (${`rep${next()}@casa.test`}, 'Rui', 'rep', ${longAgo}) returning id`;
  const { id } = user as { id: number };
  return { userId: id, customerId, actingUserId: id, mayOrder: true };
}

/** The general price table, made at first use, by one of those who ask for it at once. */
export async function generalTable(): Promise<number> {
  await sql`insert into price_tables (code, name, scope, created_at) values ('GERAL', 'Tabela geral', 'general', ${longAgo})
    on conflict do nothing`;
  const [table] = await sql<{ id: number }[]>`select id from price_tables where code = 'GERAL'`;
  return (table as { id: number }).id;
}

/** A product with stock and, unless null, a general price in ten-thousandths of a real. */
export async function product(
  given: {
    priceE4?: number | null;
    onHand?: number;
    packMultiple?: number;
    minimumQuantity?: number;
    supplierId?: number;
  } = {},
) {
  const sku = `P${String(next()).padStart(4, "0")}`;
  const [row] = await sql<{ id: number }[]>`
    insert into products (sku, name, pack_multiple, minimum_quantity, supplier_id, created_at, search_text)
    values (${sku}, ${`Produto ${sku}`}, ${given.packMultiple ?? 1}, ${given.minimumQuantity ?? 1},
      ${given.supplierId ?? null}, ${longAgo}, ${sku.toLowerCase()}) returning id`;
  const { id } = row as { id: number };
  const onHand = given.onHand ?? 1000;
  await sql`insert into stock (product_id, on_hand) values (${id}, ${onHand})`;
  await sql`insert into stock_movements (product_id, quantity, reason, at) values (${id}, ${onHand}, 'opening', ${longAgo})`;
  if (given.priceE4 !== null) await changePrice(id, given.priceE4 ?? 100_000);
  return { id, sku };
}

/** A supplier, with the least value an order of its products needs. */
export async function supplier(minimumOrderCents = 0): Promise<number> {
  const code = `S${next()}`;
  const [row] = await sql<{ id: number }[]>`
    insert into suppliers (code, name, minimum_order_cents) values (${code}, ${`Indústria ${code}`}, ${minimumOrderCents})
    returning id`;
  return (row as { id: number }).id;
}

/** Sets the general price of a product, from a quantity on. */
export async function changePrice(productId: number, unitPriceE4: number, fromQuantity = 1): Promise<void> {
  const table = await generalTable();
  await sql`insert into prices (price_table_id, product_id, from_quantity, unit_price_e4)
    values (${table}, ${productId}, ${fromQuantity}, ${unitPriceE4})
    on conflict (price_table_id, product_id, from_quantity) do update set unit_price_e4 = excluded.unit_price_e4`;
}

/** Payment terms open to everybody. */
export async function termsOfTheHouse(minimumOrderCents = 0): Promise<number> {
  const code = `T${next()}`;
  const [row] = await sql<{ id: number }[]>`
    insert into payment_terms (code, name, days, minimum_order_cents)
    values (${code}, '28/56/84', '{28,56,84}', ${minimumOrderCents}) returning id`;
  return (row as { id: number }).id;
}
