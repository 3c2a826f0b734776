import { eq, lt, sql } from "drizzle-orm";
import { Refusal } from "#app/domain/refusal.ts";
import { db } from "#db/connection.server.ts";
import { throttles } from "#db/schema/index.ts";
import { hashOf } from "./token.ts";

/** How many tries somebody has within some minutes. */
export interface Allowance {
  name: string;
  tries: number;
  minutes: number;
}

const perAccount: Allowance = { name: "account", tries: 10, minutes: 15 };
const perAddress: Allowance = { name: "address", tries: 100, minutes: 15 };

const keyFor = (allowance: Allowance, who: string) => `${allowance.name}:${hashOf(who).slice(0, 32)}`;

/** Counts one try, and refuses it when there were too many; the count starts anew when its minutes are over. */
export async function countTry(allowance: Allowance, who: string, at: Date): Promise<void> {
  const until = new Date(at.getTime() + allowance.minutes * 60_000);
  const now = sql`${at.toISOString()}::timestamptz`;
  const [counted] = await db
    .insert(throttles)
    .values({ key: keyFor(allowance, who), points: 1, expiresAt: until })
    .onConflictDoUpdate({
      target: throttles.key,
      set: {
        points: sql`case when ${throttles.expiresAt} <= ${now} then 1 else ${throttles.points} + 1 end`,
        expiresAt: sql`case when ${throttles.expiresAt} <= ${now} then excluded.expires_at else ${throttles.expiresAt} end`,
      },
    })
    .returning({ points: throttles.points, expiresAt: throttles.expiresAt });
  if (!counted || counted.points <= allowance.tries) return;
  const left = (counted.expiresAt ?? until).getTime() - at.getTime();
  throw new Refusal("too_many_attempts", { minutes: Math.max(1, Math.ceil(left / 60_000)) });
}

/** Counts a try to sign in by account and by address; call it before the password is hashed. */
export async function countSignInTry(email: string, address: string, at: Date): Promise<void> {
  await countTry(perAddress, address, at);
  await countTry(perAccount, email, at);
}

/** Gives back what a try cost that turned out right. */
export async function forgiveSignInTry(email: string, address: string): Promise<void> {
  await forgiveTries(perAccount, email);
  await db
    .update(throttles)
    .set({ points: sql`greatest(${throttles.points} - 1, 0)` })
    .where(eq(throttles.key, keyFor(perAddress, address)));
}

/** Gives all tries back. */
export async function forgiveTries(allowance: Allowance, who: string): Promise<void> {
  await db.delete(throttles).where(eq(throttles.key, keyFor(allowance, who)));
}

/** Drops counts that are over. */
export async function forgetOldTries(at: Date): Promise<void> {
  await db.delete(throttles).where(lt(throttles.expiresAt, at));
}
