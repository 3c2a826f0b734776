import { expect, test } from "vitest";
import {
  approvalOf,
  approvalsOf,
  approvalsWaitingIn,
  aroundCartOf,
} from "#app/domain/approvals/approval-list.server.ts";
import { approversFor } from "#app/domain/approvals/approvers.server.ts";
import { askForApproval, tellRepAboutApprover, withdrawRequest } from "#app/domain/approvals/asking.server.ts";
import {
  approveRequest,
  changeWaitingLines,
  returnRequest,
  waitingCartOf,
} from "#app/domain/approvals/deciding.server.ts";
import { addToCart } from "#app/domain/carts/carts.server.ts";
import { keptCartsOf, makeCurrent } from "#app/domain/carts/kept-carts.server.ts";
import { openCartOf } from "#app/domain/carts/open-cart.server.ts";
import { sql } from "#db/connection.server.ts";
import {
  approverOf,
  askedCompany,
  askingOf,
  fullCart,
  hashOfCart,
  limit,
  limitedCompany,
  mailsTo,
} from "#tests/builders/approving.ts";
import { changePrice, customerWithBuyer } from "#tests/builders/distributor.ts";
import { later, refusalOf } from "#tests/builders/ordering.ts";
import { person } from "#tests/builders/people.ts";
import { brokenPromises } from "#tests/builders/promises.ts";

test("an order above the limit waits for the approver, who is written to, and becomes the buyer's order once it is approved", async () => {
  const { buyer, approver, customerId, id, shownHash } = await askedCompany();
  expect((await openCartOf(buyer, later(2))).lines).toEqual([]);
  const [mail] = await mailsTo(approver.userId);
  expect(mail?.subject).toMatch(/^Ana pede sua aprovação: pedido de R\$.200,00$/);
  expect(mail?.text).toContain("Festa junina");
  expect(mail?.text).toContain(`/approvals/${id}`);
  const [waiting] = await approvalsOf(approver, "waiting");
  expect(waiting).toMatchObject({ id, requesterName: "Ana", totalCents: 20_000, decision: null });
  const { number } = await approveRequest(approver, id, { shownHash: await shownHash(), word: "Boa festa" }, later(3));
  const [order] =
    await sql`select placed_by, approved_by, channel, po_number, goods_cents from orders where number = ${number}`;
  expect(order).toEqual({
    placed_by: buyer.userId,
    approved_by: approver.userId,
    channel: "storefront",
    po_number: "OC-7",
    goods_cents: 20_000,
  });
  expect((await mailsTo(buyer.userId))[0]?.text).toContain("Boa festa");
  expect(await approvalsOf(approver, "decided")).toMatchObject([{ decision: "approved", orderNumber: number }]);
  expect(await approvalOf(buyer, id)).toMatchObject({ isOwn: true, isAside: false, word: "Boa festa" });
  expect(await sql`select from customers where id = ${customerId} and credit_used_cents = 20000`).toHaveLength(1);
  expect(await brokenPromises()).toEqual([]);
});

test("what the approver saw is what is ordered: a price that moved since then is shown first", async () => {
  const { approver, id, soap, shownHash } = await askedCompany();
  const hash = await shownHash();
  await changePrice(soap.id, 110_000);
  const refusal = await refusalOf(approveRequest(approver, id, { shownHash: hash, word: null }, later(2)));
  expect([refusal.code, refusal.details.totalCents]).toEqual(["prices_changed", 22_000]);
  const sheet = await waitingCartOf(approver, id, later(3));
  expect(sheet?.cart.lines[0]?.change).toEqual({ wasE4: 100_000, nowE4: 110_000 });
  await approveRequest(approver, id, { shownHash: await shownHash(), word: null }, later(3));
});

