import { expect, test } from "vitest";
import { addToCart } from "#app/domain/carts/carts.server.ts";
import { moveStock } from "#app/domain/catalog/stock.server.ts";
import { endStockWish, stockWishesOf, tellBackInStock, wishForStock } from "#app/domain/catalog/stock-wishes.server.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { cancelOrder } from "#app/domain/orders/moves.server.ts";
import { sql } from "#db/connection.server.ts";
import { buyerOf, customerWithBuyer, product } from "#tests/builders/distributor.ts";
import { manager, ordered, refusedWith } from "#tests/builders/field.ts";
import { at, later } from "#tests/builders/ordering.ts";

const mailsTo = async ({ userId }: Buyer) =>
  (
    await sql<{ subject: string; text: string }[]>`
    select o.subject, o.text from outbox o join users u on u.email = o.to where u.id = ${userId} order by o.id`
  ).map((mail) => mail);

const bought = (sku: string, quantity: number) => ({ sku, reason: "purchase" as const, quantity, note: null });

test("whoever waits is written to once, in their language, when goods come in; the wish ends with the mail", async () => {
  const { buyer, customerId } = await customerWithBuyer();
  const colleague = await buyerOf(customerId);
  await sql`update users set locale = 'en' where id = ${colleague.userId}`;
  const soap = await product({ onHand: 0 });
  await Promise.all([1, 2, 3].map(() => wishForStock(buyer, soap.sku, at)));
  await wishForStock(colleague, soap.sku, at);
  expect(await stockWishesOf(buyer)).toHaveLength(1);
  const office = await manager();
  await moveStock(office, bought(soap.sku, 10), later(1));
  await moveStock(office, bought(soap.sku, 10), later(2));
  await tellBackInStock(later(3), "any");
  const [mail, ...more] = await mailsTo(buyer);
  expect([mail?.subject, more]).toEqual([`Voltou ao estoque: Produto ${soap.sku}`, []]);
  expect(mail?.text).toContain(`/products/${soap.sku}`);
  expect((await mailsTo(colleague)).map(({ subject }) => subject)).toEqual([`Back in stock: Produto ${soap.sku}`]);
  expect(await stockWishesOf(buyer)).toEqual([]);
});

test("nobody is written to while less is there than can be ordered, after a wish was taken back, or without access", async () => {
  const { buyer, customerId } = await customerWithBuyer();
  const [fickle, gone] = [await buyerOf(customerId), await buyerOf(customerId)];
  const soap = await product({ onHand: 0, packMultiple: 6, minimumQuantity: 10 });
  for (const one of [buyer, fickle, gone]) await wishForStock(one, soap.sku, at);
  await endStockWish(fickle, soap.sku);
  await sql`update users set is_disabled = true where id = ${gone.userId}`;
  const office = await manager();
  await moveStock(office, bought(soap.sku, 11), later(1));
  expect(await mailsTo(buyer)).toEqual([]);
  await moveStock(office, bought(soap.sku, 1), later(2));
  expect([await mailsTo(buyer), await mailsTo(fickle), await mailsTo(gone)].map((mails) => mails.length)).toEqual([
    1, 0, 0,
  ]);
});

test("a cancelled order frees its goods for those who wait", async () => {
  const { buyer, addressId } = await customerWithBuyer();
  const waiting = (await customerWithBuyer()).buyer;
  const soap = await product({ onHand: 5 });
  await addToCart(buyer, { sku: soap.sku, quantity: 5 }, at);
  const { number } = await ordered(buyer, addressId, later(1));
  await wishForStock(waiting, soap.sku, later(2));
  await cancelOrder(await manager(), number, "Engano", later(3));
  expect(await mailsTo(waiting)).toHaveLength(1);
});

test("goods that came in by any other way are found by the house's round, by two of them only once, in one mail a person", async () => {
  const { buyer } = await customerWithBuyer();
  const [soap, milk] = [await product({ onHand: 0 }), await product({ onHand: 0 })];
  for (const { sku } of [soap, milk]) await wishForStock(buyer, sku, at);
  await sql`update stock set on_hand = 7 where product_id in (${soap.id}, ${milk.id})`;
  await Promise.all([1, 2, 3].map((minute) => tellBackInStock(later(minute), "any")));
  const mails = await mailsTo(buyer);
  expect(mails.reduce((sum, { text }) => sum + text.split("/products/").length - 1, 0)).toBe(2);
  expect(mails.length).toBeLessThanOrEqual(2);
});

test("a mail that is not written leaves the stock as it was, and the wish", async () => {
  const { buyer } = await customerWithBuyer();
  const soap = await product({ onHand: 0 });
  await wishForStock(buyer, soap.sku, at);
  await sql`alter table outbox add constraint full_box check (false) not valid`;
  await expect(moveStock(await manager(), bought(soap.sku, 10), later(1))).rejects.toThrow();
  await sql`alter table outbox drop constraint full_box`;
  const [level] = await sql`select on_hand from stock where product_id = ${soap.id}`;
  expect([level?.on_hand, (await stockWishesOf(buyer)).length]).toEqual([0, 1]);
});

test("what is there is not waited for, and what is not sold cannot be", async () => {
  const { buyer } = await customerWithBuyer();
  const soap = await product();
  await wishForStock(buyer, soap.sku, at);
  expect(await stockWishesOf(buyer)).toEqual([]);
  expect(await refusedWith(wishForStock(buyer, "NUNCA", at))).toBe("not_found");
});
