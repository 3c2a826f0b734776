import { expect, test } from "vitest";
import {
  activityIn,
  cancelActivity,
  checkIn,
  finishActivity,
  noteActivity,
  planActivity,
} from "#app/domain/activities/activities.server.ts";
import type { Result } from "#app/domain/activities/activity.ts";
import { activitiesIn, activityList, agendaItem, dueActivities } from "#app/domain/activities/agenda.server.ts";
import { addToCart } from "#app/domain/carts/carts.server.ts";
import type { Buyer, Scope } from "#app/domain/customers/buyer.ts";
import { sql } from "#db/connection.server.ts";
import { product } from "#tests/builders/distributor.ts";
import { manager, ordered, refusedWith, rep, servedBy } from "#tests/builders/field.ts";

const morning = new Date("2026-11-16T11:00:00Z");
const minutes = (count: number) => new Date(morning.getTime() + count * 60_000);
const nothing: Result = { outcome: "interested", notes: "", nextStep: "", nextStepOn: "", minutes: "", kilometres: "" };
const on16 = { from: "2026-11-16", to: "2026-11-17" };

const visitTo = (scope: Scope, customerId: number, on = "2026-11-16", at = "09:00") =>
  planActivity(scope, { kind: "visit", customerId, on, at, subject: "Reposição" }, minutes(-600));

test("a visit is planned, arrived at, and ended with what came of it", async () => {
  const mine = await rep();
  const { customerId } = await servedBy(mine.repId);
  const id = await visitTo(mine, customerId);
  const planned = await agendaItem(mine, id, morning);
  expect(planned).toMatchObject({ state: "planned", kind: "visit", subject: "Reposição", customerId });
  expect(planned?.plannedAt).toEqual(new Date("2026-11-16T12:00:00Z"));
  expect((await agendaItem(mine, id, minutes(61)))?.state).toBe("late");
  await checkIn(mine, id, minutes(70), { latitude: -23.55, longitude: -46.63 });
  expect(await agendaItem(mine, id, minutes(71))).toMatchObject({
    state: "checked_in",
    latitude: "-23.55",
    longitude: "-46.63",
  });
  await finishActivity(
    mine,
    id,
    { ...nothing, outcome: "no_need_now", notes: "Estoque cheio", kilometres: 18 },
    minutes(102),
  );
  expect(await agendaItem(mine, id, minutes(103))).toMatchObject({
    state: "done",
    outcome: "no_need_now",
    notes: "Estoque cheio",
    minutes: 32,
    doneAt: minutes(102),
  });
});

test("the place of a check-in may lie on the equator or be unknown", async () => {
  const mine = await rep();
  const { customerId } = await servedBy(mine.repId);
  const [inMacapa, unknown] = [await visitTo(mine, customerId), await visitTo(mine, customerId)];
  await checkIn(mine, inMacapa, morning, { latitude: 0, longitude: -51.07 });
  await checkIn(mine, unknown, morning, { latitude: "", longitude: "" });
  expect(await agendaItem(mine, inMacapa, morning)).toMatchObject({ latitude: "0", longitude: "-51.07" });
  expect(await agendaItem(mine, unknown, morning)).toMatchObject({ latitude: null, longitude: null });
});

test("moment and place of the arrival are kept once, also when pressed twice", async () => {
  const mine = await rep();
  const { customerId } = await servedBy(mine.repId);
  const id = await visitTo(mine, customerId);
  const presses = await Promise.allSettled([1, 2, 3].map((turn) => checkIn(mine, id, minutes(turn))));
  expect(presses.filter((press) => press.status === "fulfilled")).toHaveLength(1);
  const { checkedInAt } = await activityIn(mine, id);
  expect(await refusedWith(checkIn(mine, id, minutes(30)))).toBe("visit_already_done");
  expect((await activityIn(mine, id)).checkedInAt).toEqual(checkedInAt);
  const [traces] =
    await sql`select count(*)::int as n from audit_entries where action = 'checked_in' and subject = ${`activity:${id}`}`;
  expect(traces?.n).toBe(1);
});

