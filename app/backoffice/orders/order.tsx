import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireStaff } from "#app/access/doors.server.ts";
import { PaymentStory } from "#app/backoffice/payments/payment-story.tsx";
import { moveOrder } from "#app/domain/orders/moves.server.ts";
import { isAwaitingPayment, movesOpenTo, orderMoves } from "#app/domain/orders/order.ts";
import { orderIn } from "#app/domain/orders/order-sheet.server.ts";
import { progressOf } from "#app/domain/orders/progress.ts";
import { paymentStoryOf } from "#app/domain/payments/deciding.server.ts";
import { dayOf } from "#app/domain/period.ts";
import { receivablesOfOrder } from "#app/domain/receivables/receivable-list.server.ts";
import { answerAbout } from "#app/domain/satisfaction/answers.server.ts";
import { foundOr404, seeOther, unlessRefused, unreadable } from "#app/http/answer.ts";
import { formOf } from "#app/http/form.ts";
import { searchOf } from "#app/http/search.ts";
import { Badge } from "#app/kit/badge.tsx";
import { ButtonLink } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { MomentShown } from "#app/kit/day.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { OrderEvents } from "#app/kit/order-events.tsx";
import { OrderInstalments } from "#app/kit/order-instalments.tsx";
import { OrderLines } from "#app/kit/order-lines.tsx";
import { OrderStateBadge } from "#app/kit/order-state-badge.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { orderCourseWords } from "#app/words/order-course.ts";
import { orderWords } from "#app/words/orders.ts";
import { paymentWords } from "#app/words/payments.ts";
import { AnswerCard } from "./answer-card.tsx";
import { moveForm } from "./move-form.ts";
import { Moves } from "./moves.tsx";
import { OfficeOrderFacts } from "./order-facts.tsx";

const asked = z.object({ moved: z.enum(orderMoves).optional() });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireStaff(request, "portfolio");
  const { lines, id, ...sheet } = await foundOr404(orderIn(scope, params.number ?? ""));
  const moves = sheet.kind === "order" ? movesOpenTo(sheet) : [];
  const [receivables, answered] = await Promise.all([
    receivablesOfOrder(sheet.customerId, sheet.number),
    answerAbout(sheet.customerId, sheet.number),
  ]);
  return {
    order: { ...sheet, ...progressOf(sheet) },
    lines,
    moves,
    receivables,
    answered,
    attempts: sheet.paymentMethod === "online" ? await paymentStoryOf(sheet.customerId, id) : null,
    isAwaiting: isAwaitingPayment(sheet),
    today: dayOf(new Date()),
    moved: searchOf(request, asked).value.moved ?? null,
  };
}

export type OfficeOrderSheet = Awaited<ReturnType<typeof loader>>["order"];

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope } = await requireStaff(request, "portfolio");
  const form = await formOf(request, moveForm);
  if (!form.ok) return unreadable(form);
  const number = params.number ?? "";
  return unlessRefused(form.typed, async () => {
    await foundOr404(moveOrder(scope, number, form.value, new Date()));
    return seeOther(`${paths.office.order(number)}?moved=${form.value.move}`);
  });
}

export default function OfficeOrder() {
  const { order, lines, moves, moved, receivables, answered, today, attempts, isAwaiting } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(orderWords);
  const paying = useWords(paymentWords);
  const course = useWords(orderCourseWords);
  const title = order.kind === "return" ? w.returnNumber(order.number) : w.orderNumber(order.number);
  return (
    <div className="page">
      <PageHeader
        title={title}
        trail={[{ label: w.title, href: paths.office.orders() }, { label: order.number }]}
        marks={
          <>
            <OrderStateBadge state={order.state} isAwaiting={isAwaiting} />
            {order.isBonus ? <Badge>{w.bonus}</Badge> : null}
            {order.isImported ? <Badge>{w.imported}</Badge> : null}
          </>
        }
        lead={
          <>
            <a className="link" href={paths.office.customer(order.customerId)}>
              {order.customerName}
            </a>
            {" · "}
            <MomentShown at={order.placedAt} />
          </>
        }
        actions={
          <>
            <Moves order={order} moves={moves} />
            <ButtonLink href={paths.office.orderPdf(order.number)} icon="file">
              {course.pdf}
            </ButtonLink>
          </>
        }
      />
      <FormErrors
        answer={answer}
        labels={{ invoiceKey: w.invoiceKey, invoiceLink: course.invoiceLink, reason: w.cancelReason }}
      />
      {moved && !answer ? <Notice tone="good">{w.moved[moved]}</Notice> : null}
      <div className="columns">
        <Card flush>
          <OrderLines lines={lines} href={paths.office.product} />
        </Card>
        <div className="stack">
          <OfficeOrderFacts order={order} />
          {attempts ? (
            <Card title={paying.history}>
              <PaymentStory {...attempts} />
              {attempts.inQuestion ? (
                <p className="mt-2">
                  <a className="btn btn-sm" href={paths.office.payment(attempts.inQuestion)}>
                    {paying.decide}
                  </a>
                </p>
              ) : null}
            </Card>
          ) : null}
          <OrderInstalments
            rows={receivables}
            today={today}
            href={paths.office.receivable}
            all={paths.office.customer(order.customerId, { tab: "credit" })}
          />
          {answered ? <AnswerCard answer={answered} /> : null}
          <Card title={w.history}>
            <OrderEvents {...order} />
          </Card>
        </div>
      </div>
    </div>
  );
}
