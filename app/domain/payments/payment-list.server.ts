import { sql } from "drizzle-orm";
import type { Scope } from "#app/domain/customers/buyer.ts";
import type { Cents } from "#app/domain/money.ts";
import { offsetOf, type Page } from "#app/domain/page.ts";
import { preparedRows } from "#db/prepared.server.ts";
import { liveText } from "./attempts.server.ts";
import { decisionText } from "./deciding.server.ts";
import {
  type AttemptMoments,
  type AttemptState,
  attemptStateOf,
  type DecisionKind,
  type PaymentMethod,
} from "./payment.ts";

/** Which payments the office looks at: those to decide about, orders that await one, or all. */
export const paymentViews = ["decide", "awaiting", "all"] as const;
export type PaymentView = (typeof paymentViews)[number];

/** An attempt to pay, or an order nobody has tried to pay yet, in the office's list. */
export interface PaymentRow {
  /** Null where nobody has set out to pay. */
  attemptId: number | null;
  orderNumber: string;
  customerId: number;
  customerName: string;
  method: PaymentMethod | null;
  amountCents: Cents;
  state: AttemptState | null;
  decision: DecisionKind | null;
  lastError: string | null;
  at: Date;
  payByAt: Date | null;
}

type Raw = Omit<PaymentRow, "state" | "at" | "payByAt"> & { at: string; payByAt: string | null } & {
  [Moment in keyof AttemptMoments]: string | null;
};

const pageSize = 30;

/** The order's latest attempt, or every attempt there was, with those whose scope it is. */
const sourceOf = (view: PaymentView) =>
  view === "awaiting"
    ? sql`orders o left join lateral (
        select * from payment_attempts x where x.customer_id = o.customer_id and x.order_id = o.id order by x.id desc limit 1
      ) a on true`
    : sql`payment_attempts a join orders o on o.customer_id = a.customer_id and o.id = a.order_id`;

const conditionOf = (view: PaymentView) => {
  if (view === "decide") return sql`a.paid_at is not null and ${sql.raw(decisionText)} is not null`;
  return view === "awaiting"
    ? sql`o.payment_method = 'online' and o.paid_at is null and o.cancelled_at is null`
    : sql`true`;
};

/** The payments of the scope: what is to be decided oldest first, what is awaited by its end, all by the latest. */
export async function paymentsIn(scope: Scope, view: PaymentView, page: number): Promise<Page<PaymentRow>> {
  const from = sql`from ${sourceOf(view)} join customers c on c.id = o.customer_id
    where ${conditionOf(view)} and (${scope.repId}::int is null or c.rep_id = ${scope.repId}::int)`;
  const order = {
    decide: sql`a.paid_at, a.id`,
    awaiting: sql`o.pay_by_at, o.id`,
    all: sql`a.started_at desc, a.id desc`,
  };
  const [[counted], rows] = await Promise.all([
    preparedRows<{ total: number }>(sql`select count(*)::int as total ${from}`),
    preparedRows<Raw>(
      sql`select a.id as "attemptId", o.number as "orderNumber", o.customer_id as "customerId", c.trade_name as "customerName",
          a.method, coalesce(a.received_cents, a.amount_cents, o.goods_cents + o.freight_cents) as "amountCents",
          ${sql.raw(decisionText)} as decision, a.last_error as "lastError", coalesce(a.started_at, o.placed_at) as at,
          o.pay_by_at as "payByAt", a.opened_at as "openedAt", a.processing_at as "processingAt", a.paid_at as "paidAt",
          a.failed_at as "failedAt", a.expired_at as "expiredAt", a.cancelled_at as "cancelledAt"
        ${from} order by ${order[view]} limit ${pageSize} offset ${offsetOf(page, pageSize)}`,
    ),
  ]);
  return { rows: rows.map(rowFrom), total: counted?.total ?? 0, page, pageSize };
}

const momentOf = (text: string | null): Date | null => (text === null ? null : new Date(text));

function rowFrom(raw: Raw): PaymentRow {
  const { openedAt, processingAt, paidAt, failedAt, expiredAt, cancelledAt, at, payByAt, ...row } = raw;
  const moments = {
    openedAt: momentOf(openedAt),
    processingAt: momentOf(processingAt),
    paidAt: momentOf(paidAt),
    failedAt: momentOf(failedAt),
    expiredAt: momentOf(expiredAt),
    cancelledAt: momentOf(cancelledAt),
  };
  const state = row.attemptId === null ? null : attemptStateOf(moments);
  return { ...row, state, at: new Date(at), payByAt: momentOf(payByAt) };
}

/** How many payments of the scope wait for a decision, and how many orders for their payment. */
export async function paymentsWaiting(scope: Scope): Promise<{ decide: number; awaiting: number }> {
  const [row] = await preparedRows<{ decide: number; awaiting: number }>(
    sql`select (select count(*)::int from payment_attempts a
          join orders o on o.customer_id = a.customer_id and o.id = a.order_id join customers c on c.id = o.customer_id
          where a.paid_at is not null and ${sql.raw(decisionText)} is not null
            and (${scope.repId}::int is null or c.rep_id = ${scope.repId}::int)) as decide,
        (select count(*)::int from orders o join customers c on c.id = o.customer_id
          where o.payment_method = 'online' and o.paid_at is null and o.cancelled_at is null
            and (${scope.repId}::int is null or c.rep_id = ${scope.repId}::int)) as awaiting`,
  );
  return row ?? { decide: 0, awaiting: 0 };
}

/** Whether the payment house failed to answer lately and nothing was heard of it since: within a quarter of an hour. */
export async function isPaymentSilent(asOf: Date): Promise<boolean> {
  const [row] = await preparedRows<{ isSilent: boolean }>(
    sql`select coalesce(max(a.last_error_at) > ${asOf.toISOString()}::timestamptz - interval '15 minutes'
        and max(a.last_error_at) > coalesce(max(greatest(a.answered_at, a.opened_at)), '-infinity'), false) as "isSilent"
      from payment_attempts a
      where a.last_error_at > ${asOf.toISOString()}::timestamptz - interval '15 minutes'
        or (${sql.raw(liveText)} and a.expires_at > ${asOf.toISOString()}::timestamptz)`,
  );
  return row?.isSilent ?? false;
}
