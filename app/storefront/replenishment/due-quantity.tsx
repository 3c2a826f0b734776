import type { ReplenishmentLine } from "#app/domain/replenishment/list.server.ts";
import { Icon } from "#app/kit/icon.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { formatNumber } from "#app/words/numbers.ts";
import { replenishmentWords } from "#app/words/replenishment.ts";
import type { RowAnswer } from "./row-answer.ts";

/** The quantity of a row, editable; under it the usual one, the way back to it, or what is wrong. */
export function DueQuantity({
  row,
  name,
  answer,
}: {
  row: ReplenishmentLine;
  name: string;
  answer: RowAnswer | undefined;
}) {
  const w = useWords(replenishmentWords);
  const locale = useLocale();
  const usual = formatNumber(row.usual, locale);
  const problems = answer?.problems ?? [];
  const isWrong = problems.length > 0;
  return (
    <div className="grid justify-items-start gap-0.5">
      <span className="flex items-center gap-1.5">
        <input type="hidden" name={`${name}.sku`} value={row.sku} />
        <input
          // A new proposal is a new field; what is typed into one stays while the page is refreshed around it.
          key={`${row.quantity}`}
          id={`q-${row.sku}`}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          className="input tnum w-20 text-right"
          name={`${name}.quantity`}
          aria-label={w.quantityOf(row.name)}
          aria-invalid={isWrong ? true : undefined}
          aria-describedby={`q-${row.sku}-said`}
          defaultValue={answer?.quantity ?? row.quantity}
        />
        <span className="text-sm text-muted">{row.unit}</span>
      </span>
      <span id={`q-${row.sku}-said`} className="text-xs">
        {isWrong ? (
          <span className="error whitespace-normal">
            <Icon name="danger" className="mt-0.5 size-3.5 shrink-0" />
            {problems.join(" ")}
          </span>
        ) : row.isOwnQuantity ? (
          <span className="text-accent">{w.own}</span>
        ) : (
          <span className="text-muted">{w.usual(usual)}</span>
        )}
      </span>
      {row.isOwnQuantity ? (
        <button
          type="submit"
          className="link cursor-pointer text-xs"
          name="forget"
          value={row.sku}
          aria-label={w.backToUsualOf(row.name, usual)}
        >
          {w.backToUsual(usual)}
        </button>
      ) : null}
    </div>
  );
}
