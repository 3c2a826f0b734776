import { sql } from "drizzle-orm";
import { recordAudit } from "#app/domain/audit/audit.server.ts";
import { lockedCredit } from "#app/domain/credit/credit.server.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { termsOfferedTo } from "#app/domain/customers/payment-terms.server.ts";
import type { OfferedTerms } from "#app/domain/customers/payment-terms.ts";
import type { Cents } from "#app/domain/money.ts";
import { orderOf as sheetOf } from "#app/domain/orders/order-sheet.server.ts";
import { moveToAccount } from "#app/domain/orders/paying.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { db, type Tx, withTx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import { attemptsOf, isInQuestion, liveOf } from "./attempts.server.ts";
import { closed } from "./pages.server.ts";

/**
 * The terms by which an unpaid order could go on account: open to the customer from its goods value on, and not dearer than
 * those its price was made for, because the price stays.
 */
export async function termsOfOrder(
  buyer: Buyer,
  order: { goodsCents: Cents; number: string },
  tx: Tx = db,
): Promise<OfferedTerms[]> {
  const [offered, [priced]] = await Promise.all([
    termsOfferedTo(buyer.customerId, tx),
    preparedRows<{ basisPoints: number }>(
      sql`select coalesce(t.price_basis_points, 0) as "basisPoints" from orders o
        left join payment_terms t on t.id = o.payment_terms_id
        where o.customer_id = ${buyer.customerId}::int and o.number = ${order.number}::text`,
      tx,
    ),
  ]);
  const most = priced?.basisPoints ?? 0;
  return offered.filter((one) => one.minimumOrderCents <= order.goodsCents && one.basisPoints <= most);
}

/**
 * Puts an unpaid order on account instead, within the credit limit and by terms open to the customer; its price stays. Its open
 * page is closed first, so that it is not paid as well; refused `payment_done` when it was paid after all.
 */
export async function payOnAccount(buyer: Buyer, number: string, paymentTermsId: number, at: Date): Promise<void> {
  if (!buyer.mayOrder) throw new Refusal("views_only");
  const { id, goodsCents } = await sheetOf(buyer, number);
  const { customerId } = buyer;
  const live = liveOf(await attemptsOf(customerId, id));
  if (live && (await closed(live, "cancelled", at)) === "paid") throw new Refusal("payment_done");
  await withTx(async (tx) => {
    await lockedCredit(customerId, tx);
    const attempts = await attemptsOf(customerId, id, tx);
    if (liveOf(attempts) || isInQuestion(attempts)) throw new Refusal("payment_pending");
    const open = await termsOfOrder(buyer, { goodsCents, number }, tx);
    const terms = open.find((one) => one.id === paymentTermsId);
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
