import { and, eq, gt, isNull } from "drizzle-orm";
import { Refusal } from "#app/domain/refusal.ts";
import { db, type Tx, withTx } from "#db/connection.server.ts";
import { accessTokens, users } from "#db/schema/index.ts";
import { setPassword } from "./accounts.server.ts";
import type { SessionUser } from "./session.ts";
import { hashOf, newSecret } from "./token.ts";

export type LinkPurpose = "invitation" | "password_reset" | "email_change";

/** How long a link works: an invitation a week, a forgotten password or another e-mail an hour. */
export const linkMinutes: Record<LinkPurpose, number> = {
  invitation: 7 * 24 * 60,
  password_reset: 60,
  email_change: 60,
};

/** Makes a link's secret for somebody, with the e-mail it leads to if it changes that; the house keeps only its hash, and older links of the same purpose stop working. */
export async function newLink(
  userId: number,
  purpose: LinkPurpose,
  at: Date,
  tx: Tx = db,
  email: string | null = null,
): Promise<string> {
  const secret = newSecret();
  await tx
    .update(accessTokens)
    .set({ usedAt: at })
    .where(and(eq(accessTokens.userId, userId), eq(accessTokens.purpose, purpose), isNull(accessTokens.usedAt)));
  await tx.insert(accessTokens).values({
    id: hashOf(secret),
    userId,
    purpose,
    email,
    createdAt: at,
    expiresAt: new Date(at.getTime() + linkMinutes[purpose] * 60_000),
  });
  return secret;
}

/** The condition a link fulfils while it works for its purpose. */
export const usable = (secret: string, purpose: LinkPurpose, at: Date) =>
  and(
    eq(accessTokens.id, hashOf(secret)),
    eq(accessTokens.purpose, purpose),
    isNull(accessTokens.usedAt),
    gt(accessTokens.expiresAt, at),
  );

/** Whose link this is, while it works; null afterwards and for every other text. */
export async function personOfLink(secret: string, purpose: LinkPurpose, at: Date) {
  const [found] = await db
    .select({ name: users.name, email: users.email })
    .from(accessTokens)
    .innerJoin(users, eq(users.id, accessTokens.userId))
    .where(and(usable(secret, purpose, at), eq(users.isDisabled, false)));
  return found ?? null;
}

/** Uses a link, once, to choose a password; every session of the person ends. A link that is used or over is refused. */
export async function choosePassword(
  secret: string,
  purpose: LinkPurpose,
  password: string,
  at: Date,
): Promise<SessionUser> {
  return withTx(async (tx) => {
    const [used] = await tx
      .update(accessTokens)
      .set({ usedAt: at })
      .where(usable(secret, purpose, at))
      .returning({ userId: accessTokens.userId });
    if (!used) throw new Refusal("link_expired");
    const [user] = await tx.select().from(users).where(eq(users.id, used.userId));
    if (!user || user.isDisabled) throw new Refusal("link_expired");
    await setPassword(user.id, password, { userId: user.id }, at, tx);
    const { id, name, email, role, buyerRole, locale } = user;
    return { id, name, email, role, buyerRole, locale };
  });
}
