import { and, asc, eq } from "drizzle-orm";
import { recordAudit } from "#app/domain/audit/audit.server.ts";
import type { Day } from "#app/domain/period.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { db, type Tx, withTx } from "#db/connection.server.ts";
import { customerContacts } from "#db/schema/index.ts";
import type { Scope } from "./buyer.ts";
import { customerOf } from "./customers.server.ts";

/** A person at the customer. */
export interface Contact {
  id: number;
  name: string;
  role: string | null;
  email: string | null;
  phone: string | null;
  birthdayOn: Day | null;
}

/** The people of a customer, by name. */
export async function contactsOf(customerId: number, tx: Tx = db): Promise<Contact[]> {
  return tx
    .select({
      id: customerContacts.id,
      name: customerContacts.name,
      role: customerContacts.role,
      email: customerContacts.email,
      phone: customerContacts.phone,
      birthdayOn: customerContacts.birthdayOn,
    })
    .from(customerContacts)
    .where(eq(customerContacts.customerId, customerId))
    .orderBy(asc(customerContacts.name), asc(customerContacts.id));
}

/** Writes down a person of a customer in scope, or changes one (`id` given); a stranger's person is refused `not_found`. */
export async function saveContact(
  scope: Scope,
  customerId: number,
  id: number | null,
  contact: Omit<Contact, "id">,
  at: Date,
  tx: Tx = db,
): Promise<void> {
  await withTx(async (tx) => {
    await customerOf(scope, customerId, tx);
    const before = id === null ? null : (await contactsOf(customerId, tx)).find((known) => known.id === id);
    if (before === undefined) throw new Refusal("not_found", { what: "contact", id });
    if (id === null) await tx.insert(customerContacts).values({ ...contact, customerId });
    else
      await tx
        .update(customerContacts)
        .set(contact)
        .where(and(eq(customerContacts.customerId, customerId), eq(customerContacts.id, id)));
    await recordAudit(
      {
        actorId: scope.userId,
        customerId,
        action: before ? "contact_changed" : "contact_added",
        subject: `customer ${customerId}`,
        before: before ?? undefined,
        after: contact,
      },
      at,
      tx,
    );
  }, tx);
}

/** Takes a person off a customer in scope. */
export async function removeContact(
  scope: Scope,
  customerId: number,
  id: number,
  at: Date,
  tx: Tx = db,
): Promise<void> {
  await withTx(async (tx) => {
    await customerOf(scope, customerId, tx);
    const [gone] = await tx
      .delete(customerContacts)
      .where(and(eq(customerContacts.customerId, customerId), eq(customerContacts.id, id)))
      .returning({ name: customerContacts.name });
    if (!gone) throw new Refusal("not_found", { what: "contact", id });
    await recordAudit(
      { actorId: scope.userId, customerId, action: "contact_removed", subject: `customer ${customerId}`, before: gone },
      at,
      tx,
    );
  }, tx);
}
