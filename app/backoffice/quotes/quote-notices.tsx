import type { QuoteSums } from "#app/domain/quotes/quote.ts";
import { type Answer, refusalIn } from "#app/kit/answered.ts";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { formatCents, formatPercent } from "#app/words/numbers.ts";
import { quoteWords } from "#app/words/quotes.ts";
import { officeQuoteWords } from "#app/words/quotes-office.ts";
import type { OfficeQuoteData } from "./quote.tsx";

/** Why an answer did not go out, what was just done, and what became of the quote. */
export function QuoteNotices({ page: { quote, lines, done }, answer }: { page: OfficeQuoteData; answer: Answer }) {
  const w = useWords(officeQuoteWords);
  const q = useWords(quoteWords);
  const refusal = refusalIn(answer);
  const isRefused = refusal !== null && refusal.reasons.length + Object.keys(refusal.errors).length > 0;
  const ofLines = lines.flatMap(({ name }, at) => [
    [`lines.${at}.quantity`, w.quantityOf(name)],
    [`lines.${at}.price`, w.priceOf(name)],
    [`lines.${at}.discount`, w.discountOf(name)],
    [`lines.${at}.note`, w.noteOf(name)],
  ]);
  const ofAll = { paymentTermsId: q.terms, freight: q.freight, validUntil: w.validUntil, answerNote: w.note2 };
  return (
    <>
      {isRefused ? <FormErrors answer={answer} labels={{ ...Object.fromEntries(ofLines), ...ofAll }} /> : null}
      {refusal && !isRefused && answer && "sums" in answer ? <WorkedOut sums={answer.sums as QuoteSums} /> : null}
      {done === "answered" && quote.state === "answered" ? <Notice tone="good">{w.answered}</Notice> : null}
      {done === "copied" && quote.state === "asked" && !answer ? <Notice tone="good">{w.copied}</Notice> : null}
      {quote.orderNumber ? (
        <Notice tone="good">
          <a className="link" href={paths.office.order(quote.orderNumber)}>
            {q.becameOrder(quote.orderNumber)}
          </a>
        </Notice>
      ) : null}
      {quote.declineReason ? (
        <Notice tone="warn" title={q.declineReason}>
          <p className="whitespace-pre-line break-words">{quote.declineReason}</p>
        </Notice>
      ) : null}
      {quote.copiedTo !== null ? (
        <Notice>
          <a className="link" href={paths.office.quote(quote.copiedTo)}>
            {q.copiedTo(quote.copiedTo)}
          </a>
        </Notice>
      ) : null}
      {quote.copiedFrom !== null ? (
        <Notice>
          <a className="link" href={paths.office.quote(quote.copiedFrom)}>
            {q.copiedFrom(quote.copiedFrom)}
          </a>
        </Notice>
      ) : null}
    </>
  );
}

/** What the answer would come to, once it was worked out. */
function WorkedOut({ sums }: { sums: QuoteSums }) {
  const w = useWords(officeQuoteWords);
  const locale = useLocale();
  const share = sums.listCents === 0 ? 0 : (sums.goodsCents - sums.listCents) / sums.listCents;
  const said = `${share > 0 ? "+" : ""}${formatPercent(share, locale)}`;
  return <Notice>{w.previewed(formatCents(sums.totalCents, locale), said)}</Notice>;
}
