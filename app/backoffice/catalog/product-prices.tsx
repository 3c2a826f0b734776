import type { TableOfProduct } from "#app/domain/pricing/price-table.ts";
import { Badge } from "#app/kit/badge.tsx";
import { UnitPrice } from "#app/kit/money.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { pricingWords } from "#app/words/pricing.ts";
import { productWords } from "#app/words/products.ts";

/** What each price table says of a product. */
export function ProductPrices({ tables }: { tables: TableOfProduct[] }) {
  const w = useWords(productWords);
  const pricing = useWords(pricingWords);
  if (tables.length === 0) {
    return (
      <>
        <p className="text-warn">{w.noPrices}</p>
        <a className="link" href={paths.office.priceTables()}>
          {pricing.priceTables}
        </a>
      </>
    );
  }
  return (
    <dl className="facts">
      {tables.map((table) => (
        <div key={table.code} className="contents">
          <dt>
            <a className="link" href={paths.office.priceTable(table.code, { q: table.sku })}>
              {table.name}
            </a>{" "}
            {table.isActive ? null : <Badge>{pricing.outOfUse}</Badge>}
          </dt>
          <dd className="text-right">
            {table.prices.map((price) => (
              <span key={price.fromQuantity} className="block">
                {price.fromQuantity > 1 ? <span className="faint">{price.fromQuantity}+ </span> : null}
                <UnitPrice e4={price.unitPriceE4} />
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
