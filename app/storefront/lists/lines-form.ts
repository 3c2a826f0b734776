import { z } from "zod";
import type { WantedLine } from "#app/domain/carts/carts.server.ts";
import { text, ticked } from "#app/http/shapes.ts";
import { type Answer, refusalIn } from "#app/kit/answered.ts";

/** A quantity as it was typed; what is no whole number is kept as none at all, and refused beside its row by the domain. */
const typedQuantity = z
  .string()
  .trim()
  .max(20)
  .transform((said) => (/^-?\d{1,9}$/.test(said) ? Number(said) : Number.NaN));

/** The rows of a list or of an old order, as a form sends them: each with its quantity, and ticked or not. */
export const sentLines = z.array(z.strictObject({ sku: text(60), quantity: typedQuantity, chosen: ticked })).max(1_000);

/** The rows that are ticked, or all of them, as the cart takes them. */
export const linesWanted = (sent: z.output<typeof sentLines>, isAll: boolean): WantedLine[] =>
  sent.filter((line) => isAll || line.chosen).map(({ sku, quantity }) => ({ sku, quantity }));

/** What was typed into the row of a product when nothing, or not all, was done; null when there was no such row. */
export function typedRow(answer: Answer, sku: string): { quantity: number | null; isChosen: boolean } | null {
  const typed = refusalIn(answer)?.typed ?? {};
  const place = Object.keys(typed).find((name) => /^lines\.\d+\.sku$/.test(name) && typed[name] === sku);
  if (!place) return null;
  const at = place.slice(0, -".sku".length);
  const said = typed[`${at}.quantity`];
  const quantity = typeof said === "string" && said.trim() !== "" ? Number(said.replace(",", ".")) : Number.NaN;
  return { quantity: Number.isFinite(quantity) ? quantity : null, isChosen: `${at}.chosen` in typed };
}
