import { beginSecondFactor, confirmSecondFactor, secondFactorOf } from "#app/access/second-factor.server.ts";
import type { SessionUser } from "#app/access/session.ts";
import { sql } from "#db/connection.server.ts";
import { shownBy } from "./phone.ts";

/** The person behind an id, as a session knows them. */
export async function userOf(id: number): Promise<SessionUser> {
  const [user] = await sql<SessionUser[]>`
    select id, name, email, role, buyer_role as "buyerRole", locale from users where id = ${id}`;
  return user as SessionUser;
}

/** Sets a second factor up for somebody, some minutes before `at`; gives the secret on their phone and their recovery codes. */
export async function withSecondFactor(id: number, at: Date): Promise<{ secret: string; recovery: string[] }> {
  const before = new Date(at.getTime() - 300_000);
  await beginSecondFactor(id, before);
  const secret = (await secondFactorOf(id)).pending as string;
  const recovery = await confirmSecondFactor(await userOf(id), shownBy(secret, before), before);
  return { secret, recovery };
}
