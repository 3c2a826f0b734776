import { StandingBadge } from "#app/kit/badge.tsx";
import { Count } from "#app/kit/count.tsx";
import { DayShown } from "#app/kit/day.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { Table } from "#app/kit/table.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { portfolioWords } from "#app/words/portfolio.ts";
import type { StandingKey } from "#app/words/standing.ts";

/** A customer in one of the portfolio's lists: where they stand, or how they moved and when they had bought before. */
export interface PortfolioRow {
  customerId: number;
  customer: string;
  code: string;
  standing?: StandingKey;
  days?: number | null;
  on: string | null;
  beforeOn?: string | null;
}

/** The customers of one slice, each leading to its record. */
export function PortfolioList({
  rows,
  isMove,
  caption,
}: {
  rows: readonly PortfolioRow[];
  isMove: boolean;
  caption: string;
}) {
  const w = useWords(portfolioWords);
  const day = (value: string | null | undefined) => (value ? <DayShown day={value} /> : "–");
  const name = {
    key: "customer",
    head: w.customer,
    phone: "title" as const,
    cell: (row: PortfolioRow) => (
      <a className="link-plain" href={paths.office.customer(row.customerId)}>
        {row.customer} <span className="faint">{row.code}</span>
      </a>
    ),
  };
  const stands = [
    {
      key: "standing",
      head: w.standing,
      cell: (row: PortfolioRow) => (row.standing ? <StandingBadge standing={row.standing} /> : "–"),
    },
    {
      key: "days",
      head: w.daysWithout,
      number: true,
      cell: (row: PortfolioRow) => (row.days === null || row.days === undefined ? "–" : <Count value={row.days} />),
    },
    { key: "on", head: w.lastOrder, number: true, cell: (row: PortfolioRow) => day(row.on) },
  ];
  const moved = [
    { key: "on", head: w.happenedOn, number: true, cell: (row: PortfolioRow) => day(row.on) },
    { key: "before", head: w.before, number: true, cell: (row: PortfolioRow) => day(row.beforeOn) },
  ];
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={(row) => `${row.customerId} ${row.on}`}
      columns={[name, ...(isMove ? moved : stands)]}
      empty={
        <EmptyState icon="users" title={w.nobody}>
          {w.nobodyMore}
        </EmptyState>
      }
    />
  );
}
