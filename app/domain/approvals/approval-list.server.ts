import { type SQL, sql } from "drizzle-orm";
import type { Buyer, Scope } from "#app/domain/customers/buyer.ts";
import type { Cents } from "#app/domain/money.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { db, type Tx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import type { Approval, ShownLine } from "./approval.ts";
import { mayApprove } from "./approvers.server.ts";

/** A request with what its page needs beside: how it was shown, and where its cart is. */
export interface ApprovalSheet extends Approval {
  shownLines: ShownLine[];
  poNumber: string | null;
  notes: string | null;
  /** Sent by whoever looks at it. */
  isOwn: boolean;
  /** Back from its approver, or taken back, and kept among its buyer's other carts. */
  isAside: boolean;
}

type Row<T extends Approval> = Omit<T, "askedAt" | "decidedAt"> & { askedAt: string; decidedAt: string | null };

const columns = sql`a.id, a.cart_id as "cartId", a.requester_id as "requesterId", r.name as "requesterName", a.asked_at as "askedAt",
  a.why, a.total_cents as "totalCents", a.over_limits as "overLimits", a.decided_at as "decidedAt", d.name as "decidedByName",
  a.decision, a.word, o.number as "orderNumber"`;

const joined = sql`from approvals a
  join users r on r.id = a.requester_id
  left join users d on d.id = a.decided_by
  left join orders o on a.decision = 'approved' and o.customer_id = a.customer_id and o.cart_id = a.cart_id`;

/** Whoever approves sees the company's requests, and so does staff acting for it; everybody else their own. */
const seenBy = (viewer: Buyer): SQL => sql`a.customer_id = ${viewer.customerId}::int
  and (a.requester_id = ${viewer.userId}::int or ${viewer.actingUserId}::int is not null
    or exists (select from users u where u.id = ${viewer.userId}::int and u.buyer_role = 'approves'))`;

const withMoments = <T extends Approval>(row: Row<T>): T =>
  ({
    ...row,
    askedAt: new Date(row.askedAt),
    decidedAt: row.decidedAt === null ? null : new Date(row.decidedAt),
  }) as T;

/** The requests somebody may see: those that wait, the longest waiting first; or the latest hundred that were decided. */
export async function approvalsOf(viewer: Buyer, which: "waiting" | "decided", tx: Tx = db): Promise<Approval[]> {
  const narrowed =
    which === "waiting"
      ? sql`a.decided_at is null order by a.asked_at, a.id`
      : sql`a.decided_at is not null order by a.decided_at desc, a.id desc limit 100`;
  const rows = await preparedRows<Row<Approval>>(
    sql`select ${columns} ${joined} where ${seenBy(viewer)} and ${narrowed}`,
    tx,
  );
  return rows.map(withMoments);
}

/** One request, if whoever looks may see it; anybody else's does not exist (refused `not_found`). */
export async function approvalOf(viewer: Buyer, id: number, tx: Tx = db): Promise<ApprovalSheet> {
  const [row] = await preparedRows<Row<ApprovalSheet>>(
    sql`select ${columns}, a.shown_lines as "shownLines", a.po_number as "poNumber", a.notes,
        a.requester_id = ${viewer.userId}::int as "isOwn",
        a.decision in ('returned', 'withdrawn') and k.set_aside_at is not null and k.removed_at is null and k.ordered_at is null
          and not exists (select from approvals n where n.customer_id = a.customer_id and n.cart_id = a.cart_id and n.id > a.id)
          as "isAside"
      ${joined} join carts k on k.customer_id = a.customer_id and k.id = a.cart_id
      where ${seenBy(viewer)} and a.id = ${id}::bigint`,
    tx,
  );
  if (!row) throw new Refusal("not_found", { what: "approval", id });
  return withMoments<ApprovalSheet>({ ...row, isAside: row.isAside ?? false });
}

/** What a buyer is told beside their cart: the word it came back with, and what of theirs waits elsewhere. */
export interface AroundCart {
  /** The current cart came back from its approver; null when it did not, or is on its way again. */
  returned: { id: number; by: string; word: string } | null;
  /** Their requests that nobody has decided. */
  waiting: { id: number; totalCents: Cents }[];
  /** How many were returned while they filled another cart, and are kept beside it. */
  returnedAside: number;
}

/** What stands around the buyer's current cart. */
export async function aroundCartOf(buyer: Buyer, tx: Tx = db): Promise<AroundCart> {
  const rows = await preparedRows<{
    id: number;
    decision: "returned" | "withdrawn" | null;
    by: string | null;
    word: string | null;
    totalCents: Cents;
    isCurrent: boolean;
    isKept: boolean;
  }>(
    sql`select distinct on (a.cart_id) a.id, a.decision, d.name as by, a.word, a.total_cents as "totalCents", k.is_current as "isCurrent",
        k.set_aside_at is not null and k.removed_at is null as "isKept"
      from approvals a
      join carts k on k.customer_id = a.customer_id and k.id = a.cart_id and k.ordered_at is null
      left join users d on d.id = a.decided_by
      where a.customer_id = ${buyer.customerId}::int and a.requester_id = ${buyer.userId}::int
      order by a.cart_id, a.id desc`,
    tx,
  );
  const current = rows.find((row) => row.isCurrent && row.decision === "returned");
  return {
    returned: current ? { id: current.id, by: current.by ?? "", word: current.word ?? "" } : null,
    waiting: rows.filter((row) => row.decision === null).map(({ id, totalCents }) => ({ id, totalCents })),
    returnedAside: rows.filter((row) => row.isKept && row.decision === "returned").length,
  };
}

/** A request as the house sees it: which customer waits for whom, and since when. */
export interface WaitingApproval {
  id: number;
  customerId: number;
  customerName: string;
  cartId: number;
  requesterName: string;
  askedAt: Date;
  totalCents: Cents;
  /** The first of those who may approve; null when nobody is left who may. */
  approver: { name: string; phone: string | null; locale: string | null } | null;
}

/** The requests that wait among the customers of a scope, or of one customer of it, the longest waiting first. */
export async function approvalsWaitingIn(
  scope: Scope,
  { customerId, limit }: { customerId: number | null; limit: number },
  tx: Tx = db,
): Promise<WaitingApproval[]> {
  const rows = await preparedRows<Omit<WaitingApproval, "askedAt"> & { askedAt: string }>(
    sql`select a.id, c.id as "customerId", c.trade_name as "customerName", a.cart_id as "cartId", r.name as "requesterName",
        a.asked_at as "askedAt", a.total_cents as "totalCents",
        (select jsonb_build_object('name', u.name, 'phone', coalesce(u.phone, c.phone), 'locale', u.locale) from users u
          where u.customer_id = a.customer_id and ${mayApprove(sql`a.requester_id`, sql`a.total_cents`)}
          order by u.name, u.id limit 1) as approver
      from approvals a join customers c on c.id = a.customer_id join users r on r.id = a.requester_id
      where a.decided_at is null and (${scope.repId}::int is null or c.rep_id = ${scope.repId}::int)
        and (${customerId}::int is null or c.id = ${customerId}::int)
      order by a.asked_at, a.id limit ${limit}::int`,
    tx,
  );
  return rows.map((row) => ({ ...row, askedAt: new Date(row.askedAt) }));
}
