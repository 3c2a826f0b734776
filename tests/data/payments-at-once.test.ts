import { expect, test } from "vitest";
import { decidePayment } from "#app/domain/payments/deciding.server.ts";
import { tendPayments } from "#app/domain/payments/expiring.server.ts";
import { startPayment } from "#app/domain/payments/paying.server.ts";
import { lookAgain } from "#app/domain/payments/seeing.server.ts";
import { hear } from "#app/domain/payments/told.server.ts";
import { sql } from "#db/connection.server.ts";
import { paySession } from "#db/demo/payments/api.ts";
import type { Meddling } from "#db/demo/payments/payment-house.ts";
import { newEvent, signatureOf } from "#db/demo/payments/telling.ts";
import type { Session } from "#db/demo/payments/things.ts";
import type { Call } from "#db/demo/payments/wire.ts";
import { product } from "#tests/builders/distributor.ts";
import { at, later, refusalOf } from "#tests/builders/ordering.ts";
import { someManager } from "#tests/builders/owing.ts";
import { orderToPay, pageAt, paidTooLate } from "#tests/builders/paying.ts";
import { brokenPromises } from "#tests/builders/promises.ts";
import { promotionOn, unitsTaken } from "#tests/builders/promotions.ts";
import { openDouble, webhookSecret } from "#tests/stripe/double.ts";

let meddling: (call: Call) => Meddling | null = () => null;
const house = await openDouble({ clock: () => at, meddle: (call) => meddling(call) });

const isOpening = (call: Call) => call.method === "POST" && call.path === "/v1/checkout/sessions";
const told = (type: string, object: object, when = at) => {
  const body = JSON.stringify(newEvent(type, object, when));
  return () => hear(body, signatureOf(body, webhookSecret, new Date()), when);
};

async function pageOpen(given: Parameters<typeof orderToPay>[0] = {}) {
  const paid = await orderToPay(given);
  const { url } = await startPayment(paid.buyer, paid.number, "card", later(1));
  const [attempt] = await paid.attempts();
  return { ...paid, url, attempt: attempt! };
}

test("message and landing page at once, two hundred times: every order is paid once, with one mail and one word in the audit", async () => {
  const rounds = 200;
  for (let done = 0; done < rounds; done += 10) {
    const ten = await Promise.all(Array.from({ length: 10 }, () => pageOpen({ limitCents: 0 })));
    await Promise.all(
      ten.map(async ({ url, attempt }) => {
        await paySession(pageAt(house, url), house.books);
        const tell = told("checkout.session.completed", pageAt(house, url), later(2));
        await Promise.all([tell(), lookAgain(attempt, later(2)), tell(), lookAgain(attempt, later(2))]);
      }),
    );
  }
  const [counted] = await sql`select
    (select count(*)::int from orders where paid_at is not null) as paid,
    (select count(*)::int from payment_attempts where applied_at is not null) as applied,
    (select count(*)::int from payment_events) as events,
    (select count(*)::int from outbox where subject like 'Pagamento recebido%') as mails,
    (select count(*)::int from audit_entries where action = 'order_paid') as audited`;
  expect(counted).toEqual({ paid: rounds, applied: rounds, events: rounds, mails: rounds, audited: rounds });
  expect(await brokenPromises()).toEqual([]);
}, 90_000);

test("a page that was made although its answer never came is found again by its key: one page, one payment", async () => {
  const paid = await orderToPay();
  const before = house.books.sessions.size;
  let times = 0;
  meddling = (call) => (isOpening(call) && ++times <= 3 ? "gone after" : null);
  expect((await refusalOf(startPayment(paid.buyer, paid.number, "card", later(1)))).code).toBe("payment_silent");
  expect((await paid.attempts())[0]).toMatchObject({ state: "starting", sessionId: null });
  const { url } = await startPayment(paid.buyer, paid.number, "card", later(2));
  meddling = () => null;
  expect(house.books.sessions.size - before).toBe(1);
  await paySession(pageAt(house, url), house.books);
  await told("checkout.session.completed", pageAt(house, url), later(3))();
  expect((await paid.attempts()).map((one) => one.state)).toEqual(["paid"]);
  expect((await paid.order()).paidAt).toEqual(later(3));
});

test("silent, refusing and broken: the order stands, nothing is charged, and it is paid as soon as the payment house is back", async () => {
  const broken: Meddling = { answer: { status: 500, body: { error: { type: "api_error", message: "broken" } } } };
  for (const trouble of ["broken", broken] as const) {
    const paid = await orderToPay();
    meddling = (call) => (isOpening(call) ? trouble : null);
    expect((await refusalOf(startPayment(paid.buyer, paid.number, "card", later(1)))).code).toBe("payment_silent");
    meddling = () => null;
    expect((await paid.order()).cancelledAt).toBeNull();
    expect((await startPayment(paid.buyer, paid.number, "card", later(2))).url).toContain("/pay/");
    expect(await paid.attempts()).toHaveLength(1);
  }
  const paid = await orderToPay();
  meddling = (call) => (isOpening(call) ? { afterMs: 20_000 } : null);
  const started = performance.now();
  expect((await refusalOf(startPayment(paid.buyer, paid.number, "card", later(1)))).code).toBe("payment_silent");
  expect(performance.now() - started).toBeLessThan(12_000);
  meddling = () => null;
});