test("the approver changes quantities in whole packs and takes lines out, and the last line is not taken out but returned", async () => {
  const company = await limitedCompany();
  const { buyer, approver, customerId, soap } = company;
  const box = await sql<{ id: number }[]>`update products set pack_multiple = 4 where sku = ${soap.sku} returning id`;
  expect(box).toHaveLength(1);
  await fullCart(company);
  const { id } = (await askForApproval(buyer, await askingOf(company), later(1))) as { id: number };
  const change = (quantity: number) => changeWaitingLines(approver, id, [{ sku: soap.sku, quantity }], later(2));
  for (const bad of [-4, 1.5, 5, 1e9]) expect((await refusalOf(change(bad))).details.sku).toBe(soap.sku);
  expect((await refusalOf(change(0))).code).toBe("cart_empty");
  expect((await refusalOf(changeWaitingLines(buyer, id, [{ sku: soap.sku, quantity: 4 }], later(2)))).code).toBe(
    "own_request",
  );
  await change(8);
  const [step] =
    await sql`select kind, quantity, buyer_id, acting_user_id from journey_steps where customer_id = ${customerId}
    order by id desc limit 1`;
  expect(step).toEqual({ kind: "changed", quantity: 8, buyer_id: buyer.userId, acting_user_id: approver.userId });
  const { cartId } = await approvalOf(approver, id);
  const { number } = await approveRequest(
    approver,
    id,
    { shownHash: await hashOfCart(customerId, cartId), word: null },
    later(3),
  );
  expect(await sql`select from orders where number = ${number} and goods_cents = 8000`).toHaveLength(1);
  expect(await brokenPromises()).toEqual([]);
});

test("a returned cart is the buyer's again with the word on it; while they fill another one, nothing is taken from under their hands", async () => {
  const first = await askedCompany();
  expect(await returnRequest(first.approver, first.id, "Menos sabonete", later(2))).toBe(true);
  expect((await openCartOf(first.buyer, later(3))).id).toBe(first.cartId);
  expect((await aroundCartOf(first.buyer)).returned).toEqual({ id: first.id, by: "Otávio", word: "Menos sabonete" });
  expect((await mailsTo(first.buyer.userId))[0]?.text).toContain("Menos sabonete");

  const second = await askedCompany();
  await addToCart(second.buyer, { sku: second.soap.sku, quantity: 3 }, later(2));
  expect(await returnRequest(second.approver, second.id, "Não", later(3))).toBe(false);
  expect((await openCartOf(second.buyer, later(4))).lines).toMatchObject([{ quantity: 3 }]);
  const around = await aroundCartOf(second.buyer);
  expect(around).toMatchObject({ returned: null, returnedAside: 1 });
  const [kept] = await keptCartsOf(second.buyer);
  expect(kept).toMatchObject({ id: second.cartId, name: "Devolvido por Otávio" });
  expect((await approvalOf(second.buyer, second.id)).isAside).toBe(true);
  await makeCurrent(second.buyer, second.cartId, "Outro", later(5));
  expect((await aroundCartOf(second.buyer)).returned?.word).toBe("Não");
  expect((await keptCartsOf(second.buyer)).map((cart) => cart.name)).toEqual(["Outro"]);
});

test("nobody but an approver of the same company decides, and nobody on their own order", async () => {
  const { buyer, approver, customerId, id, shownHash } = await askedCompany();
  const hash = { shownHash: await shownHash(), word: null };
  const stranger = await limitedCompany();
  expect((await refusalOf(approveRequest(stranger.approver, id, hash, later(2)))).code).toBe("not_found");
  expect((await refusalOf(approvalOf(stranger.approver, id))).code).toBe("not_found");
  expect((await refusalOf(approveRequest(buyer, id, hash, later(2)))).code).toBe("own_request");
  const colleague = { ...(await approverOf(customerId)), actingUserId: null };
  await sql`update users set buyer_role = 'orders' where id = ${colleague.userId}`;
  expect((await refusalOf(approveRequest(colleague, id, hash, later(2)))).code).toBe("not_allowed");
  expect((await refusalOf(withdrawRequest(colleague, id, later(2)))).code).toBe("not_allowed");
  expect((await refusalOf(approvalOf(colleague, id))).code).toBe("not_found");
  await sql`update users set is_disabled = true where id = ${approver.userId}`;
  expect((await refusalOf(approveRequest(approver, id, hash, later(2)))).code).toBe("not_allowed");
});

