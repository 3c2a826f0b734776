import { mayBeAskedAgain } from "#app/domain/quotes/quote.ts";
import { Button, ButtonLink } from "#app/kit/button.tsx";
import { Dialog } from "#app/kit/dialog.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { quoteWords } from "#app/words/quotes.ts";
import { officeQuoteWords } from "#app/words/quotes-office.ts";
import type { OfficeQuoteSheet } from "./quote.tsx";

/** What can be done with a quote beside answering it: a further version, its PDF, the customer's record. */
export function QuoteHeadActs({ quote }: { quote: OfficeQuoteSheet }) {
  const w = useWords(officeQuoteWords);
  const q = useWords(quoteWords);
  return (
    <>
      {mayBeAskedAgain(quote.state) && quote.copiedTo === null ? (
        <Dialog opener={w.newVersion} title={w.newVersion}>
          <form method="post" className="form">
            <p>{w.newVersionAsk}</p>
            <div className="form-foot">
              <Button look="primary" icon="copy" name="act" value="version">
                {w.newVersion}
              </Button>
            </div>
          </form>
        </Dialog>
      ) : null}
      <ButtonLink href={paths.office.quotePdf(quote.number)} icon="file" target="_blank">
        {q.pdf}
      </ButtonLink>
    </>
  );
}
