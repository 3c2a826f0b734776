import type { MouseEvent } from "react";
import type { TermsToChoose } from "#app/domain/customers/payment-terms.ts";
import type { TermsStep } from "#app/domain/pricing/next-step.ts";
import { type Answer, typedOr } from "#app/kit/answered.ts";
import { Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { Disclose } from "#app/kit/disclose.tsx";
import { Field } from "#app/kit/field.tsx";
import { StepButton } from "#app/kit/next-steps.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { formatBasisPoints, formatCents } from "#app/words/numbers.ts";
import { orderWords } from "#app/words/orders.ts";
import { useShownAnew } from "./use-shown-anew.ts";

/** Where scripts run, marking the terms is all a press has to do: the page shows their prices in place. */
function marked(event: MouseEvent<HTMLButtonElement>, termsId: number): void {
  const field = event.currentTarget.form?.querySelector<HTMLInputElement>(
    `input[name="paymentTermsId"][value="${termsId}"]`,
  );
  if (!field || field.checked) return;
  event.preventDefault();
  field.focus();
  field.click();
}

/** How the order is paid on account, and a small form for those who miss their terms. */
export function ChooseTerms({
  terms,
  chosenId,
  cheaper,
  goodsCents,
  totalCents,
  answer,
}: {
  terms: TermsToChoose[];
  /** The terms the prices on the page are for. */
  chosenId: number | null;
  /** Those on which all of it is cheaper. */
  cheaper: TermsStep | null;
  goodsCents: number;
  totalCents: number;
  answer: Answer;
}) {
  const w = useWords(orderWords);
  const locale = useLocale();
  const shownAnew = useShownAnew();
  const fits = terms.filter((one) => one.minimumOrderCents <= goodsCents);
  const priced = terms.find((one) => one.id === chosenId);
  // Where those of the cart ask for more than is in it: others at the same prices before the shortest.
  const counting =
    fits.find((one) => one === priced) ?? fits.find((one) => one.basisPoints === priced?.basisPoints) ?? fits[0];
  const chosen = typedOr(answer, "paymentTermsId", counting?.id);
  const isPriced = new Set(terms.map((one) => one.basisPoints)).size > 1;
  return (
    <Card title={w.terms}>
      <p className="muted mb-3">{w.onAccount}</p>
      <fieldset className="picks" id="paymentTermsId" onChange={isPriced ? shownAnew("choose") : undefined}>
        <legend className="sr-only">{w.terms}</legend>
        {terms.length === 0 ? <p className="text-warn">{w.noTerms}</p> : null}
        {terms.map((one) => (
          <label className="pick" key={one.id}>
            <input
              type="radio"
              name="paymentTermsId"
              value={one.id}
              defaultChecked={String(one.id) === chosen}
              disabled={one.minimumOrderCents > goodsCents}
            />
            <span>
              <span className="font-medium">{one.name}</span>
              {one.basisPoints === 0 ? null : (
                <span className={one.basisPoints < 0 ? "text-good" : "text-muted"}>
                  {" "}
                  {w.pricesBy(`${one.basisPoints > 0 ? "+" : ""}${formatBasisPoints(one.basisPoints, locale)}`)}
                </span>
              )}
              <span className="block text-sm text-muted">
                {one.basisPoints === (priced?.basisPoints ?? 0)
                  ? w.instalmentOf(one.days.length, formatCents(Math.round(totalCents / one.days.length), locale))
                  : w.instalments(one.days.length)}
                {one.minimumOrderCents > goodsCents
                  ? ` · ${w.termsMissing(formatCents(one.minimumOrderCents - goodsCents, locale))}`
                  : null}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      {cheaper ? (
        <p className="mt-2 text-sm">
          <StepButton
            step={cheaper}
            name="act"
            value={`choose:${cheaper.termsId}`}
            onClick={(event) => marked(event, cheaper.termsId)}
            formNoValidate
          />
        </p>
      ) : null}
      {isPriced ? (
        <noscript>
          <p className="row mt-3">
            <Button name="act" value="choose" size="sm" formNoValidate>
              {w.showTheirPrices}
            </Button>
            <span className="muted text-sm">{w.showTheirPricesLead}</span>
          </p>
        </noscript>
      ) : null}
      <div className="mt-3">
        <Disclose summary={w.termsWanted}>
          <div className="form max-w-md">
            <Field name="termsWanted" label={w.termsWantedLabel} help={w.termsWantedHelp} answer={answer} />
            <div>
              <Button name="act" value="terms" size="sm">
                {w.termsWantedSend}
              </Button>
            </div>
          </div>
        </Disclose>
      </div>
    </Card>
  );
}
