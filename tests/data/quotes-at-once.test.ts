import { expect, test } from "vitest";
import { addToCart } from "#app/domain/carts/carts.server.ts";
import { factsThatDiffer } from "#app/domain/orders/facts.server.ts";
import { acceptQuote } from "#app/domain/orders/quoted.server.ts";
import { askAgain, askForQuote } from "#app/domain/quotes/asking.server.ts";
import { declineQuote, withdrawQuote } from "#app/domain/quotes/ending.server.ts";
import { quoteOf } from "#app/domain/quotes/quote-sheet.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { sql } from "#db/connection.server.ts";
import { customerWithBuyer, product, termsOfTheHouse } from "#tests/builders/distributor.ts";
import { manager } from "#tests/builders/field.ts";
import { at, later } from "#tests/builders/ordering.ts";
import { brokenPromises } from "#tests/builders/promises.ts";
import { answered, asked, askingFor, priced } from "#tests/builders/quoting.ts";

const boss = await manager();
const plainly = (addressId: number) => ({ addressId, poNumber: null, notes: null });
const told = (act: Promise<unknown>): Promise<string> =>
  act.then(
    () => "done",
    (fault) => {
      if (fault instanceof Refusal) return fault.code;
      throw fault;
    },
  );

test("twenty clicks at once accept a quote once and all get the same order", async () => {
  const { buyer, addressId, customerId } = await customerWithBuyer({ limitCents: 1_000_000 });
  const { number, soap } = await asked(buyer, at, { onHand: 100 });
  await answered(boss, number, [priced(soap.sku, 90_000)], at);
  const made = await Promise.all(
    Array.from({ length: 20 }, () => acceptQuote(buyer, number, plainly(addressId), later(1))),
  );
  expect(new Set(made.map((order) => order.number)).size).toBe(1);
  const [kept] = await sql`select (select count(*)::int from orders where customer_id = ${customerId}) as orders,
    (select reserved from stock where product_id = ${soap.id}) as reserved,
    (select credit_used_cents from customers where id = ${customerId}) as used`;
  expect(kept).toEqual({ orders: 1, reserved: 10, used: 9000 });
  expect(await factsThatDiffer()).toEqual([]);
});

test("of accepting and declining at once one happens, and the quote says which", async () => {
  for (let round = 0; round < 8; round++) {
    const { buyer, addressId } = await customerWithBuyer();
    const { number, soap } = await asked(buyer, at);
    await answered(boss, number, [priced(soap.sku, 90_000)], at);
    const [accepted, declined] = await Promise.all([
      told(acceptQuote(buyer, number, plainly(addressId), later(1))),
      told(declineQuote(buyer, number, "caro", later(1))),
    ]);
    const quote = await quoteOf(buyer, number);
    expect([accepted, declined].filter((one) => one === "done")).toHaveLength(1);
    expect([accepted, declined]).toContain("quote_closed");
    expect(quote.acceptedAt !== null).toBe(accepted === "done");
  }
});

test("two versions accepted at once become one order", async () => {
  for (let round = 0; round < 5; round++) {
    const { buyer, addressId, customerId } = await customerWithBuyer();
    const { number, soap } = await asked(buyer, at);
    await answered(boss, number, [priced(soap.sku, 90_000)], at);
    const again = await askAgain(buyer, number, later(1));
    await answered(boss, again, [priced(soap.sku, 80_000)], later(2));
    const outcomes = await Promise.all(
      [number, again].map((one) => told(acceptQuote(buyer, one, plainly(addressId), later(3)))),
    );
    expect(outcomes.sort()).toEqual(["done", "quote_version_ordered"]);
    const [kept] = await sql`select count(*)::int as orders from orders where customer_id = ${customerId}`;
    expect(kept?.orders).toBe(1);
  }
});

test("asking and answering are done once, however often they are pressed at the same time", async () => {
  const { buyer, customerId } = await customerWithBuyer();
  const soap = await product();
  await addToCart(buyer, { sku: soap.sku, quantity: 4 }, at);
  const wish = await askingFor(buyer, at);
  const numbers = await Promise.all(Array.from({ length: 8 }, () => askForQuote(buyer, wish, at)));
  expect(new Set(numbers).size).toBe(1);
  const number = numbers[0] ?? 0;
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, turn) => told(answered(boss, number, [priced(soap.sku, 90_000 + turn)], later(1)))),
  );
  expect(answers.filter((one) => one === "done")).toHaveLength(1);
  expect(answers.filter((one) => one === "quote_answered")).toHaveLength(5);
  const copies = await Promise.all(Array.from({ length: 6 }, () => askAgain(buyer, number, later(2))));
  expect(new Set(copies).size).toBe(1);
  const [kept] = await sql`select count(*)::int as quotes from quotes where customer_id = ${customerId}`;
  expect(kept?.quotes).toBe(2);
});

test("an answer that comes while the buyer takes the question back: one of the two counts", async () => {
  for (let round = 0; round < 8; round++) {
    const { buyer } = await customerWithBuyer();
    const { number, soap } = await asked(buyer, at);
    const outcomes = await Promise.all([
      told(answered(boss, number, [priced(soap.sku, 90_000)], later(1))),
      told(withdrawQuote(buyer, number, later(1))),
    ]);
    const quote = await quoteOf(buyer, number);
    expect(outcomes.filter((one) => one === "done")).toHaveLength(1);
    expect(quote.answeredAt === null).toBe(quote.withdrawnAt !== null);
  }
});

test("quotes for the last units sell them once: the losers are told what is left", async () => {
  const last = await product({ onHand: 10 });
  const many = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const one = await customerWithBuyer();
      await addToCart(one.buyer, { sku: last.sku, quantity: 1 }, at);
      const number = await askForQuote(one.buyer, await askingFor(one.buyer, at), at);
      await answered(boss, number, [priced(last.sku, 90_000)], at);
      return { ...one, number };
    }),
  );
  const outcomes = await Promise.all(
    many.map(({ buyer, addressId, number }) => told(acceptQuote(buyer, number, plainly(addressId), later(1)))),
  );
  expect(outcomes.filter((one) => one === "done")).toHaveLength(10);
  expect(outcomes.filter((one) => one === "out_of_stock")).toHaveLength(10);
  const [stock] = await sql`select on_hand, reserved from stock where product_id = ${last.id}`;
  expect(stock).toEqual({ on_hand: 10, reserved: 10 });
});

test("after all this no promise is broken, and a price or terms changed on an accepted quote would be noticed", async () => {
  expect(await brokenPromises()).toEqual([]);
  const change = (by: number) => sql`update quote_lines l set unit_price_e4 = l.unit_price_e4 + ${by} from quotes q
    where q.customer_id = l.customer_id and q.number = l.quote_number and q.accepted_at is not null`;
  await change(1);
  expect(await brokenPromises()).toEqual(["I13"]);
  await change(-1);
  const terms = await sql`select o.id, o.payment_terms_id from orders o join quotes q
    on q.customer_id = o.customer_id and q.order_number = o.number where q.accepted_at is not null`;
  const other = await termsOfTheHouse();
  await sql`update orders set payment_terms_id = ${other} where id = any(${terms.map((row) => row.id)})`;
  expect(await brokenPromises()).toEqual(["I13"]);
  for (const row of terms) await sql`update orders set payment_terms_id = ${row.payment_terms_id} where id = ${row.id}`;
  expect(await brokenPromises()).toEqual([]);
});
