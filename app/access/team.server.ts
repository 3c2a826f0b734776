import { and, asc, eq, ilike, ne, or, type SQL, sql } from "drizzle-orm";
import { recordAudit } from "#app/domain/audit/audit.server.ts";
import { offsetOf, type Page } from "#app/domain/page.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { db, type Tx, withTx } from "#db/connection.server.ts";
import { customers, secondFactors, sessions, users } from "#db/schema/index.ts";
import { type AccountChange, createAccount, reviseAccount } from "./accounts.server.ts";
import { sendInvitation, sendPasswordLink } from "./letters.server.ts";
import { resetSecondFactor } from "./second-factor.server.ts";
import type { BuyerRole, SessionUser } from "./session.ts";
import { deleteSessionsOf, sessionsOf } from "./session-rows.server.ts";

/** Somebody who signs in here, as the team's screen lists them. */
export interface Person {
  id: number;
  name: string;
  email: string;
  phone: string | null;
  role: SessionUser["role"];
  buyerRole: BuyerRole | null;
  isDisabled: boolean;
  hasPassword: boolean;
  hasSecondFactor: boolean;
  customerId: number | null;
  customer: string | null;
  lastSeenAt: Date | null;
  customersLookedAfter: number;
}

const pageSize = 40;
const lastSeen = sql<string | null>`(select max(s.last_seen_at) from ${sessions} s where s.user_id = ${users.id})`;
const lookedAfter = sql<number>`(select count(*) from ${customers} c where c.rep_id = ${users.id})`;

async function peopleWhere(wanted: SQL | undefined, limit: number, offset: number, tx: Tx): Promise<Person[]> {
  const rows = await tx
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      phone: users.phone,
      role: users.role,
      buyerRole: users.buyerRole,
      isDisabled: users.isDisabled,
      hasSecondFactor: sql<boolean>`exists (select from ${secondFactors} f where f.user_id = ${users.id} and f.confirmed_at is not null)`,
      hasPassword: sql<boolean>`${users.passwordHash} is not null`,
      customerId: users.customerId,
      customer: customers.tradeName,
      lastSeenAt: lastSeen,
      customersLookedAfter: lookedAfter,
    })
    .from(users)
    .leftJoin(customers, eq(customers.id, users.customerId))
    .where(wanted)
    .orderBy(asc(users.isDisabled), asc(users.name), asc(users.id))
    .limit(limit)
    .offset(offset);
  return rows.map((row) => ({
    ...row,
    lastSeenAt: row.lastSeenAt ? new Date(row.lastSeenAt) : null,
    customersLookedAfter: Number(row.customersLookedAfter),
  }));
}

/** The people of one side, by name, those disabled last; `q` looks in name, e-mail and customer. */
export async function people(side: "staff" | "buyers", q: string, page: number, tx: Tx = db): Promise<Page<Person>> {
  const like = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
  const wanted = and(
    side === "buyers" ? eq(users.role, "buyer") : ne(users.role, "buyer"),
    q === ""
      ? undefined
      : or(
          ilike(users.name, like),
          ilike(users.email, like),
          sql`exists (select from ${customers} c where c.id = ${users.customerId} and c.search_text like lower(${like}))`,
        ),
  );
  const [rows, [counted]] = await Promise.all([
    peopleWhere(wanted, pageSize, offsetOf(page, pageSize), tx),
    tx.select({ total: sql<number>`count(*)` }).from(users).where(wanted),
  ]);
  return { rows, total: Number(counted?.total ?? 0), page, pageSize };
}

/** One person with the devices they are signed in on; who does not exist is refused. */
export async function personOf(id: number, at: Date, tx: Tx = db) {
  const [person] = await peopleWhere(eq(users.id, id), 1, 0, tx);
  if (!person) throw new Refusal("not_found", { what: "user", id });
  const devices = await sessionsOf(id, at, tx);
  return { person, devices: devices.map(({ id: _kept, ...device }) => device) };
}

/** The member of staff who changes something about people. */
export type Changer = Pick<SessionUser, "id" | "role">;

/** Only an administrator makes administrators, or changes one. */
function refuseAboveOwnRole(by: Changer, ...roles: SessionUser["role"][]): void {
  if (by.role !== "admin" && roles.includes("admin")) throw new Refusal("not_allowed");
}

/** Whom to invite: staff with a role, or a buyer of a customer. */
export interface Invitation {
  email: string;
  name: string;
  phone: string | null;
  role: SessionUser["role"];
  customerId: number | null;
  buyerRole: BuyerRole | null;
}

/** Opens an account and sends the invitation to choose its password. */
export async function invite(by: Changer, invitation: Invitation, at: Date): Promise<{ id: number }> {
  refuseAboveOwnRole(by, invitation.role);
  return withTx(async (tx) => {
    const { id } = await createAccount({ ...invitation, byUserId: by.id }, at, tx);
    await sendInvitation({ id, name: invitation.name, email: invitation.email, locale: null }, at, tx);
    return { id };
  });
}

/** Changes a person; nobody disables or demotes themselves. */
export async function revisePerson(by: Changer, id: number, change: AccountChange, at: Date): Promise<void> {
  const { person } = await personOf(id, at);
  refuseAboveOwnRole(by, person.role, change.role ?? person.role);
  if ((change.role === "buyer") !== (person.role === "buyer") && change.role !== undefined) {
    throw new Refusal("not_allowed");
  }
  if (id === by.id && (change.isDisabled || (change.role !== undefined && change.role !== person.role))) {
    throw new Refusal("not_allowed", { why: "yourself" });
  }
  await reviseAccount(id, change, { userId: by.id }, at);
}

/** Sends another invitation to who has none taken up, or a link for a new password to who has a password. */
export async function sendLinkTo(by: Changer, id: number, at: Date): Promise<void> {
  const { person } = await personOf(id, at);
  refuseAboveOwnRole(by, person.role);
  if (person.hasPassword) await sendPasswordLink(person.email, at);
  else await withTx((tx) => sendInvitation({ ...person, locale: null }, at, tx));
}

/** Signs a person out of every device. */
export async function endSessionsOf(by: Changer, id: number, at: Date): Promise<void> {
  const { person } = await personOf(id, at);
  refuseAboveOwnRole(by, person.role);
  await deleteSessionsOf(id);
  await recordAudit({ actorId: by.id, action: "sessions_ended", subject: `user:${id}` }, at);
}

/** Takes the second factor away from somebody who lost phone and codes; only an administrator does, and never their own. */
export async function resetSecondFactorOf(by: Changer, id: number, at: Date): Promise<void> {
  if (by.role !== "admin" || id === by.id) throw new Refusal("not_allowed");
  const [person] = await db
    .select({ id: users.id, name: users.name, email: users.email, locale: users.locale })
    .from(users)
    .where(eq(users.id, id));
  if (!person) throw new Refusal("not_found", { what: "user", id });
  await resetSecondFactor(person, { userId: by.id }, at);
}

/** How many people of the team there are, and how many of them have a second factor. */
export async function secondFactorsOfStaff(tx: Tx = db): Promise<{ people: number; withFactor: number }> {
  const [row] = await tx
    .select({ people: sql<number>`count(*)`, withFactor: sql<number>`count(${secondFactors.confirmedAt})` })
    .from(users)
    .leftJoin(secondFactors, eq(secondFactors.userId, users.id))
    .where(and(ne(users.role, "buyer"), eq(users.isDisabled, false)));
  return { people: Number(row?.people ?? 0), withFactor: Number(row?.withFactor ?? 0) };
}
