import { decimalOfPrice } from "#app/domain/money.ts";
import type { PricedProduct, WrittenPrice } from "#app/domain/pricing/price-table.ts";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { pricingWords } from "#app/words/pricing.ts";

/** One price of a product, changed in its place; emptied, it is taken out of the table. */
function PriceCell({
  product,
  price,
  typed,
}: {
  product: PricedProduct;
  price: WrittenPrice;
  /** What was typed here and could not be taken. */
  typed: string | undefined;
}) {
  const w = useWords(pricingWords);
  const mark = useLocale() === "en" ? "." : ",";
  const value = price.unitPriceE4 < 0 ? "" : decimalOfPrice(price.unitPriceE4).replace(".", mark);
  return (
    <form method="post" className="inline-flex items-center gap-1.5">
      <input type="hidden" name="act" value="set" />
      <input type="hidden" name="sku" value={product.sku} />
      <input type="hidden" name="fromQuantity" value={price.fromQuantity} />
      {price.fromQuantity > 1 ? <span className="faint tnum">{price.fromQuantity}+</span> : null}
      <input
        className="input input-sm input-money w-24"
        name="unitPriceE4"
        inputMode="decimal"
        autoComplete="off"
        aria-label={w.priceOf(product.name, price.fromQuantity)}
        aria-invalid={typed === undefined ? undefined : true}
        defaultValue={typed ?? value}
      />
      <button type="submit" className="btn btn-sm">
        {w.set}
      </button>
    </form>
  );
}

/** Every price a table has for a product, each to be changed in its place; an empty base price where there is none. */
export function PriceCells({
  product,
  typed,
}: {
  product: PricedProduct;
  typed: { fromQuantity: string; price: string } | null;
}) {
  const prices = product.prices.length > 0 ? product.prices : [{ fromQuantity: 1, unitPriceE4: -1 }];
  return (
    <span className="inline-grid justify-items-end gap-1">
      {prices.map((price) => (
        <PriceCell
          key={`${price.fromQuantity} ${price.unitPriceE4}`}
          product={product}
          price={price}
          typed={typed?.fromQuantity === String(price.fromQuantity) ? typed.price : undefined}
        />
      ))}
    </span>
  );
}
