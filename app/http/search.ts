import type { z } from "zod";
import { fieldsOf, listed } from "./form.ts";

/** What the address asks for, and the names of what could not be read and was left out. */
export interface ReadSearch<T> {
  value: T;
  ignored: string[];
}

/**
 * Reads the address's query by its shape. A wrong value falls back to its default and is named in `ignored`;
 * unknown names are let be, for addresses are shared and shortened by many hands. Every field needs a default or to be optional.
 */
export function searchOf<T extends z.ZodObject>(request: Request | URL, shape: T): ReadSearch<z.output<T>> {
  const params = request instanceof URL ? request.searchParams : new URL(request.url).searchParams;
  const known = new URLSearchParams([...params].filter(([name, value]) => name in shape.shape && value !== ""));
  const fields = listed(shape, fieldsOf(known));
  const first = shape.safeParse(fields);
  if (first.success) return { value: first.data, ignored: [] };
  const ignored = [...new Set(first.error.issues.map((issue) => String(issue.path[0])))];
  const left = Object.fromEntries(Object.entries(fields).filter(([name]) => !ignored.includes(name)));
  return { value: shape.parse(listed(shape, left)), ignored };
}
