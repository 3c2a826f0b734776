import { createHash, randomBytes } from "node:crypto";
import { type SessionHolder, type SessionKeeper, sessionLengths } from "#app/access/session.ts";
import { holderRow } from "#app/access/session-rows.server.ts";
import { sql } from "#db/connection.server.ts";

const idOf = (token: string) => createHash("sha256").update(token).digest("hex");
const lengths = { b: sessionLengths.buyer, s: sessionLengths.staff };

/** Sessions kept without any library, in fifty lines: what would stand in Lucia's place. */
export const plainSessions: SessionKeeper = {
  async start(userId, start, at) {
    const token = `${start.kind === "buyer" ? "b" : "s"}.${randomBytes(32).toString("base64url")}`;
    const length = sessionLengths[start.kind];
    await sql`insert into sessions (id, user_id, expires_at, absolute_expires_at, created_at, last_seen_at,
        acting_customer_id, user_agent, address)
      values (${idOf(token)}, ${userId}, ${new Date(at.getTime() + length.idleMilliseconds)},
        ${new Date(at.getTime() + length.absoluteMilliseconds)}, ${at}, ${at}, ${start.actingCustomerId},
        ${start.userAgent}, ${start.address})`;
    return token;
  },

  async holderOf(token, at): Promise<SessionHolder | null> {
    const kind = /^([bs])\.[\w-]{43}$/.exec(token)?.[1] as "b" | "s" | undefined;
    const held = kind ? await holderRow(idOf(token)) : null;
    if (!kind || !held) return null;
    const { session } = held;
    if (session.expiresAt <= at || session.absoluteExpiresAt <= at) {
      await this.end(session.id);
      return null;
    }
    const idle = lengths[kind].idleMilliseconds;
    if (session.expiresAt.getTime() - at.getTime() < idle / 2) {
      await sql`update sessions set expires_at = least(${new Date(at.getTime() + idle)}, absolute_expires_at)
        where id = ${session.id}`;
    }
    return held;
  },

  async end(sessionId) {
    await sql`delete from sessions where id = ${sessionId}`;
  },

  async endAllOf(userId) {
    await sql`delete from sessions where user_id = ${userId}`;
  },
};
