import { sql } from "drizzle-orm";
import type { Scope } from "#app/domain/customers/buyer.ts";
import type { Day } from "#app/domain/period.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { db, type Tx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import { type QuoteMoments, type QuoteState, type QuoteWish, quoteStateOf } from "./quote.ts";

/** A quote about to be changed, locked together with its other versions. */
export interface LockedQuote {
  number: number;
  firstNumber: number;
  cartId: number;
  state: QuoteState;
  validUntil: Day | null;
  orderNumber: string | null;
  /** The number of the version that was copied from it. */
  copiedTo: number | null;
  latestVersion: number;
  /** The order another version of it became. */
  orderedAsOther: string | null;
  wish: QuoteWish;
}

type Row = Record<keyof QuoteMoments, string | null> &
  QuoteWish & {
    number: number;
    firstNumber: number;
    version: number;
    copiedFrom: number | null;
    cartId: number;
    orderNumber: string | null;
  };

const momentOf = (text: string | null): Date | null => (text === null ? null : new Date(text));

/**
 * A quote of the customer and all its versions, locked, so that whatever ends them queues up: of parallel clicks one is first.
 * Another customer's does not exist (refused `not_found`).
 */
export async function lockedQuote(customerId: number, number: number, today: Day, tx: Tx): Promise<LockedQuote> {
  // The first version is the gate: what others wrote while one waited at it is seen by the next statement only.
  const [first] = await preparedRows<{ number: number }>(
    sql`select f.number from quotes f where f.customer_id = ${customerId}::int and f.number = (
      select q.first_number from quotes q where q.customer_id = ${customerId}::int and q.number = ${number}::int)
    for no key update`,
    tx,
  );
  if (!first) throw new Refusal("not_found", { what: "quote" });
  const versions = await preparedRows<Row>(
    sql`select q.number, q.first_number as "firstNumber", q.version, q.copied_from as "copiedFrom", q.cart_id as "cartId",
        q.answered_at as "answeredAt", q.valid_until as "validUntil", q.accepted_at as "acceptedAt",
        q.declined_at as "declinedAt", q.withdrawn_at as "withdrawnAt", q.order_number as "orderNumber",
        q.wanted_price as "wantedPrice", q.wanted_terms as "wantedTerms", q.wanted_on as "wantedOn", q.message
      from quotes q where q.customer_id = ${customerId}::int and q.first_number = ${first.number}::int order by q.number`,
    tx,
  );
  const row = versions.find((one) => one.number === number);
  if (!row) throw new Refusal("not_found", { what: "quote" });
  const moments = {
    answeredAt: momentOf(row.answeredAt),
    validUntil: row.validUntil,
    acceptedAt: momentOf(row.acceptedAt),
    declinedAt: momentOf(row.declinedAt),
    withdrawnAt: momentOf(row.withdrawnAt),
  };
  const { firstNumber, cartId, validUntil, orderNumber, wantedPrice, wantedTerms, wantedOn, message } = row;
  return {
    ...{ number, firstNumber, cartId, validUntil, orderNumber },
    state: quoteStateOf(moments, today),
    copiedTo: versions.find((one) => one.copiedFrom === number)?.number ?? null,
    latestVersion: Math.max(...versions.map((one) => one.version)),
    orderedAsOther: versions.find((one) => one.number !== number && one.orderNumber !== null)?.orderNumber ?? null,
    wish: { wantedPrice, wantedTerms, wantedOn, message },
  };
}

/** Whose quote it is; one outside the scope does not exist (refused `not_found`). */
export async function customerOfQuote(scope: Pick<Scope, "repId">, number: number, tx: Tx = db): Promise<number> {
  const [row] = await preparedRows<{ customerId: number }>(
    sql`select q.customer_id as "customerId" from quotes q join customers c on c.id = q.customer_id
      where q.number = ${number}::int and (${scope.repId}::int is null or c.rep_id = ${scope.repId}::int)`,
    tx,
  );
  if (!row) throw new Refusal("not_found", { what: "quote" });
  return row.customerId;
}
