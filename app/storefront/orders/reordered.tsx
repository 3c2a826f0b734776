import type { ReorderedLine } from "#app/domain/orders/reorder.server.ts";
import { ButtonLink } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { Table } from "#app/kit/table.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { formatNumber, formatUnitPrice } from "#app/words/numbers.ts";
import { orderWords } from "#app/words/orders.ts";
import { refusalWords } from "#app/words/refusals.ts";

/** What went into the cart again, and what is not as it was then. */
export function Reordered({ lines }: { lines: ReorderedLine[] }) {
  const w = useWords(orderWords);
  const isAny = lines.some((line) => line.reason === null);
  const changed = lines.filter(isChanged);
  return (
    <div className="stack">
      <Notice tone={isAny ? "good" : "warn"} title={isAny ? w.reordered : w.nothingReordered}>
        <p>{w.reorderedLead}</p>
        {isAny ? (
          <p className="mt-2">
            <ButtonLink href={paths.cart()} look="primary" size="sm">
              {w.seeCart}
            </ButtonLink>
          </p>
        ) : null}
      </Notice>
      {changed.length > 0 ? <Changes lines={changed} /> : null}
    </div>
  );
}

const isChanged = (line: ReorderedLine): boolean =>
  line.reason !== null ||
  line.unitPriceE4 !== line.unitPriceThenE4 ||
  line.quantity !== line.quantityThen ||
  line.available < line.quantity;

function Changes({ lines }: { lines: ReorderedLine[] }) {
  const w = useWords(orderWords);
  const locale = useLocale();
  const count = (quantity: number) => formatNumber(quantity, locale);
  const price = (e4: number) => formatUnitPrice(e4, locale);
  return (
    <Card flush>
      <Table
        caption={w.reordered}
        rows={lines}
        rowKey={(line) => line.sku}
        columns={[
          {
            key: "product",
            head: w.product,
            phone: "title",
            wrap: true,
            cell: (line) => (
              <>
                <span className="font-medium">{line.name}</span> <span className="tnum text-muted">{line.sku}</span>
              </>
            ),
          },
          {
            key: "then",
            head: w.before,
            number: true,
            cell: (line) => `${count(line.quantityThen)} × ${price(line.unitPriceThenE4)}`,
          },
          { key: "now", head: w.now, number: true, phone: "wide", cell: (line) => <Now line={line} /> },
        ]}
      />
    </Card>
  );
}

function Now({ line }: { line: ReorderedLine }) {
  const w = useWords(orderWords);
  const sentences = useWords(refusalWords);
  const locale = useLocale();
  if (line.reason !== null || line.unitPriceE4 === null) {
    return <span className="text-bad">{line.reason ? sentences[line.reason.code](line.reason.details) : null}</span>;
  }
  const isShort = line.available < line.quantity;
  return (
    <>
      {formatNumber(line.quantity, locale)} × {formatUnitPrice(line.unitPriceE4, locale)}
      {isShort ? (
        <span className="block text-bad">
          {line.available > 0 ? w.short(formatNumber(line.available, locale)) : w.soldOut}
        </span>
      ) : null}
    </>
  );
}
