import { useLocation } from "@remix-run/react";
import type { ChannelSummary } from "#app/domain/channels/channels.server.ts";
import { hrefWith } from "#app/kit/address.ts";
import { Count, Percent } from "#app/kit/count.tsx";
import { Money } from "#app/kit/money.tsx";
import { Table } from "#app/kit/table.tsx";
import { useWords } from "#app/kit/words.tsx";
import { channelWords } from "#app/words/channels.ts";

/** The channels side by side; each name keeps only its customers. */
export function ChannelTable({ channels }: { channels: readonly ChannelSummary[] }) {
  const w = useWords(channelWords);
  const { search } = useLocation();
  return (
    <Table
      caption={w.side}
      rows={channels}
      rowKey={(row) => row.channel}
      columns={[
        {
          key: "channel",
          head: w.channel,
          phone: "title",
          cell: (row) => (
            <a className="link font-medium" href={hrefWith(search, { channel: row.channel, page: null })}>
              {w.names[row.channel]}
            </a>
          ),
        },
        { key: "customers", head: w.customers, number: true, cell: (row) => <Count value={row.customers} /> },
        { key: "orders", head: w.orders, number: true, cell: (row) => <Count value={row.orders} /> },
        { key: "value", head: w.value, number: true, cell: (row) => <Money cents={row.valueCents} /> },
        {
          key: "average",
          head: w.averageOrder,
          number: true,
          cell: (row) => (row.averageOrderCents === null ? "–" : <Money cents={row.averageOrderCents} />),
        },
        {
          key: "abandonment",
          head: w.abandonment,
          number: true,
          cell: (row) => (row.abandonment === null ? "–" : <Percent ratio={row.abandonment} />),
        },
        { key: "visits", head: w.visits, number: true, cell: (row) => <Count value={row.visits} /> },
        { key: "calls", head: w.calls, number: true, phone: "hide", cell: (row) => <Count value={row.calls} /> },
        { key: "cost", head: w.cost, number: true, cell: (row) => <Money cents={row.costCents} /> },
        {
          key: "share",
          head: w.costOfValue,
          number: true,
          phone: "hide",
          cell: (row) => (row.valueCents > 0 ? <Percent ratio={row.costCents / row.valueCents} /> : "–"),
        },
        { key: "margin", head: w.margin, number: true, cell: (row) => <Money cents={row.marginCents} /> },
      ]}
    />
  );
}
