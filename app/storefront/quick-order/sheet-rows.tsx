import { useWords } from "#app/kit/words.tsx";
import { quickOrderWords } from "#app/words/quick-order.ts";
import { SheetRow } from "./sheet-row.tsx";
import type { SheetPage } from "./use-sheet.ts";

/** Every line of the list, answered or asked about, in the order in which they were written. */
export function SheetRows({ page }: { page: SheetPage }) {
  const w = useWords(quickOrderWords);
  const { sheet, waiting } = page;
  return (
    <div className="table-wrap">
      <table className="table table-cards entry-rows">
        <caption>{w.rows}</caption>
        <thead>
          <tr>
            <th>{w.said}</th>
            <th>{w.product}</th>
            <th className="num">{w.quantity}</th>
            <th className="num">{w.price}</th>
            <th className="num">{w.total}</th>
            <th>
              <span className="sr-only">{w.removing}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sheet.rows.map((row, at) => (
            <SheetRow key={row.id} row={row} at={at} askSoon={page.askSoon} />
          ))}
          {waiting.map((line) => (
            <tr key={`typed ${line.key}`} className="entry-waiting">
              <td className="entry-said phone-hide" />
              <td className="wrap phone-wide">
                {line.wanted} <span className="faint">{w.checking}</span>
              </td>
              <td className="num" data-label={w.quantity}>
                {line.quantity}
              </td>
              <td colSpan={3} className="phone-hide" />
            </tr>
          ))}
        </tbody>
      </table>
      {sheet.remarks.length > 0 ? (
        <p className="border-t border-line px-3 py-2 text-sm text-muted">
          {w.remarks} {sheet.remarks.map((said) => w.saidAs(said)).join(" · ")}
        </p>
      ) : null}
    </div>
  );
}
