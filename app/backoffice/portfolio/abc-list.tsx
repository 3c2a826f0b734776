import { AbcBadge } from "#app/kit/badge.tsx";
import { Count, Percent } from "#app/kit/count.tsx";
import { Money } from "#app/kit/money.tsx";
import { Table } from "#app/kit/table.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { portfolioWords } from "#app/words/portfolio.ts";

/** One of the ranked. */
export interface AbcRow {
  id: number;
  name: string;
  code: string;
  rank: number;
  abcClass: "A" | "B" | "C";
  cents: number;
  share: number;
  cumulative: number;
}

/** The ranked, highest value first, each leading to its record. */
export function AbcList({ rows, of }: { rows: readonly AbcRow[]; of: "customers" | "products" }) {
  const w = useWords(portfolioWords);
  const href = (row: AbcRow) => (of === "products" ? paths.office.product(row.code) : paths.office.customer(row.id));
  return (
    <Table
      caption={of === "products" ? w.ofProducts : w.ofCustomers}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: "rank", head: w.rank, number: true, cell: (row) => <Count value={row.rank} />, phone: "hide" },
        {
          key: "name",
          head: of === "products" ? w.product : w.customer,
          phone: "title",
          cell: (row) => (
            <a className="link-plain" href={href(row)}>
              {row.name} <span className="faint">{row.code}</span>
            </a>
          ),
        },
        { key: "class", head: w.class, cell: (row) => <AbcBadge abcClass={row.abcClass} /> },
        { key: "value", head: w.value, number: true, cell: (row) => <Money cents={row.cents} /> },
        { key: "share", head: w.share, number: true, cell: (row) => <Percent ratio={row.share} />, phone: "hide" },
        { key: "cumulative", head: w.cumulative, number: true, cell: (row) => <Percent ratio={row.cumulative} /> },
      ]}
    />
  );
}
