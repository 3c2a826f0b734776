import type { RecordSide } from "#app/domain/portfolio/record-sides.server.ts";
import { Card } from "#app/kit/card.tsx";
import { MomentShown } from "#app/kit/day.tsx";
import { Money } from "#app/kit/money.tsx";
import { Table } from "#app/kit/table.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { creditWords } from "#app/words/credit.ts";

type Line = RecordSide<"credit">["ledger"][number];

/** The latest changes of what is used of the credit: orders take, payments give back. */
export function CreditLedger({ lines }: { lines: Line[] }) {
  const w = useWords(creditWords);
  const named = (line: Line) => (line.reason === "paid" && line.amountCents > 0 ? w.counter : w.reasons[line.reason]);
  return (
    <Card title={w.ledger} flush={lines.length > 0}>
      <Table
        caption={w.ledger}
        rows={lines}
        rowKey={(line) => line.id}
        empty={<p className="muted">{w.noLedger}</p>}
        columns={[
          { key: "at", head: w.when, cell: (line) => <MomentShown at={line.at} /> },
          {
            key: "what",
            head: w.what,
            phone: "title",
            cell: (line) => (
              <>
                {named(line)} <About line={line} />
              </>
            ),
          },
          { key: "by", head: w.by, phone: "hide", cell: (line) => line.by ?? "–" },
          { key: "amount", head: w.amount, number: true, cell: (line) => <Money cents={line.amountCents} /> },
        ]}
      />
    </Card>
  );
}

function About({ line: { receivableId, document, orderNumber } }: { line: Line }) {
  if (receivableId !== null && document !== null) {
    return (
      <a className="link tnum" href={paths.office.receivable(receivableId)}>
        {document}
      </a>
    );
  }
  return orderNumber ? (
    <a className="link tnum" href={paths.office.order(orderNumber)}>
      {orderNumber}
    </a>
  ) : null;
}
