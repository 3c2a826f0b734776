import { and, eq, isNull, sql } from "drizzle-orm";
import { recordAudit } from "#app/domain/audit/audit.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { db, type Tx, withTx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import { customerAddresses } from "#db/schema/index.ts";
import type { Scope } from "./buyer.ts";
import type { CustomerDetails } from "./customer.ts";
import { customerOf, registerCustomer } from "./customers.server.ts";

/** A place goods go to. */
export interface Address {
  id: number;
  label: string;
  street: string;
  number: string;
  complement: string | null;
  district: string | null;
  city: string;
  uf: string;
  /** Eight digits. */
  postalCode: string;
  isDefault: boolean;
}

/** What the first place of a customer is called until somebody calls it otherwise. */
export const firstLabel = "Principal";

/** The places of a customer that are in use, the usual one first. */
export async function addressesOf(customerId: number, tx: Tx = db): Promise<Address[]> {
  return preparedRows<Address>(
    sql`select a.id, a.label, a.street, a.number, a.complement, a.district, a.city, a.uf, a.postal_code as "postalCode",
      a.is_default as "isDefault"
    from customer_addresses a
    where a.customer_id = ${customerId}::int and a.removed_at is null
    order by a.is_default desc, a.id`,
    tx,
  );
}

/** Writes down a place of a customer in scope, or changes one (`id` given); the first is the usual one, and there is only one usual one. */
export async function saveAddress(
  scope: Scope,
  customerId: number,
  id: number | null,
  address: Omit<Address, "id">,
  at: Date,
  tx: Tx = db,
): Promise<void> {
  await withTx(async (tx) => {
    await customerOf(scope, customerId, tx);
    const known = await addressesOf(customerId, tx);
    const before = id === null ? null : known.find((one) => one.id === id);
    if (before === undefined) throw new Refusal("not_found", { what: "address", id });
    const others = known.filter((one) => one.id !== id);
    const isDefault = address.isDefault || others.every((one) => !one.isDefault);
    if (isDefault) {
      await tx.update(customerAddresses).set({ isDefault: false }).where(eq(customerAddresses.customerId, customerId));
    }
    const written = { ...address, isDefault };
    if (id === null) await tx.insert(customerAddresses).values({ ...written, customerId });
    else
      await tx
        .update(customerAddresses)
        .set(written)
        .where(and(eq(customerAddresses.customerId, customerId), eq(customerAddresses.id, id)));
    await recordAudit(
      {
        actorId: scope.userId,
        customerId,
        action: before ? "address_changed" : "address_added",
        subject: `customer ${customerId}`,
        before: before ?? undefined,
        after: written,
      },
      at,
      tx,
    );
  }, tx);
}

/** Writes down a new customer together with the place their goods go to, where one is known; gives the customer's id. */
export async function registerWithAddress(
  scope: Scope,
  details: CustomerDetails,
  address: Omit<Address, "id" | "label" | "isDefault"> | null,
  at: Date,
  tx: Tx = db,
): Promise<number> {
  return withTx(async (tx) => {
    const id = await registerCustomer(scope, details, at, tx);
    // Whoever may write the customer down may write the place down, whose portfolio it went to or not.
    const wide = { ...scope, repId: null };
    if (address) await saveAddress(wide, id, null, { ...address, label: firstLabel, isDefault: true }, at, tx);
    return id;
  }, tx);
}

/** Brings a place back that was taken out of use, as it was; the usual one stays where it went. Bringing it twice changes nothing. */
export async function bringAddressBack(
  scope: Scope,
  customerId: number,
  id: number,
  at: Date,
  tx: Tx = db,
): Promise<void> {
  await withTx(async (tx) => {
    await customerOf(scope, customerId, tx);
    const inUse = await addressesOf(customerId, tx);
    if (inUse.some((one) => one.id === id)) return;
    const [back] = await tx
      .update(customerAddresses)
      .set({ removedAt: null, isDefault: inUse.length === 0 })
      .where(and(eq(customerAddresses.customerId, customerId), eq(customerAddresses.id, id)))
      .returning({ label: customerAddresses.label, street: customerAddresses.street });
    if (!back) throw new Refusal("not_found", { what: "address", id });
    const subject = `customer ${customerId}`;
    await recordAudit({ actorId: scope.userId, customerId, action: "address_added", subject, after: back }, at, tx);
  }, tx);
}

/** Takes a place out of use; orders that went there keep it. Another becomes the usual one where it was. */
export async function removeAddress(
  scope: Scope,
  customerId: number,
  id: number,
  at: Date,
  tx: Tx = db,
): Promise<void> {
  await withTx(async (tx) => {
    await customerOf(scope, customerId, tx);
    const [gone] = await tx
      .update(customerAddresses)
      .set({ removedAt: at, isDefault: false })
      .where(
        and(
          eq(customerAddresses.customerId, customerId),
          eq(customerAddresses.id, id),
          isNull(customerAddresses.removedAt),
        ),
      )
      .returning({ label: customerAddresses.label, street: customerAddresses.street });
    if (!gone) throw new Refusal("not_found", { what: "address", id });
    const [first] = await addressesOf(customerId, tx);
    if (first && !first.isDefault) {
      await tx
        .update(customerAddresses)
        .set({ isDefault: true })
        .where(and(eq(customerAddresses.customerId, customerId), eq(customerAddresses.id, first.id)));
    }
    await recordAudit(
      { actorId: scope.userId, customerId, action: "address_removed", subject: `customer ${customerId}`, before: gone },
      at,
      tx,
    );
  }, tx);
}
