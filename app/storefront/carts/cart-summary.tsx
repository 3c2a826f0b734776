import type { ReactNode } from "react";
import type { ApprovalNeed } from "#app/domain/approvals/need.ts";
import type { FillUp } from "#app/domain/carts/fill-ups.server.ts";
import { reasonsBesideCredit } from "#app/domain/credit/credit.ts";
import { ButtonLink } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { EstimatedTaxes } from "#app/kit/estimated-taxes.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { ApprovalNotice } from "#app/storefront/approvals/ask-approval.tsx";
import { cartWords, freightSaid } from "#app/words/cart.ts";
import { formatDay } from "#app/words/days.ts";
import { formatCents } from "#app/words/numbers.ts";
import { paymentWords } from "#app/words/payments.ts";
import { shopQuoteWords } from "#app/words/quotes-shop.ts";
import { refusalWords } from "#app/words/refusals.ts";
import type { ShownCart } from "./cart.tsx";
import { CartTerms } from "./cart-terms.tsx";
import { CheaperTerms } from "./cheaper-terms.tsx";
import { FillUpList } from "./fill-up-list.tsx";
import { takeTypedAlong } from "./typed-quantities.ts";

/** What the cart adds up to, what is left of the credit, and the way to the checkout, or why there is none yet. */
export function CartSummary({
  cart,
  need,
  mayPayOnline,
  fillUps,
}: {
  cart: ShownCart;
  need: ApprovalNeed | null;
  mayPayOnline: boolean;
  fillUps: readonly FillUp[];
}) {
  const w = useWords(cartWords);
  const quotes = useWords(shopQuoteWords);
  const paying = useWords(paymentWords);
  const sentences = useWords(refusalWords);
  const locale = useLocale();
  const money = (cents: number) => formatCents(cents, locale);
  const ofLines = new Set(cart.lines.flatMap((line) => line.reasons.map((reason) => JSON.stringify(reason))));
  const ofCart = cart.reasons.filter((reason) => !ofLines.has(JSON.stringify(reason)));
  // Paid online, an order needs no credit: the checkout is open, and says what it is needed for.
  const blocking = mayPayOnline ? reasonsBesideCredit(cart.reasons) : cart.reasons;
  const lines = cart.lines.filter((line) => line.reasons.length > 0);
  return (
    <aside className="stack lg:sticky lg:top-20">
      <Card title={w.summary}>
        <dl className="facts">
          <dt>{w.goods}</dt>
          <dd className="tnum">{money(cart.goodsCents)}</dd>
          <dt>{cart.delivery.uf ? w.freightTo(cart.delivery.uf) : w.freight}</dt>
          <dd className="tnum">{freightSaid(cart, w, money)}</dd>
          <dt className="text-md font-semibold text-ink">{w.total}</dt>
          <dd className="tnum text-md font-semibold">{money(cart.totalCents)}</dd>
        </dl>
        {cart.missingForFreeFreightCents === null ? null : (
          <p className="mt-2 text-sm text-good">{w.missingForFreeFreight(money(cart.missingForFreeFreightCents))}</p>
        )}
        <EstimatedTaxes taxes={cart.taxes} />
        <CartTerms terms={cart.offeredTerms} chosenId={cart.terms?.id ?? null} />
        <CheaperTerms step={cart.cheaperTerms} />
        <Minimums cart={cart} fillUps={fillUps} />
        <CreditLeft cart={cart} />
        <div className="stack-sm mt-4">
          {cart.reasons.length === 0 ? null : (
            <Notice tone="warn" title={blocking.length > 0 ? w.notYet : paying.onlyOnline}>
              <ul className="list-disc pl-4">
                {ofCart.map((reason) => (
                  <li key={`${reason.code} ${reason.details.supplier ?? ""}`}>
                    {sentences[reason.code](reason.details)}
                  </li>
                ))}
                {lines.map((line) => (
                  <li key={line.sku}>
                    {line.reasons[0] ? sentences[line.reasons[0].code](line.reasons[0].details) : null}
                  </li>
                ))}
              </ul>
            </Notice>
          )}
          {blocking.length === 0 ? (
            <>
              {need ? <ApprovalNotice need={need} /> : null}
              <ButtonLink
                href={paths.checkout()}
                look="primary"
                size="lg"
                className="btn-wide"
                onClick={takeTypedAlong}
              >
                {w.checkout}
              </ButtonLink>
            </>
          ) : (
            <button type="button" className="btn btn-primary btn-lg btn-wide" disabled>
              {w.checkout}
            </button>
          )}
          {cart.reasons.some((reason) => reason.code === "views_only") ? null : (
            <>
              <ButtonLink href={paths.askQuote()} icon="tag" className="btn-wide" onClick={takeTypedAlong}>
                {quotes.ask}
              </ButtonLink>
              <p className="faint text-sm">{quotes.askHint}</p>
            </>
          )}
          {cart.taxes.length === 0 ? <p className="faint text-sm">{w.taxNote}</p> : null}
        </div>
      </Card>
    </aside>
  );
}

