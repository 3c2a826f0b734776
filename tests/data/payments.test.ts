import { expect, test } from "vitest";
import { termsOfCart } from "#app/domain/customers/payment-terms.server.ts";
import { confirmOrder, invoiceOrder } from "#app/domain/orders/moves.server.ts";
import { startPayment } from "#app/domain/payments/paying.server.ts";
import { lookAgain } from "#app/domain/payments/seeing.server.ts";
import { sql } from "#db/connection.server.ts";
import { awaitSession, paySession, settleIntent } from "#db/demo/payments/api.ts";
import { at, later, refusalOf } from "#tests/builders/ordering.ts";
import { someManager, usedBy } from "#tests/builders/owing.ts";
import { orderToPay, pageAt } from "#tests/builders/paying.ts";
import { brokenPromises } from "#tests/builders/promises.ts";
import { openDouble } from "#tests/stripe/double.ts";

let now = at;
const house = await openDouble({ clock: () => now });

test("an order paid by card holds its stock and no credit, moves once it is paid, and owes nothing when invoiced", async () => {
  const paid = await orderToPay();
  const manager = await someManager();
  expect(await usedBy(paid.customerId)).toEqual({ counter: 0, ledger: 0 });
  expect(await paid.reserved()).toBe(10);
  expect((await refusalOf(confirmOrder(manager, paid.number, later(1)))).code).toBe("order_unpaid");
  expect((await refusalOf(invoiceOrder(manager, paid.number, null, later(1)))).code).toBe("order_unpaid");

  const { url } = await startPayment(paid.buyer, paid.number, "card", later(1));
  const page = pageAt(house, url);
  expect(page).toMatchObject({ amount_total: 10_000, currency: "brl", client_reference_id: paid.number });
  expect(page.allowed_payment_method_types).toEqual(["card"]);
  await paySession(page, house.books);
  const [attempt] = await paid.attempts();
  expect(await lookAgain(attempt!, later(2))).toBe("paid");
  expect((await paid.order()).paidAt).toEqual(later(2));
  expect((await refusalOf(startPayment(paid.buyer, paid.number, "card", later(3)))).code).toBe("payment_done");

  await invoiceOrder(manager, paid.number, null, later(4));
  expect(await sql`select id from receivables where customer_id = ${paid.customerId}`).toEqual([]);
  expect(await usedBy(paid.customerId)).toEqual({ counter: 0, ledger: 0 });
  const [mail] = await sql`select subject from outbox order by id desc limit 1`;
  expect(mail?.subject).toBe(`Pagamento recebido: pedido ${paid.number}`);
  expect(await brokenPromises()).toEqual([]);
});

test("a boleto keeps the goods until two business days after its last day, and is paid a day later", async () => {
  const paid = await orderToPay();
  now = later(1);
  const { url } = await startPayment(paid.buyer, paid.number, "boleto", later(1));
  const intent = await awaitSession(pageAt(house, url), "boleto", house.books);
  const [attempt] = await paid.attempts();
  expect(await lookAgain(attempt!, later(2))).toBe("processing");
  expect((await paid.attempts())[0]?.voucherUrl).toContain(intent.id);
  // Friday the 20th, due Monday the 23rd, known by the end of Wednesday the 25th.
  expect((await paid.order()).payByAt).toEqual(new Date("2026-11-26T03:00:00Z"));
  const dayLater = later(26 * 60);
  await settleIntent(house.books.intents.get(intent.id)!, true, house.books);
  expect(await lookAgain(attempt!, dayLater)).toBe("paid");
  expect((await paid.order()).paidAt).toEqual(dayLater);
  now = at;
});

test("a double click, two tabs and another method leave one page that can be paid", async () => {
  const paid = await orderToPay();
  const asked = await Promise.all([1, 2, 3, 4].map(() => startPayment(paid.buyer, paid.number, "card", later(1))));
  expect(new Set(asked.map(({ url }) => url)).size).toBe(1);
  const again = await startPayment(paid.buyer, paid.number, "card", later(2));
  expect(again.url).toBe(asked[0]?.url);
  const other = await startPayment(paid.buyer, paid.number, "pix", later(3));
  expect(pageAt(house, asked[0]?.url ?? "").status).toBe("expired");
  expect(pageAt(house, other.url).status).toBe("open");
  expect((await paid.attempts()).map(({ method, state }) => [method, state])).toEqual([
    ["card", "cancelled"],
    ["pix", "open"],
  ]);
  expect(await brokenPromises()).toEqual([]);
});

test("an order paid online at the prices of paying at once leaves the shop's prices as they were agreed", async () => {
  const terms = (code: string, days: number, basisPoints: number) =>
    sql<{ id: number }[]>`insert into payment_terms (code, name, days, price_basis_points)
      values (${code}, ${code}, array[${days}::int], ${basisPoints}) returning id`;
  const paid = await orderToPay();
  const [agreed] = await terms("28D", 28, 0);
  const [atOnce] = await terms("AVISTA", 0, -300);
  await sql`update orders set payment_terms_id = ${atOnce?.id ?? 0} where number = ${paid.number}`;
  expect(await termsOfCart(paid.customerId, null)).toMatchObject({ id: agreed?.id, basisPoints: 0 });
  await sql`update orders set payment_method = 'account', pay_by_at = null where number = ${paid.number}`;
  expect(await termsOfCart(paid.customerId, null)).toMatchObject({ id: atOnce?.id, basisPoints: -300 });
});
