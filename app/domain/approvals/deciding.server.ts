import { sql } from "drizzle-orm";
import type { CartLine, OpenCart } from "#app/domain/carts/cart.ts";
import { cartNumbered, shownHashOf } from "#app/domain/carts/open-cart.server.ts";
import { reasonsAgainstQuantity } from "#app/domain/catalog/quantity.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { recordStep } from "#app/domain/journey/steps.server.ts";
import { choicesOf } from "#app/domain/orders/checkout.server.ts";
import { idempotencyKeyOf, reasonsNotToPlace } from "#app/domain/orders/checkout.ts";
import { writtenOrder } from "#app/domain/orders/placing.server.ts";
import { shortages, toldAgain } from "#app/domain/orders/refused.server.ts";
import { type Reason, Refusal, refuseFor } from "#app/domain/refusal.ts";
import { db, type Tx, withTx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import { type Decision, reasonsAgainstApprover } from "./approval.ts";
import { readerOf, tellApproved, tellReturned } from "./approval-mails.server.ts";
import { evenIfACartIsOpened, putBack, refusalOfDeciding } from "./asking.server.ts";

/** A waiting request, locked for whoever decides about it. */
interface Claimed {
  cartId: number;
  requesterId: number;
  totalCents: number;
  paymentTermsId: number | null;
  addressId: number | null;
  poNumber: string | null;
  notes: string | null;
  approverName: string;
  approverLimitCents: number | null;
}

/**
 * Locks a waiting request for an approver of the same customer, who is not the requester, and writes the decision down where one
 * is given; of two at once the second is told who was first.
 */
async function claim(
  approver: Buyer,
  id: number,
  decided: { decision: Exclude<Decision, "withdrawn">; word: string | null } | null,
  at: Date,
  tx: Tx,
): Promise<Claimed> {
  const { decision, word } = decided ?? { decision: null, word: null };
  const [claimed] = await preparedRows<Claimed>(
    sql`update approvals a set decision = ${decision}::text, word = ${word}::text,
        decided_at = case when ${decision}::text is not null then ${at.toISOString()}::timestamptz end,
        decided_by = case when ${decision}::text is not null then u.id end
      from users u
      where a.customer_id = ${approver.customerId}::int and a.id = ${id}::bigint and a.decided_at is null
        and ${approver.actingUserId}::int is null and u.id = ${approver.userId}::int and u.customer_id = a.customer_id
        and u.buyer_role = 'approves' and not u.is_disabled and a.requester_id <> u.id
      returning a.cart_id as "cartId", a.requester_id as "requesterId", a.total_cents as "totalCents",
        a.payment_terms_id as "paymentTermsId", a.address_id as "addressId", a.po_number as "poNumber", a.notes,
        u.name as "approverName", u.order_limit_cents as "approverLimitCents"`,
    tx,
  );
  if (!claimed) throw await refusalOfDeciding(approver, id, tx);
  return claimed;
}

const requesterIn = ({ customerId }: Buyer, { requesterId }: Claimed): Buyer => ({
  userId: requesterId,
  customerId,
  actingUserId: null,
  mayOrder: true,
});

/** Everything that stands between a waiting cart and its order, for this approver. */
function reasonsNotToApprove(
  cart: OpenCart,
  choices: Parameters<typeof reasonsNotToPlace>[1],
  approverLimitCents: number | null,
): Reason[] {
  return [...reasonsAgainstApprover(approverLimitCents, cart.totalCents), ...reasonsNotToPlace(cart, choices)];
}

/**
 * Approves a waiting cart: it becomes the requester's order, once, at exactly what the approver was shown, with their name on it.
 * Refused with every reason against it, and when it is not (any more) theirs to decide; the same approver pressing twice gets the
 * same order.
 */
export async function approveRequest(
  approver: Buyer,
  id: number,
  { shownHash, word }: { shownHash: string; word: string | null },
  at: Date,
): Promise<{ number: string }> {
  try {
    return await withTx(async (tx) => {
      const claimed = await claim(approver, id, { decision: "approved", word }, at, tx);
      const { cart, choices } = await asked(approver, claimed, at, tx);
      const reasons = reasonsNotToApprove(cart, choices, claimed.approverLimitCents);
      if (shownHashOf(cart) !== shownHash) {
        reasons.unshift({ code: "prices_changed", details: { totalCents: cart.totalCents } });
      }
      refuseFor(reasons);
      const requester = requesterIn(approver, claimed);
      const { poNumber, notes, approverName: by } = claimed;
      const { number } = await writtenOrder(
        { ...requester, tokenId: null, approvedBy: approver.userId, channel: null },
        cart,
        { ...choices, poNumber, notes, payByAt: null, shownHash, idempotencyKey: idempotencyKeyOf(claimed.cartId) },
        at,
        tx,
      );
      const { totalCents } = cart;
      await tellApproved(await readerOf(requester.userId, tx), { by, number, totalCents, word }, at, tx);
      return { number };
    });
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    const own = await ownDecision(approver, id);
    if (own) return own;
    throw await toldRefusal(approver, id, fault, at);
  }
}

async function asked(approver: Buyer, { cartId, paymentTermsId, addressId }: Claimed, at: Date, tx: Tx) {
  const [cart, choices] = await Promise.all([
    cartNumbered(approver.customerId, { cartId, termsId: paymentTermsId }, at, tx),
    choicesOf(approver.customerId, { paymentTermsId, addressId }, tx),
  ]);
  return { cart, choices };
}

/** The order this approver made of the request before. */
async function ownDecision(approver: Buyer, id: number): Promise<{ number: string } | null> {
  const [made] = await preparedRows<{ number: string }>(
    sql`select o.number from approvals a join orders o on o.customer_id = a.customer_id and o.cart_id = a.cart_id
      where a.customer_id = ${approver.customerId}::int and a.id = ${id}::bigint and a.decision = 'approved'
        and a.decided_by = ${approver.userId}::int`,
  );
  return made ?? null;
}

/** A refusal without amounts was lost to somebody faster: asked again, to name what is missing now. */
async function toldRefusal(approver: Buyer, id: number, fault: Refusal, at: Date): Promise<Refusal> {
  if (fault.reasons.length > 1 || !["out_of_stock", "credit_exceeded"].includes(fault.code)) return fault;
  const waiting = await waitingCartOf(approver, id, at);
  if (!waiting || Object.keys(fault.details).length > 0) return fault;
  return toldAgain(fault, waiting.reasons, fault.code === "out_of_stock" ? shortages(waiting.cart) : null);
}

/** A waiting cart at the prices of now, and what stands against approving it; null when it no longer waits. */
export async function waitingCartOf(
  viewer: Buyer,
  id: number,
  at: Date,
  tx: Tx = db,
): Promise<{ cart: OpenCart; reasons: Reason[]; choices: Parameters<typeof reasonsNotToPlace>[1] } | null> {
  const [row] = await preparedRows<Claimed>(
    sql`select a.cart_id as "cartId", a.requester_id as "requesterId", a.total_cents as "totalCents",
        a.payment_terms_id as "paymentTermsId", a.address_id as "addressId", a.po_number as "poNumber", a.notes,
        u.name as "approverName", u.order_limit_cents as "approverLimitCents"
      from approvals a join users u on u.id = ${viewer.userId}::int
      where a.customer_id = ${viewer.customerId}::int and a.id = ${id}::bigint and a.decided_at is null`,
    tx,
  );
  if (!row) return null;
  const { cart, choices } = await asked(viewer, row, at, tx);
  return { cart, choices, reasons: reasonsNotToApprove(cart, choices, row.approverLimitCents) };
}

/**
 * Gives the cart back to the requester with a word that says why; they are told by mail. False when the requester is filling
 * another cart meanwhile: then the old one is among those they keep.
 */
export async function returnRequest(approver: Buyer, id: number, word: string, at: Date): Promise<boolean> {
  return evenIfACartIsOpened(() =>
    withTx(async (tx) => {
      const claimed = await claim(approver, id, { decision: "returned", word }, at, tx);
      const { cartId, totalCents, approverName: by } = claimed;
      const requester = requesterIn(approver, claimed);
      await recordStep(requester, { kind: "approval_returned", cartId, approvalId: id, totalCents }, at, tx);
      const reader = await readerOf(requester.userId, tx);
      await tellReturned(reader, { by, word, id }, at, tx);
      return putBack(requester, cartId, { decision: "returned", by, locale: reader.locale }, at, tx);
    }),
  );
}

/** A quantity an approver wants instead; 0 takes the line out. */
export interface LineWish {
  sku: string;
  quantity: number;
}

/**
 * Changes quantities of a waiting cart and takes lines out of it; nothing is added. Refused: quantities that are not whole packs
 * or below the minimum, a line that is not in it, and a cart without any line left (that is returned instead).
 */
export async function changeWaitingLines(approver: Buyer, id: number, wishes: LineWish[], at: Date): Promise<void> {
  await withTx(async (tx) => {
    const claimed = await claim(approver, id, null, at, tx);
    const { cart } = await asked(approver, claimed, at, tx);
    const changes = wishes.map(({ sku, quantity }) => {
      const line = cart.lines.find((one) => one.sku === sku);
      if (!line) throw new Refusal("not_found", { what: "line", sku });
      return { line, quantity };
    });
    refuseFor(changes.flatMap(({ line, quantity }) => reasonsAgainstChange(line, quantity)));
    const left = cart.lines.length - changes.filter(({ quantity }) => quantity === 0).length;
    if (left === 0) throw new Refusal("cart_empty");
    const changed = changes.filter(({ line, quantity }) => quantity !== line.quantity);
    for (const { line, quantity } of changed) await writeQuantity(approver, claimed, line.productId, quantity, at, tx);
    const { cart: after } = await asked(approver, claimed, at, tx);
    const acting = { ...requesterIn(approver, claimed), actingUserId: approver.userId };
    for (const { line, quantity } of changed) {
      const now = after.lines.find(({ sku }) => sku === line.sku) ?? line;
      const kind = quantity === 0 ? ("removed" as const) : ("changed" as const);
      const { productId, available: stockSeen } = line;
      const unitPriceE4 = now.quote?.unitPriceE4 ?? null;
      await recordStep(acting, { kind, cartId: claimed.cartId, productId, quantity, unitPriceE4, stockSeen }, at, tx);
    }
  });
}

function reasonsAgainstChange(line: CartLine, quantity: number): Reason[] {
  if (quantity === 0 || quantity === line.quantity) return [];
  return reasonsAgainstQuantity(line, quantity).map(({ code, details }) => ({
    code,
    details: { sku: line.sku, ...details },
  }));
}

async function writeQuantity(
  { customerId }: Buyer,
  { cartId }: Claimed,
  productId: number,
  quantity: number,
  at: Date,
  tx: Tx,
): Promise<void> {
  const where = sql`customer_id = ${customerId}::int and cart_id = ${cartId}::bigint and product_id = ${productId}::int`;
  await preparedRows(
    quantity === 0
      ? sql`delete from cart_lines where ${where}`
      : sql`update cart_lines set quantity = ${quantity}::int, changed_at = ${at.toISOString()}::timestamptz where ${where}`,
    tx,
  );
}
