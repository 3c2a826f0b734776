import { z } from "zod";
import { mostTaken, type Taken } from "#app/domain/carts/mends.ts";
import { carried, tellOnce, toldIn, uncarried } from "#app/http/told-once.ts";

const were = z
  .array(z.strictObject({ sku: z.string().min(1).max(60), quantity: z.int().min(0).max(100_000) }))
  .max(mostTaken);
const taken = z.strictObject({ lines: were, waiting: were });

/** What was taken, as text that travels in a form; no price is among it. */
export const takenField = z
  .string()
  .max(8_000)
  .transform((said, context): Taken => {
    const read = taken.safeParse(uncarried(said));
    if (read.success) return read.data;
    context.addIssue({ code: "custom", message: "invalid" });
    return z.NEVER;
  });

const name = "taken";
const mostLetters = 3_500;

/** True when what was taken is little enough to be carried to the next look at the cart. */
export const mayBeTold = (taken: Taken): boolean =>
  taken.lines.length <= mostTaken && carried(taken).length <= mostLetters;

/** The header that carries what was taken to the next look at the cart, so that it can be undone. */
export function tellTaken({ lines, waiting }: Taken): Record<string, string> {
  const taken = { lines, waiting };
  return lines.length + waiting.length === 0 || !mayBeTold(taken) ? {} : tellOnce(name, taken);
}

/** What was taken a moment ago, and the header that ends it, so that it is offered once. */
export function takenIn(request: Request): { taken: Taken | null; headers: HeadersInit | undefined } {
  const { told, headers } = toldIn(request, name, taken);
  return { taken: told, headers };
}
