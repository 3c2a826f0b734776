import type { TaxEstimate } from "#app/domain/pricing/tax.ts";
import { formatCents } from "#app/words/numbers.ts";
import { priceChainWords } from "#app/words/price-chain.ts";
import { useLocale, useWords } from "./words.tsx";

/** The taxes expected on top of a total, by name, and that they are only an estimate; nothing where none are expected. */
export function EstimatedTaxes({ taxes }: { taxes: readonly TaxEstimate[] }) {
  const w = useWords(priceChainWords);
  const locale = useLocale();
  if (taxes.length === 0) return null;
  return (
    <div className="mt-3 border-t border-line pt-3 text-sm">
      <p className="font-medium">{w.taxes}</p>
      <dl className="facts mt-1 text-muted">
        {taxes.map(({ component, cents }) => (
          <div key={component} className="contents">
            <dt>{component}</dt>
            <dd className="tnum">{formatCents(cents, locale)}</dd>
          </div>
        ))}
      </dl>
      <p className="faint mt-1">{w.taxesLead}</p>
    </div>
  );
}
