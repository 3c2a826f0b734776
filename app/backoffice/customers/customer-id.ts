import { notFound } from "#app/http/answer.ts";
import { rowId } from "#app/http/shapes.ts";

/** The customer's id in the address; anything that cannot be one is a 404. */
export function customerIdIn(params: { id?: string }): number {
  const id = rowId.safeParse(params.id);
  if (!id.success) throw notFound();
  return id.data;
}
