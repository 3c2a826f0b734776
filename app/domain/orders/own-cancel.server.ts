import { sql } from "drizzle-orm";
import { queueMail } from "#app/domain/audit/outbox.server.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import type { Cents } from "#app/domain/money.ts";
import { Refusal, refuseFor } from "#app/domain/refusal.ts";
import { env } from "#app/env.server.ts";
import { paths } from "#app/paths.ts";
import { isLocale, wordsOf } from "#app/words/locale.ts";
import { formatCents } from "#app/words/numbers.ts";
import { orderMailWords } from "#app/words/order-mails.ts";
import { db, type Tx, withTx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import { type CancellableOrder, reasonsNotToCancel } from "./cancelling.ts";
import { cancelOrder } from "./moves.server.ts";
import { stateText } from "./state-sql.server.ts";

/** The order as it stands now that its customer's row is locked: no move of the house can come in between. */
async function lockedOrder(buyer: Buyer, number: string, tx: Tx): Promise<CancellableOrder> {
  await preparedRows(sql`select id from customers where id = ${buyer.customerId}::int for no key update`, tx);
  const [order] = await preparedRows<CancellableOrder>(
    sql`select o.kind, o.is_imported as "isImported", ${sql.raw(stateText)} as state from orders o
      where o.customer_id = ${buyer.customerId}::int and o.number = ${number}::text`,
    tx,
  );
  if (!order) throw new Refusal("not_found", { what: "order" });
  return order;
}

interface Told {
  repId: number;
  email: string;
  name: string;
  locale: string | null;
  customer: string;
  buyer: string;
  totalCents: Cents;
}

/** Writes to the customer's rep that the order is off and why; a rep who did it in the customer's name knows already. */
async function tellRep(buyer: Buyer, number: string, reason: string, at: Date, tx: Tx): Promise<void> {
  const [told] = await preparedRows<Told>(
    sql`select r.id as "repId", r.email, r.name, r.locale, c.trade_name as customer, u.name as buyer,
        (o.goods_cents + o.freight_cents)::float8 as "totalCents"
      from customers c join users r on r.id = c.rep_id and not r.is_disabled join users u on u.id = ${buyer.userId}::int
      join orders o on o.customer_id = c.id and o.number = ${number}::text
      where c.id = ${buyer.customerId}::int`,
    tx,
  );
  if (!told || told.repId === buyer.userId) return;
  const locale = isLocale(told.locale) ? told.locale : "pt-BR";
  const w = wordsOf(orderMailWords, locale);
  const link = `${env.APP_URL}${paths.office.order(number)}`;
  const total = formatCents(told.totalCents, locale);
  const text = w.cancelledText({ ...told, number, total, reason, link });
  await queueMail({ to: told.email, subject: w.cancelledSubject(number, told.customer), text }, at, tx);
}

/**
 * A buyer takes an order of their company back before the house has confirmed it: credit and stock are free again, and the rep is
 * told why. Refused for who may only look, once the house was faster, and for what was never placed here.
 */
export async function cancelOwnOrder(
  buyer: Buyer,
  number: string,
  reason: string,
  at: Date,
  outer: Tx = db,
): Promise<void> {
  await withTx(async (tx) => {
    const order = await lockedOrder(buyer, number, tx);
    if (!buyer.mayOrder) throw new Refusal("views_only");
    refuseFor(reasonsNotToCancel(order));
    await cancelOrder({ userId: buyer.userId, repId: null, customerId: buyer.customerId }, number, reason, at, tx);
    await tellRep(buyer, number, reason, at, tx);
  }, outer);
}
