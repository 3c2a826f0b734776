import { Notice } from "#app/kit/notice.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { quoteWords } from "#app/words/quotes.ts";
import { shopQuoteWords } from "#app/words/quotes-shop.ts";
import type { ShownQuote } from "./quote.tsx";

/** What just happened to a quote, or what the buyer should know of it first. */
export function QuoteNews({ quote, done }: { quote: ShownQuote; done: "asked" | "declined" | "withdrawn" | null }) {
  const w = useWords(shopQuoteWords);
  const q = useWords(quoteWords);
  if (done === "asked" && quote.state === "asked") {
    return (
      <Notice tone="good" title={w.asked(quote.number)}>
        <p>{w.askedLead}</p>
      </Notice>
    );
  }
  if (quote.orderNumber) {
    return (
      <Notice tone="good">
        <a className="link" href={paths.order(quote.orderNumber)}>
          {q.becameOrder(quote.orderNumber)}
        </a>
      </Notice>
    );
  }
  if (quote.copiedTo !== null) {
    return (
      <Notice>
        <a className="link" href={paths.quote(quote.copiedTo)}>
          {q.copiedTo(quote.copiedTo)}
        </a>
      </Notice>
    );
  }
  if (quote.state === "asked") {
    return (
      <Notice title={w.waits}>
        <p>{w.waitsLead}</p>
      </Notice>
    );
  }
  if (done === "declined") return <Notice tone="good">{w.declined}</Notice>;
  if (done === "withdrawn") return <Notice tone="good">{w.withdrawn}</Notice>;
  return null;
}
