import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireStaff } from "#app/access/doors.server.ts";
import { isPermitted } from "#app/access/permissions.ts";
import { attemptIn, decidePayment, decisionOf } from "#app/domain/payments/deciding.server.ts";
import { settlements, settlementsFor } from "#app/domain/payments/payment.ts";
import { storyOf } from "#app/domain/payments/story.ts";
import { foundOr404, seeOther, unlessRefused, unreadable } from "#app/http/answer.ts";
import { formOf } from "#app/http/form.ts";
import { searchOf } from "#app/http/search.ts";
import { optionalText } from "#app/http/shapes.ts";
import { Card } from "#app/kit/card.tsx";
import { TextField } from "#app/kit/field.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { Money } from "#app/kit/money.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { orderWords } from "#app/words/orders.ts";
import { paymentWords } from "#app/words/payments.ts";
import { PaymentStory } from "./payment-story.tsx";

const wanted = z.strictObject({ act: z.enum(settlements), note: optionalText(300) });
const idFrom = (said: string | undefined): number => (/^\d{1,15}$/.test(said ?? "") ? Number(said) : 0);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, user } = await requireStaff(request, "portfolio");
  const attempt = await foundOr404(attemptIn(scope, idFrom(params.id)));
  const kind = await decisionOf(attempt);
  const { orderNumber, method, amountCents, receivedCents, lastError } = attempt;
  const mayDecide = isPermitted(user.role, "credit");
  return {
    ...{ orderNumber, method, amountCents, receivedCents, lastError, kind },
    ways: kind && mayDecide ? settlementsFor(kind, method) : [],
    mayDecide,
    events: storyOf([attempt]),
    isDecided: searchOf(request, z.object({ decided: z.literal("1").optional() })).value.decided === "1",
  };
}

/** Decides what happens with money in question. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { scope } = await requireStaff(request, "credit");
  const form = await formOf(request, wanted);
  if (!form.ok) return unreadable(form);
  const id = idFrom(params.id);
  return unlessRefused(form.typed, async () => {
    await foundOr404(decidePayment(scope, id, { how: form.value.act, note: form.value.note }, new Date()));
    return seeOther(`${paths.office.payment(id)}?decided=1`);
  });
}

export default function Payment() {
  const { orderNumber, method, amountCents, receivedCents, lastError, kind, ways, mayDecide, events, isDecided } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(paymentWords);
  const orders = useWords(orderWords);
  return (
    <div className="page">
      <PageHeader
        title={`${orders.orderNumber(orderNumber)} · ${w.methods[method]}`}
        trail={[
          { label: w.officeTitle, href: paths.office.payments() },
          { label: orderNumber, href: paths.office.order(orderNumber) },
        ]}
      />
      <FormErrors answer={answer} labels={{ note: w.note }} />
      {isDecided && kind === null ? <Notice tone="good">{w.decided}</Notice> : null}
      {kind ? (
        <Notice tone="warn" title={w.decisions[kind]}>
          <p>{mayDecide ? w.decisionLeads[kind] : w.onlyManagers}</p>
        </Notice>
      ) : null}
      <div className="columns">
        <Card title={w.history}>
          <PaymentStory events={events} lastError={lastError} />
        </Card>
        <div className="stack">
          <Card>
            <dl className="facts">
              <dt>{w.expected}</dt>
              <dd className="tnum">
                <Money cents={amountCents} />
              </dd>
              {receivedCents === null ? null : (
                <>
                  <dt>{w.received}</dt>
                  <dd className="tnum">
                    <Money cents={receivedCents} />
                  </dd>
                </>
              )}
            </dl>
          </Card>
          {ways.length > 0 ? (
            <Card title={w.decide}>
              <form method="post" className="form">
                <TextField name="note" label={w.note} help={w.noteHelp} answer={answer} optional maxLength={300} />
                <div className="form-foot">
                  {ways.map((way, place) => (
                    <button
                      key={way}
                      type="submit"
                      name="act"
                      value={way}
                      className={place === 0 ? "btn btn-primary" : "btn"}
                    >
                      {w.settle[way]}
                    </button>
                  ))}
                </div>
              </form>
            </Card>
          ) : null}
        </div>
      </div>
    </div>
  );
}
