import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireBuyer } from "#app/access/doors.server.ts";
import { isAwaitingPayment, orderStates, stateOf } from "#app/domain/orders/order.ts";
import { ordersOf } from "#app/domain/orders/order-list.server.ts";
import { searchOf } from "#app/http/search.ts";
import { ButtonLink } from "#app/kit/button.tsx";
import { MomentShown } from "#app/kit/day.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { Filters, SearchBox } from "#app/kit/filters.tsx";
import { Money } from "#app/kit/money.tsx";
import { OrderStateBadge } from "#app/kit/order-state-badge.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { Pagination } from "#app/kit/pagination.tsx";
import { type Column, Table } from "#app/kit/table.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { cartWords } from "#app/words/cart.ts";
import { orderStateWords } from "#app/words/order-states.ts";
import { orderWords } from "#app/words/orders.ts";

const asked = z.object({
  q: z.string().trim().max(80).default(""),
  state: z.array(z.enum(orderStates)).default([]),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const { buyer } = await requireBuyer(request);
  const { value } = searchOf(request, asked);
  const found = await ordersOf(buyer, value);
  const rows = found.rows.map((order) => ({
    number: order.number,
    kind: order.kind,
    placedAt: order.placedAt,
    totalCents: order.goodsCents + order.freightCents,
    lines: order.lines,
    poNumber: order.poNumber,
    placedByName: order.placedByName,
    state: stateOf(order),
    isAwaiting: isAwaitingPayment(order),
  }));
  return { orders: { ...found, rows }, filter: value };
}

type Row = Awaited<ReturnType<typeof loader>>["orders"]["rows"][number];

export default function Orders() {
  const { orders, filter } = useLoaderData<typeof loader>();
  const w = useWords(orderWords);
  const isFiltered = filter.q !== "" || filter.state.length > 0;
  return (
    <div className="page">
      <PageHeader title={w.title} lead={w.lead} />
      {orders.total > 0 || isFiltered ? <OrderFilters filter={filter} /> : null}
      <Table
        caption={w.title}
        columns={useColumns()}
        rows={orders.rows}
        rowKey={(order) => order.number}
        empty={<NoOrders isFiltered={isFiltered} />}
      />
      <Pagination page={orders.page} pageSize={orders.pageSize} total={orders.total} />
    </div>
  );
}

function OrderFilters({ filter }: { filter: z.output<typeof asked> }) {
  const w = useWords(orderWords);
  const states = useWords(orderStateWords);
  const options = orderStates.map((value) => ({ value, label: states[value] }));
  return (
    <Filters filters={[{ name: "state", label: w.state, options, chosen: filter.state, many: true }]}>
      <SearchBox value={filter.q} label={w.searchPlaceholder} />
    </Filters>
  );
}

function useColumns(): Column<Row>[] {
  const w = useWords(orderWords);
  return [
    {
      key: "number",
      head: w.order,
      phone: "title",
      cell: (order) => (
        <a className="link font-medium tnum" href={paths.order(order.number)}>
          {order.kind === "return" ? w.returnNumber(order.number) : order.number}
        </a>
      ),
    },
    { key: "placed", head: w.placedAt, cell: (order) => <MomentShown at={order.placedAt} /> },
    { key: "by", head: w.placedBy, phone: "hide", cell: (order) => order.placedByName ?? "–" },
    { key: "po", head: w.yourNumber, phone: "hide", cell: (order) => order.poNumber ?? "–" },
    { key: "lines", head: w.goods, phone: "hide", number: true, cell: (order) => order.lines },
    { key: "state", head: w.state, cell: (order) => <OrderStateBadge {...order} /> },
    { key: "total", head: w.total, number: true, cell: (order) => <Money cents={order.totalCents} /> },
  ];
}

function NoOrders({ isFiltered }: { isFiltered: boolean }) {
  const w = useWords(orderWords);
  const cart = useWords(cartWords);
  if (isFiltered) {
    return (
      <EmptyState icon="search" title={w.noneFound} action={<ButtonLink href={paths.orders()}>{w.title}</ButtonLink>} />
    );
  }
  return (
    <EmptyState
      icon="receipt"
      title={w.none}
      action={
        <ButtonLink href={paths.catalog()} look="primary">
          {cart.toCatalog}
        </ButtonLink>
      }
    >
      {w.noneLead}
    </EmptyState>
  );
}
