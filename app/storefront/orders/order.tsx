import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireBuyer } from "#app/access/doors.server.ts";
import { settingsAsOf } from "#app/domain/customers/settings.server.ts";
import { mayBuyerCancel } from "#app/domain/orders/cancelling.ts";
import { orderOf } from "#app/domain/orders/order-sheet.server.ts";
import { progressOf } from "#app/domain/orders/progress.ts";
import { isUnchanged, reorder, reorderedOf } from "#app/domain/orders/reorder.server.ts";
import { methodsInstead } from "#app/domain/payments/instead.server.ts";
import { termsOfOrder } from "#app/domain/payments/on-account.server.ts";
import { lookAtOrder, paymentOf } from "#app/domain/payments/order-payment.server.ts";
import { dayOf } from "#app/domain/period.ts";
import { receivablesOfOrder } from "#app/domain/receivables/receivable-list.server.ts";
import { waitingQuestionOf } from "#app/domain/satisfaction/answers.server.ts";
import { foundOr404, seeOther, unreadable } from "#app/http/answer.ts";
import { formOf } from "#app/http/form.ts";
import { searchOf } from "#app/http/search.ts";
import { Badge } from "#app/kit/badge.tsx";
import { Button, ButtonLink } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { MomentShown } from "#app/kit/day.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { OrderEvents } from "#app/kit/order-events.tsx";
import { OrderInstalments } from "#app/kit/order-instalments.tsx";
import { OrderLines } from "#app/kit/order-lines.tsx";
import { OrderStateBadge } from "#app/kit/order-state-badge.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { SaveAsList } from "#app/storefront/lists/new-list.tsx";
import { PayInstead, PaymentCard } from "#app/storefront/payments/payment-card.tsx";
import { PaymentNotice, paymentAsked } from "#app/storefront/payments/payment-notice.tsx";
import { QuestionCard } from "#app/storefront/satisfaction/question-card.tsx";
import { cartWords } from "#app/words/cart.ts";
import { orderCourseWords } from "#app/words/order-course.ts";
import { orderWords } from "#app/words/orders.ts";
import { OrderFacts } from "./order-facts.tsx";
import { Reordered } from "./reordered.tsx";

const wanted = z.object({ ifChanged: z.literal("ask").optional() });
const once = z.literal("1").optional();
const asked = z.object({ placed: once, again: once, cancelled: once, payment: paymentAsked });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { buyer, mayOrder } = await requireBuyer(request);
  const seen = await foundOr404(orderOf(buyer, params.number ?? ""));
  const { placed, again, cancelled, payment: came = null } = searchOf(request, asked).value;
  const at = new Date();
  const isBack = came === "back" || came === "left";
  const isHeard = !isBack || (await lookAtOrder(buyer, seen.number, at));
  const order = isBack ? await orderOf(buyer, seen.number) : seen;
  const payment = await paymentOf(order, at);
  const { customerId: _c, customerName: _n, customerCode: _k, cartId: _b, id: _i, lines, ...sheet } = order;
  const reordered = again === "1" ? await reorderedOf(buyer, order.number, new Date()) : null;
  const [receivables, waiting, settings] = await Promise.all([
    receivablesOfOrder(buyer.customerId, order.number),
    waitingQuestionOf(buyer),
    settingsAsOf(new Date()),
  ]);
  const progress = progressOf(order);
  return {
    order: { ...sheet, ...progress },
    lines,
    mayCancel: mayOrder && mayBuyerCancel({ ...sheet, state: progress.state }),
    isJustPlaced: placed === "1",
    isJustCancelled: cancelled === "1" && progress.state === "cancelled",
    reordered,
    receivables,
    isAsked: waiting === order.number,
    company: settings.companyName,
    came,
    isHeard,
    payment,
    terms: payment?.isAwaiting ? (await termsOfOrder(buyer, order)).map(({ id, name }) => ({ id, name })) : [],
    instead: mayOrder ? await methodsInstead(order, at) : [],
    mayOrder,
    today: dayOf(new Date()),
  };
}

export type ShownOrder = Awaited<ReturnType<typeof loader>>["order"];

