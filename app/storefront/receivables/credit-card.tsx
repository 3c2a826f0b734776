import { type Credit, creditLeft, holdOf } from "#app/domain/credit/credit.ts";
import { Notice } from "#app/kit/notice.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { creditWords } from "#app/words/credit.ts";
import { formatDay } from "#app/words/days.ts";
import { formatCents } from "#app/words/numbers.ts";

/** What the company may still order on account, what it owes, and what holds its orders. */
export function CreditCard({ credit }: { credit: Credit & { openCents: number } }) {
  const w = useWords(creditWords);
  const locale = useLocale();
  const money = (cents: number) => formatCents(cents, locale);
  const left = creditLeft(credit);
  const hold = holdOf(credit);
  const { overdue, override } = credit;
  return (
    <>
      {hold && !override ? (
        <Notice tone="warn" title={w.held}>
          {hold.code === "credit_overdue" && overdue
            ? w.heldByOverdue(money(overdue.cents), formatDay(overdue.sinceOn, locale))
            : w.heldByHand}
        </Notice>
      ) : null}
      {hold && override ? (
        <Notice tone="info" title={w.passes}>
          {override.untilOn ? w.passesUntil(formatDay(override.untilOn, locale)) : w.passesOnce}
        </Notice>
      ) : null}
      <dl className="card card-pad grid grid-cols-2 gap-4 sm:grid-cols-4">
        <Fact name={w.open} value={money(credit.openCents)} />
        <Fact
          name={w.overdue}
          value={overdue ? money(overdue.cents) : w.nothingOverdue}
          note={overdue ? w.since(formatDay(overdue.sinceOn, locale)) : undefined}
          isBad={overdue !== null}
        />
        <Fact name={w.left} value={left === null ? w.noLimit : money(left)} />
        <Fact name={w.limit} value={credit.limitCents === null ? w.noLimit : money(credit.limitCents)} />
      </dl>
    </>
  );
}

function Fact({ name, value, note, isBad }: { name: string; value: string; note?: string; isBad?: boolean }) {
  return (
    <div>
      <dt className="muted text-sm">{name}</dt>
      <dd className={isBad ? "tnum text-md font-semibold text-bad" : "tnum text-md font-semibold"}>
        {value}
        {note ? <span className="block text-sm font-normal text-muted">{note}</span> : null}
      </dd>
    </div>
  );
}
