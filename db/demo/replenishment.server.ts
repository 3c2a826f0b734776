import type { Buyer } from "#app/domain/customers/buyer.ts";
import { hideProduct, rememberQuantities } from "#app/domain/replenishment/choices.server.ts";
import { replenishmentOf } from "#app/domain/replenishment/list.server.ts";

/** What the first buyers have said about their list: more of the second product than usual, and one product no more. */
export async function fillChoices(buyers: ReadonlyMap<number, number>, at: Date): Promise<void> {
  for (const [customerId, userId] of [...buyers].slice(0, 3)) {
    const buyer: Buyer = { userId, customerId, actingUserId: null, mayOrder: true };
    const { due, next } = await replenishmentOf(customerId, { cartOf: null, why: null, page: 1 }, at);
    const [more, less] = [due[1], next.at(-1)];
    if (more) await rememberQuantities(buyer, [{ sku: more.sku, quantity: more.quantity + more.packMultiple }], at);
    if (less) await hideProduct(buyer, less.sku, at);
  }
}
