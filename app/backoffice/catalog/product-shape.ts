import { z } from "zod";
import { problem } from "#app/http/form.ts";
import { maybe, optionalText, text, ticked, whole } from "#app/http/shapes.ts";

/** What the office types about a product. */
export const productFields = z.object({
  ean: maybe(
    z
      .string()
      .trim()
      .regex(/^\d{8,14}$/, problem("invalid")),
  ),
  name: text(200),
  description: optionalText(4000),
  unit: text(10),
  packMultiple: whole(1, 100_000),
  minimumQuantity: whole(1, 100_000),
  supplier: optionalText(200),
  category: optionalText(200),
  picture: maybe(
    z
      .string()
      .trim()
      .max(300)
      .regex(/^\/[\w./-]+$/, problem("invalid")),
  ),
  isActive: ticked,
});

/** A product's code as it is typed once; files and buyers find it in capitals only. */
export const skuField = z
  .string(problem("required"))
  .trim()
  .min(1, problem("required"))
  .max(60)
  .regex(/^[^\s/?#%]+$/, problem("invalid"))
  .toUpperCase();
