import type { ExplainedItem } from "#app/domain/pricing/shelf.ts";
import { Badge } from "#app/kit/badge.tsx";
import { Disclose } from "#app/kit/disclose.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { UnitPrice } from "#app/kit/money.tsx";
import { PriceChain } from "#app/kit/price-chain.tsx";
import { Table } from "#app/kit/table.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { pricingWords } from "#app/words/pricing.ts";

/** Products as the customer sees their prices, each with the way it came about. */
export function SeenPrices({ rows }: { rows: readonly ExplainedItem[] }) {
  const w = useWords(pricingWords);
  return (
    <Table
      caption={w.preview}
      rows={rows}
      rowKey={(row) => row.sku}
      empty={<EmptyState icon="search" title={w.noRows} />}
      columns={[
        { key: "sku", head: w.code, cell: (row) => <span className="tnum text-muted">{row.sku}</span> },
        {
          key: "name",
          head: w.product,
          phone: "title",
          cell: (row) => (
            <a className="link-plain" href={paths.office.product(row.sku)}>
              {row.name}
            </a>
          ),
        },
        {
          key: "source",
          head: w.source,
          phone: "wide",
          cell: (row) =>
            row.quote === null ? (
              <span className="text-warn">{w.noPrice}</span>
            ) : (
              <Disclose
                summary={
                  <Badge tone={row.quote.source === "customer" ? "accent" : "neutral"}>
                    {w.sources[row.quote.source]}
                  </Badge>
                }
              >
                <PriceChain chain={row.quote.chain} taxes={row.quote.taxes} />
              </Disclose>
            ),
        },
        {
          key: "price",
          head: w.unitPrice,
          number: true,
          cell: (row) =>
            row.quote === null ? (
              w.none
            ) : (
              <>
                <UnitPrice e4={row.quote.unitPriceE4} />
                {row.quote.breaks
                  .filter((one) => one.fromQuantity > row.least)
                  .map((one) => (
                    <span key={one.fromQuantity} className="block text-xs text-muted">
                      {one.fromQuantity}+ <UnitPrice e4={one.unitPriceE4} />
                    </span>
                  ))}
              </>
            ),
        },
      ]}
    />
  );
}
