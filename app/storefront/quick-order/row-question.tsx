import type { Candidate, EnteredRow } from "#app/domain/carts/entry-row.ts";
import { Button } from "#app/kit/button.tsx";
import { Icon } from "#app/kit/icon.tsx";
import { ProductPicture } from "#app/kit/product-picture.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { formatNumber, formatUnitPrice } from "#app/words/numbers.ts";
import { quickOrderWords } from "#app/words/quick-order.ts";
import { RowQuantity } from "./row-quantity.tsx";

/** A line whose product is not certain: those that may be meant, each one press away, and a place for other words. */
export function RowQuestion({
  row,
  field,
  askSoon,
}: {
  row: EnteredRow;
  field: (name: string) => string;
  askSoon: () => void;
}) {
  const w = useWords(quickOrderWords);
  const said = row.said.replaceAll("\t", " · ");
  return (
    <fieldset className="entry-question">
      <legend>
        <Icon name="help" className="size-4 shrink-0 text-warn" />
        <span>
          <strong className="entry-said-small">{w.saidAs(said)} </strong>
          <span className="text-warn">{row.question === "which" ? w.which : w.unknown}</span>
        </span>
      </legend>
      {row.candidates.map((candidate, at) => (
        <CandidateButton key={candidate.sku} row={row} candidate={candidate} isFirst={at === 0} />
      ))}
      <div className="entry-seek">
        <input
          id={row.candidates.length === 0 ? `row-${row.id}` : undefined}
          name={field("wanted")}
          type="text"
          className="input input-sm"
          maxLength={200}
          aria-label={w.seek(said)}
          placeholder={w.seekHint}
          defaultValue={row.wanted}
        />
        <Button size="sm" name="act" value="show">
          {w.search}
        </Button>
        <span className="entry-how-many">
          <span aria-hidden="true">{w.quantity}</span>
          <RowQuantity row={row} name={field("quantity")} askSoon={askSoon} />
        </span>
      </div>
    </fieldset>
  );
}

function CandidateButton({ row, candidate, isFirst }: { row: EnteredRow; candidate: Candidate; isFirst: boolean }) {
  const w = useWords(quickOrderWords);
  const locale = useLocale();
  const { sku, name, picture, unit, unitPriceE4, packMultiple, available, bought } = candidate;
  return (
    <button
      id={isFirst ? `row-${row.id}` : undefined}
      type="submit"
      name="act"
      value={`choose:${row.id}:${sku}`}
      className="entry-candidate"
      aria-label={w.choose(name, row.said)}
    >
      <ProductPicture picture={picture} alt="" size={32} />
      <span className="min-w-0 flex-1">
        <span className="block">{name}</span>
        <span className="block text-xs text-muted">
          <span className="tnum">{sku}</span>
          {packMultiple > 1 ? ` · ${w.packs(formatNumber(packMultiple, locale), unit)}` : null}
          {` · ${available > 0 ? w.available(formatNumber(available, locale)) : w.soldOut}`}
          {bought > 0 ? ` · ${w.bought(formatNumber(bought, locale))}` : null}
        </span>
      </span>
      <span className="tnum text-sm whitespace-nowrap">{w.perUnit(formatUnitPrice(unitPriceE4, locale), unit)}</span>
    </button>
  );
}
