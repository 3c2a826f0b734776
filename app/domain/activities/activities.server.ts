import { and, eq, isNull, sql } from "drizzle-orm";
import { recordAudit } from "#app/domain/audit/audit.server.ts";
import type { Scope } from "#app/domain/customers/buyer.ts";
import { momentAt } from "#app/domain/period.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { db, type Tx, withTx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import { activities } from "#db/schema/index.ts";
import { type ActivityKind, activityStateOf, type Place, type Plan, type Result } from "./activity.ts";

type Activity = typeof activities.$inferSelect;

/** Refuses a customer outside the scope as if there were none. */
async function inScope(scope: Scope, customerId: number, tx: Tx): Promise<void> {
  const [found] = await preparedRows(
    sql`select id from customers
      where id = ${customerId}::int and (${scope.repId}::int is null or rep_id = ${scope.repId}::int)`,
    tx,
  );
  if (!found) throw new Refusal("not_found");
}

/** One activity of a customer in scope; refuses any other as if there were none. */
export async function activityIn(scope: Scope, id: number, tx: Tx = db): Promise<Activity> {
  const [found] = await tx.select().from(activities).where(eq(activities.id, id));
  if (!found) throw new Refusal("not_found");
  await inScope(scope, found.customerId, tx);
  return found;
}

/** Puts a visit, call or task into the agenda of whoever plans it; returns its number. */
export async function planActivity(scope: Scope, wanted: Plan, at: Date, tx: Tx = db): Promise<number> {
  await inScope(scope, wanted.customerId, tx);
  const [made] = await tx
    .insert(activities)
    .values({
      customerId: wanted.customerId,
      kind: wanted.kind,
      userId: scope.userId,
      plannedAt: momentAt(wanted.on, `${wanted.at}:00`),
      subject: wanted.subject || null,
      createdAt: at,
    })
    .returning({ id: activities.id });
  return made!.id;
}

/** Writes down what has already happened (a call, a message, a note), done at `at`. */
export async function noteActivity(
  scope: Scope,
  noted: { customerId: number; kind: ActivityKind; subject?: string; notes?: string },
  at: Date,
  tx: Tx = db,
): Promise<number> {
  await inScope(scope, noted.customerId, tx);
  const [made] = await tx
    .insert(activities)
    .values({
      customerId: noted.customerId,
      kind: noted.kind,
      userId: scope.userId,
      doneAt: at,
      subject: noted.subject || null,
      notes: noted.notes || null,
      createdAt: at,
    })
    .returning({ id: activities.id });
  return made!.id;
}

/** Arrives at a customer: moment and place are kept once; refuses a visit that is over. */
export async function checkIn(scope: Scope, id: number, at: Date, where?: Place, tx: Tx = db): Promise<void> {
  await withTx(async (tx) => {
    const activity = await activityIn(scope, id, tx);
    const isPlace = where !== undefined && where.latitude !== "" && where.longitude !== "";
    const [arrived] = await tx
      .update(activities)
      .set({
        checkedInAt: at,
        latitude: isPlace ? String(where.latitude) : null,
        longitude: isPlace ? String(where.longitude) : null,
      })
      .where(
        and(
          eq(activities.customerId, activity.customerId),
          eq(activities.id, id),
          eq(activities.kind, "visit"),
          isNull(activities.checkedInAt),
          isNull(activities.doneAt),
          isNull(activities.cancelledAt),
        ),
      )
      .returning({ id: activities.id });
    if (!arrived) throw new Refusal("visit_already_done");
    await recordAudit(
      { actorId: scope.userId, customerId: activity.customerId, action: "checked_in", subject: `activity:${id}` },
      at,
      tx,
    );
  }, tx);
}

/** Ends a visit, call or task with what came of it; a next step with a day is planned as a task on that day. */
export async function finishActivity(scope: Scope, id: number, came: Result, at: Date, tx: Tx = db): Promise<void> {
  await withTx(async (tx) => {
    const activity = await activityIn(scope, id, tx);
    const state = activityStateOf(activity, at);
    if (state === "done" || state === "cancelled") throw new Refusal("visit_already_done");
    const spent = activity.checkedInAt ? Math.min(1440, Math.round((+at - +activity.checkedInAt) / 60_000)) : null;
    const [done] = await tx
      .update(activities)
      .set({
        doneAt: at,
        outcome: came.outcome,
        notes: came.notes || null,
        nextStep: came.nextStep || null,
        nextStepOn: came.nextStepOn || null,
        minutes: came.minutes === "" ? spent : came.minutes,
        kilometres: came.kilometres === "" ? null : came.kilometres,
      })
      .where(
        and(
          eq(activities.customerId, activity.customerId),
          eq(activities.id, id),
          isNull(activities.doneAt),
          isNull(activities.cancelledAt),
        ),
      )
      .returning({ id: activities.id });
    if (!done) throw new Refusal("visit_already_done");
    if (came.nextStep && came.nextStepOn) {
      await tx.insert(activities).values({
        customerId: activity.customerId,
        kind: "task",
        userId: scope.userId,
        plannedAt: momentAt(came.nextStepOn, "09:00:00"),
        subject: came.nextStep,
        createdAt: at,
      });
    }
  }, tx);
}

/** Takes a planned activity out of the agenda; what was done stays. */
export async function cancelActivity(scope: Scope, id: number, at: Date, tx: Tx = db): Promise<void> {
  const activity = await activityIn(scope, id, tx);
  const [cancelled] = await tx
    .update(activities)
    .set({ cancelledAt: at })
    .where(
      and(
        eq(activities.customerId, activity.customerId),
        eq(activities.id, id),
        isNull(activities.doneAt),
        isNull(activities.checkedInAt),
        isNull(activities.cancelledAt),
      ),
    )
    .returning({ id: activities.id });
  if (!cancelled) throw new Refusal("visit_already_done");
}
