import { type SQL, sql } from "drizzle-orm";
import type { Period } from "#app/domain/period.ts";
import { reports, type Tx } from "#db/connection.server.ts";
import { type CartOutcome, cartsAsOf, type RecoverySettings } from "./carts-as-of.server.ts";
import type { AbandonmentReason } from "./diagnosis.ts";
import { type QueueView, queueViews } from "./queue.ts";
import { reasonsOf } from "./reasons.server.ts";

export interface QuietCart {
  cartId: number;
  customerId: number;
  customerName: string;
  buyerName: string;
  /** The name it is kept under; null for a cart that was not set aside. */
  keptAs: string | null;
  repName: string | null;
  openedAt: Date;
  lastAt: Date;
  abandonedAt: Date | null;
  orderedAt: Date | null;
  orderNumber: string | null;
  orderCents: number | null;
  lines: number;
  valueCents: number;
  firstContactAt: Date | null;
  contacts: number;
  lastOutcome: string | null;
  outcome: CartOutcome;
  reason: AbandonmentReason;
}

interface Row extends Record<string, unknown> {
  cart_id: number;
  customer_id: number;
  customer_name: string;
  buyer_name: string;
  kept_as: string | null;
  rep_name: string | null;
  opened_at: string;
  last_at: string;
  abandoned_at: string | null;
  ordered_at: string | null;
  order_number: string | null;
  order_cents: number | null;
  lines: number;
  value_cents: number;
  first_contact_at: string | null;
  contacts: number;
  last_outcome: string | null;
  outcome: CartOutcome;
}

/** A cart that came back was left at its first silence, any other is as it stands. */
const leftAt = (row: Row, asOf: Date): Date =>
  row.ordered_at !== null && row.abandoned_at !== null ? new Date(row.abandoned_at) : asOf;

const momentOrNull = (text: string | null): Date | null => (text === null ? null : new Date(text));

const inView: Record<QueueView, SQL> = {
  waiting: sql`k.outcome = 'abandoned' and k.contacts = 0`,
  contacted: sql`k.outcome = 'abandoned' and k.contacts > 0`,
  recovered: sql`k.outcome = 'recovered'`,
};

/** Where a page of carts begins and how many it holds. */
export interface Stretch {
  limit: number;
  offset: number;
}

/** Carts as of a moment that fit a condition on `k` (see `cartsAsOf`), the most money first, each with its reason. */
export async function cartsWithReason(
  carts: SQL,
  fits: SQL,
  asOf: Date,
  stretch: Stretch,
  tx: Tx = reports,
): Promise<QuietCart[]> {
  const rows = await tx.execute<Row>(sql`
    select k.*, c.trade_name as customer_name, b.name as buyer_name, r.name as rep_name,
      (select x.name from carts x where x.customer_id = k.customer_id and x.id = k.cart_id
        and x.set_aside_at < ${asOf.toISOString()}::timestamptz) as kept_as,
      (select f.outcome from follow_ups f where f.customer_id = k.customer_id and f.cart_id = k.cart_id
        and f.outcome_at < ${asOf.toISOString()}::timestamptz
        order by f.at desc limit 1) as last_outcome
    from (${carts}) k
    join customers c on c.id = k.customer_id
    join users b on b.id = k.buyer_id
    left join users r on r.id = c.rep_id
    where ${fits}
    order by k.value_cents desc, k.cart_id
    limit ${stretch.limit} offset ${stretch.offset}`);
  const reasons = await reasonsOf(
    rows.map((row) => ({ cartId: row.cart_id, until: leftAt(row, asOf) })),
    tx,
  );
  return rows.map((row) => ({
    cartId: row.cart_id,
    customerId: row.customer_id,
    customerName: row.customer_name,
    buyerName: row.buyer_name,
    keptAs: row.kept_as,
    repName: row.rep_name,
    openedAt: new Date(row.opened_at),
    lastAt: new Date(row.last_at),
    abandonedAt: momentOrNull(row.abandoned_at),
    orderedAt: momentOrNull(row.ordered_at),
    orderNumber: row.order_number,
    orderCents: row.order_cents,
    lines: row.lines,
    valueCents: row.value_cents,
    firstContactAt: momentOrNull(row.first_contact_at),
    contacts: row.contacts,
    lastOutcome: row.last_outcome,
    outcome: row.outcome,
    reason: reasons.get(row.cart_id) ?? "unknown",
  }));
}

/** The queue of quiet carts among some customers, the most money first. */
export const quietCarts = (
  among: SQL,
  period: Period | null,
  view: QueueView,
  asOf: Date,
  settings: RecoverySettings,
  stretch: Stretch = { limit: 50, offset: 0 },
): Promise<QuietCart[]> => cartsWithReason(cartsAsOf(among, period, asOf, settings), inView[view], asOf, stretch);

export interface QueueTotals {
  view: QueueView;
  carts: number;
  valueCents: number;
}

/** How many carts and how much money stand in each view of the queue. */
export async function queueTotals(
  among: SQL,
  period: Period | null,
  asOf: Date,
  settings: RecoverySettings,
  tx: Tx = reports,
): Promise<Record<QueueView, QueueTotals>> {
  const rows = await tx.execute<{ view: QueueView; carts: number; value: number }>(sql`
    select case when k.outcome = 'recovered' then 'recovered' when k.contacts > 0 then 'contacted' else 'waiting' end as view,
      count(*)::int as carts, coalesce(sum(case when k.outcome = 'recovered' then k.order_cents else k.value_cents end), 0)::bigint as value
    from (${cartsAsOf(among, period, asOf, settings)}) k
    where k.outcome in ('abandoned', 'recovered')
    group by 1`);
  const totals = Object.fromEntries(
    queueViews.map((view) => {
      const row = rows.find((row) => row.view === view);
      return [view, { view, carts: Number(row?.carts ?? 0), valueCents: Number(row?.value ?? 0) }];
    }),
  );
  return totals as Record<QueueView, QueueTotals>;
}
