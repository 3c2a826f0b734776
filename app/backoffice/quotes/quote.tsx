import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireStaff } from "#app/access/doors.server.ts";
import { dayOf } from "#app/domain/period.ts";
import { answerQuote, triedAnswer } from "#app/domain/quotes/answering.server.ts";
import { askAgainFor } from "#app/domain/quotes/asking.server.ts";
import { quoteStateOf, quoteStepsOf, quoteSumsOf, sumsOfAnswer } from "#app/domain/quotes/quote.ts";
import { quoteIn } from "#app/domain/quotes/quote-sheet.server.ts";
import { foundOr404, notFound, seeOther, unlessRefused, unreadable } from "#app/http/answer.ts";
import { formOf } from "#app/http/form.ts";
import { localeOf } from "#app/http/locale.server.ts";
import { searchOf } from "#app/http/search.ts";
import { MomentShown } from "#app/kit/day.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { QuoteStateBadge } from "#app/kit/quote-state-badge.tsx";
import { QuoteValidity } from "#app/kit/quote-validity.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { quoteWords } from "#app/words/quotes.ts";
import { officeQuoteForm, saidLines } from "./answer-form.ts";
import { QuoteHeadActs } from "./quote-head-acts.tsx";
import { QuoteNotices } from "./quote-notices.tsx";
import { QuoteParts } from "./quote-parts.tsx";
import { quoteNumberIn } from "./quote-search.ts";
import { choicesFor, tellText } from "./quote-view.server.ts";

const asked = z.object({ done: z.enum(["answered", "copied"]).optional() });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "portfolio");
  const number = quoteNumberIn(params.number);
  if (number === null) throw notFound();
  const at = new Date();
  const today = dayOf(at);
  const sheet = await foundOr404(quoteIn(staff.scope, number));
  const state = quoteStateOf(sheet, today);
  const [choices, text] = await Promise.all([
    state === "asked" ? choicesFor(staff, sheet, at, localeOf(request, staff.user.locale)) : null,
    tellText(sheet, state, at),
  ]);
  const { lines, ...quote } = sheet;
  return {
    quote: { ...quote, state },
    lines: lines.map(({ listChain: _, ...line }) => line),
    sums: quoteSumsOf(lines, sheet.freightCents),
    steps: quoteStepsOf(sheet),
    ...{ choices, text, today },
    done: searchOf(request, asked).value.done ?? null,
  };
}

export type OfficeQuoteSheet = Awaited<ReturnType<typeof loader>>["quote"];
export type LineToAnswer = Awaited<ReturnType<typeof loader>>["lines"][number];
export type OfficeQuoteData = Awaited<ReturnType<typeof loader>>;

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope } = await requireStaff(request, "portfolio");
  const number = quoteNumberIn(params.number);
  if (number === null) throw notFound();
  const { lines: askedLines } = await foundOr404(quoteIn(scope, number));
  const form = await formOf(request, officeQuoteForm);
  if (!form.ok) return unreadable(form);
  const at = new Date();
  const wish = form.value;
  return unlessRefused<Response | ReturnType<typeof workedOut>>(form.typed, async () => {
    if (wish.act === "version") {
      return seeOther(paths.office.quote(await askAgainFor(scope, number, at), { done: "copied" }));
    }
    const said = saidLines(wish.lines);
    if (wish.act === "preview") {
      const answered = await triedAnswer(scope, number, said, at);
      return workedOut(form.typed, sumsOfAnswer(askedLines, answered, wish.freight));
    }
    const { paymentTermsId, validUntil, answerNote, freight } = wish;
    const answer = { lines: said, paymentTermsId, validUntil, answerNote, freightCents: freight };
    await answerQuote(scope, number, answer, at);
    return seeOther(paths.office.quote(number, { done: "answered" }));
  });
}

/** The same page with everything that was typed, and what the answer would come to. */
const workedOut = (typed: Record<string, string | string[]>, sums: ReturnType<typeof sumsOfAnswer>) =>
  data({ done: false as const, reasons: [], errors: {}, typed, sums });

export default function OfficeQuote() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const q = useWords(quoteWords);
  const { quote, today } = page;
  return (
    <div className="page">
      <PageHeader
        title={q.quoteNumber(quote.number)}
        trail={[{ label: q.title, href: paths.office.quotes() }, { label: String(quote.number) }]}
        marks={<QuoteStateBadge state={quote.state} />}
        lead={
          <>
            <a className="link" href={paths.office.customer(quote.customerId)}>
              {quote.customerName}
            </a>
            {quote.version > 1 ? ` · ${q.version(quote.version)}` : null}
            {" · "}
            {quote.isAskedByStaff ? q.askedByStaff(quote.askedByName) : q.askedBy(quote.askedByName)}
            {" · "}
            <MomentShown at={quote.askedAt} />
            {quote.state === "answered" || quote.state === "expired" ? (
              <>
                {" · "}
                <QuoteValidity state={quote.state} validUntil={quote.validUntil} today={today} />
              </>
            ) : null}
          </>
        }
        actions={<QuoteHeadActs quote={quote} />}
      />
      <QuoteNotices page={page} answer={answer} />
      <QuoteParts page={page} answer={answer} />
    </div>
  );
}