test("what is over stays as it was: not ended, arrived at or cancelled again", async () => {
  const mine = await rep();
  const { customerId } = await servedBy(mine.repId);
  const [done, cancelled, begun] = [
    await visitTo(mine, customerId),
    await visitTo(mine, customerId),
    await visitTo(mine, customerId),
  ];
  await finishActivity(mine, done, nothing, minutes(1));
  await cancelActivity(mine, cancelled, minutes(1));
  await checkIn(mine, begun, minutes(1));
  for (const id of [done, cancelled]) {
    expect(await refusedWith(finishActivity(mine, id, nothing, minutes(2)))).toBe("visit_already_done");
    expect(await refusedWith(checkIn(mine, id, minutes(2)))).toBe("visit_already_done");
    expect(await refusedWith(cancelActivity(mine, id, minutes(2)))).toBe("visit_already_done");
  }
  expect(await refusedWith(cancelActivity(mine, begun, minutes(2)))).toBe("visit_already_done");
  expect(await activityIn(mine, cancelled)).toMatchObject({ cancelledAt: minutes(1), doneAt: null });
});

test("a next step with a day becomes a task of that day, one without stays a note", async () => {
  const mine = await rep();
  const { customerId } = await servedBy(mine.repId);
  const [dated, open] = [await visitTo(mine, customerId), await visitTo(mine, customerId)];
  await finishActivity(mine, dated, { ...nothing, nextStep: "Levar amostras", nextStepOn: "2026-11-20" }, minutes(1));
  await finishActivity(mine, open, { ...nothing, nextStep: "Pensar em preço" }, minutes(1));
  const tasks = await activitiesIn(mine, { from: "2026-11-17", to: "2026-12-31", kind: "task" }, minutes(2));
  expect(tasks).toMatchObject([{ subject: "Levar amostras", state: "planned", customerId }]);
  expect(tasks[0]?.plannedAt).toEqual(new Date("2026-11-20T12:00:00Z"));
  expect((await agendaItem(mine, open, minutes(2)))?.nextStep).toBe("Pensar em preço");
});

