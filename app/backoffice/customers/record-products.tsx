import type { MissingProduct } from "#app/domain/portfolio/record-products.server.ts";
import type { RecordSide } from "#app/domain/portfolio/record-sides.server.ts";
import { Card } from "#app/kit/card.tsx";
import { type Column, Table } from "#app/kit/table.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { recordWords } from "#app/words/customer-record.ts";
import { ProductList } from "./record-lists.tsx";

/** What the customer buys, and what customers like them buy besides. */
export function ProductsSide({ side, segment }: { side: RecordSide<"products">; segment: string | null }) {
  const w = useWords(recordWords);
  const lookAlikes = side.gaps[0]?.lookAlikes ?? 0;
  const columns: Column<MissingProduct>[] = [
    {
      key: "product",
      head: w.product,
      phone: "title",
      cell: (row) => (
        <>
          <a className="link-plain" href={paths.office.product(row.sku)}>
            {row.name}
          </a>
          <span className="faint block">{[row.sku, row.supplier].filter(Boolean).join(" · ")}</span>
        </>
      ),
    },
    { key: "buyers", head: w.boughtBy, number: true, cell: (row) => w.buyersOf(row.buyers, row.lookAlikes) },
  ];
  return (
    <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,7fr)_minmax(0,4fr)]">
      <Card
        title={w.topProductsPeriod}
        flush
        actions={<span className="faint">{w.mixSaid(side.mix.products, side.mix.categories, side.mix.suppliers)}</span>}
      >
        <ProductList products={side.top} />
      </Card>
      <Card title={w.mixGap} flush={side.gaps.length > 0}>
        {side.gaps.length > 0 ? (
          <>
            <p className="muted px-4 pt-3 pb-2">{w.mixGapHow(lookAlikes, segment)}</p>
            <Table caption={w.mixGap} columns={columns} rows={side.gaps} rowKey={(row) => row.sku} />
          </>
        ) : (
          <p className="muted">{w.mixGapNone}</p>
        )}
      </Card>
    </div>
  );
}
