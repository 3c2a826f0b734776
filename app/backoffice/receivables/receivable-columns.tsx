import { openCentsOf } from "#app/domain/receivables/receivable.ts";
import { DayShown } from "#app/kit/day.tsx";
import { Money } from "#app/kit/money.tsx";
import { ReceivableStanding } from "#app/kit/receivable-state.tsx";
import type { Column } from "#app/kit/table.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { receivableWords } from "#app/words/receivables.ts";
import type { OfficeReceivable } from "./receivables.tsx";

/** The columns of the office's list of receivables. */
export function useOfficeColumns(today: string): Column<OfficeReceivable>[] {
  const w = useWords(receivableWords);
  return [
    {
      key: "document",
      head: w.receivable,
      phone: "title",
      cell: (row) => (
        <a className="link tnum font-medium" href={paths.office.receivable(row.id)}>
          {row.document}
        </a>
      ),
    },
    {
      key: "customer",
      head: w.customer,
      sort: true,
      wrap: true,
      cell: (row) => (
        <a className="link-plain" href={paths.office.customer(row.customerId, { tab: "credit" })}>
          {row.customerName}
        </a>
      ),
    },
    { key: "rep", head: w.rep, phone: "hide", cell: (row) => row.repName ?? "–" },
    {
      key: "order",
      head: w.order,
      phone: "hide",
      cell: (row) =>
        row.orderNumber && row.isOrderKnown ? (
          <a className="link tnum" href={paths.office.order(row.orderNumber)}>
            {row.orderNumber}
          </a>
        ) : (
          (row.orderNumber ?? "–")
        ),
    },
    { key: "due", head: w.dueOn, sort: true, cell: (row) => <DayShown day={row.dueOn} /> },
    { key: "state", head: w.state, cell: (row) => <ReceivableStanding receivable={row} today={today} /> },
    { key: "amount", head: w.amount, phone: "hide", number: true, cell: (row) => <Money cents={row.amountCents} /> },
    { key: "open", head: w.open, number: true, sort: true, cell: (row) => <Money cents={openCentsOf(row)} /> },
  ];
}
