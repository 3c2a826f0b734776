import type { z } from "zod";
import { chosenBy, saidOf } from "#app/domain/choices/choices.server.ts";
import type { Scope } from "#app/domain/customers/buyer.ts";
import { daysAfter } from "#app/domain/period.ts";
import type { PromotionDetails } from "#app/domain/pricing/promotion.ts";
import type { promotionFields } from "./promotion-shape.ts";

type Chosen = Pick<PromotionDetails, "categoryId" | "supplierId" | "groupId">;

/** What the form's fields say of the category, the supplier and the group a promotion is about. */
export const saidOfPromotion = (scope: Scope, { categoryId, supplierId, groupId }: Chosen) =>
  saidOf(scope, { category: ["category", categoryId], supplier: ["supplier", supplierId], group: ["group", groupId] });

/** The promotion as it is kept, from what was typed. */
export async function promotionFrom(
  scope: Scope,
  { percent, category, supplier, group, ...typed }: z.output<typeof promotionFields>,
  before: Chosen | null,
): Promise<PromotionDetails> {
  const chosen = await chosenBy(scope, {
    category: { kind: "category", said: category, kept: before?.categoryId ?? null },
    supplier: { kind: "supplier", said: supplier, kept: before?.supplierId ?? null },
    group: { kind: "group", said: group, kept: before?.groupId ?? null },
  });
  return {
    ...typed,
    offBasisPoints: percent,
    validUntil: daysAfter(typed.validUntil, 1),
    categoryId: chosen.category?.id ?? null,
    supplierId: chosen.supplier?.id ?? null,
    groupId: chosen.group?.id ?? null,
  };
}
