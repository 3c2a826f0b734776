import { Form } from "@remix-run/react";
import { isWithinReach, type NextStep } from "#app/domain/pricing/next-step.ts";
import { StepButton } from "#app/kit/next-steps.tsx";
import { paths } from "#app/paths.ts";

/** What decides which step can be taken from a product's page. */
interface Reach {
  packMultiple: number;
  minimumQuantity: number;
  available: number;
  /** The terms on which all of the cart is cheaper, for they change for all of it; null where there are none. */
  cartTermsId: number | null;
  mayOrder: boolean;
  /** Where the buyer stays. */
  returnTo: string;
}

/** A step of a product taken by a press: so many in the field at their price, or the terms of the cart. Null where it can only be said. */
export function productStep(step: NextStep, { cartTermsId, mayOrder, returnTo, ...product }: Reach) {
  if (step.kind === "quantity") {
    return mayOrder && isWithinReach(step, product) ? (
      <Form method="get" preventScrollReset>
        <StepButton step={step} name="quantity" value={step.quantity} />
      </Form>
    ) : null;
  }
  return step.termsId === cartTermsId ? (
    <form method="post" action={paths.cart()}>
      <input type="hidden" name="intent" value="terms" />
      <input type="hidden" name="returnTo" value={returnTo} />
      <StepButton step={step} name="paymentTermsId" value={step.termsId} />
    </form>
  ) : null;
}
