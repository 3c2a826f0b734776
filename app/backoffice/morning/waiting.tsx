import type { WaitingForStaff } from "#app/domain/portfolio/waiting.server.ts";
import { Icon, type IconName } from "#app/kit/icon.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { morningWords } from "#app/words/morning.ts";

/** Decisions that wait for the office, each a link to where it is taken. */
export function Waiting({ waiting }: { waiting: WaitingForStaff }) {
  const w = useWords(morningWords);
  const all: { key: string; icon: IconName; count: number; label: string; href: string }[] = [
    {
      key: "access",
      icon: "key",
      count: waiting.accessRequests,
      label: w.accessRequests(waiting.accessRequests),
      href: paths.office.accessRequests(),
    },
    {
      key: "orders",
      icon: "receipt",
      count: waiting.newOrders,
      label: w.newOrders(waiting.newOrders),
      href: paths.office.orders({ state: "placed" }),
    },
    {
      key: "mails",
      icon: "mail",
      count: waiting.unsentMails,
      label: w.mails(waiting.unsentMails),
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
