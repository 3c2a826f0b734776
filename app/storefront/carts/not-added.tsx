import { type Answer, refusalIn, typedOr } from "#app/kit/answered.ts";
import { Button } from "#app/kit/button.tsx";
import { Field } from "#app/kit/field.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { cartWords } from "#app/words/cart.ts";
import { formatNumber } from "#app/words/numbers.ts";

const ofQuantity = (reason: { code: string }): boolean => reason.code === "quantity_invalid";

/** Why a quantity did not go into the cart, with the nearest one that would, what was typed to mend, and the way back where the buyer was led away. */
export function NotAdded({ answer, isInPlace = false }: { answer: Answer; isInPlace?: boolean }) {
  const w = useWords(cartWords);
  const locale = useLocale();
  const refusal = refusalIn(answer);
  if (!refusal) return null;
  const details = refusal.reasons.find((reason) => reason.details.above ?? reason.details.minimum)?.details;
  const rounded = Number(details?.above ?? details?.minimum ?? 0);
  const sku = typedOr(answer, "sku", null);
  const intent = typedOr(answer, "intent", null);
  const returnTo = typedOr(answer, "returnTo", null);
  const isQuantity = Boolean(rounded > 0 || refusal.errors.quantity || refusal.reasons.some(ofQuantity));
  const fieldId = isInPlace ? "quantity-wanted" : "quantity";
  const name = String(refusal.reasons[0]?.details.name ?? sku ?? "");
  return (
    <div className="stack-sm">
      <FormErrors answer={answer} labels={{ quantity: w.quantity }} idOf={() => fieldId} />
      {isQuantity && sku && intent ? (
        <form method="post" action={paths.cart()} className="row items-end">
          <input type="hidden" name="intent" value={intent} />
          <input type="hidden" name="sku" value={sku} />
          {returnTo ? <input type="hidden" name="returnTo" value={returnTo} /> : null}
          <Field
            id={fieldId}
            name="quantity"
            label={w.wantedQuantity(name)}
            answer={answer}
            inputMode="numeric"
            required
          />
          <Button>{w.tryAgain}</Button>
        </form>
      ) : null}
      <div className="row">
        {rounded > 0 && sku && intent ? (
          <form method="post" action={paths.cart()}>
            <input type="hidden" name="intent" value={intent} />
            <input type="hidden" name="sku" value={sku} />
            <input type="hidden" name="quantity" value={rounded} />
            {returnTo ? <input type="hidden" name="returnTo" value={returnTo} /> : null}
            <Button look="primary" size="sm">
              {w.tryRounded(formatNumber(rounded, locale))}
            </Button>
          </form>
        ) : null}
        {!isInPlace && returnTo && returnTo !== paths.cart() && /^\/[^/\\]/.test(returnTo) ? (
          <a className="link" href={returnTo}>
            {w.backToList}
          </a>
        ) : null}
      </div>
    </div>
  );
}
