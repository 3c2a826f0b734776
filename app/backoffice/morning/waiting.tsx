import type { WaitingForStaff } from "#app/domain/portfolio/waiting.server.ts";
import { Icon, type IconName } from "#app/kit/icon.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { morningWords } from "#app/words/morning.ts";
import { officeQuoteWords } from "#app/words/quotes-office.ts";

/** Decisions that wait for the office, each a link to where it is taken; of a rep only the quotes to answer. */
export function Waiting({ waiting, quotes }: { waiting: WaitingForStaff | null; quotes: number }) {
  const w = useWords(morningWords);
  const answers = useWords(officeQuoteWords);
  const { accessRequests, newOrders, unsentMails } = waiting ?? { accessRequests: 0, newOrders: 0, unsentMails: 0 };
  const all: { key: string; icon: IconName; count: number; label: string; href: string }[] = [
    {
      key: "access",
      icon: "key",
      count: accessRequests,
      label: w.accessRequests(accessRequests),
      href: paths.office.accessRequests(),
    },
    {
      key: "quotes",
      icon: "tag",
      count: quotes,
      label: answers.waitingCount(quotes),
      href: paths.office.quotes({ state: "asked" }),
    },
    {
      key: "orders",
      icon: "receipt",
      count: newOrders,
      label: w.newOrders(newOrders),
      href: paths.office.orders({ state: "placed" }),
    },
    {
      key: "mails",
      icon: "mail",
      count: unsentMails,
      label: w.mails(unsentMails),
      href: paths.office.outbox(),
    },
  ];
  const present = all.filter((one) => one.count > 0);
  return (
    <section aria-label={w.waiting} className="row">
      {present.length === 0 ? <p className="text-sm text-muted">{w.nothingWaiting}</p> : null}
      {present.map((one) => (
        <a key={one.key} className="chip" href={one.href}>
          <Icon name={one.icon} />
          {one.label}
        </a>
      ))}
    </section>
  );
}
