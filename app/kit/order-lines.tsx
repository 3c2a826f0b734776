import type { PriceStep } from "#app/domain/pricing/price-chain.ts";
import type { LineTax } from "#app/domain/pricing/tax.ts";
import { formatCents, formatNumber, formatUnitPrice } from "#app/words/numbers.ts";
import { orderWords } from "#app/words/orders.ts";
import { priceChainWords } from "#app/words/price-chain.ts";
import { Disclose } from "./disclose.tsx";
import { PriceChain } from "./price-chain.tsx";
import { ProductPicture } from "./product-picture.tsx";
import { Table } from "./table.tsx";
import { useLocale, useWords } from "./words.tsx";

/** A line of an order, as it was agreed. */
export interface LineShown {
  line: number;
  sku: string;
  name: string;
  quantity: number;
  unit: string;
  unitPriceE4: number;
  totalCents: number;
  chain: PriceStep[];
  taxes: LineTax[];
  picture: string | null;
}

/** The lines of an order with each one's price and why it was that; the same on both faces. */
export function OrderLines({ lines, href }: { lines: readonly LineShown[]; href: (sku: string) => string }) {
  const w = useWords(orderWords);
  const locale = useLocale();
  return (
    <Table
      caption={w.goods}
      rows={lines}
      rowKey={(line) => line.line}
      columns={[
        {
          key: "product",
          head: w.product,
          phone: "title",
          wrap: true,
          cell: (line) => <Product line={line} href={href(line.sku)} />,
        },
        {
          key: "quantity",
          head: w.quantity,
          number: true,
          cell: (line) => `${formatNumber(line.quantity, locale)} ${line.unit}`,
        },
        { key: "price", head: w.unitPrice, number: true, cell: (line) => formatUnitPrice(line.unitPriceE4, locale) },
        { key: "total", head: w.lineTotal, number: true, cell: (line) => formatCents(line.totalCents, locale) },
      ]}
    />
  );
}

function Product({ line, href }: { line: LineShown; href: string }) {
  const w = useWords(orderWords);
  const why = useWords(priceChainWords);
  return (
    <div className="order-line">
      <ProductPicture picture={line.picture} alt="" size={40} />
      <div className="min-w-0">
        <a className="link-plain font-medium" href={href}>
          {line.name}
        </a>
        <p className="tnum text-sm text-muted">{line.sku}</p>
        <div className="text-sm font-normal">
          <Disclose summary={why.why}>
            {line.chain.length > 0 ? (
              <PriceChain chain={line.chain} taxes={line.taxes} />
            ) : (
              <p className="muted">{w.priceFromImport}</p>
            )}
          </Disclose>
        </div>
      </div>
    </div>
  );
}
