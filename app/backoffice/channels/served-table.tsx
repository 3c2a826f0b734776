import type { ServedCustomer } from "#app/domain/channels/channels.server.ts";
import { Badge, type Tone } from "#app/kit/badge.tsx";
import { Count, Percent } from "#app/kit/count.tsx";
import { Money } from "#app/kit/money.tsx";
import { Table } from "#app/kit/table.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { channelWords } from "#app/words/channels.ts";

const tone: Record<ServedCustomer["channel"], Tone> = {
  online: "accent",
  visited: "info",
  hybrid: "neutral",
  dormant: "warn",
};

/** Each customer with channel, what they bring in and what serving them takes. */
export function ServedTable({ rows }: { rows: readonly ServedCustomer[] }) {
  const w = useWords(channelWords);
  return (
    <Table
      caption={w.list}
      rows={rows}
      rowKey={(row) => row.customerId}
      columns={[
        {
          key: "name",
          head: w.customers,
          phone: "title",
          cell: (row) => (
            <a className="link-plain font-medium" href={paths.office.customer(row.customerId)}>
              {row.name}
              {row.repName ? <span className="block text-sm font-normal text-muted">{row.repName}</span> : null}
            </a>
          ),
        },
        {
          key: "channel",
          head: w.channel,
          phone: "wide",
          cell: (row) => <Badge tone={tone[row.channel]}>{w.names[row.channel]}</Badge>,
        },
        { key: "orders", head: w.orders, number: true, cell: (row) => <Count value={row.orders} /> },
        {
          key: "share",
          head: w.storefrontShare,
          number: true,
          phone: "hide",
          cell: (row) => (row.orders > 0 ? <Percent ratio={row.storefrontOrders / row.orders} /> : "–"),
        },
        { key: "value", head: w.value, number: true, cell: (row) => <Money cents={row.valueCents} /> },
        { key: "visits", head: w.visits, number: true, phone: "hide", cell: (row) => <Count value={row.visits} /> },
        { key: "cost", head: w.cost, number: true, cell: (row) => <Money cents={row.costCents} /> },
        { key: "margin", head: w.margin, number: true, cell: (row) => <Money cents={row.marginCents} /> },
      ]}
    />
  );
}
