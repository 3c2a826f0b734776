import { sql } from "drizzle-orm";
import { recordAudit } from "#app/domain/audit/audit.server.ts";
import type { Scope } from "#app/domain/customers/buyer.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { db, type Tx, withTx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import type { SharedChoice, ShareLink, ShareWish } from "./share-link.ts";

const moment = (at: Date) => sql`${at.toISOString()}::timestamptz`;

/**
 * Makes a link of which only the hash of its token is kept. The same token again is the same link, so a form that is sent twice
 * makes one; a category or supplier that does not exist is refused.
 */
export async function makeShareLink(
  scope: Scope,
  tokenHash: string,
  wish: ShareWish,
  at: Date,
  outer: Tx = db,
): Promise<void> {
  await withTx(async (tx) => {
    const until = new Date(at.getTime() + wish.days * 86_400_000);
    const [chosen] = await preparedRows<{ categoryId: number | null; supplierId: number | null }>(
      sql`select (select id from categories where slug = ${wish.category}::text) as "categoryId",
        (select id from suppliers where code = ${wish.supplier}::text) as "supplierId"`,
      tx,
    );
    const isKnown = (wish.category === null || chosen?.categoryId) && (wish.supplier === null || chosen?.supplierId);
    if (!isKnown) throw new Refusal("not_found", { what: "category" });
    const [made] = await preparedRows<{ id: number }>(
      sql`insert into share_links (token_hash, name, category_id, supplier_id, created_by, created_at, expires_at)
        values (${tokenHash}::text, ${wish.name}::text, ${chosen?.categoryId ?? null}::int, ${chosen?.supplierId ?? null}::int,
          ${scope.userId}::int, ${moment(at)}, ${moment(until)})
        on conflict (token_hash) do nothing returning id`,
      tx,
    );
    if (!made) return;
    const note = { action: "share_link_made", subject: `share link ${made.id}`, after: { ...wish } };
    await recordAudit({ actorId: scope.userId, ...note }, at, tx);
  }, outer);
}

/** Ends a link at once: a rep their own, everybody else any (refused `not_found`). Ending it again changes nothing. */
export async function revokeShareLink(scope: Scope, id: number, at: Date, outer: Tx = db): Promise<void> {
  await withTx(async (tx) => {
    const [link] = await preparedRows<{ id: number }>(
      sql`select id from share_links where id = ${id}::int
        and (${scope.repId}::int is null or created_by = ${scope.repId}::int) for update`,
      tx,
    );
    if (!link) throw new Refusal("not_found", { what: "share link" });
    const ended = await preparedRows(
      sql`update share_links set revoked_at = ${moment(at)} where id = ${id}::int and revoked_at is null returning id`,
      tx,
    );
    if (ended.length === 0) return;
    await recordAudit({ actorId: scope.userId, action: "share_link_revoked", subject: `share link ${id}` }, at, tx);
  }, outer);
}

type LinkRow = Omit<ShareLink, "createdAt" | "expiresAt" | "revokedAt" | "lastViewedAt"> &
  Record<"createdAt" | "expiresAt", string> &
  Record<"revokedAt" | "lastViewedAt", string | null>;

const dated = (said: string | null): Date | null => (said === null ? null : new Date(said));

/** The links of the scope, the newest first: a rep's own, everybody's for all others. */
export async function shareLinksIn(scope: Scope): Promise<ShareLink[]> {
  const rows = await preparedRows<LinkRow>(
    sql`select l.id, l.name, c.name as category, s.name as supplier, u.name as "madeBy", l.created_at as "createdAt",
        l.expires_at as "expiresAt", l.revoked_at as "revokedAt", l.views, l.last_viewed_at as "lastViewedAt"
      from share_links l join users u on u.id = l.created_by
      left join categories c on c.id = l.category_id left join suppliers s on s.id = l.supplier_id
      where ${scope.repId}::int is null or l.created_by = ${scope.repId}::int
      order by l.created_at desc, l.id desc limit 200`,
  );
  return rows.map((row) => ({
    ...row,
    createdAt: new Date(row.createdAt),
    expiresAt: new Date(row.expiresAt),
    revokedAt: dated(row.revokedAt),
    lastViewedAt: dated(row.lastViewedAt),
  }));
}

/**
 * What the link of this token shows, counted as one view when `isView`; refused `not_found` for every other text, and once it
 * ended, whatever the reason.
 */
export async function sharedBy(tokenHash: string, isView: boolean, at: Date): Promise<SharedChoice> {
  const [link] = await preparedRows<
    Record<"categoryKey" | "categoryName" | "supplierKey" | "supplierName", string | null>
  >(
    sql`with seen as (
        update share_links set views = views + ${isView ? 1 : 0}::int,
          last_viewed_at = ${moment(at)}
        where token_hash = ${tokenHash}::text and revoked_at is null and expires_at > ${moment(at)}
        returning category_id, supplier_id
      )
      select c.slug as "categoryKey", c.name as "categoryName", s.code as "supplierKey", s.name as "supplierName"
      from seen left join categories c on c.id = seen.category_id left join suppliers s on s.id = seen.supplier_id`,
  );
  if (!link) throw new Refusal("not_found", { what: "share link" });
  const named = (key: string | null, name: string | null) => (key === null || name === null ? null : { key, name });
  return { category: named(link.categoryKey, link.categoryName), supplier: named(link.supplierKey, link.supplierName) };
}
