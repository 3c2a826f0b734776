import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useLocation } from "@remix-run/react";
import { requireStaff } from "#app/access/doors.server.ts";
import { filterChoices } from "#app/domain/customers/choices.server.ts";
import { isAwaitingPayment, stateOf } from "#app/domain/orders/order.ts";
import { ordersIn } from "#app/domain/orders/order-list.server.ts";
import { paymentNews } from "#app/domain/payments/news.server.ts";
import { searchOf } from "#app/http/search.ts";
import { ButtonLink } from "#app/kit/button.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { Pagination } from "#app/kit/pagination.tsx";
import { Table } from "#app/kit/table.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { commonWords } from "#app/words/everyday.ts";
import { formatCents } from "#app/words/numbers.ts";
import { orderWords } from "#app/words/orders.ts";
import { paymentWords } from "#app/words/payments.ts";
import { useOrderColumns } from "./order-columns.tsx";
import { OrderFilters } from "./order-filters.tsx";
import { filterFrom, orderSearch } from "./order-search.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope } = await requireStaff(request, "portfolio");
  const { value, ignored } = searchOf(request, orderSearch);
  const filter = filterFrom(value);
  const [found, { reps, ufs }, payments] = await Promise.all([
    ordersIn(scope, filter, value),
    filterChoices(scope, filter),
    paymentNews(scope, new Date()),
  ]);
  const rows = found.rows.map((order) => ({
    number: order.number,
    kind: order.kind,
    placedAt: order.placedAt,
    channel: order.channel,
    goodsCents: order.goodsCents,
    lines: order.lines,
    customerId: order.customerId,
    customerName: order.customerName,
    customerCode: order.customerCode,
    repName: order.repName,
    state: stateOf(order),
    isAwaiting: isAwaitingPayment(order),
  }));
  return { orders: { ...found, rows }, filter, sort: value.sort, choices: { reps, ufs }, ignored, payments };
}

export type OfficeOrder = Awaited<ReturnType<typeof loader>>["orders"]["rows"][number];

export default function OfficeOrders() {
  const { orders, filter, sort, choices, ignored, payments } = useLoaderData<typeof loader>();
  const { search } = useLocation();
  const w = useWords(orderWords);
  const paying = useWords(paymentWords);
  const common = useWords(commonWords);
  const locale = useLocale();
  const total = w.sum(formatCents(orders.goodsCents, locale));
  return (
    <div className="page">
      <PageHeader
        title={w.title}
        lead={orders.total > 0 ? `${w.found(orders.total)}, ${total}` : w.officeLead}
        actions={
          <>
            {payments ? (
              <ButtonLink
                href={paths.office.payments({ view: payments.decide > 0 ? "decide" : "awaiting" })}
                icon="money"
              >
                {paying.officeTitle}
                {payments.awaiting > 0 ? <span className="badge tnum">{payments.awaiting}</span> : null}
              </ButtonLink>
            ) : null}
            <ButtonLink href={`${paths.office.ordersCsv()}${search}`} icon="download">
              {common.exportCsv}
            </ButtonLink>
          </>
        }
      />
      {ignored.length > 0 ? <Notice tone="warn">{common.ignoredFilters(ignored.join(", "))}</Notice> : null}
      <OrderFilters filter={filter} choices={choices} />
      <Table
        caption={w.title}
        columns={useOrderColumns()}
        rows={orders.rows}
        rowKey={(order) => `${order.customerId} ${order.number}`}
        sort={sort}
        empty={
          <EmptyState icon="receipt" title={search ? w.noneFound : w.none}>
            {search ? <a href={paths.office.orders()}>{w.title}</a> : w.officeLead}
          </EmptyState>
        }
      />
      <Pagination page={orders.page} pageSize={orders.pageSize} total={orders.total} />
    </div>
  );
}
