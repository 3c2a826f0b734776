import { z } from "zod";
import { mostTaken, type Taken } from "#app/domain/carts/mends.ts";
import { cookieIn } from "#app/http/preference-cookie.ts";

const were = z
  .array(z.strictObject({ sku: z.string().min(1).max(60), quantity: z.int().min(0).max(100_000) }))
  .max(mostTaken);
const taken = z.strictObject({ lines: were, waiting: were });

/** What was taken, as text that travels in a form; no price is among it. */
export const takenField = z
  .string()
  .max(8_000)
  .transform((said, context): Taken => {
    const read = taken.safeParse(parsed(said));
    if (read.success) return read.data;
    context.addIssue({ code: "custom", message: "invalid" });
    return z.NEVER;
  });

const name = "taken";
const mostLetters = 3_500;

const told = ({ lines, waiting }: Taken): string => encodeURIComponent(JSON.stringify({ lines, waiting }));

/** True when what was taken is little enough to be carried to the next look at the cart. */
export const mayBeTold = (taken: Taken): boolean =>
  taken.lines.length <= mostTaken && told(taken).length <= mostLetters;

/** The header that carries what was taken to the next look at the cart, so that it can be undone; it lives for a minute in this browser only. */
export function tellTaken(taken: Taken): Record<string, string> {
  if (taken.lines.length + taken.waiting.length === 0 || !mayBeTold(taken)) return {};
  return { "Set-Cookie": `${name}=${told(taken)}; Path=/; Max-Age=60; SameSite=Lax; HttpOnly` };
}

/** What was taken a moment ago, and the header that ends it, so that it is offered once. */
export function takenIn(request: Request): { taken: Taken | null; headers: HeadersInit | undefined } {
  const said = cookieIn(request, name);
  if (said === null) return { taken: null, headers: undefined };
  const read = taken.safeParse(parsed(said));
  const headers = { "Set-Cookie": `${name}=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly` };
  return { taken: read.success ? read.data : null, headers };
}

function parsed(said: string): unknown {
  try {
    return JSON.parse(said.startsWith("%") ? decodeURIComponent(said) : said);
  } catch {
    return null;
  }
}
