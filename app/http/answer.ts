import { data, redirect } from "@remix-run/node";
import { type Reason, Refusal, type RefusalCode } from "#app/domain/refusal.ts";
import type { FieldErrors, ReadForm, Typed } from "./form.ts";

/** What a screen gets back when nothing was done: why, and what was typed. The kit's fields and form errors draw it. */
export interface NotDone {
  done: false;
  reasons: Reason[];
  errors: FieldErrors;
  typed: Typed;
}

/** Refusals because the world moved on between look and click: sent again as it is, the same request may never succeed. */
export const conflicts: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  "prices_changed",
  "out_of_stock",
  "credit_exceeded",
  "over_month_limit",
  "approval_decided",
  "already_ordered",
  "order_state",
  "order_under_way",
  "already_answered",
  "receivable_moved",
  "quote_answered",
  "quote_closed",
  "quote_expired",
  "quote_version_ordered",
]);

/** The reasons of a refusal and what was typed: 422, or 409 where somebody or something was faster. */
export function refused(refusal: Refusal, typed: Typed = {}) {
  const status = conflicts.has(refusal.code) ? 409 : 422;
  return data<NotDone>({ done: false, reasons: refusal.reasons, errors: {}, typed }, { status });
}

/** 422 for a form that could not be read: `if (!form.ok) return unreadable(form)`. */
export function unreadable(form: Extract<ReadForm<unknown>, { ok: false }>) {
  return data<NotDone>({ done: false, reasons: [], errors: form.errors, typed: form.typed }, { status: 422 });
}

/** The same from a route that has no page of its own to draw it: JSON. */
export function unreadableWithoutPage(form: Extract<ReadForm<unknown>, { ok: false }>): Response {
  return Response.json({ errors: form.errors }, { status: 422 });
}

/** Does the act and gives its answer; an expected no becomes a 422 with what was typed, everything else rises. */
export async function unlessRefused<T>(typed: Typed, act: () => Promise<T>): Promise<T | ReturnType<typeof refused>> {
  try {
    return await act();
  } catch (fault) {
    if (fault instanceof Refusal) return refused(fault, typed);
    throw fault;
  }
}

/** An address as a header carries it: what is beyond ASCII stands in percents, half a character as the sign of one. */
const inAscii = (href: string): string =>
  href.replace(/[^ -~]+/g, (said) => encodeURIComponent(new TextDecoder().decode(new TextEncoder().encode(said))));

/** After a write: go and look at it (303). */
export function seeOther(href: string, headers?: HeadersInit): Response {
  return redirect(inAscii(href), { status: 303, headers });
}

/** A path of our own from untrusted text; anything that could lead elsewhere becomes `otherwise`. */
export function ownPath(wanted: unknown, otherwise = "/"): string {
  if (typeof wanted !== "string" || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(wanted)) return otherwise;
  const base = "http://own.invalid";
  const url = URL.canParse(wanted, base) ? new URL(wanted, base) : null;
  return url?.origin === base ? `${url.pathname}${url.search}${url.hash}` : otherwise;
}

/** The page a form was sent from, when it is ours; used to go back after small acts. */
export function cameFrom(request: Request, otherwise = "/"): string {
  const referrer = request.headers.get("referer");
  if (!referrer || !URL.canParse(referrer)) return otherwise;
  const url = new URL(referrer);
  return url.host === new URL(request.url).host ? ownPath(`${url.pathname}${url.search}`, otherwise) : otherwise;
}

/** Nothing here for this reader; the same answer whether it does not exist or is somebody else's. */
export function notFound(): Response {
  return new Response(null, { status: 404 });
}

/** A reading of one thing for a page: refused as `not_found` it becomes a 404; everything else rises. */
export async function foundOr404<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (fault) {
    if (fault instanceof Refusal && fault.code === "not_found") throw notFound();
    throw fault;
  }
}
