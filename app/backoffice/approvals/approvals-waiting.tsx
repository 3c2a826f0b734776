import { Card } from "#app/kit/card.tsx";
import { Icon } from "#app/kit/icon.tsx";
import { Money } from "#app/kit/money.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { approvalWords } from "#app/words/approvals.ts";
import { formatAgo } from "#app/words/days.ts";
import type { ApprovalToRemind } from "./approvals-waiting.server.ts";

/** Orders that wait for an approver at the customer, since when, and the way to remind them; nothing while none waits. */
export function ApprovalsWaiting({
  rows,
  asOf,
  hasCustomer,
}: {
  rows: ApprovalToRemind[];
  asOf: Date;
  /** Whether the customer is said with each, on a page of several. */
  hasCustomer: boolean;
}) {
  const w = useWords(approvalWords);
  const locale = useLocale();
  if (rows.length === 0) return null;
  return (
    <Card title={w.waitingFor}>
      <ul className="stack-sm">
        {rows.map((row) => (
          <li key={row.id} className="spread items-start">
            <span className="min-w-0">
              <span className="font-medium">
                {hasCustomer ? (
                  <>
                    <a className="link" href={paths.office.customer(row.customerId)}>
                      {row.customerName}
                    </a>
                    {" · "}
                  </>
                ) : null}
                <a className="link" href={paths.office.recoveryCart(row.cartId)}>
                  <Money cents={row.totalCents} />
                </a>
              </span>
              <span className="block text-sm text-muted">
                {w.askedBy(row.requesterName)} · {w.waitingSince(formatAgo(row.askedAt, asOf, locale))} ·{" "}
                {row.approverName === null ? w.noApprover : w.approver(row.approverName)}
              </span>
            </span>
            {row.whatsApp && row.approverName ? (
              <a
                className="btn btn-sm shrink-0"
                href={row.whatsApp}
                target="_blank"
                rel="noreferrer"
                aria-label={w.whatsApp(row.approverName)}
              >
                <Icon name="whatsapp" />
                WhatsApp
              </a>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
