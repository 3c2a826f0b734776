import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireStaff } from "#app/access/doors.server.ts";
import { planActivity } from "#app/domain/activities/activities.server.ts";
import { activityKinds, plan } from "#app/domain/activities/activity.ts";
import { activityList } from "#app/domain/activities/agenda.server.ts";
import { mostSaid } from "#app/domain/choices/choice.ts";
import { customerMeant, saidFor } from "#app/domain/choices/choices.server.ts";
import type { Scope } from "#app/domain/customers/buyer.ts";
import { filterChoices } from "#app/domain/customers/choices.server.ts";
import { customerOf } from "#app/domain/customers/customers.server.ts";
import { dayOf, daysAfter } from "#app/domain/period.ts";
import { foundOr404, seeOther, unlessRefused, unreadable } from "#app/http/answer.ts";
import { formOf } from "#app/http/form.ts";
import { searchOf } from "#app/http/search.ts";
import { rowId, text } from "#app/http/shapes.ts";
import { Card } from "#app/kit/card.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { Filters } from "#app/kit/filters.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { Pagination } from "#app/kit/pagination.tsx";
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
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
const pageSize = 50;

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope } = await requireStaff(request, "portfolio");
  const { value } = searchOf(request, asked);
  const asOf = new Date();
  const today = dayOf(asOf);
  const [list, choices, customer] = await Promise.all([
    activityList(
      scope,
      {
        from: daysAfter(today, -value.days),
        to: daysAfter(today, 60),
        kind: value.kind,
        userId: value.person,
        isOpen: value.state === "open",
      },
      { page: value.page, pageSize },
      asOf,
    ),
    filterChoices(scope, { rep: value.person ? [value.person] : [] }),
    value.customer ? customerSaid(scope, value.customer) : null,
  ]);
  return {
    ...list,
    people: choices.reps,
    customer,
    asked: value,
    tomorrow: daysAfter(today, 1),
    isTeam: scope.repId === null,
  };
}

/** The customer the address names, as the field of the plan says it. */
async function customerSaid(scope: Scope, id: number): Promise<string | null> {
  await foundOr404(customerOf(scope, id));
  return saidFor(scope, "customer", id);
}

const wanted = plan.omit({ customerId: true }).extend({ customer: text(mostSaid) });

export async function action({ request }: ActionFunctionArgs) {
  const { scope } = await requireStaff(request, "portfolio");
  const form = await formOf(request, wanted);
  if (!form.ok) return unreadable(form);
  return unlessRefused(form.typed, async () => {
    const { customer: said, ...planned } = form.value;
    const { id: customerId } = await customerMeant(scope, said);
    const id = await planActivity(scope, { ...planned, customerId }, new Date());
    return seeOther(paths.office.visit(id));
  });
}

export default function Visits() {
  const { items, total, people, customer, asked, tomorrow, isTeam } = useLoaderData<typeof loader>();
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
                      more: { source: paths.office.choices("rep"), by: "id" as const },
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
          <Pagination page={asked.page} pageSize={pageSize} total={total} />
        </div>
        <PlanForm customer={customer} tomorrow={tomorrow} answer={answer} />
      </div>
    </div>
  );
}
