import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { recordAudit } from "#app/domain/audit/audit.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { db, type Tx, withTx } from "#db/connection.server.ts";
import { customers, portfolioAssignments, users } from "#db/schema/index.ts";
import type { Scope } from "./buyer.ts";

/** Somebody who may look after customers. */
export interface Rep {
  id: number;
  name: string;
}

/** The people who look after customers, by name. */
export async function repsOfTheHouse(tx: Tx = db): Promise<Rep[]> {
  return tx
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(and(eq(users.role, "rep"), eq(users.isDisabled, false)))
    .orderBy(asc(users.name));
}

/**
 * Hands customers to a rep (null: to nobody) from a moment on, and gives how many really moved. The history keeps who looked
 * after them before; a rep cannot hand customers on.
 */
export async function assignRep(
  scope: Scope,
  ids: number[],
  repId: number | null,
  at: Date,
  tx: Tx = db,
): Promise<number> {
  if (scope.repId !== null) throw new Refusal("not_allowed");
  return withTx(async (tx) => {
    if (repId !== null) {
      const [rep] = await tx
        .select({ id: users.id })
        .from(users)
        .where(and(eq(users.id, repId), sql`${users.role} <> 'buyer'`, eq(users.isDisabled, false)));
      if (!rep) throw new Refusal("not_found", { what: "rep", id: repId });
    }
    const moving = await tx
      .select({ id: customers.id, repId: customers.repId })
      .from(customers)
      .where(and(inArray(customers.id, ids), sql`${customers.repId} is distinct from ${repId}`))
      .orderBy(asc(customers.id))
      .for("update");
    if (moving.length === 0) return 0;
    const movingIds = moving.map((customer) => customer.id);
    await tx.update(customers).set({ repId }).where(inArray(customers.id, movingIds));
    await tx
      .update(portfolioAssignments)
      .set({ untilAt: at })
      .where(and(inArray(portfolioAssignments.customerId, movingIds), isNull(portfolioAssignments.untilAt)));
    await tx
      .insert(portfolioAssignments)
      .values(movingIds.map((customerId) => ({ customerId, repId, fromAt: at, assignedBy: scope.userId })));
    for (const customer of moving) {
      await recordAudit(
        {
          actorId: scope.userId,
          customerId: customer.id,
          action: "customer_transferred",
          subject: `customer ${customer.id}`,
          before: { repId: customer.repId },
          after: { repId },
        },
        at,
        tx,
      );
    }
    return moving.length;
  }, tx);
}

/** Who looked after a customer from when to when, newest first. */
export async function assignmentsOf(customerId: number, tx: Tx = db) {
  const by = sql.raw("by_user");
  return tx
    .select({
      rep: users.name,
      fromAt: portfolioAssignments.fromAt,
      untilAt: portfolioAssignments.untilAt,
      assignedBy: sql<string | null>`${by}.name`,
    })
    .from(portfolioAssignments)
    .leftJoin(users, eq(users.id, portfolioAssignments.repId))
    .leftJoin(sql`users ${by}`, sql`${by}.id = ${portfolioAssignments.assignedBy}`)
    .where(eq(portfolioAssignments.customerId, customerId))
    .orderBy(desc(portfolioAssignments.fromAt), desc(portfolioAssignments.id));
}
