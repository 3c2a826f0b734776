import { recordStep } from "#app/domain/journey/steps.server.ts";
import { dayOf } from "#app/domain/period.ts";
import type { SessionHolder } from "./session.ts";
import { noteSeen } from "./session-rows.server.ts";

const notedEveryMilliseconds = 10 * 60_000;

/**
 * Notes at most every ten minutes that a session is in use; the first request of a day of a buyer who was signed in
 * already is a visit of the shop and is recorded as one, once.
 */
export async function noteArrival(held: SessionHolder, at: Date): Promise<void> {
  const { session } = held;
  if (at.getTime() - session.lastSeenAt.getTime() < notedEveryMilliseconds) return;
  const isFirst = await noteSeen(session.id, session.lastSeenAt, at);
  if (!isFirst || dayOf(session.lastSeenAt) === dayOf(at)) return;
  await recordArrival(held, "visited", at);
}

/** Records that a buyer came in; staff leave no such step. */
export async function recordArrival(held: SessionHolder, kind: "signed_in" | "visited", at: Date): Promise<void> {
  const { user, customer } = held;
  if (user.role !== "buyer" || !customer) return;
  const mayOrder = user.buyerRole !== "views";
  await recordStep({ userId: user.id, customerId: customer.id, actingUserId: null, mayOrder }, { kind }, at);
}
