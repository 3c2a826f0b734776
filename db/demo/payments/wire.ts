import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";

/** What was sent in the form encoding of the payment house's API: `a[b][0]=c` is `{ a: { b: ["c"] } }`. */
export type Sent = { [name: string]: string | Sent };

/** A question as it came in. */
export interface Call {
  method: string;
  path: string;
  query: Sent;
  body: string;
  sent: Sent;
  key: string | null;
}

/** An answer as it goes out. */
export interface Answer {
  status: number;
  body: object | string;
  headers?: Record<string, string>;
}

/** A no in the shape the API has for it. */
export class ApiFault extends Error {
  constructor(
    readonly status: number,
    readonly type: string,
    message: string,
    readonly code?: string,
  ) {
    super(message);
  }
}

/** Reads the form encoding with its brackets. */
export function sentFrom(form: string): Sent {
  const sent: Sent = {};
  for (const [name, value] of new URLSearchParams(form)) {
    const path = name.split(/[[\]]+/).filter(Boolean);
    let at = sent;
    for (const piece of path.slice(0, -1)) {
      const inner = at[piece];
      at = at[piece] = typeof inner === "object" ? inner : {};
    }
    at[path.at(-1) ?? ""] = value;
  }
  return sent;
}

/** A piece of what was sent, by its path; undefined where it was not. */
export function said(sent: Sent, ...path: string[]): string | undefined {
  let at: string | Sent | undefined = sent;
  for (const piece of path) at = typeof at === "object" ? at[piece] : undefined;
  return typeof at === "string" ? at : undefined;
}

/** Everything that was sent under a path, in its order. */
export function listed(sent: Sent, name: string): string[] {
  const inner = sent[name];
  return typeof inner === "object" ? Object.values(inner).filter((one) => typeof one === "string") : [];
}

/** Reads a question off the wire. */
export async function callOf(request: IncomingMessage): Promise<Call> {
  const url = new URL(request.url ?? "/", "http://test.invalid");
  const body = await text(request);
  return {
    method: request.method ?? "GET",
    path: url.pathname,
    query: sentFrom(url.search.slice(1)),
    body,
    sent: sentFrom(body),
    key: (request.headers["idempotency-key"] as string | undefined) ?? null,
  };
}

/** A name as the payment house gives them. */
export const newName = (kind: string): string => `${kind}_test_${randomBytes(12).toString("hex")}`;

/** Sends an answer with the headers the library looks at. */
export function send(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  const isPage = typeof body === "string";
  response.writeHead(status, {
    "Content-Type": isPage ? "text/html; charset=utf-8" : "application/json",
    "Request-Id": newName("req"),
    ...headers,
  });
  response.end(isPage ? body : JSON.stringify(body));
}

/** The answer a fault becomes. */
export const answerOf = (fault: ApiFault): Answer => ({
  status: fault.status,
  body: { error: { type: fault.type, message: fault.message, ...(fault.code && { code: fault.code }) } },
});
