import { sql } from "drizzle-orm";
import { recordAudit } from "#app/domain/audit/audit.server.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { dayOf } from "#app/domain/period.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { db, type Tx, withTx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import { type LockedQuote, lockedQuote } from "./locked.server.ts";
import { reasonNotToDecide } from "./quote.ts";
import { tellAccepted, tellDeclined } from "./quote-mails.server.ts";

type End = { accepted: { orderNumber: string } } | { declined: { reason: string | null } } | { withdrawn: true };

/** Writes how a locked quote ended, with its trace. */
async function ended(buyer: Buyer, number: number, end: End, at: Date, tx: Tx): Promise<void> {
  const moment = sql`${at.toISOString()}::timestamptz`;
  const [action, write] =
    "accepted" in end
      ? (["quote_accepted", sql`accepted_at = ${moment}, order_number = ${end.accepted.orderNumber}::text`] as const)
      : "declined" in end
        ? (["quote_declined", sql`declined_at = ${moment}, decline_reason = ${end.declined.reason}::text`] as const)
        : (["quote_withdrawn", sql`withdrawn_at = ${moment}`] as const);
  await preparedRows(
    sql`update quotes set ${write}, ended_by = ${buyer.userId}::int
      where customer_id = ${buyer.customerId}::int and number = ${number}::int`,
    tx,
  );
  const note = { actorId: buyer.userId, customerId: buyer.customerId, action, subject: `quote ${number}` };
  const after = "accepted" in end ? end.accepted : "declined" in end ? end.declined : undefined;
  await recordAudit({ ...note, after }, at, tx);
}

/** Says what stands against accepting a locked quote beside its goods: its state, and another version that was ordered before. */
export function refuseUnlessOpen(quote: LockedQuote): void {
  const reason = reasonNotToDecide(quote.state, quote.validUntil);
  if (reason) throw new Refusal(reason.code, reason.details);
  if (quote.orderedAsOther !== null) throw new Refusal("quote_version_ordered", { number: quote.orderedAsOther });
}

/** Notes that a locked quote became an order, in that order's transaction. */
export async function markAccepted(buyer: Buyer, number: number, orderNumber: string, at: Date, tx: Tx): Promise<void> {
  await ended(buyer, number, { accepted: { orderNumber } }, at, tx);
  await tellAccepted({ ...buyer, number, orderNumber }, at, tx);
}

/** The buyer does not take the answer, and says why if they like; doing it twice changes nothing. */
export async function declineQuote(
  buyer: Buyer,
  number: number,
  reason: string | null,
  at: Date,
  outer: Tx = db,
): Promise<void> {
  if (!buyer.mayOrder) throw new Refusal("views_only");
  await withTx(async (tx) => {
    const quote = await lockedQuote(buyer.customerId, number, dayOf(at), tx);
    if (quote.state === "declined") return;
    const closed = reasonNotToDecide(quote.state, quote.validUntil);
    if (closed) throw new Refusal(closed.code, closed.details);
    await ended(buyer, number, { declined: { reason } }, at, tx);
    await tellDeclined({ ...buyer, number, reason }, at, tx);
  }, outer);
}

/** The buyer takes the question back before it is answered; doing it twice changes nothing. */
export async function withdrawQuote(buyer: Buyer, number: number, at: Date, outer: Tx = db): Promise<void> {
  if (!buyer.mayOrder) throw new Refusal("views_only");
  await withTx(async (tx) => {
    const { state } = await lockedQuote(buyer.customerId, number, dayOf(at), tx);
    if (state === "withdrawn") return;
    if (state !== "asked") {
      throw new Refusal(state === "answered" || state === "expired" ? "quote_answered" : "quote_closed");
    }
    await ended(buyer, number, { withdrawn: true }, at, tx);
  }, outer);
}
