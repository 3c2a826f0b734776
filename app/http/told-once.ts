import type { z } from "zod";
import { cookieIn } from "./preference-cookie.ts";

const moment = "Path=/; SameSite=Lax; HttpOnly";

/** A value as a cookie carries it. */
export const carried = (value: unknown): string => encodeURIComponent(JSON.stringify(value));

/** A value as it was carried, or as a form holds it; null where it cannot be read. */
export function uncarried(said: string): unknown {
  try {
    return JSON.parse(said.startsWith("%") ? decodeURIComponent(said) : said);
  } catch {
    return null;
  }
}

/** The header that carries a value to the next page; it lives for a minute and in this browser only. */
export const tellOnce = (name: string, value: unknown): Record<string, string> => ({
  "Set-Cookie": `${name}=${carried(value)}; Max-Age=60; ${moment}`,
});

/** What a request carries under the name, and the header that ends it, so that it is told once; strange news is no news. */
export function toldIn<Shape extends z.ZodType>(
  request: Request,
  name: string,
  shape: Shape,
): { told: z.output<Shape> | null; headers: HeadersInit | undefined } {
  const said = cookieIn(request, name);
  if (said === null) return { told: null, headers: undefined };
  const read = shape.safeParse(uncarried(said));
  return {
    told: read.success ? read.data : null,
    headers: { "Set-Cookie": `${name}=; Max-Age=0; ${moment}` },
  };
}
