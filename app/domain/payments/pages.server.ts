import { sql } from "drizzle-orm";
import { Refusal } from "#app/domain/refusal.ts";
import { env } from "#app/env.server.ts";
import { closePage, openPage, PaymentNo, PaymentSilence } from "#app/gateways/stripe.server.ts";
import { paths } from "#app/paths.ts";
import { isLocale, wordsOf } from "#app/words/locale.ts";
import { paymentWords } from "#app/words/payments.ts";
import { withTx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import { type Attempt, noteSilence } from "./attempts.server.ts";
import { type AttemptState, attemptStateOf, isLive } from "./payment.ts";
import { lockedAttempt, moveAttempt, noteSighting } from "./seeing.server.ts";

/**
 * Asks for the page of an attempt, outside of any transaction, keeps it, and gives its address. Everything it asks with is read
 * from the attempt, so that asking again asks the same. Refused `payment_silent` or `payment_refused`; the second ends the attempt.
 */
export async function opened(attempt: Attempt, at: Date): Promise<string> {
  const [payer] = await preparedRows<{ email: string; role: string; locale: string | null }>(
    sql`select u.email, u.role, u.locale from payment_attempts a join users u on u.id = a.started_by
      where a.customer_id = ${attempt.customerId}::int and a.id = ${attempt.id}::bigint`,
  );
  const language = isLocale(payer?.locale) ? payer.locale : "pt-BR";
  const back = `${env.APP_URL}${paths.order(attempt.orderNumber)}`;
  const page = await unlessSilent(
    attempt,
    openPage({
      ...attempt,
      title: wordsOf(paymentWords, language).orderToPay(attempt.orderNumber),
      email: payer?.role === "buyer" ? payer.email : null,
      language,
      backPaid: `${back}?payment=back`,
      backUnpaid: `${back}?payment=left`,
    }),
    at,
    "failed",
  );
  const state = await noteSighting(attempt, page, at);
  await preparedRows(
    sql`update payment_attempts set url = ${page.url}::text
      where customer_id = ${attempt.customerId}::int and id = ${attempt.id}::bigint and session_id = ${page.sessionId}::text`,
  );
  if (isLive(state) && page.url) return page.url;
  // Another tab gave this attempt up while its page was being opened; nobody shall find the page.
  if (state !== "paid") await unlessSilent(attempt, closePage(page.sessionId), at, null);
  throw new Refusal("payment_silent");
}

/** What was asked; a silence is noted and refused, and so is a no, which ends an attempt that has no page. */
async function unlessSilent<T>(attempt: Attempt, asked: Promise<T>, at: Date, end: "failed" | null): Promise<T> {
  try {
    return await asked;
  } catch (fault) {
    if (!(fault instanceof PaymentSilence || fault instanceof PaymentNo)) throw fault;
    await noteSilence(attempt, fault, at);
    if (fault instanceof PaymentSilence) throw new Refusal("payment_silent");
    if (end) await endWithoutPage(attempt, end, at);
    throw new Refusal("payment_refused");
  }
}

/** Ends an attempt whose page nobody has; one that has a page by now is left alone. */
async function endWithoutPage(attempt: Attempt, end: "failed" | "cancelled", at: Date): Promise<void> {
  await withTx(async (tx) => {
    const now = await lockedAttempt(attempt, tx);
    if (now.sessionId === null && isLive(attemptStateOf(now))) await moveAttempt(attempt, end, at, tx);
  });
}

/**
 * Closes an attempt, so that nobody can pay by it any more, and gives how it ended: given up as `why` says, or paid after all. Refused
 * `payment_silent` when nobody knows, `payment_pending` when the bank is at it and it cannot be stopped.
 */
export async function closed(attempt: Attempt, why: "cancelled" | "expired", at: Date): Promise<AttemptState> {
  if (attempt.sessionId === null) {
    await endWithoutPage(attempt, "cancelled", at);
    return "cancelled";
  }
  const seen = await unlessSilent(attempt, closePage(attempt.sessionId), at, null);
  const isOver = seen.state === "expired" || seen.state === "failed";
  const state = await noteSighting(attempt, isOver ? { ...seen, state: why } : seen, at);
  if (isLive(state)) throw new Refusal("payment_pending");
  return state;
}
