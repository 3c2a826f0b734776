import { sql } from "drizzle-orm";
import { db, type Tx } from "#db/connection.server.ts";
import { type ReplenishmentList, replenishmentOf } from "./list.server.ts";

/** Whom the rep calls or writes to. */
export interface CallPartner {
  name: string;
  phone: string | null;
  locale: string | null;
}

/** What the rep reads out: the very list the buyer sees, and whom to call. */
export interface CallScript {
  list: ReplenishmentList;
  /** The first buyer who may order, else the first person written down, else the company itself. */
  partner: CallPartner;
}

async function partnerOf(customerId: number, tx: Tx): Promise<CallPartner> {
  const [partner] = await tx.execute<CallPartner & Record<string, unknown>>(sql`
    select name, phone, locale from (
      select 1 as place, u.name, coalesce(u.phone, c.phone) as phone, u.locale, u.id
      from users u join customers c on c.id = u.customer_id
      where u.customer_id = ${customerId} and u.role = 'buyer' and not u.is_disabled and u.buyer_role <> 'views'
      union all
      select 2, p.name, coalesce(p.phone, c.phone), null, p.id
      from customer_contacts p join customers c on c.id = p.customer_id where p.customer_id = ${customerId}
      union all
      select 3, c.trade_name, c.phone, null, c.id from customers c where c.id = ${customerId}
    ) known order by place, id limit 1`);
  return partner ?? { name: "", phone: null, locale: null };
}

/** The call script of a customer as of a moment; the caller has found the customer in scope before. */
export async function callScriptOf(customerId: number, asOf: Date, tx: Tx = db): Promise<CallScript> {
  const [list, partner] = await Promise.all([
    replenishmentOf(customerId, { cartOf: null, why: null, page: 1 }, asOf, tx),
    partnerOf(customerId, tx),
  ]);
  return { list, partner };
}
