import { expect, test } from "vitest";
import { overrideHold, revokeOverride } from "#app/domain/credit/overrides.server.ts";
import { changeSettings } from "#app/domain/customers/settings.server.ts";
import { cancelOrder, confirmOrder, invoiceOrder } from "#app/domain/orders/moves.server.ts";
import { daysAfter } from "#app/domain/period.ts";
import { owingCustomers } from "#app/domain/receivables/owing.server.ts";
import { cancelReceivable, counterPayment, payReceivable } from "#app/domain/receivables/payments.server.ts";
import { receivableIn } from "#app/domain/receivables/receivable-sheet.server.ts";
import { makeReceivables } from "#app/domain/receivables/receivables.server.ts";
import { sql, withTx } from "#db/connection.server.ts";
import { at, later, refusalOf } from "#tests/builders/ordering.ts";
import { customerWhoOwes, owedBy, someManager, usedBy } from "#tests/builders/owing.ts";
import { person } from "#tests/builders/people.ts";
import { brokenPromises } from "#tests/builders/promises.ts";

const today = "2026-11-20";
const whole = { paidOn: today, note: null, shownOpenCents: null };

test("an invoiced order is owed in the instalments of its terms, from the day of the invoice, once", async () => {
  const { customerId, number } = await customerWhoOwes({ pieces: 100 });
  const owed = await owedBy(customerId);
  expect(owed.map(({ document, dueOn, amountCents }) => [document, dueOn, amountCents])).toEqual([
    [`${number}/1`, daysAfter(today, 28), 33334],
    [`${number}/2`, daysAfter(today, 56), 33333],
    [`${number}/3`, daysAfter(today, 84), 33333],
  ]);
  await withTx((tx) => makeReceivables({ customerId, number }, today, later(5), tx));
  expect(await owedBy(customerId)).toEqual(owed);
  expect(await usedBy(customerId)).toEqual({ counter: 100_000, ledger: 100_000 });
  expect(await brokenPromises()).toEqual([]);
});

test("terms changed between the order and its invoice change nothing of what was agreed", async () => {
  const { customerId, manager, number, terms } = await customerWhoOwes({ pieces: 100, isInvoiced: false });
  await sql`update payment_terms set days = '{7}' where id = ${terms}`;
  await invoiceOrder(manager, number, null, later(1));
  expect((await owedBy(customerId)).map(({ dueOn }) => dueOn)).toEqual(
    [28, 56, 84].map((days) => daysAfter(today, days)),
  );
});

test("the morning names who owes, the largest first, and each rep only their own", async () => {
  const { customerId, manager } = await customerWhoOwes({ pieces: 200, invoicedAt: later(-60 * 24 * 100) });
  const rep = await person("rep");
  const before = await owingCustomers(manager, today, 5);
  expect(before.rows[0]).toMatchObject({ customerId, count: 3, cents: 200_000, sinceOn: "2026-09-09" });
  expect(before.cents).toBe(before.rows.reduce((sum, row) => sum + row.cents, 0));
  expect(await owingCustomers({ repId: rep.id }, today, 5)).toEqual({ rows: [], customers: 0, cents: 0 });
  await sql`update customers set rep_id = ${rep.id} where id = ${customerId}`;
  expect((await owingCustomers({ repId: rep.id }, today, 5)).rows.map((row) => row.customerId)).toEqual([customerId]);
});

test("before the invoice nothing is owed, and a cancelled order never is", async () => {
  const { customerId, number, manager } = await customerWhoOwes({ isInvoiced: false });
  await confirmOrder(manager, number, at);
  expect(await owedBy(customerId)).toEqual([]);
  await cancelOrder(manager, number, "engano", later(1));
  expect(await owedBy(customerId)).toEqual([]);
  expect((await usedBy(customerId)).counter).toBe(0);
});

test("a part payment frees exactly its amount, the rest the rest, and then nothing more can be paid", async () => {
  const { customerId, manager } = await customerWhoOwes();
  const [first] = await owedBy(customerId);
  const id = (first as { id: number }).id;
  await payReceivable(manager, id, { ...whole, amountCents: 10_000, shownOpenCents: 33_334 }, later(2));
  expect(await usedBy(customerId)).toEqual({ counter: 90_000, ledger: 90_000 });
  const over = await refusalOf(payReceivable(manager, id, { ...whole, amountCents: 23_335 }, later(3)));
  expect(over).toMatchObject({ code: "receivable_overpaid", details: { openCents: 23_334 } });
  const stale = payReceivable(manager, id, { ...whole, amountCents: 1, shownOpenCents: 33_334 }, later(3));
  expect((await refusalOf(stale)).code).toBe("receivable_moved");
  const tomorrow = payReceivable(manager, id, { ...whole, amountCents: 1, paidOn: daysAfter(today, 1) }, later(3));
  expect((await refusalOf(tomorrow)).code).toBe("payment_in_future");
  await payReceivable(manager, id, { ...whole, amountCents: 23_334 }, later(4));
  expect((await owedBy(customerId))[0]).toMatchObject({ paidCents: 33_334, paidOn: today });
  expect((await refusalOf(payReceivable(manager, id, { ...whole, amountCents: 1 }, later(5)))).code).toBe(
    "receivable_closed",
  );
  expect(await usedBy(customerId)).toEqual({ counter: 66_666, ledger: 66_666 });
  expect(await brokenPromises()).toEqual([]);
});

