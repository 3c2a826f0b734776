import { sql } from "drizzle-orm";
import type { Scope } from "#app/domain/customers/buyer.ts";
import { inScope } from "#app/domain/customers/customers.server.ts";
import type { AbcClass, CustomerChannel, Standing } from "#app/domain/customers/filter.ts";
import { settingsAsOf } from "#app/domain/customers/settings.server.ts";
import type { CompanySettings } from "#app/domain/customers/settings.ts";
import type { Cents } from "#app/domain/money.ts";
import { type Day, dayOf, daysBetween, monthStart, monthsOf, untilOf } from "#app/domain/period.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { reports, type Tx } from "#db/connection.server.ts";
import { abcSql, customerChannelSql, standingSql } from "./portfolio.server.ts";
import { type Rhythm, rhythmOf } from "./rhythm.ts";

/** Who the customer is, as the head of the record says it. */
export interface RecordedCustomer {
  id: number;
  code: string;
  cnpj: string | null;
  legalName: string;
  tradeName: string;
  city: string | null;
  uf: string | null;
  country: string | null;
  segment: string | null;
  email: string | null;
  phone: string | null;
  rep: string | null;
  group: string | null;
  priceTable: string | null;
  priceTableCode: string | null;
  accessGrantedOn: Day | null;
  agreementEndsOn: Day | null;
  isCreditHeld: boolean;
  creditLimitCents: Cents | null;
  creditUsedCents: Cents;
  minimumOrderCents: Cents | null;
  isImported: boolean;
  tags: string[];
}

/** A month of purchases. */
export interface MonthOfValue {
  from: Day;
  valueCents: Cents;
  orders: number;
}

/** The record (ficha técnica) of a customer as of a moment. */
export interface CustomerRecord {
  customer: RecordedCustomer;
  standing: Standing;
  isRenewalDue: boolean;
  channel: CustomerChannel;
  daysSilent: number | null;
  rhythm: Rhythm;
  /** Purchase days of the last year, for the drawing. */
  purchasedOn: Day[];
  /** The last twelve months and the running one, oldest first. */
  months: MonthOfValue[];
  valueCents: Cents;
  orders: number;
  abcClass: AbcClass | null;
  rank: number | null;
  ranked: number;
}

interface HeadRow extends RecordedCustomer, Record<string, unknown> {
  standing: Standing | null;
  channel: CustomerChannel | null;
}

async function headOf(scope: Scope, id: number, asOf: Date, settings: CompanySettings, tx: Tx): Promise<HeadRow> {
  const only = sql`f.customer_id = ${id}`;
  const [row] = await tx.execute<HeadRow>(sql`
    select customers.id, customers.code, customers.cnpj, customers.legal_name as "legalName",
      customers.trade_name as "tradeName", customers.city, customers.uf, customers.country, customers.segment,
      customers.email, customers.phone, users.name as rep, customer_groups.name as "group",
      price_tables.name as "priceTable", price_tables.code as "priceTableCode",
      (customers.access_granted_at at time zone 'America/Sao_Paulo')::date as "accessGrantedOn",
      customers.agreement_ends_on as "agreementEndsOn", customers.is_credit_held as "isCreditHeld",
      customers.credit_limit_cents as "creditLimitCents", customers.credit_used_cents as "creditUsedCents",
      customers.minimum_order_cents as "minimumOrderCents", customers.is_imported as "isImported",
      array(select tags.name from customer_tags join tags on tags.id = customer_tags.tag_id
        where customer_tags.customer_id = customers.id order by tags.name) as tags,
      s.standing, k.channel
    from customers
      left join users on users.id = customers.rep_id
      left join customer_groups on customer_groups.id = customers.group_id
      left join price_tables on price_tables.id = customers.price_table_id
      left join (${standingSql(asOf, settings, only)}) s on s.customer_id = customers.id
      left join (select * from (${customerChannelSql(asOf)}) every_one where customer_id = ${id}) k on k.customer_id = customers.id
    where customers.id = ${id} and ${inScope(scope)}`);
  if (!row) throw new Refusal("not_found", { what: "customer", id });
  return row;
}

interface DayRow extends Record<string, unknown> {
  day: Day;
  orders: number;
  valueCents: Cents;
}

/** The record of a customer in scope; anybody else's is refused `not_found`. */
export async function customerRecord(scope: Scope, id: number, asOf: Date, tx: Tx = reports): Promise<CustomerRecord> {
  const settings = await settingsAsOf(asOf);
  const [head, days, [place]] = await Promise.all([
    headOf(scope, id, asOf, settings, tx),
    tx.execute<DayRow>(sql`
      select day, sum(orders)::integer as orders, sum(gross_cents - returns_cents)::bigint as "valueCents"
      from customer_days where customer_id = ${id} and day < ${untilOf(asOf)}::date group by day order by day`),
    tx.execute<{ rank: number; abcClass: AbcClass; ranked: number; valueCents: Cents }>(sql`
      select * from (select customer_id, rank, abc_class as "abcClass", value_cents as "valueCents", count(*) over () as ranked
        from (${abcSql(asOf)}) places) counted where customer_id = ${id}`),
  ]);
  const today = dayOf(asOf);
  const { standing, channel, ...customer } = head;
  const purchased = days.filter((row) => row.orders > 0).map((row) => row.day);
  const rhythm = rhythmOf(purchased);
  const months = monthsOf({ from: monthStart(today, -12), to: monthStart(today, 1) }).map((month): MonthOfValue => {
    const rows = days.filter((row) => row.day >= month.from && row.day < month.to);
    const sumOf = (read: (row: DayRow) => number) => rows.reduce((sum, row) => sum + read(row), 0);
    return { from: month.from, valueCents: sumOf((row) => row.valueCents), orders: sumOf((row) => row.orders) };
  });
  const untilRenewal = customer.agreementEndsOn ? daysBetween(today, customer.agreementEndsOn) : null;
  return {
    customer,
    standing: standing ?? "prospect",
    isRenewalDue: untilRenewal !== null && untilRenewal >= 0 && untilRenewal <= settings.renewalDueDays,
    channel: channel ?? "dormant",
    daysSilent: rhythm.lastOn ? daysBetween(rhythm.lastOn, today) : null,
    rhythm,
    purchasedOn: purchased.filter((day) => daysBetween(day, today) <= 365),
    months,
    valueCents: place?.valueCents ?? 0,
    orders: days.reduce((sum, row) => sum + row.orders, 0),
    abcClass: place?.abcClass ?? null,
    rank: place?.rank ?? null,
    ranked: place?.ranked ?? 0,
  };
}
