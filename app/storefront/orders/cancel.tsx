import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireBuyer } from "#app/access/doors.server.ts";
import { reasonsNotToCancel } from "#app/domain/orders/cancelling.ts";
import { stateOf } from "#app/domain/orders/order.ts";
import { orderOf } from "#app/domain/orders/order-sheet.server.ts";
import { cancelOwnOrder } from "#app/domain/orders/own-cancel.server.ts";
import type { Reason } from "#app/domain/refusal.ts";
import { foundOr404, seeOther, unlessRefused, unreadable } from "#app/http/answer.ts";
import { formOf } from "#app/http/form.ts";
import { text } from "#app/http/shapes.ts";
import { Button, ButtonLink } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { TextField } from "#app/kit/field.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { formatCents } from "#app/words/numbers.ts";
import { orderCourseWords } from "#app/words/order-course.ts";
import { orderWords } from "#app/words/orders.ts";
import { refusalWords } from "#app/words/refusals.ts";

const wanted = z.strictObject({ reason: text(300) });

/** What would be cancelled, and why it cannot be, if so. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { buyer, mayOrder } = await requireBuyer(request);
  const order = await foundOr404(orderOf(buyer, params.number ?? ""));
  const viewsOnly: Reason[] = mayOrder ? [] : [{ code: "views_only", details: {} }];
  const [against] = [...viewsOnly, ...reasonsNotToCancel({ ...order, state: stateOf(order) })];
  return {
    number: order.number,
    lines: order.lines.length,
    totalCents: order.goodsCents + order.freightCents,
    against: against ?? null,
  };
}

/** Takes the order back; refused with 409 when the house was faster. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { buyer } = await requireBuyer(request);
  const number = params.number ?? "";
  const form = await formOf(request, wanted);
  if (!form.ok) return unreadable(form);
  return unlessRefused(form.typed, async () => {
    await foundOr404(cancelOwnOrder(buyer, number, form.value.reason, new Date()));
    return seeOther(`${paths.order(number)}?cancelled=1`);
  });
}

export default function Cancel() {
  const { number, lines, totalCents, against } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(orderCourseWords);
  const orders = useWords(orderWords);
  const refusals = useWords(refusalWords);
  const locale = useLocale();
  return (
    <div className="page max-w-2xl">
      <PageHeader
        title={w.cancelTitle(number)}
        trail={[
          { label: orders.title, href: paths.orders() },
          { label: number, href: paths.order(number) },
          { label: w.cancel },
        ]}
      />
      <FormErrors answer={answer} labels={{ reason: w.reason }} />
      {against ? (
        <>
          {answer ? null : <Notice tone="warn">{refusals[against.code](against.details)}</Notice>}
          <p>
            <ButtonLink href={paths.order(number)}>{orders.orderNumber(number)}</ButtonLink>
          </p>
        </>
      ) : (
        <Card>
          <form method="post" className="form">
            <p>{w.cancelAsk(number, lines, formatCents(totalCents, locale))}</p>
            <TextField name="reason" label={w.reason} help={w.reasonHelp} answer={answer} required maxLength={300} />
            <div className="form-foot">
              <Button look="danger">{w.cancel}</Button>
              <ButtonLink href={paths.order(number)} look="quiet">
                {w.keep}
              </ButtonLink>
            </div>
          </form>
        </Card>
      )}
    </div>
  );
}
