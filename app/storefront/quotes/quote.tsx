import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireBuyer } from "#app/access/doors.server.ts";
import { addressesOf } from "#app/domain/customers/addresses.server.ts";
import { reasonsNotToAccept } from "#app/domain/orders/quoted.server.ts";
import { dayOf } from "#app/domain/period.ts";
import { quoteStateOf, quoteStepsOf, quoteSumsOf } from "#app/domain/quotes/quote.ts";
import { quoteOf } from "#app/domain/quotes/quote-sheet.server.ts";
import { colleaguesWithin } from "#app/domain/spending/spending.server.ts";
import { foundOr404, notFound, unlessRefused, unreadable } from "#app/http/answer.ts";
import { formOf } from "#app/http/form.ts";
import { searchOf } from "#app/http/search.ts";
import { ButtonLink } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { MomentShown } from "#app/kit/day.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { QuoteLines } from "#app/kit/quote-lines.tsx";
import { QuoteSteps, QuoteSumsCard, QuoteWishCard } from "#app/kit/quote-side.tsx";
import { QuoteStateBadge } from "#app/kit/quote-state-badge.tsx";
import { QuoteValidity } from "#app/kit/quote-validity.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { orderWords } from "#app/words/orders.ts";
import { quoteWords } from "#app/words/quotes.ts";
import { shopQuoteWords } from "#app/words/quotes-shop.ts";
import { AcceptCard } from "./accept-card.tsx";
import { doneToQuote } from "./quote-act.server.ts";
import { quoteForm, quoteNumberIn } from "./quote-form.ts";
import { QuoteNews } from "./quote-news.tsx";
import { AgainCard, Decline, Withdraw } from "./quote-ways.tsx";

const asked = z.object({ done: z.enum(["asked", "declined", "withdrawn"]).optional() });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { buyer, mayOrder } = await requireBuyer(request);
  const number = quoteNumberIn(params.number);
  if (number === null) throw notFound();
  const at = new Date();
  const today = dayOf(at);
  const sheet = await foundOr404(quoteOf(buyer, number));
  const state = quoteStateOf(sheet, today);
  const [reasons, addresses] =
    state === "answered"
      ? await Promise.all([reasonsNotToAccept(buyer, sheet, at), addressesOf(buyer.customerId)])
      : [[], []];
  const isOver = reasons.some(({ code }) => code === "over_order_limit" || code === "over_month_limit");
  const sums = quoteSumsOf(sheet.lines, sheet.freightCents);
  const within = isOver ? await colleaguesWithin(buyer, sums.totalCents, at) : null;
  const { lines, customerId: _c, cartId: _k, customerName: _n, customerCode: _d, ...quote } = sheet;
  return {
    quote: { ...quote, state },
    lines: lines.map(({ listChain: _l, lastPaidE4: _p, lastPaidOn: _o, available: _a, ...line }) => line),
    sums,
    steps: quoteStepsOf(sheet),
    ...{ reasons, within, addresses, today, mayOrder },
    done: searchOf(request, asked).value.done ?? null,
  };
}

export type ShownQuote = Awaited<ReturnType<typeof loader>>["quote"];

export async function action({ request, params }: ActionFunctionArgs) {
  const { buyer } = await requireBuyer(request);
  const number = quoteNumberIn(params.number);
  if (number === null) throw notFound();
  await foundOr404(quoteOf(buyer, number));
  const form = await formOf(request, quoteForm);
  if (!form.ok) return unreadable(form);
  return unlessRefused(form.typed, () => doneToQuote(buyer, number, form.value, form.typed, new Date()));
}

export default function Quote() {
  const { quote, lines, sums, steps, reasons, within, addresses, today, mayOrder, done } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(shopQuoteWords);
  const q = useWords(quoteWords);
  const order = useWords(orderWords);
  const { state } = quote;
  const labels = { addressId: w.address, poNumber: order.poNumber, notes: order.notes, reason: w.declineReason };
  return (
    <div className="page">
      <PageHeader
        title={q.quoteNumber(quote.number)}
        trail={[{ label: q.title, href: paths.quotes() }, { label: String(quote.number) }]}
        marks={<QuoteStateBadge state={state} />}
        lead={
          <>
            {quote.version > 1 ? `${q.version(quote.version)} · ` : null}
            {quote.isAskedByStaff ? q.askedByStaff(quote.askedByName) : q.askedBy(quote.askedByName)}
            {" · "}
            <MomentShown at={quote.askedAt} />
            {state === "answered" || state === "expired" ? (
              <>
                {" · "}
                <QuoteValidity state={state} validUntil={quote.validUntil} today={today} />
              </>
            ) : null}
          </>
        }
        actions={
          <>
            {state === "asked" && mayOrder ? <Withdraw number={quote.number} /> : null}
            {state === "answered" && mayOrder ? <Decline number={quote.number} answer={answer} /> : null}
            <ButtonLink href={paths.quotePdf(quote.number)} icon="file" target="_blank">
              {q.pdf}
            </ButtonLink>
          </>
        }
      />
      <FormErrors answer={answer} labels={labels} />
      {answer && "held" in answer ? (
        <Notice tone="warn" title={w.notAllIn}>
          <a className="link" href={paths.cart()}>
            {w.seeCart}
          </a>
        </Notice>
      ) : null}
      {answer ? null : <QuoteNews quote={quote} done={done} />}
      <div className="columns">
        <div className="stack">
          {quote.answerNote ? (
            <Notice title={q.answerNote}>
              <p className="whitespace-pre-line break-words">{quote.answerNote}</p>
            </Notice>
          ) : null}
          <Card flush>
            <QuoteLines lines={lines} href={paths.product} />
          </Card>
        </div>
        <div className="stack">
          <QuoteSumsCard sums={sums} isAnswered={quote.answeredAt !== null} terms={quote.paymentTermsName} />
          {state === "answered" ? (
            <AcceptCard
              quote={quote}
              totalCents={sums.totalCents}
              reasons={reasons}
              within={within}
              addresses={addresses}
              mayOrder={mayOrder}
              answer={answer}
            />
          ) : null}
          {mayOrder && (state === "expired" || state === "declined" || state === "withdrawn") ? (
            <AgainCard number={quote.number} copiedTo={quote.copiedTo} />
          ) : null}
          <QuoteWishCard quote={quote} />
          <QuoteSteps steps={steps} />
        </div>
      </div>
    </div>
  );
}
