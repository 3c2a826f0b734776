import { expect, test } from "vitest";
import { factsThatDiffer } from "#app/domain/orders/facts.server.ts";
import { confirmOrder } from "#app/domain/orders/moves.server.ts";
import { stateOf } from "#app/domain/orders/order.ts";
import { orderOf } from "#app/domain/orders/order-sheet.server.ts";
import { cancelOwnOrder } from "#app/domain/orders/own-cancel.server.ts";
import { sql } from "#db/connection.server.ts";
import { buyerOf, customerWithBuyer, repActingAs } from "#tests/builders/distributor.ts";
import { ordered } from "#tests/builders/ordered.ts";
import { later, refusalOf } from "#tests/builders/ordering.ts";
import { person } from "#tests/builders/people.ts";

const staff = { userId: 1, repId: null };

async function freeAgain(customerId: number, productId: number) {
  const [customer] = await sql`select credit_used_cents from customers where id = ${customerId}`;
  const [stock] = await sql`select reserved from stock where product_id = ${productId}`;
  return { used: Number(customer?.credit_used_cents), reserved: stock?.reserved };
}

const mailsTo = async (email: string) => [
  ...(await sql<{ subject: string; text: string }[]>`select subject, text from outbox where "to" = ${email}`),
];

test("a buyer takes an order back before it is confirmed: credit, stock and sums are free, the rep is told why", async () => {
  const { buyer, customerId, number, soap } = await ordered();
  const rep = await person("rep");
  await sql`update customers set rep_id = ${rep.id} where id = ${customerId}`;
  await cancelOwnOrder(buyer, number, "Pedi em dobro", later(1));
  const order = await orderOf(buyer, number);
  expect([stateOf(order), order.cancelReason]).toEqual(["cancelled", "Pedi em dobro"]);
  expect(await freeAgain(customerId, soap.id)).toEqual({ used: 0, reserved: 0 });
  expect(await factsThatDiffer()).toEqual([]);
  const [mail, ...more] = await mailsTo(rep.email);
  expect(more).toEqual([]);
  expect(mail?.subject).toContain(number);
  expect(mail?.text).toContain("Pedi em dobro");
  expect(mail?.text).toContain(`/office/orders/${number}`);
  const [trace] = await sql`select actor_id, customer_id from audit_entries where action = 'order_cancelled'
    and subject = ${`order ${number}`}`;
  expect({ ...trace }).toEqual({ actor_id: buyer.userId, customer_id: customerId });
});

test("once the house has confirmed it, the buyer is told to talk to the rep, and nothing changes", async () => {
  const { buyer, number, customerId, soap } = await ordered();
  const before = await freeAgain(customerId, soap.id);
  await confirmOrder(staff, number, later(1));
  expect((await refusalOf(cancelOwnOrder(buyer, number, "tarde", later(2)))).code).toBe("order_under_way");
  expect(stateOf(await orderOf(buyer, number))).toBe("confirmed");
  expect(await freeAgain(customerId, soap.id)).toEqual(before);
});

test("confirming and cancelling at once: one of them wins, never both, and the sums hold either way", async () => {
  const outcomes = new Set<string>();
  for (let round = 0; round < 12; round++) {
    const { buyer, number, customerId, soap } = await ordered();
    const cancel = () => cancelOwnOrder(buyer, number, "mudei de ideia", later(1));
    const confirm = () => confirmOrder(staff, number, later(1));
    const acts = round % 2 === 0 ? [cancel(), confirm(), cancel()] : [confirm(), cancel(), cancel()];
    const settled = await Promise.allSettled(acts);
    expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const state = stateOf(await orderOf(buyer, number));
    const { used, reserved } = await freeAgain(customerId, soap.id);
    expect(state === "cancelled" ? [used, reserved] : [used > 0, reserved]).toEqual(
      state === "cancelled" ? [0, 0] : [true, 3],
    );
    outcomes.add(state);
  }
  expect([...outcomes].every((state) => ["cancelled", "confirmed"].includes(state))).toBe(true);
  expect(await factsThatDiffer()).toEqual([]);
});

test("an order of the same number at another customer is never touched, and one that is not theirs does not exist", async () => {
  const [mine, theirs] = [await ordered(), await ordered()];
  await sql`update orders set number = 'IGUAL', placed_at = placed_at + interval '1 hour' where customer_id = ${theirs.customerId}`;
  await sql`update credit_entries set order_number = 'IGUAL' where customer_id in (${mine.customerId}, ${theirs.customerId})`;
  const stranger = await customerWithBuyer();
  expect((await refusalOf(cancelOwnOrder(stranger.buyer, mine.number, "x", later(1)))).code).toBe("not_found");
  await sql`update orders set number = 'IGUAL' where customer_id = ${mine.customerId}`;
  await cancelOwnOrder(mine.buyer, "IGUAL", "engano", later(2));
  expect(stateOf(await orderOf(mine.buyer, "IGUAL"))).toBe("cancelled");
  expect(stateOf(await orderOf(theirs.buyer, "IGUAL"))).toBe("placed");
});

test("who may only look cannot cancel; a rep in the customer's name can, and writes no mail to themselves", async () => {
  const { customerId, number } = await ordered();
  const looker = await buyerOf(customerId, false);
  expect((await refusalOf(cancelOwnOrder(looker, number, "x", later(1)))).code).toBe("views_only");
  const rep = await repActingAs(customerId);
  await sql`update customers set rep_id = ${rep.userId} where id = ${customerId}`;
  await cancelOwnOrder(rep, number, "o cliente ligou", later(2));
  expect(await sql`select id from outbox where text like ${`%pedido ${number}%`}`).toHaveLength(0);
});
