import type { MovementLine } from "#app/domain/catalog/stock.ts";
import { MomentShown } from "#app/kit/day.tsx";
import { Table } from "#app/kit/table.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { formatNumber } from "#app/words/numbers.ts";
import { productWords } from "#app/words/products.ts";

/** Why the stock of a product changed, the newest first. */
export function StockMovements({ movements }: { movements: MovementLine[] }) {
  const w = useWords(productWords);
  const locale = useLocale();
  return (
    <Table
      caption={w.movements}
      rows={movements}
      rowKey={(row) => row.id}
      columns={[
        { key: "at", head: w.when, phone: "title", cell: (row) => <MomentShown at={row.at} /> },
        {
          key: "reason",
          head: w.reason,
          cell: (row) => (
            <>
              {w.reasons[row.reason]}
              {row.orderNumber ? (
                <>
                  {" "}
                  <a className="link" href={paths.office.order(row.orderNumber)}>
                    {row.orderNumber}
                  </a>
                </>
              ) : null}
              {row.note ? <span className="faint"> · {row.note}</span> : null}
            </>
          ),
        },
        { key: "by", head: w.by, phone: "hide", cell: (row) => row.by ?? w.house },
        {
          key: "quantity",
          head: w.quantity,
          number: true,
          cell: (row) => (
            <span className={row.quantity < 0 ? "text-bad" : "text-good"}>
              {row.quantity > 0 ? "+" : ""}
              {formatNumber(row.quantity, locale)}
            </span>
          ),
        },
      ]}
    />
  );
}