test("a wrong payment is countered, once, never removed; the credit is in use again and the audit knows both", async () => {
  const { customerId, manager } = await customerWhoOwes();
  const [{ id } = { id: 0 }] = await owedBy(customerId);
  await payReceivable(manager, id, { ...whole, amountCents: 33_334 }, later(2));
  const [payment] = (await receivableIn(manager, id)).payments;
  const undo = () =>
    counterPayment(manager, id, { paymentId: payment?.id ?? 0, note: "valor de outro cliente" }, later(3));
  await undo();
  expect((await refusalOf(undo())).code).toBe("payment_countered");
  const sheet = await receivableIn(manager, id);
  expect(sheet).toMatchObject({ paidCents: 0, paidOn: null });
  expect(sheet.payments.map((one) => [one.amountCents, one.isCounter, one.isCountered])).toEqual([
    [33_334, false, true],
    [-33_334, true, false],
  ]);
  expect(await usedBy(customerId)).toEqual({ counter: 100_000, ledger: 100_000 });
  const audited =
    await sql`select action from audit_entries where customer_id = ${customerId} and action like 'receivable%' order by id`;
  expect(audited.map((row) => row.action)).toEqual(["receivable_paid", "receivable_payment_undone"]);
  expect(await brokenPromises()).toEqual([]);
});

test("cancelling what is open frees it and ends it; what was paid stays paid", async () => {
  const { customerId, manager } = await customerWhoOwes();
  const [{ id } = { id: 0 }] = await owedBy(customerId);
  await payReceivable(manager, id, { ...whole, amountCents: 4 }, later(2));
  await cancelReceivable(manager, id, "devolução", later(3));
  expect(await usedBy(customerId)).toEqual({ counter: 66_666, ledger: 66_666 });
  expect((await refusalOf(cancelReceivable(manager, id, "de novo", later(4)))).code).toBe("receivable_closed");
  expect((await refusalOf(payReceivable(manager, id, { ...whole, amountCents: 1 }, later(4)))).code).toBe(
    "receivable_closed",
  );
  expect(await brokenPromises()).toEqual([]);
});

test("what is outside of a rep's portfolio does not exist for them", async () => {
  const { customerId } = await customerWhoOwes();
  const [{ id } = { id: 0 }] = await owedBy(customerId);
  const stranger = { userId: 1, repId: 999_999 };
  const acts = [
    () => receivableIn(stranger, id),
    () => payReceivable(stranger, id, { ...whole, amountCents: 1 }, later(2)),
    () => cancelReceivable(stranger, id, "nada", later(2)),
    () => overrideHold(stranger, customerId, { untilOn: null, reason: "nada" }, later(2)),
  ];
  for (const act of acts) expect((await refusalOf(act())).code).toBe("not_found");
});

test("overdue beyond the setting refuses the order with amount and day; an override lets one order pass, and only one", async () => {
  const manager = await someManager();
  const { customerId, order } = await customerWhoOwes({ invoicedAt: new Date("2026-10-01T14:00:00Z") });
  await changeSettings(manager, { holdOverdueAfterDays: 30 }, { at });
  expect(await order(5)).toMatch(/^\d+$/);
  await changeSettings(manager, { holdOverdueAfterDays: 15 }, { at: later(1) });
  const held = await refusalOf(order(5, later(2)));
  expect(held).toMatchObject({ code: "credit_overdue", details: { overdueCents: 33_334, sinceOn: "2026-10-29" } });
  await overrideHold(manager, customerId, { untilOn: null, reason: "pagou hoje" }, later(3));
  const passed = await order(5, later(4));
  const [used] = await sql`select used_order_number, used_at from credit_overrides where customer_id = ${customerId}`;
  expect(used).toEqual({ used_order_number: passed, used_at: later(4) });
  expect((await refusalOf(order(5, later(5)))).code).toBe("credit_overdue");
  const past = overrideHold(manager, customerId, { untilOn: daysAfter(today, -1), reason: "ontem" }, later(5));
  expect((await refusalOf(past)).code).toBe("day_over");
  await overrideHold(manager, customerId, { untilOn: today, reason: "até hoje" }, later(6));
  await order(5, later(7));
  await order(5, later(8));
  const [until] = await sql`select id from credit_overrides where customer_id = ${customerId} and until_on is not null`;
  await revokeOverride(manager, customerId, until?.id, later(9));
  expect((await refusalOf(order(5, later(10)))).code).toBe("credit_overdue");
  const audited =
    await sql`select action from audit_entries where customer_id = ${customerId} and action like 'credit%' order by id`;
  expect(audited.map((row) => row.action)).toEqual([
    "credit_override_given",
    "credit_override_given",
    "credit_override_revoked",
  ]);
  await changeSettings(manager, { holdOverdueAfterDays: 0 }, { at: later(11) });
  await order(5, later(12));
  expect(await brokenPromises()).toEqual([]);
});

test("an order that was cancelled after all takes its open receivables with it and gives the credit back to the centavo", async () => {
  const { customerId, number, manager } = await customerWhoOwes();
  const [{ id } = { id: 0 }] = await owedBy(customerId);
  await payReceivable(manager, id, { ...whole, amountCents: 100 }, later(2));
  await sql`update orders set invoiced_at = null where number = ${number}`;
  await sql`update stock set on_hand = on_hand + 100, reserved = reserved + 100 where product_id =
    (select product_id from order_lines where customer_id = ${customerId} limit 1)`;
  await sql`delete from stock_movements where order_number = ${number}`;
  await cancelOrder(manager, number, "devolvido", later(3));
  expect(await usedBy(customerId)).toEqual({ counter: 0, ledger: 0 });
  expect(await brokenPromises()).toEqual([]);
  expect((await refusalOf(invoiceOrder(manager, number, null, later(4)))).code).toBe("order_state");
});
