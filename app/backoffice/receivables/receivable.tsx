import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireStaff } from "#app/access/doors.server.ts";
import { isPermitted } from "#app/access/permissions.ts";
import { dayOf } from "#app/domain/period.ts";
import { cancelReceivable, counterPayment, payReceivable } from "#app/domain/receivables/payments.server.ts";
import { openCentsOf } from "#app/domain/receivables/receivable.ts";
import { receivableIn } from "#app/domain/receivables/receivable-sheet.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { foundOr404, notFound, seeOther, unlessRefused, unreadable } from "#app/http/answer.ts";
import { formOf } from "#app/http/form.ts";
import { searchOf } from "#app/http/search.ts";
import { rowId } from "#app/http/shapes.ts";
import { Badge } from "#app/kit/badge.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { ReceivableStanding } from "#app/kit/receivable-state.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { receivableWords } from "#app/words/receivables.ts";
import { CancelRest, PayCard } from "./pay-card.tsx";
import { Payments } from "./payments.tsx";
import { type ReceivableAct, receivableActs } from "./receivable-acts.ts";
import { ReceivableFacts } from "./receivable-facts.tsx";

const done = { pay: "paidDone", counter: "counterDone", cancel: "cancelDone" } as const;
const asked = z.object({ done: z.enum(["pay", "counter", "cancel"]).optional() });

function idIn(params: { id?: string }): number {
  const id = rowId.safeParse(params.id);
  if (!id.success) throw notFound();
  return id.data;
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, user } = await requireStaff(request, "portfolio");
  const receivable = await foundOr404(receivableIn(scope, idIn(params)));
  return {
    receivable,
    today: dayOf(new Date()),
    mayPay: isPermitted(user.role, "credit"),
    done: searchOf(request, asked).value.done ?? null,
  };
}

export type OfficeReceivableSheet = Awaited<ReturnType<typeof loader>>["receivable"];

/** Records a payment, takes one back, or cancels what is open; a rep may look, the manager acts. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, user } = await requireStaff(request, "portfolio");
  const id = idIn(params);
  await foundOr404(receivableIn(scope, id));
  const form = await formOf(request, receivableActs);
  if (!form.ok) return unreadable(form);
  return unlessRefused(form.typed, async () => {
    if (!isPermitted(user.role, "credit")) throw new Refusal("not_allowed");
    await foundOr404(acted(scope, id, form.value, new Date()));
    return seeOther(paths.office.receivable(id, { done: form.value.act }));
  });
}

function acted(scope: Parameters<typeof payReceivable>[0], id: number, wanted: ReceivableAct, at: Date): Promise<void> {
  switch (wanted.act) {
    case "pay":
      return payReceivable(scope, id, wanted, at);
    case "counter":
      return counterPayment(scope, id, wanted, at);
    case "cancel":
      return cancelReceivable(scope, id, wanted.reason, at);
  }
}

export default function OfficeReceivable() {
  const { receivable, today, mayPay, done: isDone } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(receivableWords);
  const openCents = openCentsOf(receivable);
  const labels = { amountCents: w.paymentAmount, paidOn: w.paymentOn, note: w.note, reason: w.cancelReason };
  return (
    <div className="page">
      <PageHeader
        title={w.documentNamed(receivable.document)}
        trail={[{ label: w.title, href: paths.office.receivables() }, { label: receivable.document }]}
        marks={
          <>
            <ReceivableStanding receivable={receivable} today={today} />
            {receivable.kind === "imported" ? <Badge>{w.imported}</Badge> : null}
          </>
        }
        lead={
          <a className="link" href={paths.office.customer(receivable.customerId, { tab: "credit" })}>
            {receivable.customerName}
          </a>
        }
        actions={mayPay && openCents > 0 ? <CancelRest openCents={openCents} /> : null}
      />
      <FormErrors answer={answer} labels={labels} />
      {isDone && !answer ? <Notice tone="good">{w[done[isDone]]}</Notice> : null}
      <div className="columns">
        <Payments receivable={receivable} mayPay={mayPay} />
        <div className="stack">
          <ReceivableFacts receivable={receivable} />
          {openCents > 0 && mayPay ? <PayCard openCents={openCents} today={today} answer={answer} /> : null}
          {openCents > 0 && !mayPay ? <p className="muted text-sm">{w.onlyManagers}</p> : null}
        </div>
      </div>
    </div>
  );
}
