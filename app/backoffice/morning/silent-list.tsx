import type { SilentCustomer } from "#app/domain/portfolio/silent.server.ts";
import { ButtonLink } from "#app/kit/button.tsx";
import { Rhythm } from "#app/kit/rhythm.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { morningWords } from "#app/words/morning.ts";
import { formatCents } from "#app/words/numbers.ts";
import { WhatsAppTo } from "./whats-app-to.tsx";

/** Customers silent beyond their own cycle: the evidence drawn, and the two things to do about it. */
export function SilentList({
  rows,
  today,
  repName,
}: {
  rows: readonly SilentCustomer[];
  today: string;
  repName: string;
}) {
  const w = useWords(morningWords);
  const locale = useLocale();
  return (
    <ul className="divide-y divide-line">
      {rows.map((row) => {
        return (
          <li key={row.customerId} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
            <div className="min-w-0 flex-1 basis-56">
              <a className="link-plain block truncate font-medium" href={paths.office.customer(row.customerId)}>
                {row.name}
              </a>
              <p className="text-sm text-muted">
                {w.silentFor(row.daysSilent, Math.round(row.cycleDays))} ·{" "}
                {w.perPurchase(formatCents(row.purchaseCents, locale))}
              </p>
            </div>
            <div className="w-full sm:w-60">
              <Rhythm days={row.days} today={today} label={w.rhythm(row.name)} />
            </div>
            <div className="row">
              <WhatsAppTo name={row.name} phone={row.phone} text={w.whatsAppText(repName)} />
              <ButtonLink
                size="sm"
                icon="calendar"
                href={`${paths.office.visits({ customer: row.customerId })}#plan`}
                aria-label={w.planFor(row.name)}
              >
                {w.plan}
              </ButtonLink>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
