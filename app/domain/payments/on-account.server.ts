import { recordAudit } from "#app/domain/audit/audit.server.ts";
import { lockedCredit } from "#app/domain/credit/credit.server.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import type { Cents } from "#app/domain/money.ts";
import { choicesOf, termsOfferedTo } from "#app/domain/orders/checkout.server.ts";
import type { OfferedTerms } from "#app/domain/orders/checkout.ts";
import { orderOf as sheetOf } from "#app/domain/orders/order-sheet.server.ts";
import { moveToAccount } from "#app/domain/orders/paying.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { withTx } from "#db/connection.server.ts";
import { attemptsOf, isInQuestion, liveOf } from "./attempts.server.ts";
import { closed } from "./pages.server.ts";

/** The terms by which an unpaid order could go on account: open to the customer, and from no higher goods value on. */
export async function termsOfOrder(buyer: Buyer, order: { goodsCents: Cents }): Promise<OfferedTerms[]> {
  const offered = await termsOfferedTo(buyer.customerId);
  return offered.filter((one) => one.minimumOrderCents <= order.goodsCents);
}

/**
 * Puts an unpaid order on account instead, within the credit limit and by terms open to the customer; its price stays. Its open
 * page is closed first, so that it is not paid as well; refused `payment_done` when it was paid after all.
 */
export async function payOnAccount(buyer: Buyer, number: string, paymentTermsId: number, at: Date): Promise<void> {
  if (!buyer.mayOrder) throw new Refusal("views_only");
  const { id } = await sheetOf(buyer, number);
  const { customerId } = buyer;
  const live = liveOf(await attemptsOf(customerId, id));
  if (live && (await closed(live, "cancelled", at)) === "paid") throw new Refusal("payment_done");
  await withTx(async (tx) => {
    await lockedCredit(customerId, tx);
    const attempts = await attemptsOf(customerId, id, tx);
    if (liveOf(attempts) || isInQuestion(attempts)) throw new Refusal("payment_pending");
    const { terms } = await choicesOf(customerId, { paymentTermsId, addressId: null }, tx);
    if (!terms) throw new Refusal("payment_terms_not_offered");
    await moveToAccount({ customerId, id, number }, terms, buyer.userId, at, tx);
    await recordAudit(
      {
        actorId: buyer.actingUserId ?? buyer.userId,
        customerId,
        action: "order_on_account",
        subject: `order ${number}`,
        before: { paymentMethod: "online" },
        after: { paymentMethod: "account", paymentTerms: terms.name },
      },
      at,
      tx,
    );
  });
}
