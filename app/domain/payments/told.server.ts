import { sql } from "drizzle-orm";
import {
  isPaymentSet,
  lookAtMoney,
  lookAtPage,
  PaymentNo,
  readEvent,
  type Told,
  UnsignedEvent,
} from "#app/gateways/stripe.server.ts";
import { type Tx, withTx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import { noteMoney } from "./money-back.server.ts";
import { noteSighting } from "./seeing.server.ts";

type Which = { customerId: number; id: number };

/** What became of a message: it had its effect, was no matter of ours, came again, was not signed, or nobody is paid here. */
export type Heard = "noted" | "ignored" | "repeated" | "unsigned" | "closed";

/**
 * Takes in what the payment house tells by itself. A message only says where to look: the thing is looked up again and only what
 * is seen there counts. Each message has its effect once, written down in the same transaction. When the payment house does not
 * answer the look, the fault rises, so that the message comes again.
 */
export async function hear(body: string, signature: string, at: Date): Promise<Heard> {
  if (!isPaymentSet()) return "closed";
  let told: Told;
  try {
    told = await readEvent(body, signature);
  } catch (fault) {
    if (fault instanceof UnsignedEvent) return "unsigned";
    throw fault;
  }
  const { about } = told;
  if (about === null) return "ignored";
  const [known] = await preparedRows(sql`select id from payment_events where id = ${told.id}::text`);
  if (known) return "repeated";
  if ("sessionId" in about) {
    const seen = await lookAtPage(about.sessionId).catch(nullIfUnknown);
    if (!seen) return "ignored";
    return effectOnce(told, await attemptWith("session_id", seen.sessionId, seen.key), at, async (which, tx) => {
      await noteSighting(which, seen, at, tx);
    });
  }
  const which = await attemptWith("payment_ref", about.paymentRef, null);
  if (!which) return "ignored";
  const money = await lookAtMoney(about.paymentRef);
  return effectOnce(told, which, at, (one, tx) => noteMoney(one, money, at, tx));
}

/** A thing the payment house does not know itself is no matter of ours. */
function nullIfUnknown(fault: unknown): null {
  if (fault instanceof PaymentNo) return null;
  throw fault;
}

async function effectOnce(
  told: Told,
  which: Which | null,
  at: Date,
  effect: (which: Which, tx: Tx) => Promise<void>,
): Promise<Heard> {
  if (!which) return "ignored";
  return withTx(async (tx) => {
    const noted = await preparedRows(
      sql`insert into payment_events (id, type, received_at, customer_id, attempt_id)
        values (${told.id}::text, ${told.type}::text, ${at.toISOString()}::timestamptz, ${which.customerId}::int, ${which.id}::bigint)
        on conflict do nothing returning id`,
      tx,
    );
    if (noted.length === 0) return "repeated";
    await effect(which, tx);
    return "noted";
  });
}

/** The attempt a page or money belongs to: by its name, or by the key written on a page whose answer never reached us. */
async function attemptWith(
  column: "session_id" | "payment_ref",
  name: string,
  key: string | null,
): Promise<Which | null> {
  const [which] = await preparedRows<Which>(
    sql`select customer_id as "customerId", id from payment_attempts
      where ${sql.raw(column)} = ${name}::text or (session_id is null and key = ${key}::text) limit 1`,
  );
  return which ?? null;
}
