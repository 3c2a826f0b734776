import { z } from "zod";
import { quantity, text, ticked } from "#app/http/shapes.ts";

const sku = text(60);
const line = z.strictObject({ sku, quantity, chosen: ticked });

/** The list as it is sent: every row, and the button that was pressed. */
const list = z.strictObject({
  act: z.enum(["cart", "remember"]).default("remember"),
  hide: sku.optional(),
  forget: sku.optional(),
  show: sku.optional(),
  lines: z.array(line).max(200).default([]),
});

/** Whoever takes a product off the list need not say how much of it they want. */
function withoutHidden(fields: unknown): unknown {
  if (fields === null || typeof fields !== "object" || !("hide" in fields) || !("lines" in fields)) return fields;
  const { hide, lines } = fields;
  if (!Array.isArray(lines)) return fields;
  return { ...fields, lines: lines.map((one) => (one?.sku === hide ? { ...one, quantity: "1" } : one)) };
}

/** Everything the replenishment page can ask for; no price is among it. */
export const replenishForm = z.preprocess(withoutHidden, list);

export type ReplenishWish = z.output<typeof replenishForm>;
