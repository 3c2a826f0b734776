import type { PricedProduct } from "#app/domain/pricing/price-table.ts";
import { Badge } from "#app/kit/badge.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { UnitPrice } from "#app/kit/money.tsx";
import { Table } from "#app/kit/table.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { pricingWords } from "#app/words/pricing.ts";
import { PriceCells } from "./price-cells.tsx";

/** The prices of a table, each changed in its place; `typed` is what could not be taken last time. */
export function TablePrices({
  rows,
  typed,
}: {
  rows: readonly PricedProduct[];
  typed: Record<string, string | string[]> | null;
}) {
  const w = useWords(pricingWords);
  const typedFor = (row: PricedProduct) =>
    typed?.act === "set" && typed.sku === row.sku
      ? { fromQuantity: String(typed.fromQuantity), price: String(typed.unitPriceE4 ?? "") }
      : null;
  return (
    <Table
      caption={w.priceTable}
      rows={rows}
      rowKey={(row) => row.sku}
      empty={
        <EmptyState icon="price" title={w.noRows}>
          {w.noRowsLead}
        </EmptyState>
      }
      columns={[
        { key: "sku", head: w.code, cell: (row) => <span className="tnum text-muted">{row.sku}</span> },
        {
          key: "name",
          head: w.product,
          phone: "title",
          cell: (row) => (
            <>
              <a className="link-plain" href={paths.office.product(row.sku)}>
                {row.name}
              </a>{" "}
              {row.isActive ? null : <Badge>{w.outOfUse}</Badge>}
            </>
          ),
        },
        {
          key: "general",
          head: w.generalPrice,
          number: true,
          cell: (row) => (row.generalE4 === null ? w.none : <UnitPrice e4={row.generalE4} />),
        },
        {
          key: "price",
          head: w.tablePrice,
          number: true,
          phone: "wide",
          cell: (row) => (
            <>
              {row.formulaE4 !== null && row.prices.length === 0 ? (
                <span className="mb-1 block text-sm text-muted">
                  {w.byFormula} <UnitPrice e4={row.formulaE4} />
                </span>
              ) : null}
              <PriceCells product={row} typed={typedFor(row)} />
            </>
          ),
        },
      ]}
    />
  );
}
