import { expect, test } from "vitest";
import { cancelOrder, confirmOrder } from "#app/domain/orders/moves.server.ts";
import { decidePayment } from "#app/domain/payments/deciding.server.ts";
import { tendPayments } from "#app/domain/payments/expiring.server.ts";
import { payOnAccount } from "#app/domain/payments/on-account.server.ts";
import { startPayment } from "#app/domain/payments/paying.server.ts";
import { paymentsIn } from "#app/domain/payments/payment-list.server.ts";
import { lookAgain, noteSighting } from "#app/domain/payments/seeing.server.ts";
import { hear } from "#app/domain/payments/told.server.ts";
import { disputeIntent, paySession } from "#db/demo/payments/api.ts";
import { newEvent, signatureOf } from "#db/demo/payments/telling.ts";
import { termsOfTheHouse } from "#tests/builders/distributor.ts";
import { at, later, refusalOf } from "#tests/builders/ordering.ts";
import { someManager, usedBy } from "#tests/builders/owing.ts";
import { orderToPay, pageAt, paidTooLate } from "#tests/builders/paying.ts";
import { brokenPromises } from "#tests/builders/promises.ts";
import { openDouble, webhookSecret } from "#tests/stripe/double.ts";

const house = await openDouble({ clock: () => at });
const manager = await someManager();
const toDecide = async () => (await paymentsIn(manager, "decide", 1)).rows;

test("money for an order that was given up waits for a decision; accepted, the order is taken up again with its goods", async () => {
  const late = await paidTooLate(house, manager);
  expect(await late.reserved()).toBe(0);
  expect(await toDecide()).toMatchObject([{ orderNumber: late.number, decision: "order_cancelled" }]);
  await decidePayment(manager, late.attempt.id, { how: "accepted", note: "combinado" }, later(5));
  expect(await late.order()).toMatchObject({ cancelledAt: null, paidAt: later(5) });
  expect(await late.reserved()).toBe(10);
  expect(await toDecide()).toEqual([]);
  await confirmOrder(manager, late.number, later(6));
  const again = decidePayment(manager, late.attempt.id, { how: "accepted", note: null }, later(7));
  expect((await refusalOf(again)).code).toBe("payment_settled");
  expect(await brokenPromises()).toEqual([]);
});

test("an order given up after it was paid shows at once; its money goes back once, however often it is pressed", async () => {
  const paid = await orderToPay();
  const { url } = await startPayment(paid.buyer, paid.number, "card", later(1));
  await paySession(pageAt(house, url), house.books);
  const [attempt] = await paid.attempts();
  await lookAgain(attempt!, later(2));
  await cancelOrder(manager, paid.number, "faltou produto", later(3));
  expect(await toDecide()).toMatchObject([{ orderNumber: paid.number, decision: "order_cancelled" }]);
  const refund = () => decidePayment(manager, attempt!.id, { how: "refunded", note: null }, later(4));
  const ends = await Promise.allSettled([refund(), refund(), refund()]);
  expect(ends.some(({ status }) => status === "fulfilled")).toBe(true);
  expect(house.asked.filter(({ path }) => path === "/v1/refunds").length).toBeGreaterThan(0);
  expect([...house.books.charges.values()].filter(({ refunded }) => refunded)).toHaveLength(1);
  expect(await toDecide()).toEqual([]);
  expect(await brokenPromises()).toEqual([]);
});

test("a second payment of a paid order is never taken silently", async () => {
  const paid = await orderToPay();
  const { url } = await startPayment(paid.buyer, paid.number, "card", later(1));
  const [first] = await paid.attempts();
  await startPayment(paid.buyer, paid.number, "pix", later(2));
  const [, second] = await paid.attempts();
  const seen = { key: null, receivedCents: 10_000, currency: "brl", voucherUrl: null, voucherDueAt: null };
  const money = { ...seen, state: "paid" as const };
  await noteSighting(second!, { ...money, sessionId: second!.sessionId!, paymentRef: "pi_2" }, later(3));
  await noteSighting(first!, { ...money, sessionId: url.split("/").at(-1)!, paymentRef: "pi_1" }, later(4));
  expect((await paid.attempts()).map(({ state, appliedAt }) => [state, appliedAt !== null])).toEqual([
    ["paid", false],
    ["paid", true],
  ]);
  expect(await toDecide()).toMatchObject([{ attemptId: first!.id, decision: "paid_twice" }]);
  await decidePayment(manager, first!.id, { how: "otherwise", note: "devolvido por PIX" }, later(5));
  expect(await toDecide()).toEqual([]);
  expect(await brokenPromises()).toEqual([]);
});

test("a dispute comes before staff; an unpaid order goes on account only within the credit, and its page is closed", async () => {
  const paid = await orderToPay();
  const { url } = await startPayment(paid.buyer, paid.number, "card", later(1));
  await paySession(pageAt(house, url), house.books);
  const [attempt] = await paid.attempts();
  await lookAgain(attempt!, later(2));
  const intent = house.books.intents.get(pageAt(house, url).payment_intent ?? "")!;
  await disputeIntent(intent, house.books);
  const body = JSON.stringify(
    newEvent("charge.dispute.created", { id: "dp_1", object: "dispute", payment_intent: intent.id }, at),
  );
  expect(await hear(body, signatureOf(body, webhookSecret, new Date()), later(3))).toBe("noted");
  expect(await toDecide()).toMatchObject([{ orderNumber: paid.number, decision: "disputed" }]);
  await decidePayment(manager, attempt!.id, { how: "otherwise", note: "respondido ao banco" }, later(4));
  expect(await toDecide()).toEqual([]);

  const terms = await termsOfTheHouse();
  const poor = await orderToPay({ limitCents: 9_999 });
  expect((await refusalOf(payOnAccount(poor.buyer, poor.number, terms, later(1)))).code).toBe("credit_exceeded");
  const rich = await orderToPay({ limitCents: 10_000 });
  const page = await startPayment(rich.buyer, rich.number, "pix", later(1));
  await payOnAccount(rich.buyer, rich.number, terms, later(2));
  expect(await rich.order()).toMatchObject({ method: "account", payByAt: null });
  expect(await usedBy(rich.customerId)).toEqual({ counter: 10_000, ledger: 10_000 });
  expect(pageAt(house, page.url).status).toBe("expired");
  await confirmOrder(manager, rich.number, later(3));
  await tendPayments(later(4));
  expect(await brokenPromises()).toEqual([]);
});
