import type { ReactNode } from "react";
import { Badge } from "#app/kit/badge.tsx";
import { Card } from "#app/kit/card.tsx";
import { Disclose } from "#app/kit/disclose.tsx";
import { Icon } from "#app/kit/icon.tsx";
import { PriceChain } from "#app/kit/price-chain.tsx";
import { ProductPicture } from "#app/kit/product-picture.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { cartWords } from "#app/words/cart.ts";
import { formatCents, formatNumber, formatUnitPrice } from "#app/words/numbers.ts";
import { priceChainWords } from "#app/words/price-chain.ts";
import { refusalWords } from "#app/words/refusals.ts";
import type { ShownCart, ShownLine } from "./cart.tsx";
import { LineMends } from "./line-mends.tsx";
import { LineQuantity } from "./line-quantity.tsx";
import { LineSteps } from "./line-steps.tsx";

/** The lines of the cart, each with its price, its quantity and what stands against it. */
export function CartLines({ cart, mayOrder }: { cart: ShownCart; mayOrder: boolean }) {
  const w = useWords(cartWords);
  return (
    <Card flush>
      <ul className="cart-lines" aria-label={w.title}>
        {cart.lines.map((line) => (
          <CartLine key={line.sku} line={line}>
            <LineSteps line={line} cheaperTerms={cart.cheaperTerms} mayOrder={mayOrder} />
          </CartLine>
        ))}
      </ul>
    </Card>
  );
}

function CartLine({ line, children }: { line: ShownLine; children: ReactNode }) {
  const w = useWords(cartWords);
  const locale = useLocale();
  const unitPrice = (e4: number) => formatUnitPrice(e4, locale);
  return (
    <li className="cart-line">
      <div className="cart-line-picture">
        <ProductPicture picture={line.picture} alt="" size={72} />
      </div>
      <div className="cart-line-name">
        <a className="link-plain font-medium" href={paths.product(line.sku)}>
          {line.name}
        </a>
        <p className="muted text-sm">
          <span className="tnum">{line.sku}</span>
          {line.supplierName ? ` · ${line.supplierName}` : null}
          {line.packMultiple > 1 ? ` · ${w.packs(formatNumber(line.packMultiple, locale), line.unit)}` : null}
          {" · "}
          {line.available > 0 ? w.available(formatNumber(line.available, locale)) : w.soldOut}
        </p>
        <LineReasons reasons={line.reasons} />
        <LineMends line={line} />
        {children}
      </div>
      <div className="cart-line-quantity">
        <LineQuantity line={line} />
      </div>
      <div className="cart-line-price">
        {line.unitPriceE4 === null ? null : (
          <>
            <p className="tnum font-semibold">{formatCents(line.lineCents, locale)}</p>
            <p className="muted tnum text-sm">
              {line.promotion ? <del className="faint block">{unitPrice(line.promotion.wasE4)}</del> : null}
              {unitPrice(line.unitPriceE4)} / {line.unit}
            </p>
            {line.promotion ? (
              <p className="mt-0.5">
                <Badge tone="accent">{line.promotion.name}</Badge>
              </p>
            ) : null}
            {line.change ? (
              <p className="text-warn text-sm font-medium">
                {w.wasNow(unitPrice(line.change.wasE4), unitPrice(line.change.nowE4))}
              </p>
            ) : null}
          </>
        )}
      </div>
      {line.chain.length > 1 || line.taxes.length > 0 ? <WhyThisPrice line={line} /> : null}
    </li>
  );
}

function WhyThisPrice({ line }: { line: ShownLine }) {
  const why = useWords(priceChainWords);
  return (
    <div className="cart-line-why text-sm">
      <Disclose summary={why.why}>
        <PriceChain chain={line.chain} taxes={line.taxes} />
      </Disclose>
    </div>
  );
}

function LineReasons({ reasons }: { reasons: ShownLine["reasons"] }) {
  const sentences = useWords(refusalWords);
  return reasons.map((reason) => (
    <p key={reason.code} className="row flex-nowrap items-start gap-1 text-sm text-bad">
      <Icon name="warn" className="mt-0.5 size-3.5 shrink-0" />
      {sentences[reason.code](reason.details)}
    </p>
  ));
}
