import { and, eq, inArray, sql } from "drizzle-orm";
import { recordAudit } from "#app/domain/audit/audit.server.ts";
import { cnpjFrom } from "#app/domain/cnpj.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { db, type Tx, withTx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import { customerPaymentTerms, customers } from "#db/schema/index.ts";
import { assignRep } from "./assignments.server.ts";
import type { Scope } from "./buyer.ts";
import { type CustomerDetails, customerSearchText, withinRepsReach } from "./customer.ts";
import { forgetFilterChoices } from "./kept-choices.ts";

/** A customer as the house keeps it. */
export type Customer = typeof customers.$inferSelect;

/** The condition that keeps a rep inside their own portfolio; true for everybody else. */
export const inScope = (scope: Scope) => (scope.repId === null ? sql`true` : eq(customers.repId, scope.repId));

/** One customer of the scope; whoever is not in it does not exist (refused `not_found`). */
export async function customerOf(scope: Scope, id: number, tx: Tx = db): Promise<Customer> {
  const [customer] = await tx
    .select()
    .from(customers)
    .where(and(eq(customers.id, id), inScope(scope)));
  if (!customer) throw new Refusal("not_found", { what: "customer", id });
  return customer;
}

/** The customer with this code or CNPJ, as a person or another system wrote it (refused `not_found`). */
export async function customerNamed(said: string, tx: Tx = db): Promise<{ id: number; tradeName: string }> {
  const code = said.trim();
  const [found] = await preparedRows<{ id: number; tradeName: string }>(
    sql`select id, trade_name as "tradeName" from customers
      where code = ${code}::text or cnpj = ${cnpjFrom(code) ?? code}::text`,
    tx,
  );
  if (!found) throw new Refusal("not_found", { what: "customer", code: said });
  return found;
}

/** The payment terms a customer is offered. */
export async function paymentTermsOf(customerId: number, tx: Tx = db): Promise<number[]> {
  const rows = await tx
    .select({ id: customerPaymentTerms.paymentTermsId })
    .from(customerPaymentTerms)
    .where(eq(customerPaymentTerms.customerId, customerId));
  return rows.map((row) => row.id).sort((a, b) => a - b);
}

/** A customer's details as the edit form shows them. */
export async function detailsOf(customer: Customer, tx: Tx = db): Promise<CustomerDetails> {
  return {
    code: customer.code,
    cnpj: customer.cnpj,
    legalName: customer.legalName,
    tradeName: customer.tradeName,
    stateRegistration: customer.stateRegistration,
    uf: customer.uf,
    city: customer.city,
    country: customer.country,
    segment: customer.segment,
    groupId: customer.groupId,
    repId: customer.repId,
    priceTableId: customer.priceTableId,
    minimumOrderCents: customer.minimumOrderCents,
    creditLimitCents: customer.creditLimitCents,
    isCreditHeld: customer.isCreditHeld,
    agreementEndsOn: customer.agreementEndsOn,
    email: customer.email,
    phone: customer.phone,
    notes: customer.notes,
    paymentTermsIds: await paymentTermsOf(customer.id, tx),
  };
}

async function nextCode(tx: Tx): Promise<string> {
  const [row] = await tx
    .select({ last: sql<number>`coalesce(max(code::bigint), 0)` })
    .from(customers)
    .where(sql`${customers.code} ~ '^[0-9]{1,9}$'`);
  return String((row?.last ?? 0) + 1).padStart(5, "0");
}

/** Refuses a CNPJ or code that another customer bears, naming that customer where the scope may see it. */
async function refuseDuplicates(scope: Scope, details: CustomerDetails, ownId: number | null, tx: Tx): Promise<void> {
  const named = [
    details.cnpj ? eq(customers.cnpj, details.cnpj) : null,
    details.code ? eq(customers.code, details.code) : null,
  ].filter((condition) => condition !== null);
  if (named.length === 0) return;
  const bearers = await tx
    .select({ id: customers.id, cnpj: customers.cnpj, tradeName: customers.tradeName, repId: customers.repId })
    .from(customers)
    .where(sql`(${sql.join(named, sql` or `)}) and ${customers.id} is distinct from ${ownId}`);
  const bearer = bearers[0];
  if (!bearer) return;
  const isVisible = scope.repId === null || bearer.repId === scope.repId;
  throw new Refusal(
    details.cnpj !== null && bearer.cnpj === details.cnpj ? "cnpj_taken" : "code_taken",
    isVisible ? { customerId: bearer.id, name: bearer.tradeName } : {},
  );
}

