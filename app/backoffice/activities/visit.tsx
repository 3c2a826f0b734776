import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireStaff } from "#app/access/doors.server.ts";
import { cancelActivity, checkIn, finishActivity } from "#app/domain/activities/activities.server.ts";
import { place, result } from "#app/domain/activities/activity.ts";
import { agendaItem } from "#app/domain/activities/agenda.server.ts";
import { dayOf } from "#app/domain/period.ts";
import { foundOr404, notFound, seeOther, unlessRefused, unreadable } from "#app/http/answer.ts";
import { formOf } from "#app/http/form.ts";
import { rowId } from "#app/http/shapes.ts";
import { Button, ButtonLink } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { MomentShown } from "#app/kit/day.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { activityWords } from "#app/words/activities.ts";
import { ActivityState } from "./agenda-list.tsx";
import { CheckIn } from "./check-in.tsx";
import { FinishForm } from "./finish-form.tsx";
import { VisitFacts } from "./visit-facts.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireStaff(request, "portfolio");
  const id = rowId.safeParse(params.id);
  const asOf = new Date();
  const item = id.success ? await agendaItem(scope, id.data, asOf) : undefined;
  if (!item) throw notFound();
  return { item, today: dayOf(asOf) };
}

const wanted = z.discriminatedUnion("act", [
  z.strictObject({ act: z.literal("check-in"), ...place.shape }),
  result.safeExtend({ act: z.literal("finish") }).strict(),
  z.strictObject({ act: z.literal("cancel") }),
]);

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope } = await requireStaff(request, "portfolio");
  const id = rowId.safeParse(params.id);
  if (!id.success) throw notFound();
  const form = await formOf(request, wanted);
  if (!form.ok) return unreadable(form);
  const at = new Date();
  return unlessRefused(form.typed, async () => {
    if (form.value.act === "check-in") await foundOr404(checkIn(scope, id.data, at, form.value));
    else if (form.value.act === "finish") await foundOr404(finishActivity(scope, id.data, form.value, at));
    else await foundOr404(cancelActivity(scope, id.data, at));
    return seeOther(paths.office.visit(id.data));
  });
}

export default function Visit() {
  const { item, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(activityWords);
  const isOpen = item.state !== "done" && item.state !== "cancelled";
  const isVisit = item.kind === "visit";
  return (
    <div className="page">
      <PageHeader
        trail={[{ label: w.visits, href: paths.office.visits() }, { label: item.customerName }]}
        title={item.customerName}
        marks={<ActivityState state={item.state} />}
        lead={
          <>
            {w.kind[item.kind]}
            {item.plannedAt ? (
              <>
                {" · "}
                <MomentShown at={item.plannedAt} />
              </>
            ) : null}
            {item.subject ? ` · ${item.subject}` : null}
          </>
        }
        actions={
          <>
            {item.phone ? (
              <ButtonLink icon="phone" href={`tel:${item.phone.replace(/[^\d+]/g, "")}`}>
                {w.call}
              </ButtonLink>
            ) : null}
            <ButtonLink icon="file" href={paths.office.customer(item.customerId)}>
              {w.record}
            </ButtonLink>
          </>
        }
      />
      <FormErrors
        answer={answer}
        labels={{ outcome: w.outcomeLabel, notes: w.notes, nextStep: w.nextStep, nextStepOn: w.nextStepOn }}
      />
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
        <div className="stack">
          {isOpen && isVisit && !item.checkedInAt ? <CheckIn /> : null}
          {item.checkedInAt || !isVisit || !isOpen ? <VisitFacts item={item} /> : null}
          {isOpen && item.checkedInAt ? (
            <Card title={w.orderForThem}>
              <form method="post" action={paths.office.actAs()} className="stack-sm">
                <p className="text-sm text-muted">{w.orderForThemHelp}</p>
                <input type="hidden" name="customerId" value={item.customerId} />
                <div>
                  <Button look="primary" icon="cart">
                    {w.orderForThem}
                  </Button>
                </div>
              </form>
            </Card>
          ) : null}
          {isOpen && !item.checkedInAt ? (
            <form method="post">
              <Button look="quiet" name="act" value="cancel">
                {w.cancel}
              </Button>
            </form>
          ) : null}
        </div>
        {isOpen && (item.checkedInAt || !isVisit) ? (
          <FinishForm isVisit={isVisit} answer={answer} today={today} />
        ) : null}
      </div>
    </div>
  );
}
