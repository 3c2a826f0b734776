import { expect, test } from "vitest";
import { askForApproval, withdrawRequest } from "#app/domain/approvals/asking.server.ts";
import { approveRequest, returnRequest } from "#app/domain/approvals/deciding.server.ts";
import { addToCart } from "#app/domain/carts/carts.server.ts";
import { openCartOf } from "#app/domain/carts/open-cart.server.ts";
import { sql } from "#db/connection.server.ts";
import { approverOf, askedCompany, askingOf, fullCart, limitedCompany, mailsTo } from "#tests/builders/approving.ts";
import { later } from "#tests/builders/ordering.ts";
import { brokenPromises } from "#tests/builders/promises.ts";

test("two approvers and their double clicks at once: one order, and whoever was second hears who was first", async () => {
  for (let round = 0; round < 8; round++) {
    const { buyer, approver, customerId, id, shownHash } = await askedCompany();
    const second = await approverOf(customerId, "Bia");
    const hash = { shownHash: await shownHash(), word: null };
    const outcomes = await Promise.all(
      [approver, second, approver, second].map((who) =>
        approveRequest(who, id, hash, later(2)).then(
          ({ number }) => number,
          (fault) => `${fault.code} ${fault.details.by}`,
        ),
      ),
    );
    const orders = await sql<{ number: string; by: number }[]>`select number, approved_by as by from orders
      where placed_by = ${buyer.userId}`;
    expect(orders).toHaveLength(1);
    const [made] = orders;
    const winner = made?.by === approver.userId ? "Otávio" : "Bia";
    expect(outcomes.filter((one) => one === made?.number)).toHaveLength(2);
    expect(outcomes.filter((one) => one === `approval_decided ${winner}`)).toHaveLength(2);
  }
  expect(await brokenPromises()).toEqual([]);
});

test("taken back in the very instant of the approval, it is either an order or a cart again, never both", async () => {
  for (let round = 0; round < 8; round++) {
    const { buyer, approver, id, shownHash } = await askedCompany();
    const hash = { shownHash: await shownHash(), word: null };
    const act = [
      () => withdrawRequest(buyer, id, later(2)),
      () => approveRequest(approver, id, hash, later(2)),
      () => returnRequest(approver, id, "Agora não", later(2)),
    ];
    const turn = round % act.length;
    const results = await Promise.allSettled([...act.slice(turn), ...act.slice(0, turn)].map((one) => one()));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results) if (result.status === "rejected") expect(result.reason.code).toBe("approval_decided");
    const orders = await sql`select from orders where placed_by = ${buyer.userId}`;
    const { lines } = await openCartOf(buyer, later(3));
    expect([orders.length, lines.length].sort()).toEqual([0, 1]);
  }
  expect(await brokenPromises()).toEqual([]);
});

test("a second press on asking is the same request, and its approver is written to once", async () => {
  const company = await limitedCompany();
  await fullCart(company);
  const wish = await askingOf(company);
  const both = await Promise.all([1, 2, 3].map(() => askForApproval(company.buyer, wish, later(1))));
  expect(new Set(both.map((one) => one?.id)).size).toBe(1);
  expect(await mailsTo(company.approver.userId)).toHaveLength(1);
  expect(await askForApproval(company.buyer, wish, later(2))).toEqual(both[0]);
});

test("a line added in the instant in which a cart comes back is in one cart or the other, never lost", async () => {
  for (let round = 0; round < 10; round++) {
    const { buyer, approver, id, soap } = await askedCompany();
    if (round % 2 === 0) {
      await addToCart(buyer, { sku: soap.sku, quantity: 1 }, later(2));
      await sql`delete from cart_lines l using carts k where k.id = l.cart_id and k.buyer_id = ${buyer.userId} and k.is_current`;
    }
    await Promise.all([
      returnRequest(approver, id, "Não", later(3)),
      addToCart(buyer, { sku: soap.sku, quantity: 2 }, later(3)),
    ]);
    const [current] = await sql<
      { quantity: number }[]
    >`select l.quantity from carts k join cart_lines l on l.cart_id = k.id
      where k.buyer_id = ${buyer.userId} and k.is_current`;
    expect([2, 22]).toContain(current?.quantity);
  }
  expect(await brokenPromises()).toEqual([]);
});
