import type { AgendaItem } from "#app/domain/activities/agenda.server.ts";
import { Badge, type Tone } from "#app/kit/badge.tsx";
import { Icon, type IconName } from "#app/kit/icon.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { activityWords } from "#app/words/activities.ts";
import { formatMoment, formatTime } from "#app/words/days.ts";

/** The drawing of each kind of activity. */
export const activityIcon: Record<AgendaItem["kind"], IconName> = {
  visit: "pin",
  call: "phone",
  message: "whatsapp",
  email: "mail",
  note: "note",
  task: "task",
};

const tone: Record<AgendaItem["state"], Tone> = {
  planned: "neutral",
  late: "warn",
  checked_in: "info",
  done: "good",
  cancelled: "neutral",
};

/** Where an activity stands. */
export function ActivityState({ state }: { state: AgendaItem["state"] }) {
  const w = useWords(activityWords);
  return <Badge tone={tone[state]}>{w.state[state]}</Badge>;
}

/** Appointments one below the other, each opening its page; `isLong` says the day too. */
export function AgendaList({
  items,
  isLong = false,
  showPerson = false,
}: {
  items: readonly AgendaItem[];
  isLong?: boolean;
  showPerson?: boolean;
}) {
  const w = useWords(activityWords);
  const locale = useLocale();
  return (
    <ul className="divide-y divide-line">
      {items.map((item) => {
        const moment = item.plannedAt ?? item.doneAt;
        return (
          <li key={item.id}>
            <a
              className="flex flex-wrap items-start gap-x-3 px-4 py-2.5 no-underline hover:bg-raised sm:flex-nowrap"
              href={paths.office.visit(item.id)}
            >
              <span className="mt-0.5 text-muted">
                <Icon name={activityIcon[item.kind]} />
              </span>
              <span className="min-w-0 flex-1">
                <span className="block font-medium text-ink sm:truncate">{item.customerName}</span>
                <span className="block text-sm text-muted sm:truncate">
                  {[
                    w.kind[item.kind],
                    item.subject,
                    item.city && `${item.city}${item.uf ? `/${item.uf}` : ""}`,
                    showPerson && item.userName,
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              </span>
              <span className="ml-7 flex shrink-0 gap-2 text-sm max-sm:w-full max-sm:pt-1 sm:ml-0 sm:flex-col sm:items-end sm:gap-1">
                <span className="tnum text-muted">
                  {moment ? (isLong ? formatMoment(moment, locale) : formatTime(moment, locale)) : null}
                </span>
                {item.state === "planned" ? null : <ActivityState state={item.state} />}
              </span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}
