import { reasonsBesideCredit } from "#app/domain/credit/credit.ts";
import type { Answer } from "#app/kit/answered.ts";
import { Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { EstimatedTaxes } from "#app/kit/estimated-taxes.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { AskApproval } from "#app/storefront/approvals/ask-approval.tsx";
import { cartWords, freightSaid } from "#app/words/cart.ts";
import { formatDay } from "#app/words/days.ts";
import { formatCents, formatNumber, formatUnitPrice } from "#app/words/numbers.ts";
import { orderWords } from "#app/words/orders.ts";
import { paymentWords } from "#app/words/payments.ts";
import { refusalWords } from "#app/words/refusals.ts";
import type { ShownCheckout } from "./checkout.tsx";

/** What will be ordered, exactly: every line, freight, total and the credit left, and the button that sends it, or sends it to be approved. */
export function CheckoutSummary({
  cart,
  need,
  mayPayOnline,
  answer,
}: {
  cart: ShownCheckout["cart"];
  need: ShownCheckout["need"];
  mayPayOnline: boolean;
  answer: Answer;
}) {
  const w = useWords(orderWords);
  const inCart = useWords(cartWords);
  const paying = useWords(paymentWords);
  const sentences = useWords(refusalWords);
  const blocking = mayPayOnline ? reasonsBesideCredit(cart.reasons) : cart.reasons;
  const locale = useLocale();
  const money = (cents: number) => formatCents(cents, locale);
  const price = (e4: number) => formatUnitPrice(e4, locale);
  const { leftCents } = cart.credit;
  return (
    <aside className="lg:sticky lg:top-20">
      <Card
        title={w.items}
        actions={
          <a className="link text-sm" href={paths.cart()}>
            {w.editCart}
          </a>
        }
      >
        <ul className="stack-sm max-h-72 overflow-y-auto pr-1" tabIndex={cart.lines.length > 6 ? 0 : undefined}>
          {cart.lines.map((line) => (
            <li key={line.sku} className="flex justify-between gap-3 text-sm">
              <span className="min-w-0">
                {line.name}
                <span className="tnum block text-muted">
                  {formatNumber(line.quantity, locale)} {line.unit}
                  {line.unitPriceE4 === null ? null : ` × ${price(line.unitPriceE4)}`}
                </span>
                {line.change ? (
                  <span className="block font-medium text-warn">
                    {inCart.wasNow(price(line.change.wasE4), price(line.change.nowE4))}
                  </span>
                ) : null}
              </span>
              <span className="tnum shrink-0">{money(line.lineCents)}</span>
            </li>
          ))}
        </ul>
        <dl className="facts mt-3 border-t border-line pt-3">
          <dt>{w.goods}</dt>
          <dd className="tnum">{money(cart.goodsCents)}</dd>
          <dt>{cart.delivery.uf ? inCart.freightTo(cart.delivery.uf) : w.freight}</dt>
          <dd className="tnum">{freightSaid(cart, inCart, money)}</dd>
          <dt className="text-md font-semibold text-ink">{w.total}</dt>
          <dd className="tnum text-md font-semibold">{money(cart.totalCents)}</dd>
          {leftCents === null || cart.credit.isHeld ? null : (
            <>
              <dt>{inCart.creditLeft}</dt>
              <dd className="tnum">{money(leftCents)}</dd>
            </>
          )}
          {cart.credit.overdue ? (
            <>
              <dt>{inCart.overdueSince(formatDay(cart.credit.overdue.sinceOn, locale))}</dt>
              <dd className="tnum text-bad">{money(cart.credit.overdue.cents)}</dd>
            </>
          ) : null}
        </dl>
        <EstimatedTaxes taxes={cart.taxes} />
        <div className="stack-sm mt-4">
          {cart.reasons.length > 0 ? (
            <Notice tone="warn" title={blocking.length > 0 ? inCart.notYet : paying.onlyOnline}>
              <ul className="list-disc pl-4">
                {cart.reasons.map((reason) => (
                  <li key={JSON.stringify(reason)}>{sentences[reason.code](reason.details)}</li>
                ))}
              </ul>
            </Notice>
          ) : null}
          {need ? (
            <AskApproval need={need} isReady={cart.reasons.length === 0} answer={answer} />
          ) : (
            <Button
              look="primary"
              size="lg"
              className="btn-wide"
              name="act"
              value="place"
              disabled={blocking.length > 0}
            >
              {cart.hasChangedPrices ? w.placeAtNewPrices : w.place}
            </Button>
          )}
          {cart.taxes.length === 0 ? <p className="faint text-sm">{inCart.taxNote}</p> : null}
        </div>
      </Card>
    </aside>
  );
}