/**
 * Puts the lines of the order into the cart again; the page it goes to says what changed, and may be loaded again. Who wants to
 * be asked first sees what changed, line by line, before anything goes in.
 */
export async function action({ request, params }: ActionFunctionArgs) {
  const { buyer } = await requireBuyer(request);
  const number = params.number ?? "";
  const form = await formOf(request, wanted);
  if (!form.ok) return unreadable(form);
  const isAsked = form.value.ifChanged === "ask";
  if (isAsked && !(await foundOr404(isUnchanged(buyer, number, new Date())))) return seeOther(paths.orderAgain(number));
  await foundOr404(reorder(buyer, number, new Date()));
  return seeOther(`${paths.order(number)}?again=1`);
}

export default function Order() {
  const { order, lines, mayCancel, isJustPlaced, isJustCancelled, reordered, receivables, isAsked, company, today } =
    useLoaderData<typeof loader>();
  const { came, isHeard, payment, terms, instead, mayOrder } = useLoaderData<typeof loader>();
  const w = useWords(orderWords);
  const inCart = useWords(cartWords);
  const course = useWords(orderCourseWords);
  const title = order.kind === "return" ? w.returnNumber(order.number) : w.orderNumber(order.number);
  const paying = payment && <PaymentCard number={order.number} payment={payment} terms={terms} mayOrder={mayOrder} />;
  return (
    <div className="page">
      <PageHeader
        title={title}
        trail={[{ label: w.title, href: paths.orders() }, { label: order.number }]}
        marks={
          <>
            <OrderStateBadge state={order.state} isAwaiting={payment?.isAwaiting ?? false} />
            {order.isBonus ? <Badge>{w.bonus}</Badge> : null}
          </>
        }
        lead={
          <>
            <MomentShown at={order.placedAt} />
            {order.placedByName ? ` · ${w.by(order.placedByName)}` : null}
          </>
        }
        actions={
          <>
            <ButtonLink href={paths.orderPdf(order.number)} icon="file">
              {course.pdf}
            </ButtonLink>
            {order.kind === "order" ? (
              <>
                <SaveAsList origin={{ order: order.number }} />
                <form method="post" action={paths.order(order.number)}>
                  <input type="hidden" name="ifChanged" value="ask" />
                  <Button icon="repeat">{w.reorder}</Button>
                </form>
              </>
            ) : null}
          </>
        }
      />
      {reordered ? <Reordered lines={reordered} /> : null}
      {isJustCancelled ? (
        <Notice tone="good" title={course.cancelled(order.number)}>
          <p>{course.cancelledLead}</p>
        </Notice>
      ) : null}
      <PaymentNotice came={came} isHeard={isHeard} payment={payment} number={order.number} />
      {isJustPlaced && !isJustCancelled && !reordered && !payment?.isAwaiting ? (
        <Notice tone="good" title={w.placed(order.number)}>
          <p>{w.placedLead}</p>
        </Notice>
      ) : null}
      {isAsked ? <QuestionCard number={order.number} company={company} /> : null}
      {payment?.isAwaiting ? paying : null}
      <div className="columns">
        <div className="stack">
          <Card flush>
            <OrderLines lines={lines} href={paths.product} />
          </Card>
          {isJustPlaced ? (
            <div className="row">
              <ButtonLink href={paths.catalog()}>{inCart.keepBuying}</ButtonLink>
              <ButtonLink href={paths.orders()}>{w.title}</ButtonLink>
            </div>
          ) : null}
        </div>
        <div className="stack">
          {payment?.isAwaiting ? null : paying}
          <OrderFacts order={order} />
          <PayInstead number={order.number} methods={instead} />
          <OrderInstalments rows={receivables} today={today} href={null} all={paths.receivables()} />
          <Card title={w.history}>
            <OrderEvents {...order} />
            {mayCancel ? (
              <p className="mt-2">
                <a className="link" href={paths.cancelOrder(order.number)}>
                  {course.cancel}
                </a>
              </p>
            ) : null}
          </Card>
        </div>
      </div>
    </div>
  );
}
