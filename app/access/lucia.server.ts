import { type Adapter, Lucia, TimeSpan } from "lucia";
import {
  type SessionHolder,
  type SessionKeeper,
  type SessionKind,
  type SessionStart,
  sessionLengths,
} from "./session.ts";
import {
  deleteExpired,
  deleteSession,
  deleteSessionsOf,
  holderRow,
  lengthenSession,
  writeSession,
} from "./session-rows.server.ts";
import { hashOf, kindOfToken, newSessionToken } from "./token.ts";

type SessionAttributes = { start: SessionStart; startedAt: Date } | { held: SessionHolder };
type UserAttributes = { held: SessionHolder };

declare module "lucia" {
  interface Register {
    Lucia: Lucia<SessionAttributes, UserAttributes>;
    UserId: number;
    DatabaseSessionAttributes: SessionAttributes;
    DatabaseUserAttributes: UserAttributes;
  }
}

const adapter: Adapter = {
  async getSessionAndUser(id) {
    const held = await holderRow(id);
    if (!held) return [null, null];
    return [
      { id, userId: held.user.id, expiresAt: held.session.expiresAt, attributes: { held } },
      { id: held.user.id, attributes: { held } },
    ];
  },
  getUserSessions: async () => {
    throw new Error("Devices are listed by devicesOf().");
  },
  async setSession({ id, userId, expiresAt, attributes }) {
    if (!("start" in attributes)) throw new Error("A session is opened by start().");
    const { start, startedAt } = attributes;
    const absoluteExpiresAt = new Date(startedAt.getTime() + sessionLengths[start.kind].absoluteMilliseconds);
    await writeSession({ id, userId, expiresAt, absoluteExpiresAt, startedAt, ...start });
  },
  updateSessionExpiration: lengthenSession,
  deleteSession,
  deleteUserSessions: (userId) => deleteSessionsOf(userId),
  deleteExpiredSessions: () => deleteExpired(new Date()),
};

const luciaFor = (kind: SessionKind) =>
  new Lucia<SessionAttributes, UserAttributes>(adapter, {
    sessionExpiresIn: new TimeSpan(sessionLengths[kind].idleMilliseconds, "ms"),
    getUserAttributes: (attributes) => attributes,
  });

const lucia = { buyer: luciaFor("buyer"), staff: luciaFor("staff") };

/** Sessions kept by Lucia over our own tables; the only place that knows Lucia. */
export const sessionKeeper: SessionKeeper = {
  async start(userId, start, at) {
    const token = newSessionToken(start.kind);
    await lucia[start.kind].createSession(userId, { start, startedAt: at }, { sessionId: hashOf(token) });
    return token;
  },

  async holderOf(token, at) {
    const kind = kindOfToken(token);
    if (!kind) return null;
    const { user } = await lucia[kind].validateSession(hashOf(token));
    if (!user) return null;
    if (user.held.session.absoluteExpiresAt > at) return user.held;
    await deleteSession(user.held.session.id);
    return null;
  },

  end: (sessionId) => lucia.buyer.invalidateSession(sessionId),
  endAllOf: (userId) => lucia.buyer.invalidateUserSessions(userId),
};