/** How far the cart is from the least the house and its suppliers take; what is reached is no longer said. */
function Minimums({ cart, fillUps }: { cart: ShownCart; fillUps: readonly FillUp[] }) {
  const w = useWords(cartWords);
  const rows = [
    { key: "order", name: w.minimumOrder, goodsCents: cart.goodsCents, minimumCents: cart.minimumOrderCents },
    ...cart.suppliers.map((one) => ({ key: String(one.supplierId), ...one })),
  ].filter((row) => row.goodsCents < row.minimumCents);
  if (rows.length === 0) return null;
  return (
    <ul className="stack-sm mt-4">
      {rows.map(({ key, ...row }) => (
        <MinimumBar key={key} {...row}>
          <FillUpList products={fillUps.filter((one) => String(one.supplierId ?? "order") === key)} />
        </MinimumBar>
      ))}
    </ul>
  );
}

function MinimumBar({
  name,
  goodsCents,
  minimumCents,
  children,
}: {
  name: string;
  goodsCents: number;
  minimumCents: number;
  children: ReactNode;
}) {
  const locale = useLocale();
  return (
    <li>
      <p className="spread text-sm">
        <span>{name}</span>
        <span className="tnum text-muted">
          {formatCents(goodsCents, locale)} / {formatCents(minimumCents, locale)}
        </span>
      </p>
      <span className="meter" aria-hidden="true">
        <span style={{ width: `${Math.min(100, (goodsCents / minimumCents) * 100)}%` }} />
      </span>
      {children}
    </li>
  );
}

function CreditLeft({ cart }: { cart: ShownCart }) {
  const w = useWords(cartWords);
  const locale = useLocale();
  const { leftCents, overdue } = cart.credit;
  const isShown = leftCents !== null && !cart.credit.isHeld;
  if (!isShown && !overdue) return null;
  const afterCents = (leftCents ?? 0) - cart.totalCents;
  return (
    <dl className="facts mt-4 border-t border-line pt-3 text-sm">
      {isShown ? (
        <>
          <dt>{w.creditLeft}</dt>
          <dd className="tnum">{formatCents(leftCents, locale)}</dd>
          <dt>{w.creditAfter}</dt>
          <dd className={afterCents < 0 ? "tnum text-bad" : "tnum"}>{formatCents(afterCents, locale)}</dd>
        </>
      ) : null}
      {overdue ? (
        <>
          <dt>
            <a className="link" href={paths.receivables({ state: "overdue" })}>
              {w.overdueSince(formatDay(overdue.sinceOn, locale))}
            </a>
          </dt>
          <dd className="tnum text-bad">{formatCents(overdue.cents, locale)}</dd>
        </>
      ) : null}
    </dl>
  );
}
