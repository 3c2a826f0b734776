import { sql } from "drizzle-orm";
import type { Cents, PriceE4 } from "#app/domain/money.ts";
import type { Day } from "#app/domain/period.ts";
import { reports, type Tx } from "#db/connection.server.ts";

/** A price agreed with this customer alone. */
export interface PriceException {
  sku: string;
  name: string;
  fromQuantity: number;
  unitPriceE4: PriceE4;
  validFrom: Day | null;
  validUntil: Day | null;
}

/** Somebody who signs in to the shop for a customer. */
export interface ShopBuyer {
  id: number;
  name: string;
  email: string;
  buyerRole: "orders" | "approves" | "views";
  orderLimitCents: Cents | null;
  monthLimitCents: Cents | null;
  isDisabled: boolean;
  /** False while the invitation has not been answered. */
  hasPassword: boolean;
  lastSeenAt: string | null;
}

/** A change somebody made to the customer, as the audit kept it. */
export interface RecordedChange {
  id: number;
  at: string;
  who: string | null;
  action: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/** The prices agreed with this customer alone, by product. */
export async function priceExceptionsOf(
  customerId: number,
  limit: number,
  tx: Tx = reports,
): Promise<PriceException[]> {
  return tx.execute<PriceException & Record<string, unknown>>(sql`
    select products.sku, products.name, p.from_quantity as "fromQuantity", p.unit_price_e4 as "unitPriceE4",
      p.valid_from as "validFrom", p.valid_until as "validUntil"
    from customer_prices p join products on products.id = p.product_id
    where p.customer_id = ${customerId} order by products.name, p.from_quantity limit ${limit}`);
}

/** The names of the payment terms a customer is offered, shortest first. */
export async function termsNamesOf(customerId: number, tx: Tx = reports): Promise<string[]> {
  const rows = await tx.execute<{ name: string }>(sql`
    select t.name from customer_payment_terms c join payment_terms t on t.id = c.payment_terms_id
    where c.customer_id = ${customerId} and t.is_active order by t.days, t.name`);
  return rows.map((row) => row.name);
}

/** Who signs in to the shop for a customer, and when they were last there. */
export async function buyersOf(customerId: number, tx: Tx = reports): Promise<ShopBuyer[]> {
  return tx.execute<ShopBuyer & Record<string, unknown>>(sql`
    select users.id, users.name, users.email, coalesce(users.buyer_role, 'orders') as "buyerRole",
      users.order_limit_cents as "orderLimitCents", users.month_limit_cents as "monthLimitCents",
      users.is_disabled as "isDisabled", users.password_hash is not null as "hasPassword",
      (select max(s.at) from journey_steps s
        where s.customer_id = ${customerId} and s.buyer_id = users.id and s.acting_user_id is null) as "lastSeenAt"
    from users where users.customer_id = ${customerId} and users.role = 'buyer' order by users.is_disabled, users.name`);
}

/** What was changed about a customer, newest first, with before and after. */
export async function changesOf(customerId: number, limit: number, tx: Tx = reports): Promise<RecordedChange[]> {
  return tx.execute<RecordedChange & Record<string, unknown>>(sql`
    select e.id, e.at, users.name as who, e.action, e.before, e.after
    from audit_entries e left join users on users.id = e.actor_id
    where e.subject = ${`customer ${customerId}`} order by e.at desc, e.id desc limit ${limit}`);
}
