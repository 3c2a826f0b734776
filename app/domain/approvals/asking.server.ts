import { sql } from "drizzle-orm";
import { keepTerms } from "#app/domain/carts/cart-terms.server.ts";
import { deliverTo, openCartOf, openCartTo, shownHashOf } from "#app/domain/carts/open-cart.server.ts";
import { keepUnder, putBackUnlessBusy, setAside } from "#app/domain/carts/waiting.server.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { recordStep } from "#app/domain/journey/steps.server.ts";
import { choicesOf } from "#app/domain/orders/checkout.server.ts";
import { reasonsNotToPlace } from "#app/domain/orders/checkout.ts";
import type { OrderWish } from "#app/domain/orders/orders.server.ts";
import { Refusal, refuseFor } from "#app/domain/refusal.ts";
import { spendingOf } from "#app/domain/spending/spending.server.ts";
import { limitsExceeded } from "#app/domain/spending/spending.ts";
import { approvalWords } from "#app/words/approvals.ts";
import { isLocale, wordsOf } from "#app/words/locale.ts";
import { db, type Tx, withTx } from "#db/connection.server.ts";
import { sqlStateOf } from "#db/errors.ts";
import { preparedRows } from "#db/prepared.server.ts";
import { shownLinesOf } from "./approval.ts";
import { readerOf, tellApprovers, tellRep } from "./approval-mails.server.ts";
import { approversFor } from "./approvers.server.ts";

/** What a buyer sends to have their cart approved: what they would order with, and why. */
export type AskingWish = Omit<OrderWish, "idempotencyKey"> & { why: string | null };

/**
 * Sends the buyer's cart to their approvers instead of ordering it; it waits out of their hands until one decides or they take it
 * back. Refused with everything that stands against the order but the limit, with `prices_changed` when it is not what was shown,
 * and with `no_approver` when nobody can decide. Asking for the same cart again is asking once. Null when there is no limit in the
 * way any more: then it may simply be ordered.
 */
export async function askForApproval(buyer: Buyer, wish: AskingWish, at: Date): Promise<{ id: number } | null> {
  // The approver sees, and orders, with the freight to the place that was chosen.
  await deliverTo(buyer, wish.addressId);
  const [cart, choices, spending] = await Promise.all([
    openCartTo(buyer, { addressId: null, termsId: wish.paymentTermsId }, at),
    choicesOf(buyer.customerId, wish),
    spendingOf(buyer, at),
  ]);
  const reasons = reasonsNotToPlace(cart, choices);
  if (cart.lines.length > 0 && shownHashOf(cart) !== wish.shownHash) {
    reasons.unshift({ code: "prices_changed", details: { totalCents: cart.totalCents } });
    if (cart.terms?.id === wish.paymentTermsId) await keepTerms(buyer, wish.paymentTermsId);
  }
  const cartId = cart.id;
  if (cartId === null || cart.lines.length === 0) return justAsked(buyer, wish, at);
  refuseFor(reasons);
  const over = limitsExceeded(spending, cart.totalCents);
  if (over.length === 0) return null;
  const { totalCents } = cart;
  return withTx(async (tx) => {
    const approvers = await approversFor(buyer, totalCents, tx);
    if (approvers.length === 0) throw new Refusal("no_approver");
    if (!(await setAside(buyer.customerId, cartId, tx))) return justAsked(buyer, wish, at, tx);
    const [asked] = await preparedRows<{ id: number }>(
      sql`insert into approvals (customer_id, cart_id, requester_id, asked_at, why, payment_terms_id, address_id, po_number, notes,
          total_cents, shown_hash, shown_lines, over_limits)
        values (${buyer.customerId}::int, ${cartId}::bigint, ${buyer.userId}::int, ${at.toISOString()}::timestamptz,
          ${wish.why}::text, ${wish.paymentTermsId}::int, ${wish.addressId}::int, ${wish.poNumber}::text, ${wish.notes}::text,
          ${totalCents}::bigint, ${wish.shownHash}::text, ${JSON.stringify(shownLinesOf(cart))}::jsonb, ${JSON.stringify(over)}::jsonb)
        returning id`,
      tx,
    );
    const { id } = asked as { id: number };
    await recordStep(buyer, { kind: "approval_asked", cartId, approvalId: id, totalCents }, at, tx);
    const { name } = await readerOf(buyer.userId, tx);
    await tellApprovers(approvers, { id, requester: name, totalCents, why: wish.why }, at, tx);
    return { id };
  });
}

