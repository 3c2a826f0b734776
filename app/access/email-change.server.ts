import { and, eq, sql } from "drizzle-orm";
import { recordAudit } from "#app/domain/audit/audit.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { db, withTx } from "#db/connection.server.ts";
import { accessTokens, users } from "#db/schema/index.ts";
import { accountWith } from "./accounts.server.ts";
import { sendEmailLink, tellEmailChanged } from "./letters.server.ts";
import { usable } from "./links.server.ts";
import { isPassword } from "./password.server.ts";
import type { SessionUser } from "./session.ts";
import { countTry } from "./throttle.server.ts";

const perPerson = { name: "email-change", tries: 5, minutes: 60 };

/**
 * Asks for another e-mail to sign in with, knowing the password: a link goes to the new one. The answer is the same where somebody
 * else signs in with it already; then no link goes out.
 */
export async function askEmailChange(
  user: SessionUser,
  wanted: { email: string; password: string },
  at: Date,
): Promise<void> {
  await countTry(perPerson, String(user.id), at);
  const [row] = await db.select({ passwordHash: users.passwordHash }).from(users).where(eq(users.id, user.id));
  if (!(await isPassword(wanted.password, row?.passwordHash ?? null))) throw new Refusal("wrong_credentials");
  if (await accountWith(wanted.email)) return;
  await sendEmailLink(user, wanted.email, at);
}

/** The e-mail a link leads to, while it works. */
export async function emailOfLink(secret: string, at: Date): Promise<string | null> {
  const [found] = await db
    .select({ email: accessTokens.email })
    .from(accessTokens)
    .innerJoin(users, eq(users.id, accessTokens.userId))
    .where(and(usable(secret, "email_change", at), eq(users.isDisabled, false)));
  return found?.email ?? null;
}

/** Uses a link, once: the person signs in with the new e-mail from now on, and the old one is told. */
export async function changeEmail(secret: string, at: Date): Promise<void> {
  await withTx(async (tx) => {
    const [used] = await tx
      .update(accessTokens)
      .set({ usedAt: at })
      .where(usable(secret, "email_change", at))
      .returning({ userId: accessTokens.userId, email: accessTokens.email });
    if (!used?.email) throw new Refusal("link_expired");
    // Two people who want the same e-mail take turns, so that the second one meets a refusal.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${used.email}))`);
    const [before] = await tx.select().from(users).where(eq(users.id, used.userId)).for("update");
    if (!before || before.isDisabled || (await accountWith(used.email, tx))) throw new Refusal("link_expired");
    await tx.update(users).set({ email: used.email }).where(eq(users.id, before.id));
    await recordAudit(
      {
        actorId: before.id,
        customerId: before.customerId,
        action: "email_changed",
        subject: `user:${before.id}`,
        before: { email: before.email },
        after: { email: used.email },
      },
      at,
      tx,
    );
    await tellEmailChanged(before, used.email, at, tx);
  });
}
