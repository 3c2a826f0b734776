import { monthLeft, type Spending } from "#app/domain/spending/spending.ts";
import { LimitsShown } from "#app/kit/buyer-terms.tsx";
import { Card } from "#app/kit/card.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { formatCents } from "#app/words/numbers.ts";
import { peopleWords } from "#app/words/people.ts";

/** One's own spending limits with what is left of the month, and the ways to approvals and colleagues. */
export function BuyingCard({ spending }: { spending: Spending }) {
  const w = useWords(peopleWords);
  const locale = useLocale();
  const left = monthLeft(spending);
  return (
    <Card title={w.yourLimits}>
      <p>
        <LimitsShown buyer={spending} />
      </p>
      {left === null ? null : <p className="text-muted">{w.leftThisMonth(formatCents(left, locale))}</p>}
      <p className="row mt-3">
        <a className="link" href={paths.approvals()}>
          {w.toApprovals}
        </a>
        <a className="link" href={paths.people()}>
          {w.toPeople}
        </a>
      </p>
    </Card>
  );
}
