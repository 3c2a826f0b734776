import { Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { Dialog } from "#app/kit/dialog.tsx";
import { EstimatedTaxes } from "#app/kit/estimated-taxes.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { cartWords } from "#app/words/cart.ts";
import { formatCents, formatNumber } from "#app/words/numbers.ts";
import { quickOrderWords } from "#app/words/quick-order.ts";
import type { SheetPage } from "./use-sheet.ts";

/** What the list comes to, and the way into the cart. */
export function SheetSummary({ page }: { page: SheetPage }) {
  const w = useWords(quickOrderWords);
  const cart = useWords(cartWords);
  const locale = useLocale();
  const { ready, readyCents, taxes, questions, rows } = page.sheet;
  const total = formatCents(readyCents, locale);
  const open = questions > 0 ? w.questions(questions) : w.allReady;
  if (rows.length === 0) return null;
  return (
    <aside className="lg:sticky lg:top-20" aria-label={w.summary}>
      <Card title={w.summary}>
        <div role="status" className="stack-sm">
          <p className="spread items-baseline">
            <span className="text-muted">{w.ready(ready)}</span>
            <strong className="tnum text-lg">{total}</strong>
          </p>
          <p className={questions > 0 ? "text-sm text-warn" : "text-sm text-good"}>{open}</p>
        </div>
        <EstimatedTaxes taxes={taxes} />
        <div className="stack-sm mt-4">
          <Button look="primary" size="lg" className="btn-wide" name="act" value="cart" disabled={ready === 0}>
            {questions > 0 && ready > 0 ? w.putSome(formatNumber(ready, locale)) : w.put}
          </Button>
          {ready === 0 ? <p className="text-sm text-muted">{w.noneReady}</p> : null}
          {ready > 0 && questions > 0 ? <p className="text-sm text-muted">{w.questionsStay}</p> : null}
          {taxes.length === 0 ? <p className="faint text-sm">{cart.taxNote}</p> : null}
          <Dialog opener={w.clear} openerClass="btn btn-quiet btn-sm" title={w.clear}>
            <div className="stack">
              <p>{w.clearAsk(w.lines(rows.length))}</p>
              <Button look="danger" name="act" value="clear">
                {w.clear}
              </Button>
            </div>
          </Dialog>
        </div>
      </Card>
    </aside>
  );
}
