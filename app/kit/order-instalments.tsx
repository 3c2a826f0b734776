import type { ReceivableFacts } from "#app/domain/receivables/receivable.ts";
import { receivableWords } from "#app/words/receivables.ts";
import { Card } from "./card.tsx";
import { DayShown } from "./day.tsx";
import { Money } from "./money.tsx";
import { ReceivableStanding } from "./receivable-state.tsx";
import { useWords } from "./words.tsx";

interface Shown extends ReceivableFacts {
  id: number;
  document: string;
}

/** The instalments of an order with their due days; nothing before it is invoiced. */
export function OrderInstalments({
  rows,
  today,
  href,
  all,
}: {
  rows: readonly Shown[];
  today: string;
  /** Where one of them is looked at; null where there is no such page. */
  href: ((id: number) => string) | null;
  all: string;
}) {
  const w = useWords(receivableWords);
  if (rows.length === 0) return null;
  return (
    <Card
      title={w.ofOrder}
      actions={
        <a className="link text-sm" href={all}>
          {w.seeAll}
        </a>
      }
    >
      <ul className="stack-sm">
        {rows.map((row) => (
          <li key={row.id} className="text-sm">
            <p className="spread">
              <span>
                {href ? (
                  <a className="link tnum" href={href(row.id)}>
                    {row.document}
                  </a>
                ) : (
                  <span className="tnum">{row.document}</span>
                )}{" "}
                · <DayShown day={row.dueOn} />
              </span>
              <Money cents={row.amountCents} />
            </p>
            <ReceivableStanding receivable={row} today={today} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
