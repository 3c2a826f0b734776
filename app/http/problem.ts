import type { z } from "zod";
import { type Reason, Refusal } from "#app/domain/refusal.ts";
import { refusalWords } from "#app/words/refusals.ts";
import { conflicts } from "./answer.ts";
import { acceptedLocale } from "./locale.server.ts";

/** Answers a machine that something went wrong (RFC 9457); `code` is stable, `title` is for people. */
export function problem(
  status: number,
  code: string,
  title: string,
  { headers, ...more }: { headers?: HeadersInit; reasons?: unknown; fields?: unknown } = {},
): Response {
  const answer = new Response(JSON.stringify({ type: "about:blank", title, status, code, ...more }), {
    status,
    headers,
  });
  answer.headers.set("Content-Type", "application/problem+json");
  answer.headers.set("Cache-Control", "no-store");
  return answer;
}

/** Answers a machine with what it asked for; nobody may keep it. */
export function said(document: unknown, status = 200, headers: HeadersInit = {}): Response {
  const answer = new Response(JSON.stringify(document), { status, headers });
  answer.headers.set("Content-Type", "application/json; charset=utf-8");
  answer.headers.set("Cache-Control", "no-store");
  return answer;
}

/** Does the act; an expected no becomes a problem document with every reason: 404, 409 where the world moved on, else 422. */
export async function unlessProblem(request: Request, act: () => Promise<Response>): Promise<Response> {
  try {
    return await act();
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    const words = refusalWords[acceptedLocale(request.headers.get("accept-language"))];
    const status = conflicts.has(fault.code) ? 409 : isMissing(fault) ? 404 : 422;
    const sentence = (reason: Reason) => words[reason.code](reason.details);
    const reasons = fault.reasons.map((reason) => ({ ...reason, title: sentence(reason) }));
    return problem(status, fault.code, sentence(fault), { reasons });
  }
}

/** What the address names is not there; something missing inside the body is a mistake in the body. */
const isMissing = (fault: Refusal): boolean => fault.code === "not_found" && fault.details.what !== "product";

/** Refuses every writing method but those the address takes; Remix would hand them all to its action. */
export function takesOnly(request: Request, ...methods: string[]): void {
  if (methods.includes(request.method)) return;
  const headers = { Allow: ["GET", "HEAD", ...methods].join(", ") };
  throw problem(405, "method_not_allowed", "This address does not take that method.", { headers });
}

/** Reads the JSON a machine sends by its shape; refused are other types, broken JSON and every field the shape does not name. */
export async function bodyOf<T extends z.ZodType>(request: Request, shape: T): Promise<z.output<T>> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/json(;|$)/i.test(type)) {
    throw problem(415, "not_json", "Send the body as JSON with Content-Type: application/json.");
  }
  const read = shape.safeParse(parsed(await request.text()));
  if (!read.success) throw misread("The body cannot be taken as it is.", read.error);
  return read.data;
}

/** PostgreSQL takes no text with the character that ends one in C. */
function storable(_name: string, value: unknown): unknown {
  if (typeof value === "string" && value.includes("\u0000")) throw new Error("a text holds the character U+0000");
  return value;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body, storable);
  } catch (fault) {
    throw problem(400, "broken_json", `The body is not JSON: ${(fault as Error).message}`);
  }
}

/** Reads the query a machine sends by its shape; unlike for people, a wrong value is refused, not left out. */
export function queryOf<T extends z.ZodType>(request: Request, shape: T): z.output<T> {
  const read = shape.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!read.success) throw misread("The query cannot be taken as it is.", read.error);
  return read.data;
}

function misread(title: string, error: z.ZodError): Response {
  const fields = error.issues.map((issue) => ({ field: issue.path.join("."), problem: issue.message }));
  return problem(422, "invalid_input", title, { fields });
}

/** The key under which a write is done once; what is sent without one is done each time. */
export function idempotencyKeyIn(request: Request): string | null {
  const key = request.headers.get("idempotency-key")?.trim();
  if (!key) return null;
  if (key.length <= 200) return key;
  throw problem(422, "invalid_input", "An Idempotency-Key has at most 200 characters.");
}
