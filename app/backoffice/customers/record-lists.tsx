import type { RecordedOrder, WaitingCart } from "#app/domain/portfolio/record-orders.server.ts";
import type { BoughtProduct } from "#app/domain/portfolio/record-products.server.ts";
import { Badge } from "#app/kit/badge.tsx";
import { Ago, DayShown } from "#app/kit/day.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { Money, UnitPrice } from "#app/kit/money.tsx";
import { OrderStateBadge } from "#app/kit/order-state-badge.tsx";
import { type Column, Table } from "#app/kit/table.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { recordWords } from "#app/words/customer-record.ts";
import { formatDecimal, formatNumber } from "#app/words/numbers.ts";
import { orderChannelWords } from "#app/words/order-states.ts";

/** Orders and returns, newest first. */
export function OrderList({ orders }: { orders: RecordedOrder[] }) {
  const w = useWords(recordWords);
  const channel = useWords(orderChannelWords);
  const columns: Column<RecordedOrder>[] = [
    {
      key: "number",
      head: w.number,
      phone: "title",
      cell: (row) => (
        <a className="link-plain font-medium" href={paths.office.order(row.number)}>
          {row.number}
        </a>
      ),
    },
    { key: "day", head: w.day, cell: (row) => <DayShown day={row.placedOn} /> },
    { key: "channel", head: w.channel, phone: "hide", cell: (row) => channel[row.channel] },
    {
      key: "state",
      head: w.state,
      cell: (row) =>
        row.kind === "return" ? <Badge tone="warn">{w.isReturn}</Badge> : <OrderStateBadge state={row.state} />,
    },
    { key: "items", head: w.items, number: true, phone: "hide", cell: (row) => row.lines },
    { key: "value", head: w.value, number: true, cell: (row) => <Money cents={row.goodsCents} /> },
  ];
  return (
    <Table
      caption={w.lastOrders}
      columns={columns}
      rows={orders}
      rowKey={(row) => `${row.kind}${row.number}`}
      empty={
        <EmptyState icon="receipt" title={w.noOrders}>
          {w.noOrdersMore}
        </EmptyState>
      }
    />
  );
}

/** Carts that wait, each with the way to its story. */
export function CartList({ carts, asOf }: { carts: WaitingCart[]; asOf: Date }) {
  const w = useWords(recordWords);
  if (carts.length === 0) return <p className="muted">{w.noCarts}</p>;
  return (
    <ul className="stack-sm">
      {carts.map((cart) => (
        <li key={cart.cartId} className="spread">
          <span className="min-w-0">
            <a className="link-plain font-medium" href={paths.office.recoveryCart(cart.cartId)}>
              <Money cents={cart.valueCents} />
            </a>
            <span className="faint block">
              {cart.buyer} · {w.cartItems(cart.lines)} · <Ago at={cart.lastAt} asOf={asOf} />
              {cart.contacts > 0 ? ` · ${w.contacted(cart.contacts)}` : ""}
            </span>
          </span>
          {cart.outcome === "abandoned" ? (
            <Badge tone="warn">{w.cartAbandoned}</Badge>
          ) : (
            <Badge tone="info">{w.cartMoving}</Badge>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What the customer buys, with the last price and the silence of each. */
export function ProductList({ products, isShort = false }: { products: BoughtProduct[]; isShort?: boolean }) {
  const w = useWords(recordWords);
  const locale = useLocale();
  const columns: Column<BoughtProduct>[] = [
    {
      key: "product",
      head: w.product,
      phone: "title",
      cell: (row) => (
        <>
          <a className="link-plain" href={paths.office.product(row.sku)}>
            {row.name}
          </a>
          <span className="faint block">{[row.sku, row.supplier].filter(Boolean).join(" · ")}</span>
        </>
      ),
    },
    { key: "value", head: w.value, number: true, cell: (row) => <Money cents={row.valueCents} /> },
    { key: "times", head: w.times, number: true, phone: "hide", cell: (row) => row.times },
    {
      key: "price",
      head: w.lastPrice,
      number: true,
      cell: (row) => (row.lastUnitPriceE4 === null ? "" : <UnitPrice e4={row.lastUnitPriceE4} />),
    },
    {
      key: "days",
      head: w.productSilent,
      number: true,
      cell: (row) => (
        <span
          title={row.cycleDays === null ? undefined : w.usual(formatDecimal(row.cycleDays, locale))}
          className={isLate(row) ? "text-warn" : undefined}
        >
          {formatNumber(row.daysSilent, locale)}
          {row.cycleDays === null ? null : <span className="faint"> / {formatDecimal(row.cycleDays, locale)}</span>}
        </span>
      ),
    },
  ];
  const shown = isShort ? columns.filter((column) => column.key !== "times") : columns;
  return (
    <Table
      caption={w.topProducts}
      columns={shown}
      rows={products}
      rowKey={(row) => row.sku}
      empty={<EmptyState icon="box" title={w.noProducts} />}
    />
  );
}

const isLate = ({ daysSilent, cycleDays }: BoughtProduct): boolean => cycleDays !== null && daysSilent > cycleDays;
