import { MomentShown } from "#app/kit/day.tsx";
import { Money } from "#app/kit/money.tsx";
import { OrderStateBadge } from "#app/kit/order-state-badge.tsx";
import type { Column } from "#app/kit/table.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { orderChannelWords } from "#app/words/order-states.ts";
import { orderWords } from "#app/words/orders.ts";
import type { OfficeOrder } from "./orders.tsx";

/** The columns of the office's list of orders. */
export function useOrderColumns(): Column<OfficeOrder>[] {
  const w = useWords(orderWords);
  const channels = useWords(orderChannelWords);
  return [
    {
      key: "number",
      head: w.number,
      phone: "title",
      cell: (order) => (
        <a className="link tnum font-medium" href={paths.office.order(order.number)}>
          {order.kind === "return" ? w.returnNumber(order.number) : order.number}
        </a>
      ),
    },
    { key: "placed", head: w.placedAt, sort: true, cell: (order) => <MomentShown at={order.placedAt} /> },
    {
      key: "customer",
      head: w.customer,
      sort: true,
      wrap: true,
      cell: (order) => (
        <a className="link-plain" href={paths.office.customer(order.customerId)}>
          {order.customerName}
        </a>
      ),
    },
    { key: "rep", head: w.rep, phone: "hide", cell: (order) => order.repName ?? "–" },
    { key: "channel", head: w.channel, phone: "hide", cell: (order) => channels[order.channel] },
    { key: "state", head: w.state, cell: (order) => <OrderStateBadge {...order} /> },
    { key: "lines", head: w.goods, phone: "hide", number: true, cell: (order) => order.lines },
    { key: "value", head: w.value, number: true, sort: true, cell: (order) => <Money cents={order.goodsCents} /> },
  ];
}
