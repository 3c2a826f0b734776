import type { QuoteState } from "#app/domain/quotes/quote.ts";
import type { QuoteRow } from "#app/domain/quotes/quote-list.server.ts";
import { Card } from "#app/kit/card.tsx";
import { Ago } from "#app/kit/day.tsx";
import { Money } from "#app/kit/money.tsx";
import { QuoteStateBadge } from "#app/kit/quote-state-badge.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { quoteWords } from "#app/words/quotes.ts";
import { officeQuoteWords } from "#app/words/quotes-office.ts";

/** The latest quotes of a customer, each with the way to it. */
export function QuotesCard({
  customerId,
  quotes,
  asOf,
}: {
  customerId: number;
  quotes: readonly (QuoteRow & { state: QuoteState })[];
  asOf: Date;
}) {
  const w = useWords(officeQuoteWords);
  const q = useWords(quoteWords);
  return (
    <Card
      title={w.recordTitle}
      actions={
        quotes.length > 0 ? (
          <a className="link" href={paths.office.quotes({ customer: customerId })}>
            {w.seeAll}
          </a>
        ) : null
      }
    >
      {quotes.length === 0 ? <p className="muted">{w.noneOfCustomer}</p> : null}
      <ul className="stack-sm">
        {quotes.map((quote) => (
          <li key={quote.number} className="spread">
            <span className="min-w-0">
              <a className="link-plain font-medium" href={paths.office.quote(quote.number)}>
                {q.quoteNumber(quote.number)} · <Money cents={quote.valueCents} />
              </a>
              <span className="faint block">
                {quote.askedByName} · {q.products(quote.lines)} · <Ago at={quote.askedAt} asOf={asOf} />
              </span>
            </span>
            <QuoteStateBadge state={quote.state} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
