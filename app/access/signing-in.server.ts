import { eq } from "drizzle-orm";
import { recordAudit } from "#app/domain/audit/audit.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { db } from "#db/connection.server.ts";
import { customers } from "#db/schema/index.ts";
import { accountWith } from "./accounts.server.ts";
import { recordArrival } from "./arrivals.server.ts";
import { cookieGone, cookieWith, renewToken, tokenOf } from "./cookie.server.ts";
import { openHalf } from "./half-sessions.server.ts";
import { noteDevice } from "./known-devices.server.ts";
import { sessionKeeper } from "./lucia.server.ts";
import { isPassword } from "./password.server.ts";
import { isCodeAsked } from "./second-factor.server.ts";
import { type Device, kindOf, type SessionUser } from "./session.ts";
import { countSignInTry, forgiveSignInTry } from "./throttle.server.ts";
import { hashOf } from "./token.ts";

/** What a person types to sign in. */
export interface Credentials {
  email: string;
  password: string;
}

/** What a request says about the device it comes from; the address is the one the process saw. */
export const deviceOf = (request: Request, address: string): Device => ({
  userAgent: request.headers.get("user-agent"),
  address: address || null,
});

/**
 * Whose credentials these are. Every failure (no such account, wrong password, disabled, access withdrawn) has the same
 * answer and takes the same time; too many tries are refused before anything is looked up.
 */
async function whoseCredentials({ email, password }: Credentials, address: string, at: Date): Promise<SessionUser> {
  await countSignInTry(email, address, at);
  const account = await accountWith(email);
  const isRight = await isPassword(password, account?.passwordHash ?? null);
  if (!account || !isRight || account.isDisabled || !(await isOpenTo(account.customerId))) {
    throw new Refusal("wrong_credentials");
  }
  await forgiveSignInTry(email, address);
  const { id, name, role, buyerRole, locale } = account;
  return { id, name, email: account.email, role, buyerRole, locale };
}

async function isOpenTo(customerId: number | null): Promise<boolean> {
  if (customerId === null) return true;
  const [customer] = await db
    .select({ accessGrantedAt: customers.accessGrantedAt })
    .from(customers)
    .where(eq(customers.id, customerId));
  return Boolean(customer?.accessGrantedAt);
}

/** How far somebody came: all the way in, or half of it, with a code still to type. */
export interface Entrance {
  user: SessionUser;
  isHalf: boolean;
  headers: Record<string, string>;
}

/** Signs a person in: gives who they are and the header that keeps them so. The session the browser had before ends. */
export async function signIn(request: Request, credentials: Credentials, address: string, at: Date): Promise<Entrance> {
  return enter(request, await whoseCredentials(credentials, address, at), address, at);
}

/** Lets in who has just proved that an account is theirs; where a second factor is on, a code is asked for first. */
export async function enter(request: Request, user: SessionUser, address: string, at: Date): Promise<Entrance> {
  if (await isCodeAsked(user.id)) return { user, isHalf: true, headers: await openHalf(user.id, at) };
  return { user, isHalf: false, headers: await openKnown(request, user, address, at) };
}

/** Opens a session at the end of signing in; a device that was never seen before is told by mail. */
export async function openKnown(request: Request, user: SessionUser, address: string, at: Date) {
  await noteDevice(user, deviceOf(request, address), at);
  return openSession(request, user, address, at);
}

/** Opens a fresh session for somebody who has just proved who they are, in place of the one the browser had. */
export async function openSession(
  request: Request,
  user: SessionUser,
  address: string,
  at: Date,
  actingCustomerId: number | null = null,
): Promise<Record<string, string>> {
  const before = await tokenOf(request);
  if (before) await sessionKeeper.end(hashOf(before));
  const kind = kindOf(user.role);
  const token = await sessionKeeper.start(user.id, { ...deviceOf(request, address), kind, actingCustomerId }, at);
  renewToken(request, token);
  if (kind === "buyer") {
    const held = await sessionKeeper.holderOf(token, at);
    if (held) await recordArrival(held, "signed_in", at);
  }
  return cookieWith(token, kind);
}

/** Signs the browser out: its session ends, its cookie goes. Nothing happens to somebody who was not signed in. */
export async function signOut(request: Request, at: Date): Promise<Record<string, string>> {
  const token = await tokenOf(request);
  const held = token ? await sessionKeeper.holderOf(token, at) : null;
  if (token) await sessionKeeper.end(hashOf(token));
  if (held) await recordAudit({ actorId: held.user.id, action: "signed_out", subject: `user:${held.user.id}` }, at);
  return cookieGone();
}
