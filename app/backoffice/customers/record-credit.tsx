import { type Credit, creditLeft, holdOf } from "#app/domain/credit/credit.ts";
import type { RecordSide } from "#app/domain/portfolio/record-sides.server.ts";
import { openCentsOf } from "#app/domain/receivables/receivable.ts";
import type { Answer } from "#app/kit/answered.ts";
import { Card } from "#app/kit/card.tsx";
import { DayShown } from "#app/kit/day.tsx";
import { Money } from "#app/kit/money.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { ReceivableStanding } from "#app/kit/receivable-state.tsx";
import { Table } from "#app/kit/table.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { creditWords } from "#app/words/credit.ts";
import { formatDay } from "#app/words/days.ts";
import { formatCents } from "#app/words/numbers.ts";
import { receivableWords } from "#app/words/receivables.ts";
import { CreditLedger } from "./record-credit-ledger.tsx";
import { Overrides } from "./record-overrides.tsx";

type Side = RecordSide<"credit">;

/** Limit, use, what is open and overdue, the receivables, leave despite a hold, and the ledger behind the counter. */
export function CreditSide({
  id,
  side,
  today,
  mayOverride,
  answer,
}: {
  id: number;
  side: Side;
  today: string;
  mayOverride: boolean;
  answer: Answer;
}) {
  const w = useWords(creditWords);
  return (
    <div className="columns">
      <div className="stack">
        <Hold credit={side.credit} />
        <Card
          title={w.receivables}
          flush={side.receivables.length > 0}
          actions={
            <>
              <a className="link" href={paths.office.statementPdf(id)}>
                {w.statementPdf}
              </a>
              <a className="link" href={`${paths.office.receivables({ customer: id })}`}>
                {w.allReceivables}
              </a>
            </>
          }
        >
          <ReceivableList rows={side.receivables} today={today} />
        </Card>
        <CreditLedger lines={side.ledger} />
      </div>
      <div className="stack">
        <Sums credit={side.credit} />
        <Overrides overrides={side.overrides} today={today} mayOverride={mayOverride} answer={answer} />
      </div>
    </div>
  );
}

function Hold({ credit }: { credit: Credit }) {
  const w = useWords(creditWords);
  const locale = useLocale();
  const hold = holdOf(credit);
  if (!hold) return null;
  const { overdue, override } = credit;
  const why =
    hold.code === "credit_overdue" && overdue
      ? w.heldByOverdue(formatCents(overdue.cents, locale), formatDay(overdue.sinceOn, locale))
      : w.heldByHand;
  if (!override) {
    return (
      <Notice tone="bad" title={w.held}>
        {why}
      </Notice>
    );
  }
  return (
    <Notice tone="info" title={w.passes}>
      {why} {override.untilOn ? w.passesUntil(formatDay(override.untilOn, locale)) : w.passesOnce}
    </Notice>
  );
}

function Sums({ credit }: { credit: Side["credit"] }) {
  const w = useWords(creditWords);
  const locale = useLocale();
  const money = (cents: number) => formatCents(cents, locale);
  const left = creditLeft(credit);
  return (
    <Card title={w.title}>
      <dl className="facts">
        <dt>{w.limit}</dt>
        <dd className="tnum">{credit.limitCents === null ? w.noLimit : money(credit.limitCents)}</dd>
        <dt>{w.used}</dt>
        <dd className="tnum">{money(credit.usedCents)}</dd>
        <dt className="font-semibold text-ink">{w.left}</dt>
        <dd className="tnum font-semibold">{left === null ? w.noLimit : money(left)}</dd>
        <dt>{w.open}</dt>
        <dd className="tnum">{money(credit.openCents)}</dd>
        <dt>{w.overdue}</dt>
        <dd className={credit.overdue ? "tnum text-bad" : "tnum"}>
          {credit.overdue ? money(credit.overdue.cents) : w.nothingOverdue}
          {credit.overdue ? (
            <span className="block text-sm text-muted">{w.since(formatDay(credit.overdue.sinceOn, locale))}</span>
          ) : null}
        </dd>
      </dl>
      <p className="help mt-3">{w.usedMeans}</p>
    </Card>
  );
}

function ReceivableList({ rows, today }: { rows: Side["receivables"]; today: string }) {
  const w = useWords(receivableWords);
  return (
    <Table
      caption={w.title}
      rows={rows}
      rowKey={(row) => row.id}
      empty={<p className="muted">{w.none}</p>}
      columns={[
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
        { key: "due", head: w.dueOn, cell: (row) => <DayShown day={row.dueOn} /> },
        { key: "state", head: w.state, cell: (row) => <ReceivableStanding receivable={row} today={today} /> },
        { key: "amount", head: w.amount, number: true, cell: (row) => <Money cents={row.amountCents} /> },
        { key: "open", head: w.open, number: true, cell: (row) => <Money cents={openCentsOf(row)} /> },
      ]}
    />
  );
}
