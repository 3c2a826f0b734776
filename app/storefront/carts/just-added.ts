import { z } from "zod";
import { tellOnce, toldIn } from "#app/http/told-once.ts";

const justAdded = z.strictObject({
  sku: z.string().max(60),
  name: z.string().max(300),
  /** How many went in now, and how many the cart holds with them. */
  quantity: z.int().min(1).max(100_000),
  inCart: z.int().min(1).max(100_000),
  /** What the shelf holds, where the cart wants more than that; else null. */
  onlyAvailable: z.int().nullable(),
});

/** What went into the cart a moment ago, as the next page tells it; no price is among it. */
export type JustAdded = z.output<typeof justAdded>;

const name = "added";

/** The header that carries the news to the page the buyer goes back to. */
export const tellAdded = (added: JustAdded): Record<string, string> => tellOnce(name, added);

/** The news a request carries, and the header that ends it. */
export function addedIn(request: Request): { added: JustAdded | null; headers: HeadersInit | undefined } {
  const { told, headers } = toldIn(request, name, justAdded);
  return { added: told, headers };
}