function columnsFrom(details: CustomerDetails, code: string) {
  const { paymentTermsIds: _terms, repId: _rep, ...traits } = details;
  return { ...traits, code, searchText: customerSearchText({ ...traits, code }) };
}

async function offerTerms(customerId: number, ids: number[], tx: Tx): Promise<void> {
  await tx.delete(customerPaymentTerms).where(eq(customerPaymentTerms.customerId, customerId));
  if (ids.length > 0) {
    const rows = [...new Set(ids)].map((paymentTermsId) => ({ customerId, paymentTermsId }));
    await tx.insert(customerPaymentTerms).values(rows);
  }
}

/** Writes down a new customer and gives its id; a CNPJ or code already borne is refused. A rep's new customer is the rep's own. */
export async function registerCustomer(scope: Scope, details: CustomerDetails, at: Date, tx: Tx = db): Promise<number> {
  return withTx(async (tx) => {
    await refuseDuplicates(scope, details, null, tx);
    const code = details.code ?? (await nextCode(tx));
    const [row] = await tx
      .insert(customers)
      .values({ ...columnsFrom(details, code), createdAt: at })
      .returning({ id: customers.id });
    const id = row!.id;
    await offerTerms(id, details.paymentTermsIds, tx);
    await recordAudit(
      {
        actorId: scope.userId,
        customerId: id,
        action: "customer_registered",
        subject: `customer ${id}`,
        after: { ...details, code },
      },
      at,
      tx,
    );
    const repId = scope.repId ?? details.repId;
    if (repId !== null) await assignRep({ ...scope, repId: null }, [id], repId, at, tx);
    return id;
  }, tx).finally(forgetFilterChoices);
}

/**
 * Changes a customer's details; what changed is kept in the audit, before and after. A change of rep keeps its history. A rep
 * changes who the customer is and how to reach them; code, terms, prices and credit stay as the manager set them.
 */
export async function reviseCustomer(
  scope: Scope,
  id: number,
  wanted: CustomerDetails,
  at: Date,
  tx: Tx = db,
): Promise<void> {
  await withTx(async (tx) => {
    const customer = await customerOf(scope, id, tx);
    const before = await detailsOf(customer, tx);
    const details = scope.repId === null ? wanted : withinRepsReach(wanted, before);
    await refuseDuplicates(scope, details, id, tx);
    const changed = (Object.keys(details) as (keyof CustomerDetails)[]).filter(
      (key) => key !== "repId" && JSON.stringify(details[key]) !== JSON.stringify(before[key]),
    );
    if (changed.length > 0) {
      await tx
        .update(customers)
        .set(columnsFrom(details, details.code ?? customer.code))
        .where(eq(customers.id, id));
      await offerTerms(id, details.paymentTermsIds, tx);
      const only = (from: CustomerDetails) => Object.fromEntries(changed.map((key) => [key, from[key]]));
      await recordAudit(
        {
          actorId: scope.userId,
          customerId: id,
          action: "customer_revised",
          subject: `customer ${id}`,
          before: only(before),
          after: only(details),
        },
        at,
        tx,
      );
    }
    if (scope.repId === null && details.repId !== customer.repId) await assignRep(scope, [id], details.repId, at, tx);
  }, tx).finally(forgetFilterChoices);
}

/** Opens or closes the shop to customers of the scope; who already stands so is left alone. Gives how many changed. */
export async function grantAccess(
  scope: Scope,
  ids: number[],
  isGranted: boolean,
  at: Date,
  tx: Tx = db,
): Promise<number> {
  return withTx(async (tx) => {
    const changed = await tx
      .update(customers)
      .set({ accessGrantedAt: isGranted ? at : null })
      .where(
        and(inArray(customers.id, ids), inScope(scope), sql`(${customers.accessGrantedAt} is null) = ${isGranted}`),
      )
      .returning({ id: customers.id });
    for (const { id } of changed) {
      const action = isGranted ? "access_granted" : "access_withdrawn";
      await recordAudit({ actorId: scope.userId, customerId: id, action, subject: `customer ${id}` }, at, tx);
    }
    return changed.length;
  }, tx);
}
