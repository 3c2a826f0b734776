import { openCentsOf, type ReceivableFacts } from "#app/domain/receivables/receivable.ts";
import { DayShown } from "#app/kit/day.tsx";
import { Money } from "#app/kit/money.tsx";
import { ReceivableStanding } from "#app/kit/receivable-state.tsx";
import type { Column } from "#app/kit/table.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { receivableWords } from "#app/words/receivables.ts";

interface Shown extends ReceivableFacts {
  id: number;
  document: string;
  orderNumber: string | null;
  isOrderKnown: boolean;
  instalment: number;
  instalments: number;
  issuedOn: string;
  paidOn: string | null;
}

/** The columns of a buyer's receivables. */
export function useReceivableColumns<Row extends Shown>(today: string): Column<Row>[] {
  const w = useWords(receivableWords);
  return [
    {
      key: "document",
      head: w.receivable,
      phone: "title",
      cell: (row) => <span className="tnum">{row.document}</span>,
    },
    {
      key: "order",
      head: w.order,
      cell: (row) =>
        row.orderNumber && row.isOrderKnown ? (
          <a className="link tnum" href={paths.order(row.orderNumber)}>
            {row.orderNumber}
          </a>
        ) : (
          (row.orderNumber ?? "–")
        ),
    },
    {
      key: "instalment",
      head: w.instalment,
      phone: "hide",
      cell: (row) => w.instalmentOf(row.instalment, row.instalments),
    },
    { key: "due", head: w.dueOn, cell: (row) => <DayShown day={row.dueOn} /> },
    { key: "state", head: w.state, cell: (row) => <ReceivableStanding receivable={row} today={today} /> },
    { key: "paidOn", head: w.paidOn, phone: "hide", cell: (row) => (row.paidOn ? <DayShown day={row.paidOn} /> : "–") },
    { key: "amount", head: w.amount, number: true, cell: (row) => <Money cents={row.amountCents} /> },
    { key: "open", head: w.open, number: true, cell: (row) => <Money cents={openCentsOf(row)} /> },
  ];
}
