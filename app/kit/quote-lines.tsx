import { basisPointsBetween, lineCents } from "#app/domain/money.ts";
import { formatBasisPoints, formatCents, formatNumber, formatUnitPrice } from "#app/words/numbers.ts";
import { quoteWords } from "#app/words/quotes.ts";
import { Badge } from "./badge.tsx";
import { ProductPicture } from "./product-picture.tsx";
import { type Column, Table } from "./table.tsx";
import { useLocale, useWords } from "./words.tsx";

/** A line of a quote, as it was asked and answered. */
export interface QuoteLineShown {
  line: number;
  sku: string;
  name: string;
  unit: string;
  picture: string | null;
  wishedQuantity: number;
  wishedUnitPriceE4: number | null;
  listUnitPriceE4: number;
  quantity: number | null;
  unitPriceE4: number | null;
  isUnavailable: boolean;
  note: string | null;
}

/** The lines of a quote beside the list price of the day it was asked; the same on both faces. */
export function QuoteLines({ lines, href }: { lines: readonly QuoteLineShown[]; href: (sku: string) => string }) {
  const w = useWords(quoteWords);
  const locale = useLocale();
  const isAnswered = lines.some((line) => line.unitPriceE4 !== null || line.isUnavailable);
  const columns: (Column<QuoteLineShown> | null)[] = [
    {
      key: "product",
      head: w.product,
      phone: "title",
      wrap: true,
      cell: (line) => <Product line={line} href={href} />,
    },
    {
      key: "quantity",
      head: isAnswered ? w.quantity : w.wished,
      number: true,
      cell: (line) => <Quantity line={line} />,
    },
    { key: "list", head: w.listPrice, number: true, cell: (line) => <List line={line} /> },
    isAnswered
      ? {
          key: "price",
          head: w.quotedPrice,
          number: true,
          cell: (line) => (line.isUnavailable ? <Badge tone="warn">{w.notAvailable}</Badge> : <Answered line={line} />),
        }
      : null,
    {
      key: "total",
      head: w.total,
      number: true,
      cell: (line) =>
        line.isUnavailable
          ? "–"
          : formatCents(
              lineCents(line.quantity ?? line.wishedQuantity, line.unitPriceE4 ?? line.listUnitPriceE4),
              locale,
            ),
    },
  ];
  return (
    <Table
      caption={w.product}
      rows={lines}
      rowKey={(line) => line.line}
      columns={columns.filter((column) => column !== null)}
    />
  );
}

/** The list price, and below it the one that was wished. */
function List({ line }: { line: QuoteLineShown }) {
  const w = useWords(quoteWords);
  const locale = useLocale();
  return (
    <>
      {formatUnitPrice(line.listUnitPriceE4, locale)}
      {line.wishedUnitPriceE4 === null ? null : (
        <span className="block text-sm text-muted">{w.wishes(formatUnitPrice(line.wishedUnitPriceE4, locale))}</span>
      )}
    </>
  );
}

function Answered({ line }: { line: QuoteLineShown }) {
  const locale = useLocale();
  if (line.unitPriceE4 === null) return null;
  const points = basisPointsBetween(line.listUnitPriceE4, line.unitPriceE4);
  return (
    <>
      <span className="font-semibold">{formatUnitPrice(line.unitPriceE4, locale)}</span>
      {points === 0 ? null : (
        <span className={points < 0 ? "block text-sm text-good" : "block text-sm text-muted"}>
          {points > 0 ? "+" : null}
          {formatBasisPoints(points, locale)}
        </span>
      )}
    </>
  );
}

function Quantity({ line }: { line: QuoteLineShown }) {
  const w = useWords(quoteWords);
  const locale = useLocale();
  const said = (quantity: number) => `${formatNumber(quantity, locale)} ${line.unit}`;
  if (line.quantity === null || line.quantity === line.wishedQuantity) return <>{said(line.wishedQuantity)}</>;
  return (
    <>
      {said(line.quantity)}
      <span className="block text-sm text-warn">{w.otherQuantity(said(line.wishedQuantity))}</span>
    </>
  );
}

function Product({ line, href }: { line: QuoteLineShown; href: (sku: string) => string }) {
  return (
    <div className="order-line">
      <ProductPicture picture={line.picture} alt="" size={40} />
      <div className="min-w-0">
        <a className="link-plain font-medium" href={href(line.sku)}>
          {line.name}
        </a>
        <p className="tnum text-sm font-normal text-muted">{line.sku}</p>
        {line.note ? <p className="text-sm font-normal">{line.note}</p> : null}
      </div>
    </div>
  );
}
