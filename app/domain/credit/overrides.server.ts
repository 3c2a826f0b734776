import { sql } from "drizzle-orm";
import { recordAudit } from "#app/domain/audit/audit.server.ts";
import type { Scope } from "#app/domain/customers/buyer.ts";
import { customerOf } from "#app/domain/customers/customers.server.ts";
import { type Day, dayOf } from "#app/domain/period.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { db, type Tx, withTx } from "#db/connection.server.ts";
import { lockedCredit } from "./credit.server.ts";

/** Leave to order although the credit is held, as the record tells it. */
export interface GrantedOverride {
  id: number;
  /** Null: for one order. */
  untilOn: Day | null;
  reason: string;
  at: Date;
  by: string | null;
  usedOrderNumber: string | null;
  revokedAt: Date | null;
  /** Whether it lets an order pass on the day asked. */
  isStanding: boolean;
}

/**
 * Lets a customer of the scope order although the credit is held, up to a day or (null) for one order; who, why and until when
 * go to the audit. The limit still counts. Whoever calls has asked for the permission `credit`.
 */
export async function overrideHold(
  scope: Scope,
  customerId: number,
  { untilOn, reason }: { untilOn: Day | null; reason: string },
  at: Date,
  tx: Tx = db,
): Promise<void> {
  if (untilOn !== null && untilOn < dayOf(at)) throw new Refusal("day_over");
  await withTx(async (inside) => {
    await customerOf(scope, customerId, inside);
    await lockedCredit(customerId, inside);
    await inside.execute(sql`insert into credit_overrides (customer_id, until_on, reason, at, by_user_id)
      values (${customerId}, ${untilOn}::date, ${reason}, ${at.toISOString()}::timestamptz, ${scope.userId})`);
    await recordAudit(
      {
        actorId: scope.userId,
        customerId,
        action: "credit_override_given",
        subject: `customer ${customerId}`,
        after: { untilOn: untilOn ?? "one order", reason },
      },
      at,
      inside,
    );
  }, tx);
}

/** Takes an override back that still stands; refused `not_found` when there is none. */
export async function revokeOverride(
  scope: Scope,
  customerId: number,
  id: number,
  at: Date,
  tx: Tx = db,
): Promise<void> {
  await withTx(async (inside) => {
    await customerOf(scope, customerId, inside);
    await lockedCredit(customerId, inside);
    const revoked = await inside.execute(sql`update credit_overrides
      set revoked_at = ${at.toISOString()}::timestamptz, revoked_by = ${scope.userId}
      where customer_id = ${customerId} and id = ${id} and revoked_at is null and used_at is null returning id`);
    if (revoked.length === 0) throw new Refusal("not_found", { what: "override", id });
    await recordAudit(
      {
        actorId: scope.userId,
        customerId,
        action: "credit_override_revoked",
        subject: `customer ${customerId}`,
        before: { override: id },
      },
      at,
      inside,
    );
  }, tx);
}
