import type { OwingCustomer } from "#app/domain/receivables/owing.server.ts";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { formatDay } from "#app/words/days.ts";
import { morningWords } from "#app/words/morning.ts";
import { formatCents } from "#app/words/numbers.ts";
import { WhatsAppTo } from "./whats-app-to.tsx";

/** Customers with something overdue: how much and since when, the way to it, and a text to send. */
export function OwingList({ rows, repName }: { rows: readonly OwingCustomer[]; repName: string }) {
  const w = useWords(morningWords);
  const locale = useLocale();
  return (
    <ul className="divide-y divide-line">
      {rows.map((row) => {
        const since = formatDay(row.sinceOn, locale);
        const amount = formatCents(row.cents, locale);
        return (
          <li key={row.customerId} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
            <div className="min-w-0 flex-1 basis-40">
              <a className="link-plain block truncate font-medium" href={paths.office.customer(row.customerId)}>
                {row.name}
              </a>
              <p className="text-sm text-muted">{w.owingSince(row.count, since)}</p>
            </div>
            <a
              className="link tnum"
              href={paths.office.receivables({ customer: row.customerId, state: "overdue" })}
              aria-label={w.owingOf(row.name, amount)}
            >
              {amount}
            </a>
            <WhatsAppTo name={row.name} phone={row.phone} text={w.owingText(repName, amount, since)} />
          </li>
        );
      })}
    </ul>
  );
}
