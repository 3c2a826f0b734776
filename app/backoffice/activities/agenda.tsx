import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireStaff } from "#app/access/doors.server.ts";
import { activitiesIn, dueActivities } from "#app/domain/activities/agenda.server.ts";
import { dayOf, daysAfter, isDay, weekStart } from "#app/domain/period.ts";
import { searchOf } from "#app/http/search.ts";
import { ButtonLink } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { activityWords } from "#app/words/activities.ts";
import { formatDay, formatWeekday, isoDayOf } from "#app/words/days.ts";
import { AgendaList } from "./agenda-list.tsx";

const asked = z.object({ week: z.string().refine(isDay).optional() });

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope } = await requireStaff(request, "portfolio");
  const asOf = new Date();
  const today = dayOf(asOf);
  const from = weekStart(searchOf(request, asked).value.week ?? today);
  const [items, due] = await Promise.all([
    activitiesIn(scope, { from, to: daysAfter(from, 7) }, asOf),
    dueActivities(scope, daysAfter(today, -1), asOf),
  ]);
  return { items, late: due, from, today, isTeam: scope.repId === null };
}

export default function Agenda() {
  const { items, late, from, today, isTeam } = useLoaderData<typeof loader>();
  const w = useWords(activityWords);
  const locale = useLocale();
  const days = Array.from({ length: 7 }, (_, index) => daysAfter(from, index));
  return (
    <div className="page">
      <PageHeader
        title={w.agenda}
        lead={w.agendaLead}
        actions={
          <>
            <ButtonLink
              icon="left"
              aria-label={w.previousWeek}
              href={paths.office.agenda({ week: daysAfter(from, -7) })}
            />
            <ButtonLink href={paths.office.agenda()}>{w.thisWeek}</ButtonLink>
            <ButtonLink icon="right" aria-label={w.nextWeek} href={paths.office.agenda({ week: daysAfter(from, 7) })} />
            <ButtonLink look="primary" icon="plus" href={`${paths.office.visits()}#plan`}>
              {w.plan}
            </ButtonLink>
          </>
        }
      />
      <p className="muted tnum">
        {formatDay(from)} – {formatDay(daysAfter(from, 6))}
      </p>
      {late.length > 0 ? (
        <Card title={`${w.late} · ${late.length}`} flush>
          <AgendaList items={late} isLong showPerson={isTeam} />
        </Card>
      ) : null}
      <div className="grid grid-cols-1 gap-4 lg:grid-cols-2 xl:grid-cols-3">
        {days.map((day) => {
          const own = items.filter((item) => isoDayOf(item.plannedAt ?? item.doneAt ?? day) === day);
          return (
            <Card
              key={day}
              flush
              title={<span className={day === today ? "text-accent" : undefined}>{formatWeekday(day, locale)}</span>}
            >
              {own.length > 0 ? (
                <AgendaList items={own} showPerson={isTeam} />
              ) : (
                <p className="px-4 py-3 text-sm text-muted">{w.nothingThatDay}</p>
              )}
            </Card>
          );
        })}
      </div>
    </div>
  );
}
