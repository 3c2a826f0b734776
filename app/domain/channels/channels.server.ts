import { type SQL, sql } from "drizzle-orm";
import { type CustomerChannel, customerChannels } from "#app/domain/customers/filter.ts";
import type { CompanySettings } from "#app/domain/customers/settings.ts";
import { daysAfter, type Period, startOf, untilOf } from "#app/domain/period.ts";
import { customerChannelSql } from "#app/domain/portfolio/portfolio.server.ts";
import { cartsAsOf } from "#app/domain/recovery/carts-as-of.server.ts";
import { reports, type Tx } from "#db/connection.server.ts";
import { channelDays, channelMargin, costToServe } from "./channel.ts";

/** The 180 days a channel is read from. */
export function channelPeriod(asOf: Date): Period {
  const to = untilOf(asOf);
  return { from: daysAfter(to, -channelDays), to };
}

/** A customer as served: what they bring in, what it takes, what is left. */
export interface ServedCustomer {
  customerId: number;
  name: string;
  repName: string | null;
  channel: CustomerChannel;
  orders: number;
  storefrontOrders: number;
  valueCents: number;
  visits: number;
  calls: number;
  carts: number;
  abandonedCarts: number;
  costCents: number;
  marginCents: number;
}

/** A channel as the sum of its customers. */
export interface ChannelSummary {
  channel: CustomerChannel;
  customers: number;
  orders: number;
  valueCents: number;
  /** Value ÷ orders; null without an order. */
  averageOrderCents: number | null;
  visits: number;
  calls: number;
  carts: number;
  abandonedCarts: number;
  /** Abandoned ÷ carts no longer moving; null without one. */
  abandonment: number | null;
  costCents: number;
  marginCents: number;
}

interface Row extends Record<string, unknown> {
  customer_id: number;
  name: string;
  rep_name: string | null;
  channel: CustomerChannel;
  orders: number;
  storefront_orders: number;
  value_cents: number;
  visits: number;
  calls: number;
  carts: number;
  abandoned: number;
}

/** Every customer of a choice with their channel, value, effort and carts over the 180 days before asOf, the most value first. */
export async function servedCustomers(
  among: SQL,
  asOf: Date,
  settings: CompanySettings,
  tx: Tx = reports,
): Promise<ServedCustomer[]> {
  const period = channelPeriod(asOf);
  const from = sql`${startOf(period.from).toISOString()}::timestamptz`;
  const until = sql`${asOf.toISOString()}::timestamptz`;
  const rows = await tx.execute<Row>(sql`
    with served as (select customers.id, customers.trade_name, customers.rep_id from customers where ${among}),
    sold as (
      select f.customer_id, sum(f.orders)::int as orders, coalesce(sum(f.orders) filter (where f.channel = 'storefront'), 0)::int as storefront,
        sum(f.gross_cents - f.returns_cents)::bigint as value
      from customer_days f where f.day >= ${period.from}::date and f.day < ${period.to}::date group by 1
    ),
    worked as (
      select a.customer_id, count(*) filter (where a.kind = 'visit')::int as visits, count(*) filter (where a.kind = 'call')::int as calls
      from activities a where a.done_at >= ${from} and a.done_at < ${until} and a.kind in ('visit', 'call') group by 1
    ),
    filled as (
      select k.customer_id, count(*) filter (where k.outcome not in ('moving', 'quoted'))::int as carts,
        count(*) filter (where k.outcome = 'abandoned')::int as abandoned
      from (${cartsAsOf(among, period, asOf, settings)}) k group by 1
    )
    select s.id as customer_id, s.trade_name as name, r.name as rep_name, coalesce(n.channel, 'dormant') as channel,
      coalesce(o.orders, 0) as orders, coalesce(o.storefront, 0) as storefront_orders, coalesce(o.value, 0) as value_cents,
      coalesce(w.visits, 0) as visits, coalesce(w.calls, 0) as calls, coalesce(f.carts, 0) as carts,
      coalesce(f.abandoned, 0) as abandoned
    from served s
    left join users r on r.id = s.rep_id
    left join (${customerChannelSql(asOf)}) n on n.customer_id = s.id
    left join sold o on o.customer_id = s.id
    left join worked w on w.customer_id = s.id
    left join filled f on f.customer_id = s.id
    order by value_cents desc, s.id`);
  return rows.map((row) => {
    const costCents = costToServe(row.visits, row.calls, settings);
    const valueCents = Number(row.value_cents);
    return {
      customerId: row.customer_id,
      name: row.name,
      repName: row.rep_name,
      channel: row.channel,
      orders: row.orders,
      storefrontOrders: row.storefront_orders,
      valueCents,
      visits: row.visits,
      calls: row.calls,
      carts: row.carts,
      abandonedCarts: row.abandoned,
      costCents,
      marginCents: channelMargin(valueCents, settings.marginBasisPoints, costCents),
    };
  });
}

/** The channels side by side, in their usual order, each the sum of its customers. */
export function summarised(customers: ServedCustomer[]): ChannelSummary[] {
  return customerChannels.map((channel) => {
    const own = customers.filter((customer) => customer.channel === channel);
    const sum = (of: (customer: ServedCustomer) => number) => own.reduce((total, one) => total + of(one), 0);
    const [orders, valueCents] = [sum((one) => one.orders), sum((one) => one.valueCents)];
    const [carts, abandonedCarts] = [sum((one) => one.carts), sum((one) => one.abandonedCarts)];
    return {
      channel,
      customers: own.length,
      orders,
      valueCents,
      averageOrderCents: orders ? Math.round(valueCents / orders) : null,
      visits: sum((one) => one.visits),
      calls: sum((one) => one.calls),
      carts,
      abandonedCarts,
      abandonment: carts ? abandonedCarts / carts : null,
      costCents: sum((one) => one.costCents),
      marginCents: sum((one) => one.marginCents),
    };
  });
}