/** A second press finds the cart gone: the answer is the request the first one made. */
async function justAsked(buyer: Buyer, wish: AskingWish, at: Date, tx: Tx = db): Promise<{ id: number }> {
  const since = new Date(at.getTime() - 3_600_000).toISOString();
  const [asked] = await preparedRows<{ id: number }>(
    sql`select id from approvals where customer_id = ${buyer.customerId}::int and requester_id = ${buyer.userId}::int
      and shown_hash = ${wish.shownHash}::text and asked_at > ${since}::timestamptz order by id desc limit 1`,
    tx,
  );
  if (!asked) throw new Refusal("cart_empty");
  return asked;
}

/**
 * Tells the customer's rep that nobody can approve the buyer's cart, once a day for the same cart, and writes down that it was in
 * the way; false where there is no rep to tell.
 */
export async function tellRepAboutApprover(buyer: Buyer, at: Date): Promise<boolean> {
  const cart = await openCartOf(buyer, at);
  if (cart.id === null || cart.lines.length === 0) throw new Refusal("cart_empty");
  const { id: cartId, totalCents, goodsCents } = cart;
  const reasons = [{ code: "no_approver" as const, details: {} }];
  const ofCart = { productId: null, quantity: null, unitPriceE4: null, stockSeen: null, goodsCents };
  const since = new Date(at.getTime() - 24 * 3_600_000).toISOString();
  return withTx(async (tx) => {
    const told = await preparedRows(
      sql`select from journey_steps where customer_id = ${buyer.customerId}::int and cart_id = ${cartId}::bigint
        and kind = 'refused' and reason = 'no_approver' and at > ${since}::timestamptz limit 1`,
      tx,
    );
    if (told.length > 0) return true;
    await recordStep(buyer, { kind: "refused", cartId, reason: "no_approver", reasons, ...ofCart }, at, tx);
    return tellRep(buyer, totalCents, at, tx);
  });
}

/**
 * Takes the buyer's own request back while nobody has decided; the cart is theirs again. False when they are filling another one
 * meanwhile: then it is kept among their others. Refused once it is decided, and by anybody else's hand.
 */
export async function withdrawRequest(buyer: Buyer, id: number, at: Date): Promise<boolean> {
  return evenIfACartIsOpened(() =>
    withTx(async (tx) => {
      const [taken] = await preparedRows<{ cartId: number; totalCents: number }>(
        sql`update approvals set decided_at = ${at.toISOString()}::timestamptz, decided_by = requester_id, decision = 'withdrawn'
          where customer_id = ${buyer.customerId}::int and id = ${id}::bigint and requester_id = ${buyer.userId}::int
            and decided_at is null
          returning cart_id as "cartId", total_cents as "totalCents"`,
        tx,
      );
      if (!taken) throw await refusalOfDeciding(buyer, id, tx);
      const { cartId, totalCents } = taken;
      await recordStep(buyer, { kind: "approval_withdrawn", cartId, approvalId: id, totalCents }, at, tx);
      const { name, locale } = await readerOf(buyer.userId, tx);
      return putBack(buyer, cartId, { decision: "withdrawn", by: name, locale }, at, tx);
    }),
  );
}

/**
 * Gives a cart back to whoever asked: into their hands, or, while they fill another one, among the carts they keep, under a name
 * that says where it comes from (false).
 */
export async function putBack(
  requester: Buyer,
  cartId: number,
  { decision, by, locale }: { decision: "returned" | "withdrawn"; by: string; locale: string | null },
  at: Date,
  tx: Tx,
): Promise<boolean> {
  if (await putBackUnlessBusy(requester, cartId, tx)) return true;
  const w = wordsOf(approvalWords, isLocale(locale) ? locale : "pt-BR");
  await keepUnder(requester.customerId, cartId, w.decidedBy(decision, by), at, tx);
  return false;
}

/** Once more, when a new cart was opened in the very instant in which the old one came back. */
export async function evenIfACartIsOpened<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (fault) {
    if (sqlStateOf(fault) !== "23505") throw fault;
    return work();
  }
}

/** Why somebody cannot decide about a request: it is not theirs to know of, it is their own, it is decided, or they do not approve. */
export async function refusalOfDeciding(buyer: Buyer, id: number, tx: Tx): Promise<Refusal> {
  const [found] = await preparedRows<{ requesterId: number; decision: string | null; by: string | null }>(
    sql`select a.requester_id as "requesterId", a.decision, d.name as by
      from approvals a left join users d on d.id = a.decided_by
      where a.customer_id = ${buyer.customerId}::int and a.id = ${id}::bigint`,
    tx,
  );
  if (!found) return new Refusal("not_found", { what: "approval", id });
  if (found.decision !== null) return new Refusal("approval_decided", { decision: found.decision, by: found.by });
  return new Refusal(found.requesterId === buyer.userId ? "own_request" : "not_allowed");
}
