import type { EnteredRow } from "#app/domain/carts/entry-row.ts";
import { Button } from "#app/kit/button.tsx";
import { Icon } from "#app/kit/icon.tsx";
import { StepButton, StepSaid } from "#app/kit/next-steps.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { formatNumber } from "#app/words/numbers.ts";
import { quickOrderWords } from "#app/words/quick-order.ts";
import { refusalWords } from "#app/words/refusals.ts";

/** What stands against a line, in the words of the cart, with the quantity that would go in one press away. */
export function RowMessages({ row }: { row: EnteredRow }) {
  const w = useWords(quickOrderWords);
  const sentences = useWords(refusalWords);
  const locale = useLocale();
  const asked = row.question === "quantity" ? w.howMany : row.question === "pack" ? w.howManyInPack : null;
  // Who mends the first by the button has mended the others.
  const [first] = row.reasons;
  if (row.step) return <RowStep row={row} step={row.step} />;
  if (!asked && !first) return null;
  return (
    <div id={`messages-${row.id}`} className="entry-messages">
      {asked ? (
        <p className="text-warn">
          <Icon name="help" className="size-3.5 shrink-0" />
          {asked}
        </p>
      ) : null}
      {first ? (
        <p className={row.isReady || asked ? "text-warn" : "text-bad"}>
          <Icon name="warn" className="size-3.5 shrink-0" />
          {sentences[first.code](first.details)}
        </p>
      ) : null}
      {row.rounded !== null && row.product ? (
        <Button size="sm" name="act" value={`round:${row.id}`}>
          {w.round(formatNumber(row.rounded, locale), row.product.unit)}
        </Button>
      ) : null}
    </div>
  );
}

/** How a line without a fault costs less: so many of it, in one press where they can be had. */
function RowStep({ row, step }: { row: EnteredRow; step: NonNullable<EnteredRow["step"]> }) {
  return (
    <div className="entry-messages text-good">
      {row.reach === null ? (
        <StepSaid step={step} />
      ) : (
        <StepButton
          step={step}
          quantity={row.reach}
          product={row.product?.name}
          name="act"
          value={`take:${row.id}:${row.reach}`}
        />
      )}
    </div>
  );
}
