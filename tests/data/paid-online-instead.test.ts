import { expect, test } from "vitest";
import { approveRequest } from "#app/domain/approvals/deciding.server.ts";
import { cancelOrder, confirmOrder } from "#app/domain/orders/moves.server.ts";
import { orderOf } from "#app/domain/orders/order-sheet.server.ts";
import { acceptQuote } from "#app/domain/orders/quoted.server.ts";
import { attemptsOf } from "#app/domain/payments/attempts.server.ts";
import { tendPayments } from "#app/domain/payments/expiring.server.ts";
import { methodsInstead, payOnlineInstead } from "#app/domain/payments/instead.server.ts";
import { payOnAccount, termsOfOrder } from "#app/domain/payments/on-account.server.ts";
import { startPayment } from "#app/domain/payments/paying.server.ts";
import { lookAgain } from "#app/domain/payments/seeing.server.ts";
import { sql } from "#db/connection.server.ts";
import { paySession } from "#db/demo/payments/api.ts";
import { askedCompany } from "#tests/builders/approving.ts";
import { customerWithBuyer } from "#tests/builders/distributor.ts";
import { at, later, refusalOf } from "#tests/builders/ordering.ts";
import { someManager, usedBy } from "#tests/builders/owing.ts";
import { pageAt } from "#tests/builders/paying.ts";
import { brokenPromises } from "#tests/builders/promises.ts";
import { answered, asked, priced } from "#tests/builders/quoting.ts";
import { openDouble } from "#tests/stripe/double.ts";

const house = await openDouble({ clock: () => later(5) });
const manager = await someManager();

/** An order of R$ 200 that was approved by a colleague, on account. */
async function approvedOrder() {
  const company = await askedCompany({ limitCents: 100_000 });
  const wish = { shownHash: await company.shownHash(), word: null };
  const { number } = await approveRequest(company.approver, company.id, wish, later(2));
  return { ...company, number };
}

test("an approved order is paid online instead: it lets go of its credit, is paid like any other, and is worked on after that", async () => {
  const { buyer, number, customerId } = await approvedOrder();
  expect(await usedBy(customerId)).toEqual({ counter: 20_000, ledger: 20_000 });
  expect(await methodsInstead(await orderOf(buyer, number), later(3))).toEqual(["card", "boleto", "pix"]);
  await payOnlineInstead(buyer, number, later(3));
  await payOnlineInstead(buyer, number, later(4));
  expect(await usedBy(customerId)).toEqual({ counter: 0, ledger: 0 });
  const order = await orderOf(buyer, number);
  expect(order).toMatchObject({ paymentMethod: "online", goodsCents: 20_000, paymentTermsName: null });
  expect(order.payByAt).toEqual(later(3 + 24 * 60));
  expect((await refusalOf(confirmOrder(manager, number, later(4)))).code).toBe("order_unpaid");
  const { url } = await startPayment(buyer, number, "card", later(5));
  await paySession(pageAt(house, url), house.books);
  const [attempt] = await attemptsOf(customerId, order.id);
  await lookAgain(attempt!, later(6));
  await confirmOrder(manager, number, later(7));
  expect(await brokenPromises()).toEqual([]);
});

test("an accepted quote is paid online instead at exactly its prices; unpaid it is given up, or goes back on account", async () => {
  const { buyer, addressId, customerId } = await customerWithBuyer({ limitCents: 100_000 });
  const acceptedQuote = async () => {
    const { number, soap } = await asked(buyer, at, { quantity: 10 });
    await answered(manager, number, [priced(soap.sku, 80_000)], later(1));
    return (await acceptQuote(buyer, number, { addressId, poNumber: null, notes: null }, later(2))).number;
  };
  const [first, second] = [await acceptedQuote(), await acceptedQuote()];
  for (const number of [first, second]) {
    await payOnlineInstead(buyer, number, later(3));
    await startPayment(buyer, number, "pix", later(4));
  }
  expect(await orderOf(buyer, first)).toMatchObject({ paymentMethod: "online", goodsCents: 8_000 });
  const [terms] = await termsOfOrder(buyer, { goodsCents: 8_000, number: second });
  await payOnAccount(buyer, second, terms!.id, later(5));
  expect(await usedBy(customerId)).toEqual({ counter: 8_000, ledger: 8_000 });
  expect(await tendPayments(later(25 * 60))).toBe(1);
  expect((await orderOf(buyer, first)).cancelledAt).not.toBeNull();
  expect((await orderOf(buyer, second)).cancelledAt).toBeNull();
  expect(await brokenPromises()).toEqual([]);
});

test("ten presses at once, the warehouse and a cancellation beside them: the credit is let go of once, and nobody works on an unpaid order", async () => {
  const several = await Promise.all(Array.from({ length: 6 }, approvedOrder));
  for (const { buyer, number, customerId } of several) {
    await Promise.allSettled([
      ...Array.from({ length: 10 }, () => payOnlineInstead(buyer, number, later(3))),
      confirmOrder(manager, number, later(3)),
      ...(customerId % 2 === 0 ? [cancelOrder(manager, number, "desistiu", later(3))] : []),
    ]);
    const order = await orderOf(buyer, number);
    const holds = order.paymentMethod === "account" && order.cancelledAt === null ? 20_000 : 0;
    expect(await usedBy(customerId)).toEqual({ counter: holds, ledger: holds });
    expect(order.paymentMethod === "online" && order.confirmedAt !== null).toBe(false);
  }
  expect(await brokenPromises()).toEqual([]);
});

test("what the house works on, gave away or has no whole price for stays on account, and so does what only looks", async () => {
  const { buyer, number, customerId } = await approvedOrder();
  expect((await refusalOf(payOnlineInstead({ ...buyer, mayOrder: false }, number, later(3)))).code).toBe("views_only");
  const stranger = await customerWithBuyer();
  expect((await refusalOf(payOnlineInstead(stranger.buyer, number, later(3)))).code).toBe("not_found");
  await sql`update orders set is_freight_open = true where customer_id = ${customerId}`;
  expect(await methodsInstead(await orderOf(buyer, number), later(3))).toEqual([]);
  expect((await refusalOf(payOnlineInstead(buyer, number, later(3)))).code).toBe("order_state");
  await sql`update orders set is_freight_open = false where customer_id = ${customerId}`;
  await confirmOrder(manager, number, later(4));
  expect(await methodsInstead(await orderOf(buyer, number), later(5))).toEqual([]);
  expect((await refusalOf(payOnlineInstead(buyer, number, later(5)))).code).toBe("order_state");
  expect(await usedBy(customerId)).toEqual({ counter: 20_000, ledger: 20_000 });
});
