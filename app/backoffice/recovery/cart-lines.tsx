import type { StoryLine, Substitute } from "#app/domain/recovery/story.server.ts";
import { Badge } from "#app/kit/badge.tsx";
import { Card } from "#app/kit/card.tsx";
import { Count } from "#app/kit/count.tsx";
import { UnitPrice } from "#app/kit/money.tsx";
import { Table } from "#app/kit/table.tsx";
import { useWords } from "#app/kit/words.tsx";
import { cartStepWords } from "#app/words/cart-steps.ts";
import { commonWords } from "#app/words/everyday.ts";
import { recoveryWords } from "#app/words/recovery.ts";

/** What was left in the cart at the prices last seen, what is short, and what could stand in for it. */
export function CartLines({ lines, substitutes }: { lines: readonly StoryLine[]; substitutes: readonly Substitute[] }) {
  const w = useWords(recoveryWords);
  const stepWords = useWords(cartStepWords);
  const common = useWords(commonWords);
  return (
    <Card title={w.linesLeft} flush>
      <Table
        caption={w.linesLeft}
        rows={lines}
        rowKey={(line) => line.sku}
        columns={[
          {
            key: "product",
            head: w.lines,
            phone: "title",
            cell: (line) => (
              <span>
                {line.name}
                <span className="block text-sm text-muted">{line.sku}</span>
              </span>
            ),
          },
          {
            key: "quantity",
            head: common.quantity,
            number: true,
            cell: (line) => (
              <>
                <Count value={line.quantity} /> {line.unit}
              </>
            ),
          },
          {
            key: "price",
            head: w.price,
            number: true,
            cell: (line) => (line.unitPriceE4 === null ? stepWords.notPriced : <UnitPrice e4={line.unitPriceE4} />),
          },
          {
            key: "stock",
            head: w.stock,
            phone: "wide",
            cell: (line) =>
              line.available < line.quantity ? (
                <Badge tone="warn">{w.short(line.available)}</Badge>
              ) : (
                <span className="muted">{w.inStock(line.available)}</span>
              ),
          },
        ]}
      />
      {substitutes.length > 0 ? (
        <div className="border-t border-line p-4">
          <p className="label">{w.substitutes}</p>
          <ul className="mt-1 text-sm">
            {substitutes.map((one) => (
              <li key={`${one.forSku}-${one.sku}`}>
                {one.name} <span className="muted">({one.sku})</span> · {w.inStock(one.available)}{" "}
                <span className="faint">{w.substituteFor(one.forSku)}</span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </Card>
  );
}
