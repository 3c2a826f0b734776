import type { FunnelCustomer } from "#app/domain/recovery/funnel.server.ts";
import { Ago } from "#app/kit/day.tsx";
import { Table } from "#app/kit/table.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { funnelWords } from "#app/words/funnel.ts";

/** The customers behind a bar of the funnel. */
export function FunnelTable({ rows, asOf }: { rows: readonly FunnelCustomer[]; asOf: Date }) {
  const w = useWords(funnelWords);
  return (
    <Table
      caption={w.funnel}
      rows={rows}
      rowKey={(row) => row.customerId}
      columns={[
        {
          key: "customer",
          head: w.customer,
          phone: "title",
          cell: (row) => (
            <a className="link-plain font-medium" href={paths.office.customer(row.customerId)}>
              {row.name}
              {row.city ? (
                <span className="block text-sm font-normal text-muted">
                  {row.city}
                  {row.uf ? `/${row.uf}` : ""}
                </span>
              ) : null}
            </a>
          ),
        },
        { key: "rep", head: w.rep, phone: "hide", cell: (row) => row.repName },
        { key: "stage", head: w.stage, cell: (row) => w.steps[row.reached] },
        {
          key: "seen",
          head: w.lastSeen,
          number: true,
          cell: (row) =>
            row.lastSeenAt ? <Ago at={row.lastSeenAt} asOf={asOf} /> : <span className="faint">{w.never}</span>,
        },
      ]}
    />
  );
}
