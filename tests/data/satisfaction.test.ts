import { expect, test } from "vitest";
import { read } from "#app/domain/indicators/read.server.ts";
import { rowsBehind } from "#app/domain/indicators/rows.server.ts";
import { deliverOrder, invoiceOrder } from "#app/domain/orders/moves.server.ts";
import {
  answerAbout,
  answerQuestion,
  dismissQuestion,
  questionOf,
  waitingQuestionOf,
} from "#app/domain/satisfaction/answers.server.ts";
import { askAfterDelivery } from "#app/domain/satisfaction/asking.server.ts";
import { sql } from "#db/connection.server.ts";
import { buyerOf } from "#tests/builders/distributor.ts";
import { ordered } from "#tests/builders/ordered.ts";
import { at, refusalOf } from "#tests/builders/ordering.ts";
import { person } from "#tests/builders/people.ts";
import { brokenPromises } from "#tests/builders/promises.ts";

const staff = { userId: 1, repId: null };
const days = (count: number) => new Date(at.getTime() + count * 86_400_000);

/** An order of a new customer that was delivered a day after it was placed. */
async function delivered() {
  const made = await ordered();
  await invoiceOrder(staff, made.number, null, days(0.5));
  await deliverOrder(staff, made.number, days(1));
  return made;
}

const mailsAbout = async (number: string) =>
  (await sql`select id from outbox where text like ${`%/orders/${number}/satisfaction%`}`).length;

test("a week after delivery the buyer is asked by mail, once, however many processes ask at the same time", async () => {
  const { buyer, number } = await delivered();
  await askAfterDelivery(days(7.9));
  expect(await mailsAbout(number)).toBe(0);
  await Promise.all(Array.from({ length: 8 }, () => askAfterDelivery(days(8.1))));
  await askAfterDelivery(days(9));
  expect(await mailsAbout(number)).toBe(1);
  expect(await waitingQuestionOf(buyer)).toBe(number);
  expect(await brokenPromises()).toEqual([]);
});

test("nobody is asked twice in ninety days, about old deliveries, or for orders they did not place in the shop", async () => {
  const first = await delivered();
  await askAfterDelivery(days(8.1));
  const again = async (number: string, deliveredAt: Date, more = sql``) =>
    sql`insert into orders (customer_id, number, placed_by, channel, placed_at, placed_on, goods_cents, delivered_at, confirmed_at)
      select customer_id, ${number}, placed_by, channel, placed_at, placed_on, 100, ${deliveredAt}, placed_at
      from orders where customer_id = ${first.customerId} and number = ${first.number} ${more}`;
  await again("SEGUNDO", days(20));
  await askAfterDelivery(days(28));
  expect(await mailsAbout("SEGUNDO")).toBe(0);
  const by = async (change: ReturnType<typeof sql>) => {
    const made = await delivered();
    await sql`update orders set ${change} where customer_id = ${made.customerId}`;
    await askAfterDelivery(days(8.5));
    return mailsAbout(made.number);
  };
  expect(await by(sql`channel = 'phone'`)).toBe(0);
  expect(await by(sql`cancelled_at = now()`)).toBe(0);
  expect(await by(sql`is_imported = true`)).toBe(0);
  expect(await by(sql`delivered_at = ${days(-40)}`)).toBe(0);
  const gone = await delivered();
  await sql`update users set is_disabled = true where id = ${gone.buyer.userId}`;
  await askAfterDelivery(days(8.5));
  expect(await mailsAbout(gone.number)).toBe(0);
});

test("an answer is given once and never changed, by the buyer who was asked and nobody else", async () => {
  const { buyer, customerId, number } = await delivered();
  expect((await refusalOf(answerQuestion(buyer, number, { score: 9, why: null }, days(8)))).code).toBe("not_found");
  await askAfterDelivery(days(8.1));
  const colleague = await buyerOf(customerId);
  for (const other of [colleague, (await delivered()).buyer])
    expect((await refusalOf(answerQuestion(other, number, { score: 0, why: "x" }, days(9)))).code).toBe("not_found");
  await dismissQuestion(buyer, number, days(8.5));
  expect(await waitingQuestionOf(buyer)).toBeNull();
  const settled = await Promise.allSettled(
    [2, 9, 10].map((score) => answerQuestion(buyer, number, { score, why: `nota ${score}` }, days(9))),
  );
  expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const kept = await answerAbout(customerId, number);
  expect((await refusalOf(answerQuestion(buyer, number, { score: 5, why: null }, days(10)))).code).toBe(
    "already_answered",
  );
  expect(await answerAbout(customerId, number)).toEqual(kept);
  expect((await questionOf(buyer, number)).answer).toEqual(kept);
});

test("an unhappy answer becomes one task of the rep for the next day, a happy one none", async () => {
  const tasks = async (userId: number) => [
    ...(await sql<
      { subject: string; on: string }[]
    >`select subject, (planned_at at time zone 'America/Sao_Paulo')::date::text as on
      from activities where user_id = ${userId} and kind = 'task'`),
  ];
  const rep = await person("rep");
  for (const [score, why] of [
    [4, "Atrasou dois dias"],
    [9, "Tudo certo"],
  ] as const) {
    const { buyer, customerId, number } = await delivered();
    await sql`update customers set rep_id = ${rep.id} where id = ${customerId}`;
    await askAfterDelivery(days(8.1));
    await answerQuestion(buyer, number, { score, why }, days(9));
  }
  const [task, ...more] = await tasks(rep.id);
  expect(more).toEqual([]);
  expect(task?.subject).toContain("Atrasou dois dias");
  expect(task?.on).toBe("2026-11-30");
});

test("the NPS is read from the answers of its period, by rep and for any past date, and opens its rows", async () => {
  await sql`delete from satisfaction_questions`;
  const [one, two] = [await person("rep"), await person("rep")];
  const given = [10, 9, 9, 8, 7, 6, 3, 10];
  for (const [place, score] of given.entries()) {
    const { buyer, customerId, number } = await delivered();
    await sql`update customers set rep_id = ${place < 6 ? one.id : two.id} where id = ${customerId}`;
    await askAfterDelivery(days(8.1));
    await answerQuestion(buyer, number, { score, why: place === 6 ? "Veio quebrado" : null }, days(9 + place));
  }
  const ask = { scope: { userId: 1, repId: null }, from: null, to: null, asOf: days(40), filter: {} };
  const whole = await read("nps", ask, "pt-BR");
  expect([whole.value, whole.values]).toEqual([
    25,
    { answers: 8, promoters: 4, passives: 2, detractors: 2, mean: 7.8 },
  ]);
  const ofOne = await read("nps", { ...ask, by: "rep" }, "pt-BR");
  expect(ofOne.slices.map(({ key, value }) => [key, value])).toContainEqual([String(one.id), 33.3]);
  expect(ofOne.slices.map(({ key, value }) => [key, value])).toContainEqual([String(two.id), null]);
  const few = await read("nps", { ...ask, asOf: days(11) }, "pt-BR");
  expect([few.value, few.tooLittle]).toEqual([null, { counted: 2, minimum: 5 }]);
  const rows = await rowsBehind("nps", ask, { page: 1, pageSize: 50 });
  expect(rows.page.total).toBe(8);
  expect(rows.page.rows.find(({ score }) => score === 3)?.why).toBe("Veio quebrado");
});
