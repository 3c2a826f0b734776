import { and, desc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { recordAudit } from "#app/domain/audit/audit.server.ts";
import { offsetOf, type Page } from "#app/domain/page.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { searchable } from "#app/domain/text.ts";
import { db, type Tx } from "#db/connection.server.ts";
import { accessRequests, customers, users } from "#db/schema/index.ts";
import type { Scope } from "./buyer.ts";

/** The text people agree to when they ask for access; a new wording gets a new version. */
export const consentTextVersion = "2026-11";

/** What a stranger tells about themselves to be let in. */
export interface WantedAccess {
  cnpj: string;
  legalName: string;
  contactName: string;
  email: string;
  phone: string | null;
  postalCode: string | null;
  street: string | null;
  number: string | null;
  complement: string | null;
  district: string | null;
  city: string | null;
  uf: string | null;
  message: string | null;
}

/** Keeps a stranger's wish for access until staff decide. The same wish again, while it waits, replaces the first. */
export async function askForAccess(wanted: WantedAccess, at: Date, tx: Tx = db): Promise<void> {
  const said = { ...wanted, requestedAt: at, consentTextVersion };
  const { cnpj, email, decidedAt } = accessRequests;
  await tx
    .insert(accessRequests)
    .values(said)
    .onConflictDoUpdate({ target: [cnpj, email], targetWhere: isNull(decidedAt), set: said });
}

const pageSize = 25;

/** Which wishes for access a list shows. */
export interface RequestFilter {
  state: "waiting" | "decided";
  /** Words of the company, the person, the e-mail or the city; or a CNPJ. */
  q: string;
  uf: string[];
}

function wishesMatching({ state, q, uf }: RequestFilter) {
  const isInState = state === "waiting" ? isNull(accessRequests.decidedAt) : isNotNull(accessRequests.decidedAt);
  const { cnpj, legalName, contactName, email, city } = accessRequests;
  const texts = sql`unaccent(lower(concat_ws(' ', ${legalName}, ${contactName}, ${email}, ${city})))`;
  const like = `%${searchable(q).replace(/[\\%_]/g, "\\$&")}%`;
  const cnpjLike = `%${q.replace(/[^0-9A-Za-z]/g, "").toUpperCase()}%`;
  const isFound =
    cnpjLike === "%%" ? sql`${texts} like ${like}` : sql`(${texts} like ${like} or ${cnpj} like ${cnpjLike})`;
  return and(isInState, q === "" ? undefined : isFound, uf.length > 0 ? inArray(accessRequests.uf, uf) : undefined);
}

/**
 * The wishes for access that wait, oldest first, or those decided, latest first; each with the customer that bears its CNPJ, and
 * with how many others of the same CNPJ wait.
 */
export async function accessRequestsPage(filter: RequestFilter, page: number, tx: Tx = db) {
  const { state } = filter;
  const wanted = wishesMatching(filter);
  const [rows, [counted]] = await Promise.all([
    tx
      .select({
        id: accessRequests.id,
        cnpj: accessRequests.cnpj,
        legalName: accessRequests.legalName,
        contactName: accessRequests.contactName,
        email: accessRequests.email,
        phone: accessRequests.phone,
        postalCode: accessRequests.postalCode,
        street: accessRequests.street,
        number: accessRequests.number,
        complement: accessRequests.complement,
        district: accessRequests.district,
        city: accessRequests.city,
        uf: accessRequests.uf,
        message: accessRequests.message,
        requestedAt: accessRequests.requestedAt,
        decidedAt: accessRequests.decidedAt,
        decidedBy: users.name,
        isApproved: accessRequests.isApproved,
        decisionNote: accessRequests.decisionNote,
        customerId: customers.id,
        customerName: customers.tradeName,
        othersWaiting: sql<number>`(select count(*) from access_requests other where other.cnpj = ${accessRequests.cnpj}
          and other.id <> ${accessRequests.id} and other.decided_at is null)`.mapWith(Number),
      })
      .from(accessRequests)
      .leftJoin(users, eq(users.id, accessRequests.decidedBy))
      .leftJoin(
        customers,
        sql`${customers.id} = ${accessRequests.customerId} or (${accessRequests.customerId} is null and ${customers.cnpj} = ${accessRequests.cnpj})`,
      )
      .where(wanted)
      .orderBy(state === "waiting" ? accessRequests.requestedAt : desc(accessRequests.decidedAt))
      .limit(pageSize)
      .offset(offsetOf(page, pageSize)),
    tx.select({ total: sql<number>`count(*)` }).from(accessRequests).where(wanted),
  ]);
  return { rows, total: Number(counted?.total ?? 0), page, pageSize } satisfies Page<(typeof rows)[number]>;
}

/** How many wishes for access wait. */
export async function accessRequestsWaiting(tx: Tx = db): Promise<number> {
  const [row] = await tx
    .select({ waiting: sql<number>`count(*)` })
    .from(accessRequests)
    .where(isNull(accessRequests.decidedAt));
  return Number(row?.waiting ?? 0);
}

/** How staff answered a wish: the customer it led to, or null where it was declined. */
export interface Decision {
  customerId: number | null;
  note: string | null;
}

/** The wish as it was said, locked for a decision; one that was decided already is refused. */
export async function wishToDecide(id: number, tx: Tx): Promise<WantedAccess> {
  const [wish] = await tx.select().from(accessRequests).where(eq(accessRequests.id, id)).for("update");
  if (!wish) throw new Refusal("not_found", { what: "access_request", id });
  if (wish.decidedAt) throw new Refusal("already_decided");
  return wish;
}

/** Writes down how a wish was answered, by whom, in the transaction of what follows from it. */
export async function writeDecision(scope: Scope, id: number, decision: Decision, at: Date, tx: Tx): Promise<void> {
  const isApproved = decision.customerId !== null;
  await tx
    .update(accessRequests)
    .set({
      decidedAt: at,
      decidedBy: scope.userId,
      isApproved,
      decisionNote: decision.note,
      customerId: decision.customerId,
    })
    .where(eq(accessRequests.id, id));
  await recordAudit(
    {
      actorId: scope.userId,
      customerId: decision.customerId,
      action: isApproved ? "access_request_approved" : "access_request_declined",
      subject: `access_request:${id}`,
      after: { ...decision },
    },
    at,
    tx,
  );
}
