import { sql } from "drizzle-orm";
import { recordAudit } from "#app/domain/audit/audit.server.ts";
import type { Cents } from "#app/domain/money.ts";
import type { Tx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import { lockedAttempt } from "./seeing.server.ts";

/** Notes what became of money after it came in: paid back, or disputed by who paid. Either waits for staff, unless they did it. */
export async function noteMoney(
  which: { customerId: number; id: number },
  { refundedCents, isDisputed }: { refundedCents: Cents; isDisputed: boolean },
  at: Date,
  tx: Tx,
): Promise<void> {
  const attempt = await lockedAttempt(which, tx);
  const isMoreBack = refundedCents > attempt.refundedCents;
  const isNewlyDisputed = isDisputed && attempt.disputedAt === null;
  if (!isMoreBack && !isNewlyDisputed) return;
  await preparedRows(
    sql`update payment_attempts set
        refunded_cents = greatest(refunded_cents, ${refundedCents}::bigint),
        refunded_at = case when ${isMoreBack}::boolean then ${at.toISOString()}::timestamptz else refunded_at end,
        disputed_at = case when ${isNewlyDisputed}::boolean then ${at.toISOString()}::timestamptz else disputed_at end
      where customer_id = ${which.customerId}::int and id = ${which.id}::bigint`,
    tx,
  );
  await recordAudit(
    {
      actorId: null,
      customerId: which.customerId,
      action: isNewlyDisputed ? "payment_disputed" : "payment_refunded",
      subject: `order ${attempt.orderNumber}`,
      after: { refundedCents },
    },
    at,
    tx,
  );
}
