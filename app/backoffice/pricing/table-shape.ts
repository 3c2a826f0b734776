import { z } from "zod";
import { priceScopes } from "#app/domain/pricing/price-table.ts";
import { problem } from "#app/http/form.ts";
import { basisPoints, day, maybe, optionalText, priceE4, quantity, sku, text, ticked } from "#app/http/shapes.ts";

/** What the office types about a price table; the last day is typed, the first day after it is kept. */
export const tableFields = z.object({
  name: text(120),
  scope: z.enum(priceScopes, problem("notOffered")),
  uf: maybe(
    z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z]{2}$/, problem("invalid")),
  ),
  group: optionalText(200),
  validFrom: maybe(day),
  validUntil: maybe(day),
  isActive: ticked,
  supplier: optionalText(200),
  base: optionalText(200),
  baseBasisPoints: maybe(basisPoints.refine((said) => said > -10_000 && said <= 100_000, problem("invalid"))),
});

/** A table's code as it is typed once: capital letters, digits, points and dashes. */
export const tableCode = z
  .string(problem("required"))
  .trim()
  .toUpperCase()
  .min(1, problem("required"))
  .max(40)
  .regex(/^[A-Z0-9._-]+$/, problem("invalid"));

/** What can be done to a price table, one form each. */
export const tableActs = z.discriminatedUnion("act", [
  tableFields.extend({ act: z.literal("revise") }).strict(),
  z.strictObject({ act: z.literal("set"), sku, fromQuantity: quantity, unitPriceE4: maybe(priceE4) }),
  z.strictObject({
    act: z.literal("sheet"),
    text: z.string().max(5_000_000).default(""),
    file: z.instanceof(Blob).optional(),
  }),
  z.strictObject({
    act: z.literal("derive"),
    from: text(200),
    percent: basisPoints.refine((said) => said > -10_000, problem("invalid")),
    overwrite: ticked,
  }),
]);

export type TableAct = z.output<typeof tableActs>;
