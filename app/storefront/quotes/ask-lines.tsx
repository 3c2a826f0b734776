import type { Answer } from "#app/kit/answered.ts";
import { Card } from "#app/kit/card.tsx";
import { LineField, LineRefusals, typedLineOf } from "#app/kit/line-field.tsx";
import { ProductPicture } from "#app/kit/product-picture.tsx";
import { Table } from "#app/kit/table.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { cartWords } from "#app/words/cart.ts";
import { formatCents, formatNumber, formatUnitPrice } from "#app/words/numbers.ts";
import { quoteWords } from "#app/words/quotes.ts";
import { shopQuoteWords } from "#app/words/quotes-shop.ts";
import type { LineToAsk } from "./ask.tsx";

/** The lines of the cart as they are asked: the quantity may be another, and a price may be wished. */
export function AskLines({
  lines,
  goodsCents,
  answer,
}: {
  lines: readonly LineToAsk[];
  goodsCents: number;
  answer: Answer;
}) {
  const w = useWords(shopQuoteWords);
  const q = useWords(quoteWords);
  const locale = useLocale();
  const rows = lines.map((line, at) => ({ ...line, typed: typedLineOf(answer, line.sku, at) }));
  return (
    <Card title={w.lines} flush>
      <Table
        caption={w.lines}
        rows={rows}
        rowKey={(row) => row.sku}
        columns={[
          {
            key: "product",
            head: q.product,
            phone: "title",
            wrap: true,
            cell: (row) => (
              <>
                <input type="hidden" name={`lines.${row.typed.at}.sku`} value={row.sku} />
                <Product line={row} />
                <LineRefusals line={row.typed} />
              </>
            ),
          },
          {
            key: "quantity",
            head: q.quantity,
            cell: (row) => (
              <LineField
                line={row.typed}
                field="quantity"
                label={w.quantityOf(row.name)}
                value={String(row.quantity)}
                inputMode="numeric"
                maxLength={9}
                className="max-w-24 tnum"
              />
            ),
          },
          {
            key: "list",
            head: q.listPrice,
            number: true,
            cell: (row) => (row.unitPriceE4 === null ? "–" : formatUnitPrice(row.unitPriceE4, locale)),
          },
          {
            key: "wished",
            head: q.wishedPrice,
            phone: "wide",
            cell: (row) => (
              <LineField
                line={row.typed}
                field="wishedPrice"
                label={w.wishedPriceOf(row.name)}
                value=""
                inputMode="decimal"
                maxLength={20}
                className="max-w-32 tnum"
              />
            ),
          },
        ]}
      />
      <p className="table-foot">
        {q.atListPrice}
        <strong className="tnum text-ink">{formatCents(goodsCents, locale)}</strong>
      </p>
    </Card>
  );
}

function Product({ line }: { line: LineToAsk }) {
  const cart = useWords(cartWords);
  const locale = useLocale();
  const count = (value: number) => formatNumber(value, locale);
  return (
    <div className="order-line">
      <ProductPicture picture={line.picture} alt="" size={40} />
      <div className="min-w-0">
        <a className="link-plain font-medium" href={paths.product(line.sku)}>
          {line.name}
        </a>
        <p className="text-sm font-normal text-muted">
          <span className="tnum">{line.sku}</span>
          {line.packMultiple > 1 ? ` · ${cart.packs(count(line.packMultiple), line.unit)}` : null}
          {` · ${line.available > 0 ? cart.available(count(line.available)) : cart.soldOut}`}
        </p>
      </div>
    </div>
  );
}
