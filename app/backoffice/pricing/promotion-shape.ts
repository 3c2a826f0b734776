import { z } from "zod";
import { daysAfter } from "#app/domain/period.ts";
import { type PromotionDetails, promotionAudiences, promotionScopes } from "#app/domain/pricing/promotion.ts";
import { problem } from "#app/http/form.ts";
import { basisPoints, day, maybe, priceE4, quantity, rowId, text, uf } from "#app/http/shapes.ts";

const codes = z
  .string()
  .max(20_000)
  .default("")
  .transform((said) => [
    ...new Set(
      said
        .toUpperCase()
        .split(/[\s,;]+/)
        .filter(Boolean),
    ),
  ]);

/** What the office types about a promotion; the last day is typed, the first day after it is kept. */
export const promotionFields = z.object({
  name: text(80),
  percent: maybe(basisPoints.refine((said) => said > 0 && said < 10_000, problem("invalid"))),
  unitPriceE4: maybe(priceE4),
  fromQuantity: quantity,
  scope: z.enum(promotionScopes, problem("notOffered")),
  skus: codes,
  categoryId: maybe(rowId),
  supplierId: maybe(rowId),
  audience: z.enum(promotionAudiences, problem("notOffered")),
  groupId: maybe(rowId),
  uf: maybe(uf),
  customerCodes: codes,
  validFrom: day,
  validUntil: day,
  unitLimit: maybe(quantity),
});

/** The promotion as it is kept, from what was typed. */
export function promotionFrom({ percent, ...typed }: z.output<typeof promotionFields>): PromotionDetails {
  return { ...typed, offBasisPoints: percent, validUntil: daysAfter(typed.validUntil, 1) };
}
