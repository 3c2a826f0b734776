import { and, eq, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import { recordAudit } from "#app/domain/audit/audit.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { db, type Tx, withTx } from "#db/connection.server.ts";
import { recoveryCodes, secondFactors, users } from "#db/schema/index.ts";
import { type Reader, tellAboutCodes } from "./letters.server.ts";
import {
  newCodeSecret,
  newRecoveryCode,
  plainRecoveryCode,
  sealed,
  stepOf,
  unsealed,
} from "./one-time-codes.server.ts";
import { isPassword } from "./password.server.ts";
import type { SessionUser } from "./session.ts";
import { deleteSessionsOf } from "./session-rows.server.ts";
import { type Allowance, countTry, forgiveTries } from "./throttle.server.ts";
import { hashOf } from "./token.ts";

const codesGiven = 10;

/** A code is guessed one time in 300,000; nobody gets more tries than these. */
const perCode: Allowance = { name: "code", tries: 8, minutes: 15 };

const isOf = (userId: number) => eq(secondFactors.userId, userId);

/** How somebody's second factor stands; `pending` is the secret of one that was begun and not confirmed yet. */
export async function secondFactorOf(userId: number, tx: Tx = db) {
  const [row] = await tx
    .select({
      secret: secondFactors.secret,
      confirmedAt: secondFactors.confirmedAt,
      codesLeft: sql<number>`(select count(*) from ${recoveryCodes} c where c.user_id = ${userId} and c.used_at is null)`,
    })
    .from(secondFactors)
    .where(isOf(userId));
  const pending = row && row.confirmedAt === null ? unsealed(row.secret) : null;
  return { confirmedAt: row?.confirmedAt ?? null, codesLeft: Number(row?.codesLeft ?? 0), pending };
}

/** Whether a code is asked for when somebody signs in. */
export const isCodeAsked = async (userId: number, tx: Tx = db): Promise<boolean> =>
  (await secondFactorOf(userId, tx)).confirmedAt !== null;

/** Begins a second factor with a secret of its own; begun again before it is confirmed, the secret stays the same. */
export async function beginSecondFactor(userId: number, at: Date): Promise<void> {
  const fresh = { secret: sealed(newCodeSecret()), createdAt: at };
  if ((await secondFactorOf(userId)).pending) return;
  await db
    .insert(secondFactors)
    .values({ ...fresh, userId })
    .onConflictDoUpdate({ target: secondFactors.userId, set: fresh, setWhere: isNull(secondFactors.confirmedAt) });
}

/** Uses a code of the device, once: no code of its thirty seconds or of earlier ones counts again. */
async function spendDeviceCode(userId: number, code: string, at: Date, tx: Tx): Promise<boolean> {
  const [row] = await tx.select({ secret: secondFactors.secret }).from(secondFactors).where(isOf(userId));
  const secret = row ? unsealed(row.secret) : null;
  const step = secret ? stepOf(secret, code, at) : null;
  if (step === null) return false;
  const used = await tx
    .update(secondFactors)
    .set({ lastStep: step })
    .where(and(isOf(userId), or(isNull(secondFactors.lastStep), lt(secondFactors.lastStep, step))))
    .returning({ userId: secondFactors.userId });
  return used.length > 0;
}

async function spendRecoveryCode(userId: number, code: string, at: Date, tx: Tx): Promise<boolean> {
  const isThis = and(eq(recoveryCodes.userId, userId), eq(recoveryCodes.hash, hashOf(plainRecoveryCode(code))));
  const used = await tx
    .update(recoveryCodes)
    .set({ usedAt: at })
    .where(and(isThis, isNull(recoveryCodes.usedAt)))
    .returning({ userId: recoveryCodes.userId });
  return used.length > 0;
}

/** Counts a try of a code; too many are refused before any is looked at. */
export const countCodeTry = (userId: number, at: Date): Promise<void> => countTry(perCode, String(userId), at);

/** Gives the tries back after one that was right. */
export const forgiveCodeTries = (userId: number): Promise<void> => forgiveTries(perCode, String(userId));

/** Uses a code of the device or a recovery code, once; every other is refused alike. A used recovery code is told by mail. */
export async function spendCode(user: SessionUser, code: string, at: Date, tx: Tx): Promise<void> {
  if (await spendDeviceCode(user.id, code, at, tx)) return;
  if (!(await spendRecoveryCode(user.id, code, at, tx))) throw new Refusal("wrong_code");
  const { codesLeft } = await secondFactorOf(user.id, tx);
  await noted(user, "recovery_code_used", at, tx, { codesLeft });
}

async function giveRecoveryCodes(userId: number, tx: Tx): Promise<string[]> {
  const given = Array.from({ length: codesGiven }, newRecoveryCode);
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  await tx.insert(recoveryCodes).values(given.map((code) => ({ userId, hash: hashOf(plainRecoveryCode(code)) })));
  return given;
}

type Note = Parameters<typeof tellAboutCodes>[1];

async function noted(user: Reader, what: Note, at: Date, tx: Tx, after?: Record<string, unknown>): Promise<void> {
  await recordAudit({ actorId: user.id, action: what, subject: `user:${user.id}`, after }, at, tx);
  await tellAboutCodes(user, what, at, tx);
}

/**
 * Turns the second factor on with a code of the device, and gives the recovery codes, which are never known again. Every session
 * of the person ends; the caller opens a new one for this browser.
 */
export async function confirmSecondFactor(user: SessionUser, code: string, at: Date): Promise<string[]> {
  await countCodeTry(user.id, at);
  const given = await withTx(async (tx) => {
    const begun = await tx
      .update(secondFactors)
      .set({ confirmedAt: at, lastStep: null })
      .where(and(isOf(user.id), isNull(secondFactors.confirmedAt)))
      .returning({ userId: secondFactors.userId });
    if (begun.length === 0 || !(await spendDeviceCode(user.id, code, at, tx))) throw new Refusal("wrong_code");
    await deleteSessionsOf(user.id, undefined, tx);
    await noted(user, "second_factor_on", at, tx);
    return giveRecoveryCodes(user.id, tx);
  });
  await forgiveCodeTries(user.id);
  return given;
}

/** What proves that it is really the person, for what could lock them out. */
export interface Proof {
  password: string;
  code: string;
}

async function refuseUnlessProven(user: SessionUser, { password, code }: Proof, at: Date, tx: Tx): Promise<void> {
  const [row] = await tx.select({ passwordHash: users.passwordHash }).from(users).where(eq(users.id, user.id));
  if (!(await isPassword(password, row?.passwordHash ?? null))) throw new Refusal("wrong_password_or_code");
  await spendCode(user, code, at, tx).catch((refusal: unknown) => {
    throw refusal instanceof Refusal ? new Refusal("wrong_password_or_code") : refusal;
  });
}

/** Gives ten other recovery codes; the older ones open nothing any more. */
export async function renewRecoveryCodes(user: SessionUser, proof: Proof, at: Date): Promise<string[]> {
  await countCodeTry(user.id, at);
  return withTx(async (tx) => {
    await refuseUnlessProven(user, proof, at, tx);
    await noted(user, "recovery_codes_renewed", at, tx);
    return giveRecoveryCodes(user.id, tx);
  });
}

/** Turns the second factor off for somebody who proves who they are; sessions stay. */
export async function endSecondFactor(user: SessionUser, proof: Proof, at: Date): Promise<void> {
  await countCodeTry(user.id, at);
  await withTx(async (tx) => {
    await refuseUnlessProven(user, proof, at, tx);
    await forget(user.id, tx);
    await noted(user, "second_factor_off", at, tx);
  });
}

async function forget(userId: number, tx: Tx): Promise<boolean> {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  const gone = await tx
    .delete(secondFactors)
    .where(and(isOf(userId), isNotNull(secondFactors.confirmedAt)))
    .returning({ userId: secondFactors.userId });
  return gone.length > 0;
}

/** Takes the second factor of somebody who lost everything away; their sessions end and they are told. False: there was none. */
export async function resetSecondFactor(
  user: Reader,
  by: { userId: number | null },
  at: Date,
  tx: Tx = db,
): Promise<boolean> {
  return withTx(async (tx) => {
    if (!(await forget(user.id, tx))) return false;
    await deleteSessionsOf(user.id, undefined, tx);
    const entry = { actorId: by.userId, action: "second_factor_reset", subject: `user:${user.id}` };
    await recordAudit(entry, at, tx);
    await tellAboutCodes(user, "second_factor_reset", at, tx);
    return true;
  }, tx);
}
