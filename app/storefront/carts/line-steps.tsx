import { Form } from "@remix-run/react";
import { isWithinReach } from "#app/domain/pricing/next-step.ts";
import { NextSteps, StepButton } from "#app/kit/next-steps.tsx";
import type { ShownCart, ShownLine } from "./cart.tsx";
import { cheaperTermsForm } from "./cheaper-terms.tsx";

/**
 * The ways of a line to a lower price, each taken by a press: more of it by the rules of any quantity, other terms for the whole
 * cart. What cannot be taken, and all of it for who only looks, is said.
 */
export function LineSteps({
  line,
  cheaperTerms,
  mayOrder,
}: {
  line: ShownLine;
  cheaperTerms: ShownCart["cheaperTerms"];
  mayOrder: boolean;
}) {
  if (line.reasons.length > 0) return null;
  return (
    <NextSteps
      steps={line.steps}
      pressOf={(step) => {
        if (step.kind === "terms") {
          return step.termsId === cheaperTerms?.termsId ? (
            <StepButton step={step} form={cheaperTermsForm} name="paymentTermsId" value={step.termsId} />
          ) : null;
        }
        return mayOrder && isWithinReach(step, line) ? (
          <Form method="post" preventScrollReset replace>
            <input type="hidden" name="intent" value="change" />
            <input type="hidden" name="sku" value={line.sku} />
            <StepButton step={step} product={line.name} name="quantity" value={step.quantity} />
          </Form>
        ) : null;
      }}
    />
  );
}
