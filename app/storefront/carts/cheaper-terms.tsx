import { Form } from "@remix-run/react";
import { StepButton } from "#app/kit/next-steps.tsx";
import type { ShownCart } from "./cart.tsx";

/** The form that every press for the cheaper terms is sent by, wherever on the cart it stands. */
export const cheaperTermsForm = "cheaper-terms";

/** The terms on which the whole cart is cheaper, one press away; nothing where there are none. */
export function CheaperTerms({ step }: { step: ShownCart["cheaperTerms"] }) {
  if (!step) return null;
  return (
    <Form id={cheaperTermsForm} method="post" preventScrollReset replace className="mt-2 text-sm">
      <input type="hidden" name="intent" value="terms" />
      <StepButton step={step} name="paymentTermsId" value={step.termsId} />
    </Form>
  );
}
