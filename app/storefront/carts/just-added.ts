import { z } from "zod";
import { cookieIn } from "#app/http/preference-cookie.ts";

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

/** The header that carries the news to the page the buyer goes back to; it lives for a minute and in this browser only. */
export function tellAdded(added: JustAdded): Record<string, string> {
  const said = encodeURIComponent(JSON.stringify(added));
  return { "Set-Cookie": `${name}=${said}; Path=/; Max-Age=60; SameSite=Lax; HttpOnly` };
}

/** The news a request carries, and the header that ends it, so that it is told once; strange news is no news. */
export function addedIn(request: Request): { added: JustAdded | null; headers: HeadersInit | undefined } {
  const said = cookieIn(request, name);
  if (said === null) return { added: null, headers: undefined };
  const read = justAdded.safeParse(written(said));
  const headers = { "Set-Cookie": `${name}=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly` };
  return { added: read.success ? read.data : null, headers };
}

function written(said: string): unknown {
  try {
    return JSON.parse(decodeURIComponent(said));
  } catch {
    return null;
  }
}
