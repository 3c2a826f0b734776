import { and, desc, eq, gt, lte, sql } from "drizzle-orm";
import type { Scope } from "#app/domain/customers/buyer.ts";
import { settingsAsOf } from "#app/domain/customers/settings.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { db, type Tx, withTx } from "#db/connection.server.ts";
import { carts, customers, followUps, journeySteps, users } from "#db/schema/index.ts";
import type { Contact, Outcome } from "./follow-up.ts";

const inScope = (scope: Scope) => (scope.repId === null ? undefined : eq(customers.repId, scope.repId));

/** Refuses a second contact about the same silence: the buyer must have moved since the first one and gone quiet again. */
async function onceASilence(cart: { customerId: number; buyerId: number }, cartId: number, at: Date, tx: Tx) {
  const [contacted] = await tx
    .select({ at: followUps.at })
    .from(followUps)
    .where(and(eq(followUps.customerId, cart.customerId), eq(followUps.cartId, cartId)))
    .orderBy(desc(followUps.at))
    .limit(1);
  if (!contacted) return;
  const [moved] = await tx
    .select({ lastAt: sql<string | null>`max(${journeySteps.at})` })
    .from(journeySteps)
    .where(
      and(
        eq(journeySteps.customerId, cart.customerId),
        eq(journeySteps.buyerId, cart.buyerId),
        gt(journeySteps.at, contacted.at),
        lte(journeySteps.at, at),
      ),
    );
  const { abandonedAfterHours } = await settingsAsOf(at, tx);
  const isQuietAgain = moved?.lastAt && +at - +new Date(moved.lastAt) >= abandonedAfterHours * 3_600_000;
  if (!isQuietAgain) throw new Refusal("already_followed_up");
}

/**
 * Notes a contact about a buyer's cart. Refuses a cart outside the scope, one that has become an order, and a second contact
 * about the same silence. An order made at the same instant either sees the contact or forbids it.
 */
export async function followUp(scope: Scope, cartId: number, wanted: Contact, at: Date, tx: Tx = db): Promise<number> {
  return withTx(async (tx) => {
    const [cart] = await tx
      .select({ customerId: carts.customerId, buyerId: carts.buyerId, orderedAt: carts.orderedAt })
      .from(carts)
      .innerJoin(customers, eq(customers.id, carts.customerId))
      .innerJoin(users, and(eq(users.id, carts.buyerId), eq(users.role, "buyer")))
      .where(and(eq(carts.id, cartId), inScope(scope)))
      .for("update", { of: carts });
    if (!cart) throw new Refusal("not_found");
    if (cart.orderedAt) throw new Refusal("cart_already_ordered");
    await onceASilence(cart, cartId, at, tx);
    const [made] = await tx
      .insert(followUps)
      .values({
        customerId: cart.customerId,
        cartId,
        userId: scope.userId,
        medium: wanted.medium,
        text: wanted.text || null,
        at,
      })
      .returning({ id: followUps.id });
    return made!.id;
  }, tx);
}

/** Notes what came of a contact; it may be corrected later. */
export async function noteOutcome(scope: Scope, cartId: number, id: number, came: Outcome, at: Date, tx: Tx = db) {
  const noted = await tx
    .update(followUps)
    .set({
      outcome: came.outcome,
      toldReason: came.toldReason || null,
      notes: came.notes || null,
      outcomeAt: at,
    })
    .from(customers)
    .where(
      and(eq(customers.id, followUps.customerId), eq(followUps.cartId, cartId), eq(followUps.id, id), inScope(scope)),
    )
    .returning({ id: followUps.id });
  if (noted.length === 0) throw new Refusal("not_found");
}