test("two windows that end a visit at once plan its next step once", async () => {
  const mine = await rep();
  const { customerId } = await servedBy(mine.repId);
  const id = await visitTo(mine, customerId);
  const came = { ...nothing, nextStep: "Voltar", nextStepOn: "2026-11-20" };
  const windows = await Promise.allSettled([1, 2, 3, 4].map(() => finishActivity(mine, id, came, minutes(5))));
  expect(windows.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  expect(await activitiesIn(mine, { from: "2026-11-17", to: "2026-12-01", kind: "task" }, morning)).toHaveLength(1);
});

test("the long list begins with the latest day and tells how many there are, however many a page shows", async () => {
  const mine = await rep();
  const { customerId } = await servedBy(mine.repId);
  const planned = (on: string) =>
    planActivity(mine, { kind: "task", customerId, on, at: "10:00", subject: on }, morning);
  await planned("2026-11-17");
  await planned("2026-11-30");
  await planned("2026-11-18");
  const period = { from: "2026-11-10", to: "2026-12-31" };
  const page = (number: number) => activityList(mine, period, { page: number, pageSize: 2 }, morning);
  expect(await page(1)).toMatchObject({ total: 3, items: [{ subject: "2026-11-30" }, { subject: "2026-11-18" }] });
  expect(await page(2)).toMatchObject({ total: 3, items: [{ subject: "2026-11-17" }] });
  expect(await activityList(await rep(), period, { page: 1, pageSize: 2 }, morning)).toEqual({ items: [], total: 0 });
});

test("only a visit is arrived at; a call is just ended", async () => {
  const mine = await rep();
  const { customerId } = await servedBy(mine.repId);
  const call = await planActivity(
    mine,
    { kind: "call", customerId, on: "2026-11-16", at: "10:00", subject: "" },
    morning,
  );
  expect(await refusedWith(checkIn(mine, call, minutes(1)))).toBe("visit_already_done");
  await finishActivity(mine, call, { ...nothing, minutes: 12 }, minutes(20));
  expect(await agendaItem(mine, call, minutes(21))).toMatchObject({ state: "done", minutes: 12, subject: null });
});

test("a rep sees and touches the activities of their own customers only, the manager all", async () => {
  const [mine, other, house] = [await rep(), await rep(), await manager()];
  const { customerId } = await servedBy(mine.repId);
  const id = await visitTo(mine, customerId);
  expect(await refusedWith(visitTo(other, customerId))).toBe("not_found");
  expect(await refusedWith(noteActivity(other, { customerId, kind: "note", notes: "oi" }, morning))).toBe("not_found");
  expect(await refusedWith(activityIn(other, id))).toBe("not_found");
  expect(await refusedWith(checkIn(other, id, morning))).toBe("not_found");
  expect(await refusedWith(finishActivity(other, id, nothing, morning))).toBe("not_found");
  expect(await refusedWith(cancelActivity(other, id, morning))).toBe("not_found");
  expect(await agendaItem(other, id, morning)).toBeUndefined();
  expect(await activitiesIn(other, on16, morning)).toEqual([]);
  expect((await activitiesIn(house, { ...on16, customerId }, morning)).map((item) => item.id)).toEqual([id]);
  expect((await agendaItem(house, id, morning))?.id).toBe(id);
});

test("a customer who moved to another rep takes the visits along", async () => {
  const [mine, other] = [await rep(), await rep()];
  const { customerId } = await servedBy(mine.repId);
  const id = await visitTo(mine, customerId);
  await sql`update customers set rep_id = ${other.repId} where id = ${customerId}`;
  expect(await activitiesIn(mine, on16, morning)).toEqual([]);
  expect(await agendaItem(mine, id, morning)).toBeUndefined();
  expect((await agendaItem(other, id, morning))?.id).toBe(id);
});

test("the agenda holds the days asked for, by the days of São Paulo", async () => {
  const mine = await rep();
  const { customerId } = await servedBy(mine.repId);
  const late = await visitTo(mine, customerId, "2026-11-16", "23:30");
  await visitTo(mine, customerId, "2026-11-17", "00:10");
  await visitTo(mine, customerId, "2026-11-15", "23:50");
  expect((await activitiesIn(mine, on16, morning)).map((item) => item.id)).toEqual([late]);
});

test("due is what is open up to the day, the oldest first; done, cancelled and later are not", async () => {
  const mine = await rep();
  const { customerId } = await servedBy(mine.repId);
  const [today, before, later] = [
    await visitTo(mine, customerId, "2026-11-16", "20:00"),
    await visitTo(mine, customerId, "2026-11-10"),
    await visitTo(mine, customerId, "2026-11-17"),
  ];
  const [done, cancelled] = [await visitTo(mine, customerId), await visitTo(mine, customerId)];
  await finishActivity(mine, done, nothing, morning);
  await cancelActivity(mine, cancelled, morning);
  const due = await dueActivities(mine, "2026-11-16", morning);
  expect(due.map((item) => item.id)).toEqual([before, today]);
  expect(due.map((item) => item.state)).toEqual(["late", "planned"]);
  expect((await dueActivities(mine, "2026-11-17", morning)).map((item) => item.id)).toEqual([before, today, later]);
});

test("an order placed between check-in and end is the visit's, and came by visit", async () => {
  const mine = await rep();
  const { customerId, addressId } = await servedBy(mine.repId);
  const id = await visitTo(mine, customerId);
  const acting: Buyer = { userId: mine.userId, customerId, actingUserId: mine.userId, mayOrder: true };
  const soap = await product();
  await checkIn(mine, id, minutes(60));
  await addToCart(acting, { sku: soap.sku, quantity: 2 }, minutes(70));
  const { number } = await ordered(acting, addressId, minutes(75));
  await finishActivity(mine, id, { ...nothing, outcome: "ordered" }, minutes(80));
  await addToCart(acting, { sku: soap.sku, quantity: 1 }, minutes(2000));
  await ordered(acting, addressId, minutes(2001));
  expect((await agendaItem(mine, id, minutes(3000)))?.orderNumber).toBe(number);
  const ways = await sql`select channel from orders where customer_id = ${customerId} order by placed_at`;
  expect(ways.map((order) => order.channel)).toEqual(["visit", "phone"]);
});
