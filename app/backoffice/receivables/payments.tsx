import { Badge } from "#app/kit/badge.tsx";
import { Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { DayShown, MomentShown } from "#app/kit/day.tsx";
import { Dialog } from "#app/kit/dialog.tsx";
import { Field } from "#app/kit/field.tsx";
import { Money } from "#app/kit/money.tsx";
import { type Column, Table } from "#app/kit/table.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { formatDay } from "#app/words/days.ts";
import { formatCents } from "#app/words/numbers.ts";
import { receivableWords } from "#app/words/receivables.ts";
import type { OfficeReceivableSheet } from "./receivable.tsx";

type Payment = OfficeReceivableSheet["payments"][number];

/** Every entry of a receivable; a wrong one is taken back by a counter entry, never removed. */
export function Payments({ receivable, mayPay }: { receivable: OfficeReceivableSheet; mayPay: boolean }) {
  const w = useWords(receivableWords);
  const mayCounter = mayPay && !receivable.isCancelled;
  const columns: Column<Payment>[] = [
    { key: "paidOn", head: w.paymentOn, phone: "title", cell: (row) => <DayShown day={row.paidOn} /> },
    {
      key: "amount",
      head: w.amount,
      number: true,
      cell: (row) => (
        <span className={row.isCountered ? "line-through" : undefined}>
          <Money cents={row.amountCents} />
        </span>
      ),
    },
    {
      key: "note",
      head: w.note,
      wrap: true,
      cell: (row) => (
        <>
          {row.isCounter ? <Badge tone="warn">{w.counterEntry}</Badge> : null} {row.note}
        </>
      ),
    },
    { key: "by", head: w.by, cell: (row) => row.by ?? w.byFile },
    { key: "at", head: w.when, phone: "hide", cell: (row) => <MomentShown at={row.at} /> },
    {
      key: "act",
      head: <span className="sr-only">{w.counter}</span>,
      cell: (row) => {
        if (row.isCountered) return <span className="faint text-sm">{w.countered}</span>;
        return row.isCounter || !mayCounter ? null : <Counter payment={row} />;
      },
    },
  ];
  return (
    <Card title={w.payments} flush={receivable.payments.length > 0}>
      {receivable.payments.length > 0 ? (
        <Table caption={w.payments} columns={columns} rows={receivable.payments} rowKey={(row) => row.id} />
      ) : (
        <p className="muted">{w.noPayments}</p>
      )}
    </Card>
  );
}

function Counter({ payment }: { payment: Payment }) {
  const w = useWords(receivableWords);
  const locale = useLocale();
  const money = formatCents(payment.amountCents, locale);
  return (
    <Dialog opener={w.counter} openerClass="btn btn-sm" title={w.counterOf(money)}>
      <form method="post" className="form">
        <p>{w.counterAsk(money, formatDay(payment.paidOn, locale))}</p>
        <input type="hidden" name="paymentId" value={payment.id} />
        <Field name="note" label={w.note} optional maxLength={200} />
        <Button look="danger" name="act" value="counter">
          {w.counter}
        </Button>
      </form>
    </Dialog>
  );
}
