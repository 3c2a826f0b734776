import { z } from "zod";
import { promotionAudiences, promotionScopes } from "#app/domain/pricing/promotion.ts";
import { problem } from "#app/http/form.ts";
import { basisPoints, day, maybe, optionalText, priceE4, quantity, text, uf } from "#app/http/shapes.ts";

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
  category: optionalText(200),
  supplier: optionalText(200),
  audience: z.enum(promotionAudiences, problem("notOffered")),
  group: optionalText(200),
  uf: maybe(uf),
  customerCodes: codes,
  validFrom: day,
  validUntil: day,
  unitLimit: maybe(quantity),
});
