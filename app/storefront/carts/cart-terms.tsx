import type { TermsToChoose } from "#app/domain/customers/payment-terms.ts";
import { Button } from "#app/kit/button.tsx";
import { Select } from "#app/kit/select.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { cartWords } from "#app/words/cart.ts";
import { formatBasisPoints } from "#app/words/numbers.ts";

/** For which payment terms the prices of the cart are; choosing others shows theirs at once. Nothing where there is no choice. */
export function CartTerms({ terms, chosenId }: { terms: readonly TermsToChoose[]; chosenId: number | null }) {
  const w = useWords(cartWords);
  const locale = useLocale();
  if (terms.length < 2) return null;
  const said = (basisPoints: number) =>
    basisPoints === 0 ? "" : ` (${basisPoints > 0 ? "+" : ""}${formatBasisPoints(basisPoints, locale)})`;
  return (
    <form method="post" className="mt-4 flex items-end gap-2 border-t border-line pt-3">
      <input type="hidden" name="intent" value="terms" />
      <div className="min-w-0 flex-1">
        <Select
          key={chosenId}
          name="paymentTermsId"
          label={w.termsOfPrices}
          value={chosenId}
          options={terms.map(({ id, name, basisPoints }) => ({ value: id, label: `${name}${said(basisPoints)}` }))}
          onChange={(event) => event.currentTarget.form?.requestSubmit()}
        />
      </div>
      <Button>{w.showPrices}</Button>
    </form>
  );
}
