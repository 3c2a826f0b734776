import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { recordAudit } from "#app/domain/audit/audit.server.ts";
import type { Scope } from "#app/domain/customers/buyer.ts";
import { problem } from "#app/http/problem.ts";
import { db, withTx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import { apiTokens } from "#db/schema/index.ts";
import { isPermitted, type Permission } from "./permissions.ts";
import { hashOf, newSecret } from "./token.ts";

/** The roles a token can have: it sees the whole company, so it is never a rep's. */
export const tokenRoles = ["manager", "admin"] as const;
export type TokenRole = (typeof tokenRoles)[number];

/** A machine that showed a good token, and whose customers it sees: everybody's. */
export interface TokenSession {
  token: { id: number; name: string; role: TokenRole };
  scope: Pick<Scope, "repId">;
}

const start = "carteira_";

/** Makes a token and gives its secret, which is never known again. */
export async function issueApiToken(name: string, role: TokenRole, at: Date): Promise<string> {
  const secret = start + newSecret();
  await withTx(async (tx) => {
    const [row] = await tx
      .insert(apiTokens)
      .values({ hash: hashOf(secret), name, role, createdAt: at })
      .returning({ id: apiTokens.id });
    const note = { actorId: null, action: "api_token_issued", subject: `token ${row?.id}`, after: { name, role } };
    await recordAudit(note, at, tx);
  });
  return secret;
}

/** Every token ever made, the newest first. */
export function apiTokensIssued() {
  const { id, name, role, createdAt, revokedAt } = apiTokens;
  return db.select({ id, name, role, createdAt, revokedAt }).from(apiTokens).orderBy(desc(id));
}

/** Takes a token back for good; false when none has that number or it was taken back before. */
export async function revokeApiToken(id: number, at: Date): Promise<boolean> {
  return withTx(async (tx) => {
    const [row] = await tx
      .update(apiTokens)
      .set({ revokedAt: at })
      .where(and(eq(apiTokens.id, id), isNull(apiTokens.revokedAt)))
      .returning({ name: apiTokens.name });
    if (!row) return false;
    await recordAudit({ actorId: null, action: "api_token_revoked", subject: `token ${id}`, before: row }, at, tx);
    return true;
  });
}

/** Lets in who shows a token with the permission (`Authorization: Bearer …`): else 401, or 403 where the role is too small. */
export async function requireToken(request: Request, permission: Permission): Promise<TokenSession> {
  const secret = /^Bearer (carteira_[\w-]{43})$/i.exec(request.headers.get("authorization") ?? "")?.[1];
  const [token] = secret
    ? await preparedRows<TokenSession["token"]>(
        sql`select id, name, role from api_tokens where hash = ${hashOf(secret)}::text and revoked_at is null`,
      )
    : [];
  if (!token) {
    throw problem(401, "no_token", "Send a valid token: Authorization: Bearer TOKEN.", {
      headers: { "WWW-Authenticate": 'Bearer realm="api/v1"' },
    });
  }
  if (!isPermitted(token.role, permission)) throw problem(403, "not_allowed", "This token may not do that.");
  return { token, scope: { repId: null } };
}
