import type { Answer } from "#app/kit/answered.ts";
import { Card } from "#app/kit/card.tsx";
import { QuoteLines } from "#app/kit/quote-lines.tsx";
import { QuoteSteps, QuoteSumsCard, QuoteWishCard } from "#app/kit/quote-side.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { quoteWords } from "#app/words/quotes.ts";
import { AnswerCard } from "./answer-card.tsx";
import type { OfficeQuoteData } from "./quote.tsx";
import { TellCard } from "./tell-card.tsx";

/** A quote that waits shows its wish and the form of its answer; any other shows what was answered and what came of it. */
export function QuoteParts({ page, answer }: { page: OfficeQuoteData; answer: Answer }) {
  const q = useWords(quoteWords);
  const { quote, lines, sums, steps, choices, text, today } = page;
  if (choices) {
    return (
      <>
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <QuoteWishCard quote={quote} />
          <QuoteSumsCard sums={sums} isAnswered={false} terms={null} />
        </div>
        <AnswerCard lines={lines} choices={choices} today={today} answer={answer} />
      </>
    );
  }
  return (
    <div className="columns">
      <div className="stack">
        <Card flush>
          <QuoteLines lines={lines} href={paths.office.product} />
        </Card>
        {quote.answerNote ? (
          <Card title={q.answerNote}>
            <p className="whitespace-pre-line break-words">{quote.answerNote}</p>
          </Card>
        ) : null}
      </div>
      <div className="stack">
        <QuoteSumsCard sums={sums} isAnswered={quote.answeredAt !== null} terms={quote.paymentTermsName} />
        {text ? <TellCard text={text} phone={quote.reader.phone} /> : null}
        <QuoteWishCard quote={quote} />
        <QuoteSteps steps={steps} />
      </div>
    </div>
  );
}
