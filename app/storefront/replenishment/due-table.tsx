import type { ReplenishmentLine } from "#app/domain/replenishment/list.server.ts";
import type { Answer } from "#app/kit/answered.ts";
import { type Column, Table } from "#app/kit/table.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { formatDay } from "#app/words/days.ts";
import { fieldProblemWords } from "#app/words/forms.ts";
import { formatNumber, formatUnitPrice } from "#app/words/numbers.ts";
import { refusalWords } from "#app/words/refusals.ts";
import { replenishmentWords } from "#app/words/replenishment.ts";
import { DueDay } from "./due-day.tsx";
import { DueQuantity } from "./due-quantity.tsx";
import { rowAnswers } from "./row-answer.ts";

/** Products with their cycle, price and quantity, each a row of the form; `from` numbers the rows. */
export function DueTable({
  caption,
  lines,
  from,
  today,
  mayOrder,
  answer,
}: {
  caption: string;
  lines: ReplenishmentLine[];
  from: number;
  today: string;
  mayOrder: boolean;
  answer: Answer;
}) {
  const w = useWords(replenishmentWords);
  const locale = useLocale();
  const answers = rowAnswers(answer, useWords(refusalWords), useWords(fieldProblemWords));
  const places = new Map(lines.map(({ sku }, place) => [sku, from + place]));
  const price = (e4: number) => formatUnitPrice(e4, locale);
  const nameOf = (row: ReplenishmentLine) => `lines.${places.get(row.sku) ?? 0}`;
  const columns: Column<ReplenishmentLine>[] = [
    {
      key: "product",
      head: w.product,
      phone: "title",
      wrap: true,
      cell: (row) => (
        <div className="flex items-start gap-2.5">
          {mayOrder ? (
            <input
              type="checkbox"
              className="mt-1 size-4 shrink-0 accent-accent"
              name={`${nameOf(row)}.chosen`}
              aria-label={w.choose(row.name)}
              defaultChecked={answers.get(row.sku)?.isChosen ?? (row.state !== "later" && row.inCart === 0)}
            />
          ) : null}
          <div className="min-w-0">
            <a className="link-plain font-medium" href={paths.product(row.sku)}>
              {row.name}
            </a>
            <span className="faint block font-normal">
              <span className="tnum">{row.sku}</span>
              {row.packMultiple > 1 ? ` · ${w.packOf(formatNumber(row.packMultiple, locale))}` : null}
            </span>
            {row.inCart > 0 ? (
              <span className="badge badge-info">{w.inCart(formatNumber(row.inCart, locale))}</span>
            ) : null}
          </div>
        </div>
      ),
    },
    {
      key: "quantity",
      head: w.quantity,
      phone: "wide",
      cell: (row) =>
        mayOrder ? (
          <DueQuantity row={row} name={nameOf(row)} answer={answers.get(row.sku)} />
        ) : (
          `${formatNumber(row.quantity, locale)} ${row.unit}`
        ),
    },
    {
      key: "price",
      head: w.price,
      number: true,
      cell: (row) => (
        <>
          <strong className="font-semibold">{price(row.unitPriceE4)}</strong>
          {row.available < row.quantity ? (
            <span className="block text-xs text-bad">
              {row.available > 0 ? w.short(formatNumber(row.available, locale)) : w.soldOut}
            </span>
          ) : null}
        </>
      ),
    },
    {
      key: "last",
      head: w.lastPrice,
      number: true,
      cell: (row) => (row.lastUnitPriceE4 === null ? "" : price(row.lastUnitPriceE4)),
    },
    {
      key: "bought",
      head: w.lastBought,
      cell: (row) => (
        <>
          {formatDay(row.lastOn, locale)}
          <span className="faint block">{w.everyDays(row.cycleDays)}</span>
        </>
      ),
    },
    { key: "due", head: w.dueOn, cell: (row) => <DueDay dueOn={row.dueOn} state={row.state} today={today} /> },
  ];
  if (mayOrder) {
    columns.push({
      key: "hide",
      head: <span className="sr-only">{w.hide}</span>,
      phone: "wide",
      cell: (row) => (
        <button
          type="submit"
          className="btn btn-quiet btn-sm"
          name="hide"
          value={row.sku}
          aria-label={w.hideNamed(row.name)}
        >
          {w.hide}
        </button>
      ),
    });
  }
  return <Table caption={caption} columns={columns} rows={lines} rowKey={(row) => row.sku} />;
}
