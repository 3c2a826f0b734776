import type { Answer } from "#app/kit/answered.ts";
import { LineField, LineRefusals, type TypedLine, typedIn, typedLineOf } from "#app/kit/line-field.tsx";
import { ProductPicture } from "#app/kit/product-picture.tsx";
import { type Column, Table } from "#app/kit/table.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { cartWords } from "#app/words/cart.ts";
import { formatDay } from "#app/words/days.ts";
import { formatNumber, formatUnitPrice } from "#app/words/numbers.ts";
import { quoteWords } from "#app/words/quotes.ts";
import { officeQuoteWords } from "#app/words/quotes-office.ts";
import type { LineToAnswer } from "./quote.tsx";

type Row = LineToAnswer & { typed: TypedLine };

/** Each line that was asked, beside what is known of it, with the fields of its answer. */
export function AnswerLines({ lines, answer }: { lines: readonly LineToAnswer[]; answer: Answer }) {
  const w = useWords(officeQuoteWords);
  const rows: Row[] = lines.map((line, at) => ({ ...line, typed: typedLineOf(answer, line.sku, at) }));
  return <Table caption={w.answerTitle} rows={rows} rowKey={(row) => row.sku} columns={useColumns()} />;
}

function useColumns(): Column<Row>[] {
  const w = useWords(officeQuoteWords);
  const q = useWords(quoteWords);
  const locale = useLocale();
  return [
    { key: "product", head: q.product, phone: "title", wrap: true, cell: (row) => <Product row={row} /> },
    {
      key: "list",
      head: q.listPrice,
      number: true,
      cell: (row) => (
        <>
          {formatUnitPrice(row.listUnitPriceE4, locale)}
          {row.wishedUnitPriceE4 === null ? null : (
            <span className="block text-sm text-info">{q.wishes(formatUnitPrice(row.wishedUnitPriceE4, locale))}</span>
          )}
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
          value={String(row.wishedQuantity)}
          inputMode="numeric"
          maxLength={9}
          className="min-w-16 max-w-22 tnum"
        />
      ),
    },
    {
      key: "price",
      head: w.price,
      cell: (row) => (
        <LineField
          line={row.typed}
          field="price"
          label={w.priceOf(row.name)}
          value=""
          inputMode="decimal"
          maxLength={20}
          className="min-w-20 max-w-28 tnum"
        />
      ),
    },
    {
      key: "discount",
      head: w.discount,
      cell: (row) => (
        <LineField
          line={row.typed}
          field="discount"
          label={w.discountOf(row.name)}
          value=""
          inputMode="decimal"
          maxLength={8}
          className="max-w-20 tnum"
        />
      ),
    },
    {
      key: "unavailable",
      head: w.unavailable,
      cell: (row) => (
        <input
          type="checkbox"
          className="size-4 accent-accent"
          name={`lines.${row.typed.at}.isUnavailable`}
          aria-label={w.unavailableOf(row.name)}
          defaultChecked={typedIn(row.typed, "isUnavailable") === "on"}
        />
      ),
    },
    {
      key: "note",
      head: w.note,
      phone: "wide",
      cell: (row) => (
        <LineField
          line={row.typed}
          field="note"
          label={w.noteOf(row.name)}
          value=""
          maxLength={300}
          className="w-full min-w-40"
        />
      ),
    },
  ];
}

/** What the office knows of a line before it answers: packs, stock, and what this customer last paid. */
function Product({ row }: { row: Row }) {
  const w = useWords(officeQuoteWords);
  const cart = useWords(cartWords);
  const locale = useLocale();
  const isShort = row.available < row.wishedQuantity;
  return (
    <div className="order-line">
      <input type="hidden" name={`lines.${row.typed.at}.sku`} value={row.sku} />
      <ProductPicture picture={row.picture} alt="" size={40} />
      <div className="min-w-0">
        <a className="link-plain font-medium" href={paths.office.product(row.sku)}>
          {row.name}
        </a>
        <p className="text-sm font-normal text-muted">
          <span className="tnum">{row.sku}</span>
          {row.packMultiple > 1 ? ` · ${cart.packs(formatNumber(row.packMultiple, locale), row.unit)}` : null}
          {" · "}
          <span className={isShort ? "text-warn" : undefined}>{w.stock(formatNumber(row.available, locale))}</span>
        </p>
        <p className="text-sm font-normal text-muted">
          {row.lastPaidE4 === null || row.lastPaidOn === null
            ? w.neverBought
            : w.lastPaid(formatUnitPrice(row.lastPaidE4, locale), formatDay(row.lastPaidOn))}
        </p>
        <LineRefusals line={row.typed} />
      </div>
    </div>
  );
}
