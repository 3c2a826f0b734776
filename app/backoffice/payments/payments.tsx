import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireStaff } from "#app/access/doors.server.ts";
import { isPermitted } from "#app/access/permissions.ts";
import {
  type PaymentRow,
  paymentsIn,
  paymentsWaiting,
  paymentViews,
} from "#app/domain/payments/payment-list.server.ts";
import { searchOf } from "#app/http/search.ts";
import { Badge } from "#app/kit/badge.tsx";
import { MomentShown } from "#app/kit/day.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { Money } from "#app/kit/money.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { Pagination } from "#app/kit/pagination.tsx";
import { type Column, Table } from "#app/kit/table.tsx";
import { Tabs } from "#app/kit/tabs.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { orderWords } from "#app/words/orders.ts";
import { paymentWords } from "#app/words/payments.ts";

const asked = z.object({
  view: z.enum(["decide", "awaiting", "all"]).default("decide"),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope, user } = await requireStaff(request, "portfolio");
  const { view, page } = searchOf(request, asked).value;
  const [payments, waiting] = await Promise.all([paymentsIn(scope, view, page), paymentsWaiting(scope)]);
  return { payments, waiting, view, views: paymentViews, mayDecide: isPermitted(user.role, "credit") };
}

export default function Payments() {
  const { payments, waiting, view, views, mayDecide } = useLoaderData<typeof loader>();
  const w = useWords(paymentWords);
  const orders = useWords(orderWords);
  const counts = { decide: waiting.decide, awaiting: waiting.awaiting, all: undefined };
  return (
    <div className="page">
      <PageHeader
        title={w.officeTitle}
        lead={w.officeLead}
        trail={[{ label: orders.title, href: paths.office.orders() }, { label: w.officeTitle }]}
      />
      <Tabs
        label={w.officeTitle}
        current={view}
        tabs={views.map((key) => ({
          key,
          label: w.views[key],
          href: paths.office.payments({ view: key }),
          count: counts[key],
        }))}
      />
      <Table
        caption={w.views[view]}
        columns={useColumns(view === "awaiting", mayDecide)}
        rows={payments.rows}
        rowKey={(row) => `${row.customerId} ${row.orderNumber} ${row.attemptId}`}
        empty={
          <EmptyState icon="money" title={w.none[view]}>
            {w.noneLead}
          </EmptyState>
        }
      />
      <Pagination page={payments.page} pageSize={payments.pageSize} total={payments.total} />
    </div>
  );
}

function useColumns(isAwaiting: boolean, mayDecide: boolean): Column<PaymentRow>[] {
  const w = useWords(paymentWords);
  return [
    {
      key: "order",
      head: w.order,
      phone: "title",
      cell: (row) => (
        <a className="link tnum font-medium" href={paths.office.order(row.orderNumber)}>
          {row.orderNumber}
        </a>
      ),
    },
    {
      key: "customer",
      head: w.customer,
      wrap: true,
      cell: (row) => (
        <a className="link-plain" href={paths.office.customer(row.customerId)}>
          {row.customerName}
        </a>
      ),
    },
    { key: "method", head: w.method, cell: (row) => (row.method ? w.methods[row.method] : "–") },
    {
      key: "state",
      head: w.state,
      phone: "wide",
      wrap: true,
      cell: (row) =>
        row.decision ? (
          <Badge tone="bad">{w.decisions[row.decision]}</Badge>
        ) : (
          <Badge tone={row.state === "paid" ? "good" : "info"}>{row.state ? w.states[row.state] : w.notTried}</Badge>
        ),
    },
    {
      key: "at",
      head: isAwaiting ? w.until : w.since,
      phone: "hide",
      cell: (row) => <MomentShown at={isAwaiting && row.payByAt ? row.payByAt : row.at} />,
    },
    { key: "amount", head: w.amount, number: true, cell: (row) => <Money cents={row.amountCents} /> },
    {
      key: "open",
      head: <span className="sr-only">{w.decide}</span>,
      phone: "wide",
      cell: (row) =>
        row.decision && row.attemptId !== null ? (
          <a className="btn btn-sm" href={paths.office.payment(row.attemptId)}>
            {mayDecide ? w.decide : w.open}
          </a>
        ) : null,
    },
  ];
}
