import { createCookie } from "@remix-run/node";
import { env } from "#app/env.server.ts";
import { type SessionKind, sessionLengths } from "./session.ts";

const isOverTls = env.APP_URL.startsWith("https:");

/** Over https the name of a cookie binds it to this very host. */
const keptHere = (name: string) =>
  createCookie(isOverTls ? `__Host-${name}` : name, { httpOnly: true, secure: isOverTls, sameSite: "lax", path: "/" });

/** The one cookie that signs a person in. */
const cookie = keptHere("carteira");

/** The cookie of somebody whose code is still asked for; it signs nobody in. */
const halfCookie = keptHere("carteira-half");

const renewed = new Map<string, string>();
const renewedKept = 200;
const pageOf = (request: Request) => request.headers.get("x-carteira-request");

/** Has the page that is drawn in answer to this very request belong to the session that was just opened. */
export function renewToken(request: Request, token: string): void {
  const page = pageOf(request);
  if (!page) return;
  renewed.set(page, token);
  if (renewed.size > renewedKept) renewed.delete(renewed.keys().next().value ?? "");
}

/** The token a request carries; null when there is none that reads as one. */
export async function tokenOf(request: Request): Promise<string | null> {
  const fresh = renewed.get(pageOf(request) ?? "");
  if (fresh) return fresh;
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

/** The token of half a session; null when there is none that reads as one. */
export async function halfTokenOf(request: Request): Promise<string | null> {
  const said: unknown = await halfCookie.parse(request.headers.get("Cookie"));
  return typeof said === "string" && said !== "" ? said : null;
}

/** The header that gives a browser half a session. */
export async function halfCookieWith(token: string, maxAge: number): Promise<Record<string, string>> {
  return { "Set-Cookie": await halfCookie.serialize(token, { maxAge }) };
}

/** The header that takes half a session away. */
export const halfCookieGone = (): Promise<Record<string, string>> => halfCookieWith("", 0);
