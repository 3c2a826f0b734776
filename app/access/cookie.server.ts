import { createCookie } from "@remix-run/node";
import { env } from "#app/env.server.ts";
import { type SessionKind, sessionLengths } from "./session.ts";

const isOverTls = env.APP_URL.startsWith("https:");

/** The one cookie that signs a person in. Over https its name binds it to this very host. */
const cookie = createCookie(isOverTls ? "__Host-carteira" : "carteira", {
  httpOnly: true,
  secure: isOverTls,
  sameSite: "lax",
  path: "/",
});

/** The token a request carries; null when there is none that reads as one. */
export async function tokenOf(request: Request): Promise<string | null> {
  const said: unknown = await cookie.parse(request.headers.get("Cookie"));
  return typeof said === "string" ? said : null;
}

/** The header that gives a browser its token. */
export async function cookieWith(token: string, kind: SessionKind): Promise<Record<string, string>> {
  const maxAge = Math.floor(sessionLengths[kind].absoluteMilliseconds / 1000);
  return { "Set-Cookie": await cookie.serialize(token, { maxAge }) };
}

/** The header that takes the token away. */
export async function cookieGone(): Promise<Record<string, string>> {
  return { "Set-Cookie": await cookie.serialize("", { maxAge: 0 }) };
}
