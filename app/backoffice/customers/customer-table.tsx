import type { ReactNode } from "react";
import type { ListedCustomer } from "#app/domain/portfolio/customer-list.server.ts";
import { type Answer, refusalIn } from "#app/kit/answered.ts";
import { AbcBadge, StandingBadge } from "#app/kit/badge.tsx";
import { DayShown } from "#app/kit/day.tsx";
import { Money } from "#app/kit/money.tsx";
import { type Column, Table } from "#app/kit/table.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { customerWords } from "#app/words/customers.ts";
import { formatDecimal, formatNumber } from "#app/words/numbers.ts";

/** What the table shows of a customer: the page carries nothing else of them. */
export type ShownCustomer = ReturnType<typeof shownOf>;

/** The shown part, spelt out: a page of fifty pays for every name. */
export const shownOf = (row: ListedCustomer) => ({
  id: row.id,
  tradeName: row.tradeName,
  place: placeOf(row),
  standing: row.standing,
  rank: row.rank,
  abcClass: row.abcClass,
  lastOn: row.lastOn,
  daysSilent: row.daysSilent,
  cycleDays: row.cycleDays,
  valueCents: row.valueCents,
  rep: row.rep,
});

/** Customers in rows, each with a box to mark it for the acts below; cards on a phone. What was marked before a refusal stays so. */
export function CustomerTable({
  rows,
  sort,
  empty,
  answer,
}: {
  rows: ShownCustomer[];
  sort: string;
  empty: ReactNode;
  answer: Answer;
}) {
  const marked = new Set([refusalIn(answer)?.typed.customer ?? []].flat());
  const w = useWords(customerWords);
  const locale = useLocale();
  const columns: Column<ShownCustomer>[] = [
    {
      key: "mark",
      head: <MarkAll />,
      phone: "hide",
      cell: (row) => (
        <input
          type="checkbox"
          name="customer"
          value={row.id}
          defaultChecked={marked.has(String(row.id))}
          form="bulk"
          aria-label={w.select(row.tradeName)}
          className="size-4 align-middle accent-accent"
        />
      ),
    },
    {
      key: "name",
      head: w.customer,
      sort: true,
      phone: "title",
      cell: (row) => (
        <a className="link-plain font-medium" href={paths.office.customer(row.id)}>
          {row.tradeName}
        </a>
      ),
    },
    {
      key: "place",
      head: w.city,
      phone: "wide",
      cell: (row) => <span className="muted block max-w-40 truncate">{row.place}</span>,
    },
    { key: "standing", head: w.standing, cell: (row) => <StandingBadge standing={row.standing} /> },
    {
      key: "rank",
      head: w.abc,
      sort: true,
      cell: (row) =>
        row.rank === null ? null : (
          <span className="row flex-nowrap gap-1.5">
            <AbcBadge abcClass={row.abcClass} />
            <span className="faint tnum">{w.nth(formatNumber(row.rank, locale))}</span>
          </span>
        ),
    },
    {
      key: "days",
      head: w.daysSilent,
      number: true,
      sort: true,
      cell: (row) =>
        row.daysSilent === null || row.lastOn === null ? (
          <span className="faint">{w.never}</span>
        ) : (
          <>
            <span className="faint mr-2 max-sm:hidden">
              <DayShown day={row.lastOn} />
            </span>
            <span className={isOverdue(row) ? "text-warn" : undefined}>{formatNumber(row.daysSilent, locale)}</span>
          </>
        ),
    },
    {
      key: "cycle",
      head: w.cycle,
      number: true,
      sort: true,
      phone: "hide",
      cell: (row) => (row.cycleDays === null ? "" : formatDecimal(row.cycleDays, locale)),
    },
    { key: "value", head: w.value12, number: true, sort: true, cell: (row) => <Money cents={row.valueCents} /> },
    { key: "rep", head: w.rep, phone: "hide", cell: (row) => row.rep ?? <span className="faint">{w.withoutRep}</span> },
  ];
  return (
    <Table caption={w.customers} columns={columns} rows={rows} rowKey={(row) => row.id} sort={sort} empty={empty} />
  );
}

/** Silent for longer than their own cycle. */
function isOverdue({ daysSilent, cycleDays }: ShownCustomer): boolean {
  return daysSilent !== null && cycleDays !== null && daysSilent > cycleDays;
}

function placeOf({ city, uf, country }: ListedCustomer): string | null {
  return city && uf ? `${city}/${uf}` : (city ?? uf ?? country);
}

/** Marks every row of the page; without JavaScript it is not there to be missed, the rows' own boxes do. */
function MarkAll() {
  const w = useWords(customerWords);
  return (
    <input
      type="checkbox"
      aria-label={w.selectAll}
      className="size-4 align-middle accent-accent"
      onChange={(event) => {
        const boxes = event.currentTarget
          .closest("table")
          ?.querySelectorAll<HTMLInputElement>("tbody input[name=customer]");
        for (const box of boxes ?? []) box.checked = event.currentTarget.checked;
      }}
    />
  );
}
