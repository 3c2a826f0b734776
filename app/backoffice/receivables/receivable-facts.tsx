import { openCentsOf } from "#app/domain/receivables/receivable.ts";
import { Card } from "#app/kit/card.tsx";
import { DayShown } from "#app/kit/day.tsx";
import { Money } from "#app/kit/money.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { receivableWords } from "#app/words/receivables.ts";
import type { OfficeReceivableSheet } from "./receivable.tsx";

/** What is owed, since when, and for which order. */
export function ReceivableFacts({ receivable }: { receivable: OfficeReceivableSheet }) {
  const w = useWords(receivableWords);
  const { orderNumber } = receivable;
  return (
    <Card>
      <dl className="facts">
        <dt>{w.order}</dt>
        <dd className="tnum">
          {orderNumber && receivable.isOrderKnown ? (
            <a className="link" href={paths.office.order(orderNumber)}>
              {orderNumber}
            </a>
          ) : (
            (orderNumber ?? "–")
          )}
        </dd>
        <dt>{w.instalment}</dt>
        <dd>{w.instalmentOf(receivable.instalment, receivable.instalments)}</dd>
        <dt>{w.issuedOn}</dt>
        <dd>
          <DayShown day={receivable.issuedOn} />
        </dd>
        <dt>{w.dueOn}</dt>
        <dd>
          <DayShown day={receivable.dueOn} />
        </dd>
        <dt>{w.rep}</dt>
        <dd>{receivable.repName ?? "–"}</dd>
      </dl>
      <dl className="facts mt-3 border-t border-line pt-3">
        <dt>{w.amount}</dt>
        <dd>
          <Money cents={receivable.amountCents} />
        </dd>
        <dt>{w.paid}</dt>
        <dd>
          <Money cents={receivable.paidCents} />
        </dd>
        <dt className="font-semibold text-ink">{w.open}</dt>
        <dd className="font-semibold">
          <Money cents={openCentsOf(receivable)} />
        </dd>
        {receivable.cancelReason ? (
          <>
            <dt>{w.cancelReason}</dt>
            <dd className="break-words">{receivable.cancelReason}</dd>
          </>
        ) : null}
      </dl>
    </Card>
  );
}
