import { sql } from "drizzle-orm";
import { recordAudit } from "#app/domain/audit/audit.server.ts";
import { lockedCredit } from "#app/domain/credit/credit.server.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { mayTurnOnline } from "#app/domain/orders/order.ts";
import { type OrderSheet, orderOf as sheetOf } from "#app/domain/orders/order-sheet.server.ts";
import { moveToOnline } from "#app/domain/orders/paying.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { type Tx, withTx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import { methodsOffered } from "./offered.server.ts";
import { type PaymentMethod, payByFor } from "./payment.ts";

/** How an order on account can be paid online instead: approved orders and accepted quotes among them. */
export const methodsInstead = async (order: OrderSheet, at: Date): Promise<PaymentMethod[]> =>
  mayTurnOnline(order) ? methodsOffered(at) : [];

/**
 * Lets an order on account be paid online instead, while nobody works on it: it holds its goods for the payment like every online
 * order, and no credit any more. One that is paid online already stays so, so that a second press changes nothing.
 */
export async function payOnlineInstead(buyer: Buyer, number: string, at: Date): Promise<void> {
  if (!buyer.mayOrder) throw new Refusal("views_only");
  const { customerId } = buyer;
  const { id, paymentTermsName } = await sheetOf(buyer, number);
  if ((await methodsOffered(at)).length === 0) throw new Refusal("payment_not_offered");
  await withTx(async (tx) => {
    await lockedCredit(customerId, tx);
    if (await isOnline(customerId, id, tx)) return;
    await moveToOnline({ customerId, id, number }, payByFor(at), buyer.userId, at, tx);
    await recordAudit(
      {
        actorId: buyer.actingUserId ?? buyer.userId,
        customerId,
        action: "order_online",
        subject: `order ${number}`,
        before: { paymentMethod: "account", paymentTerms: paymentTermsName },
        after: { paymentMethod: "online" },
      },
      at,
      tx,
    );
  });
}

async function isOnline(customerId: number, id: number, tx: Tx): Promise<boolean> {
  const online = await preparedRows(
    sql`select id from orders where customer_id = ${customerId}::int and id = ${id}::bigint and payment_method = 'online'`,
    tx,
  );
  return online.length > 0;
}