test("an approver with a limit of their own approves up to it, and only those who may are written to", async () => {
  const company = await limitedCompany();
  const bigger = await approverOf(company.customerId, "Bia");
  await limit(company.approver, 15_000);
  await fullCart(company);
  const { id } = (await askForApproval(company.buyer, await askingOf(company), later(1))) as { id: number };
  expect([await mailsTo(company.approver.userId), await mailsTo(bigger.userId)].map((mails) => mails.length)).toEqual([
    0, 1,
  ]);
  const { cartId } = await approvalOf(company.approver, id);
  const hash = { shownHash: await hashOfCart(company.customerId, cartId), word: null };
  const refusal = await refusalOf(approveRequest(company.approver, id, hash, later(2)));
  expect([refusal.code, refusal.details]).toEqual(["above_own_limit", { limitCents: 15_000, overCents: 5_000 }]);
  await approveRequest(bigger, id, hash, later(2));
});

test("where nobody can approve, asking says so and the rep can be told, once a day", async () => {
  const company = await limitedCompany();
  const rep = await person("rep");
  await sql`update customers set rep_id = ${rep.id} where id = ${company.customerId}`;
  await sql`update users set is_disabled = true where id = ${company.approver.userId}`;
  await fullCart(company);
  expect(await approversFor(company.buyer, 20_000)).toEqual([]);
  expect((await refusalOf(askForApproval(company.buyer, await askingOf(company), later(1)))).code).toBe("no_approver");
  for (const minute of [2, 3, 4]) expect(await tellRepAboutApprover(company.buyer, later(minute))).toBe(true);
  expect((await mailsTo(rep.id)).map((mail) => mail.subject)).toHaveLength(1);
});

test("credit and stock are asked at the approval: what is missing by then is said with its amounts", async () => {
  const { approver, id, soap, customerId, shownHash } = await askedCompany({ limitCents: 50_000 });
  const hash = await shownHash();
  await sql`update stock set on_hand = 5 where product_id = ${soap.id}`;
  await sql`update stock_movements set quantity = 5 where product_id = ${soap.id}`;
  const short = await refusalOf(approveRequest(approver, id, { shownHash: hash, word: null }, later(2)));
  expect([short.code, short.details]).toMatchObject(["out_of_stock", { available: 5, missing: 15 }]);
  await sql`update stock set on_hand = 50 where product_id = ${soap.id}`;
  await sql`update stock_movements set quantity = 50 where product_id = ${soap.id}`;
  await sql`update customers set is_credit_held = true where id = ${customerId}`;
  expect((await refusalOf(approveRequest(approver, id, { shownHash: hash, word: null }, later(2)))).code).toBe(
    "credit_held",
  );
  expect((await approvalsOf(approver, "waiting")).map((one) => one.id)).toEqual([id]);
});

test("the house sees what waits among its customers and who could decide; another rep sees nothing of it", async () => {
  const { customerId, id } = await askedCompany();
  const [rep, other] = [await person("rep"), await person("rep")];
  await sql`update customers set rep_id = ${rep.id} where id = ${customerId}`;
  const all = { customerId: null, limit: 10 };
  expect(await approvalsWaitingIn({ userId: rep.id, repId: rep.id }, all)).toMatchObject([
    { id, customerId, totalCents: 20_000, approver: { name: "Otávio" } },
  ]);
  expect(await approvalsWaitingIn({ userId: other.id, repId: other.id }, all)).toEqual([]);
  const elsewhere = await customerWithBuyer();
  expect(
    await approvalsWaitingIn({ userId: rep.id, repId: rep.id }, { ...all, customerId: elsewhere.customerId }),
  ).toEqual([]);
});