test("a fault that is kept under its key is not asked for ever: another attempt begins", async () => {
  const paid = await orderToPay();
  const kept = { status: 500, body: { error: { type: "api_error", message: "kept" } } };
  const headers = { "idempotent-replayed": "true", "stripe-should-retry": "false" };
  meddling = (call) => (isOpening(call) ? { answer: { ...kept, headers } } : null);
  expect((await refusalOf(startPayment(paid.buyer, paid.number, "card", later(1)))).code).toBe("payment_refused");
  meddling = () => null;
  await startPayment(paid.buyer, paid.number, "card", later(2));
  expect((await paid.attempts()).map((one) => one.state)).toEqual(["failed", "open"]);
});

test("a message that lies has no effect: what is looked up decides, and a wrong amount or currency waits for somebody", async () => {
  const lied = await pageOpen();
  const lie: Session = { ...pageAt(house, lied.url), status: "complete", payment_status: "paid" };
  await told("checkout.session.completed", lie, later(2))();
  expect((await lied.order()).paidAt).toBeNull();
  for (const wrong of [{ amount_total: 100 }, { currency: "usd" }]) {
    const paid = await pageOpen();
    await house.books.keep({ ...pageAt(house, paid.url), ...wrong });
    await paySession(pageAt(house, paid.url), house.books);
    await told("checkout.session.completed", pageAt(house, paid.url), later(2))();
    expect((await paid.order()).paidAt).toBeNull();
    expect((await paid.attempts())[0]).toMatchObject({ state: "paid", appliedAt: null });
    expect((await refusalOf(startPayment(paid.buyer, paid.number, "pix", later(3)))).code).toBe("payment_pending");
  }
  expect(await brokenPromises()).toEqual([]);
});

test("what nobody paid is given up once, its goods are free and its page is closed; several rounds at once change nothing", async () => {
  const left = await pageOpen();
  const never = await orderToPay();
  const over = later(25 * 60);
  const given = await Promise.all([1, 2, 3].map(() => tendPayments(over)));
  expect(given.reduce((sum, one) => sum + one, 0)).toBeGreaterThanOrEqual(2);
  for (const order of [left, never]) {
    expect((await order.order()).cancelledAt).toEqual(over);
    expect(await order.reserved()).toBe(0);
    const mails =
      await sql`select 1 from outbox where subject = ${`Pedido ${order.number} cancelado por falta de pagamento`}`;
    expect(mails).toHaveLength(1);
  }
  expect(pageAt(house, left.url).status).toBe("expired");
  expect((await refusalOf(startPayment(left.buyer, left.number, "card", over))).code).toBe("payment_over");
  expect(await brokenPromises()).toEqual([]);
});

test("the last second: payment and expiry at once leave each order either paid or given up, and no money unnoticed", async () => {
  const many = await Promise.all(Array.from({ length: 12 }, () => pageOpen()));
  const over = later(26 * 60);
  await Promise.all([
    tendPayments(over),
    ...many.map(async ({ url, attempt }) => {
      const page = pageAt(house, url);
      if (page.status !== "open") return;
      await paySession(page, house.books);
      await told("checkout.session.completed", pageAt(house, url), over)();
      await lookAgain(attempt, over);
    }),
    tendPayments(over),
  ]);
  for (const one of many) {
    const [{ state, appliedAt } = { state: null, appliedAt: null }] = await one.attempts();
    const { paidAt, cancelledAt } = await one.order();
    expect(paidAt === null).toBe(appliedAt === null);
    expect(paidAt !== null && cancelledAt !== null).toBe(false);
    expect(pageAt(house, one.url).payment_status === "paid").toBe(state === "paid");
  }
  expect(await brokenPromises()).toEqual([]);
});

test("while nobody knows whether it was paid, nothing is given up", async () => {
  const paid = await pageOpen();
  meddling = () => "broken";
  await tendPayments(later(27 * 60));
  meddling = () => null;
  expect((await paid.order()).cancelledAt).toBeNull();
});

test("orders paid after they were given up, and new ones, want a promotion's last units at once: it sells what it has and no more", async () => {
  const manager = await someManager();
  const soap = await product({ priceE4: 100_000, onHand: 1000 });
  const offer = await promotionOn([soap.id], { unitLimit: 30 });
  // One after the other each had ten of the thirty units, and gave them back.
  const late: Awaited<ReturnType<typeof paidTooLate>>[] = [];
  while (late.length < 6) late.push(await paidTooLate(house, manager, { soap }));
  expect(await unitsTaken(offer)).toEqual({ counted: 0, ordered: 0 });
  const accepted = late.map(({ attempt }) =>
    decidePayment(manager, attempt.id, { how: "accepted", note: null }, later(5)),
  );
  const placed = Array.from({ length: 6 }, () => orderToPay({ soap, placedAt: later(5) }));
  const [again, anew] = await Promise.all([Promise.allSettled(accepted), Promise.allSettled(placed)]);
  const soldOut = again.filter((one) => one.status === "rejected").map((one) => one.reason.code);
  expect(new Set(soldOut)).toEqual(new Set(soldOut.length > 0 ? ["promotion_sold_out"] : []));
  for (const one of anew) if (one.status === "rejected") expect(one.reason.code).toBe("prices_changed");
  expect(await unitsTaken(offer)).toEqual({ counted: 30, ordered: 30 });
  expect(soldOut.length).toBeGreaterThanOrEqual(3);
  const [stillOff] = await sql`select count(*)::int as orders from orders
    where number = any(${late.map(({ number }) => number)}::text[]) and cancelled_at is not null and paid_at is null`;
  expect(stillOff?.orders).toBe(soldOut.length);
  expect(await brokenPromises()).toEqual([]);
});
