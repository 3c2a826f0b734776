import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireStaff } from "#app/access/doors.server.ts";
import { planActivity } from "#app/domain/activities/activities.server.ts";
import { activityKinds, plan } from "#app/domain/activities/activity.ts";
import { activitiesIn } from "#app/domain/activities/agenda.server.ts";
import type { Scope } from "#app/domain/customers/buyer.ts";
import { filterChoices } from "#app/domain/customers/choices.server.ts";
import { customerOf } from "#app/domain/customers/customers.server.ts";
import { dayOf, daysAfter } from "#app/domain/period.ts";
import { customersIn } from "#app/domain/portfolio/customer-list.server.ts";
import { foundOr404, seeOther, unlessRefused, unreadable } from "#app/http/answer.ts";
import { formOf } from "#app/http/form.ts";
import { searchOf } from "#app/http/search.ts";
import { rowId } from "#app/http/shapes.ts";
import { Card } from "#app/kit/card.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { Filters } from "#app/kit/filters.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { activityWords } from "#app/words/activities.ts";
import { AgendaList } from "./agenda-list.tsx";
import { PlanForm } from "./plan-form.tsx";

const asked = z.object({
  kind: z.enum(activityKinds).optional(),
  state: z.enum(["open", "all"]).default("all"),
  days: z.coerce
    .number()
    .pipe(z.union([z.literal(7), z.literal(30), z.literal(90)]))
    .default(30),
  person: rowId.optional(),
  customer: rowId.optional(),
  find: z.string().trim().max(80).default(""),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope } = await requireStaff(request, "portfolio");
  const { value } = searchOf(request, asked);
  const asOf = new Date();
  const today = dayOf(asOf);
  const [items, choices, candidates] = await Promise.all([
    activitiesIn(
      scope,
      {
        from: daysAfter(today, -value.days),
        to: daysAfter(today, 60),
        kind: value.kind,
        userId: value.person,
        isOpen: value.state === "open",
      },
      asOf,
    ),
    filterChoices(scope),
    candidatesFor(scope, value, asOf),
  ]);
  return {
    items: items.reverse(),
    people: choices.reps,
    candidates,
    asked: value,
    tomorrow: daysAfter(today, 1),
    isTeam: scope.repId === null,
  };
}

/** Whom the plan can be about: the customer the address names, or those a search finds. */
async function candidatesFor(scope: Scope, { customer, find }: z.output<typeof asked>, asOf: Date) {
  const rows = customer
    ? [await foundOr404(customerOf(scope, customer))]
    : find
      ? (await customersIn(scope, { q: find }, { sort: "name", page: 1, pageSize: 20 }, asOf)).rows
      : [];
  return rows.map(({ id, tradeName, city, uf }) => ({ id, tradeName, city, uf }));
}

export async function action({ request }: ActionFunctionArgs) {
  const { scope } = await requireStaff(request, "portfolio");
  const form = await formOf(request, plan);
  if (!form.ok) return unreadable(form);
  return unlessRefused(form.typed, async () => {
    const id = await planActivity(scope, form.value, new Date());
    return seeOther(paths.office.visit(id));
  });
}

export default function Visits() {
  const { items, people, candidates, asked, tomorrow, isTeam } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(activityWords);
  return (
    <div className="page">
      <PageHeader title={w.visits} lead={w.visitsLead} />
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="stack">
          <Filters
            filters={[
              {
                name: "kind",
                label: w.kindLabel,
                options: activityKinds.map((value) => ({ value, label: w.kind[value] })),
                chosen: asked.kind ? [asked.kind] : [],
              },
              {
                name: "state",
                label: w.stateLabel,
                options: [{ value: "open", label: w.open }],
                chosen: asked.state === "open" ? ["open"] : [],
              },
              {
                name: "days",
                label: w.period,
                options: [7, 30, 90].map((days) => ({ value: String(days), label: w.days(days) })),
                chosen: [String(asked.days)],
              },
              ...(isTeam
                ? [
                    {
                      name: "person",
                      label: w.person,
                      options: people.map(({ id, name }) => ({ value: String(id), label: name })),
                      chosen: asked.person ? [String(asked.person)] : [],
                    },
                  ]
                : []),
            ]}
          />
          <Card flush>
            {items.length > 0 ? (
              <AgendaList items={items} isLong showPerson={isTeam} />
            ) : (
              <EmptyState icon="calendar" title={w.emptyVisits}>
                {w.emptyAgendaLead}
              </EmptyState>
            )}
          </Card>
        </div>
        <PlanForm
          candidates={candidates}
          chosen={asked.customer ?? null}
          find={asked.find}
          tomorrow={tomorrow}
          answer={answer}
        />
      </div>
    </div>
  );
}
