import { expect, test } from "vitest";
import { addFacts, factsThatDiffer, rebuildFacts, removeFacts } from "#app/domain/orders/facts.server.ts";
import { db, sql, withTx } from "#db/connection.server.ts";
import { customer } from "#tests/builders/people.ts";

const at = new Date("2026-11-20T15:00:00Z");
let turn = 0;

async function soap(): Promise<number> {
  const [row] = await sql<{ id: number }[]>`
    insert into products (sku, name, created_at) values (${`F${++turn}`}, 'Sabão', ${at}) returning id`;
  return row?.id as number;
}

async function order(
  customerId: number,
  lines: { product: number; quantity: number; cents: number }[],
  more: { kind?: "order" | "return"; isBonus?: boolean; day?: string } = {},
): Promise<number> {
  const goods = lines.reduce((sum, line) => sum + line.cents, 0);
  const [row] = await sql<{ id: number }[]>`
    insert into orders (customer_id, number, kind, is_bonus, placed_at, placed_on, channel, goods_cents)
    values (${customerId}, ${`F-${++turn}`}, ${more.kind ?? "order"}, ${more.isBonus ?? false}, ${at},
      ${more.day ?? "2026-11-20"}, 'phone', ${goods}) returning id`;
  const id = row?.id as number;
  for (const [index, line] of lines.entries()) {
    await sql`insert into order_lines (customer_id, order_id, line, product_id, sku, name, quantity, unit_price_e4, total_cents)
      values (${customerId}, ${id}, ${index + 1}, ${line.product}, 'x', 'x', ${line.quantity}, 0, ${line.cents})`;
  }
  await addFacts(customerId, { id }, db);
  return id;
}

const daysOf = (customerId: number) => sql`
  select day, channel, orders, gross_cents, returns_cents from customer_days where customer_id = ${customerId} order by day`;
const productsOf = (customerId: number) => sql`
  select product_id, orders, quantity, gross_cents, returned_quantity, returns_cents from product_days
  where customer_id = ${customerId} order by product_id`;

test("two orders and a return of a day add up; a product in two lines of an order counts one order", async () => {
  const who = await customer();
  const [a, b] = [await soap(), await soap()];
  await order(who, [
    { product: a, quantity: 2, cents: 500 },
    { product: a, quantity: 1, cents: 250 },
    { product: b, quantity: 1, cents: 100 },
  ]);
  await order(who, [{ product: a, quantity: 4, cents: 1000 }]);
  await order(who, [{ product: a, quantity: -1, cents: -250 }], { kind: "return" });
  expect([...(await daysOf(who))]).toEqual([
    { day: "2026-11-20", channel: "phone", orders: 2, gross_cents: 1850, returns_cents: 250 },
  ]);
  expect([...(await productsOf(who))]).toEqual([
    { product_id: a, orders: 2, quantity: 7, gross_cents: 1750, returned_quantity: 1, returns_cents: 250 },
    { product_id: b, orders: 1, quantity: 1, gross_cents: 100, returned_quantity: 0, returns_cents: 0 },
  ]);
  expect(await factsThatDiffer()).toEqual([]);
});

test("a bonus order adds no purchase, and a return without value leaves no empty day", async () => {
  const who = await customer();
  const a = await soap();
  await order(who, [{ product: a, quantity: 5, cents: 0 }], { isBonus: true });
  await order(who, [{ product: a, quantity: -1, cents: 0 }], { kind: "return", day: "2026-11-19" });
  expect(await daysOf(who)).toHaveLength(0);
  expect(await factsThatDiffer()).toEqual([]);
});

test("a cancelled order leaves nothing behind, and the others of the day stay", async () => {
  const who = await customer();
  const [a, b] = [await soap(), await soap()];
  await order(who, [{ product: a, quantity: 2, cents: 500 }]);
  const wrong = await order(who, [
    { product: a, quantity: 1, cents: 250 },
    { product: b, quantity: 9, cents: 90 },
  ]);
  const alone = await order(who, [{ product: a, quantity: 1, cents: 70 }], { day: "2026-11-18" });
  for (const id of [wrong, alone]) {
    await withTx(async (tx) => {
      await removeFacts(who, id, tx);
    });
    await sql`update orders set cancelled_at = ${at} where customer_id = ${who} and id = ${id}`;
  }
  expect(await daysOf(who)).toHaveLength(1);
  expect([...(await productsOf(who))]).toEqual([
    { product_id: a, orders: 1, quantity: 2, gross_cents: 500, returned_quantity: 0, returns_cents: 0 },
  ]);
  expect(await factsThatDiffer()).toEqual([]);
});

test("a wrong sum is found, and adding everything up again mends it", async () => {
  const who = await customer();
  await order(who, [{ product: await soap(), quantity: 2, cents: 500 }]);
  await sql`update customer_days set gross_cents = gross_cents + 1 where customer_id = ${who}`;
  await sql`delete from product_days where customer_id = ${who}`;
  expect((await factsThatDiffer()).map((row) => row.fact).sort()).toEqual(["customer_days", "product_days"]);
  await rebuildFacts();
  expect(await factsThatDiffer()).toEqual([]);
});

test("orders of one customer at the same moment lose nothing", async () => {
  const who = await customer();
  const products = await Promise.all(Array.from({ length: 4 }, soap));
  await Promise.all(
    Array.from({ length: 20 }, (_, at) =>
      order(
        who,
        products.map((product) => ({ product, quantity: 1 + at, cents: 10 })),
      ),
    ),
  );
  expect((await daysOf(who))[0]).toMatchObject({ orders: 20, gross_cents: 800 });
  expect(await factsThatDiffer()).toEqual([]);
});
