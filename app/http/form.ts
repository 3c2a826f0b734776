import { z } from "zod";
import { type FieldProblem, type FieldProblemCode, fieldProblems } from "#app/words/forms.ts";

/** What is wrong, field by field, the first thing of each. */
export type FieldErrors = Record<string, FieldProblem>;

/** What was typed, kept so that the form can be shown again as it was; passwords and files are never kept. */
export type Typed = Record<string, string | string[]>;

export type ReadForm<T> = { ok: true; value: T; typed: Typed } | { ok: false; errors: FieldErrors; typed: Typed };

/** Names a problem inside a zod shape: `z.string().refine(isDay, problem("notADay"))`. */
export const problem = (code: FieldProblemCode) => ({ error: code });

const neverKept = /password|token|secret/i;
const forbidden = new Set(["__proto__", "prototype", "constructor"]);

function place(into: Record<string, unknown>, path: string[], value: unknown): void {
  const [head = "", ...rest] = path;
  if (forbidden.has(head)) return;
  if (rest.length === 0) {
    into[head] = Object.hasOwn(into, head) ? [into[head], value].flat() : value;
    return;
  }
  if (!Object.hasOwn(into, head) || typeof into[head] !== "object") into[head] = {};
  place(into[head] as Record<string, unknown>, rest, value);
}

/** `{ 0: a, 1: b }` becomes `[a, b]`, all the way down. */
function listsFrom(value: unknown): unknown {
  if (value === null || typeof value !== "object" || value instanceof Blob) return value;
  if (Array.isArray(value)) return value.map(listsFrom);
  const entries = Object.entries(value);
  if (entries.length > 0 && entries.every(([key]) => /^\d{1,5}$/.test(key))) {
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, item]) => listsFrom(item));
  }
  return Object.fromEntries(entries.map(([key, item]) => [key, listsFrom(item)]));
}

/** Nobody types the character that ends a text in C, and PostgreSQL takes none. */
const storable = (value: FormDataEntryValue): FormDataEntryValue =>
  typeof value === "string" ? value.replaceAll("\u0000", "") : value;

/** Form fields as an object: a repeated name is a list, `lines.0.sku` is a path. */
export function fieldsOf(form: FormData | URLSearchParams): Record<string, unknown> {
  const raw: Record<string, unknown> = {};
  for (const [name, value] of form.entries()) place(raw, name.split("."), storable(value));
  return listsFrom(raw) as Record<string, unknown>;
}

const strictShapes = new WeakMap<z.ZodType, z.ZodType>();

/** The shape without room for unknown fields; kept, because zod compiles each shape anew when it is first used. */
function strictly(shape: z.ZodType): z.ZodType {
  if (!(shape instanceof z.ZodObject)) return shape;
  const known = strictShapes.get(shape);
  if (known) return known;
  const strict = shape.strict();
  strictShapes.set(shape, strict);
  return strict;
}

/** A list is asked for by the shape, but a form with one ticked box sends no list; this makes it one. */
export function listed(shape: z.ZodType, fields: Record<string, unknown>): Record<string, unknown> {
  if (!(shape instanceof z.ZodObject)) return fields;
  const ready = { ...fields };
  for (const [name, field] of Object.entries(shape.shape)) {
    let inner: unknown = field;
    while (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault || inner instanceof z.ZodPrefault) {
      inner = inner.unwrap();
    }
    if (!(inner instanceof z.ZodArray)) continue;
    const given = ready[name];
    if (given === undefined && field instanceof z.ZodArray) ready[name] = [];
    else if (given !== undefined && !Array.isArray(given)) ready[name] = [given];
  }
  return ready;
}

function codeFrom(issue: z.core.$ZodIssue): FieldProblem {
  if ((fieldProblems as readonly string[]).includes(issue.message)) return { code: issue.message as FieldProblemCode };
  if (issue.code === "invalid_type") return { code: issue.input === undefined ? "required" : "invalid" };
  if (issue.code === "invalid_value") return { code: "notOffered" };
  if (issue.code === "unrecognized_keys") return { code: "unknownField" };
  if (issue.code === "invalid_format") return { code: issue.format === "email" ? "notAnEmail" : "invalid" };
  if (issue.code === "too_small") {
    const limit = Number(issue.minimum);
    if (issue.origin !== "string") return { code: issue.origin === "array" ? "required" : "tooSmall", limit };
    return limit <= 1 ? { code: "required" } : { code: "tooShort", limit };
  }
  if (issue.code === "too_big") {
    return { code: issue.origin === "string" ? "tooLong" : "tooLarge", limit: Number(issue.maximum) };
  }
  return { code: "invalid" };
}

function errorsFrom(error: z.ZodError): FieldErrors {
  const errors: FieldErrors = {};
  for (const issue of error.issues) {
    const names = issue.code === "unrecognized_keys" ? issue.keys : [issue.path.join(".") || "form"];
    for (const name of names) errors[name] ??= codeFrom(issue);
  }
  return errors;
}

/** What was typed, as it is kept. */
export function typedIn(form: FormData): Typed {
  const typed: Typed = {};
  for (const [name, value] of form.entries()) {
    if (typeof value !== "string" || neverKept.test(name) || forbidden.has(name)) continue;
    const before = typed[name];
    typed[name] = before === undefined ? value : [before, value].flat();
  }
  return typed;
}

/** Reads form data by its shape; an unknown field is refused, and what was typed comes back either way. */
export function readForm<T extends z.ZodType>(form: FormData, shape: T): ReadForm<z.output<T>> {
  const typed = typedIn(form);
  const read = strictly(shape).safeParse(listed(shape, fieldsOf(form)), { reportInput: true });
  return read.success
    ? { ok: true, value: read.data as z.output<T>, typed }
    : { ok: false, errors: errorsFrom(read.error), typed };
}

/** Reads the form a request carries: `const form = await formOf(request, shape)`. */
export async function formOf<T extends z.ZodType>(request: Request, shape: T): Promise<ReadForm<z.output<T>>> {
  return readForm(await request.formData(), shape);
}
