import { and, asc, eq, like } from "drizzle-orm";
import { recordAudit } from "#app/domain/audit/audit.server.ts";
import type { Scope } from "#app/domain/customers/buyer.ts";
import { offeredTerms } from "#app/domain/customers/payment-terms.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { searchable } from "#app/domain/text.ts";
import { db, type Tx, withTx } from "#db/connection.server.ts";
import { customerPrices, customers, priceTables, products } from "#db/schema/index.ts";
import type { Agreement, AgreementRow } from "./price-table.ts";
import type { PricedCustomer } from "./prices.server.ts";

/** A customer as prices see them, with the names of what decides. */
export interface PricedCustomerShown extends PricedCustomer {
  code: string;
  tradeName: string;
  priceTableName: string | null;
}

/** A customer of the scope by their code; refused `not_found` for anybody else's. */
export async function pricedCustomerOf(scope: Scope, code: string, tx: Tx = db): Promise<PricedCustomerShown> {
  const [row] = await tx
    .select({
      id: customers.id,
      code: customers.code,
      tradeName: customers.tradeName,
      uf: customers.uf,
      groupId: customers.groupId,
      priceTableId: customers.priceTableId,
      priceTableName: priceTables.name,
    })
    .from(customers)
    .leftJoin(priceTables, eq(priceTables.id, customers.priceTableId))
    .where(and(eq(customers.code, code), scope.repId === null ? undefined : eq(customers.repId, scope.repId)));
  if (!row) throw new Refusal("not_found", { what: "customer", code });
  return { ...row, terms: await offeredTerms(row.id, null, tx) };
}

/** Every price agreed with a customer, also those that have ended, by product. */
export function agreementsOf(customerId: number, tx: Tx = db): Promise<AgreementRow[]> {
  return tx
    .select({
      sku: products.sku,
      name: products.name,
      fromQuantity: customerPrices.fromQuantity,
      unitPriceE4: customerPrices.unitPriceE4,
      validFrom: customerPrices.validFrom,
      validUntil: customerPrices.validUntil,
      note: customerPrices.note,
    })
    .from(customerPrices)
    .innerJoin(products, eq(products.id, customerPrices.productId))
    .where(eq(customerPrices.customerId, customerId))
    .orderBy(asc(products.name), asc(customerPrices.fromQuantity))
    .limit(500);
}

/** Agrees a price with a customer, in place of what was agreed for the same product and quantity. */
export async function agreePrice(
  scope: Scope,
  customerCode: string,
  agreement: Agreement,
  at: Date,
  tx: Tx = db,
): Promise<void> {
  const { sku, ...terms } = agreement;
  if (terms.validFrom !== null && terms.validUntil !== null && terms.validUntil <= terms.validFrom) {
    throw new Refusal("invalid_input", { field: "validUntil" });
  }
  await withTx(async (tx) => {
    const customer = await pricedCustomerOf(scope, customerCode, tx);
    const [product] = await tx.select({ id: products.id }).from(products).where(eq(products.sku, sku));
    if (!product) throw new Refusal("not_found", { what: "product", sku });
    await tx
      .insert(customerPrices)
      .values({ customerId: customer.id, productId: product.id, ...terms })
      .onConflictDoUpdate({
        target: [customerPrices.customerId, customerPrices.productId, customerPrices.fromQuantity],
        set: terms,
      });
    const note = { actorId: scope.userId, customerId: customer.id, action: "price_agreed", subject: `product ${sku}` };
    await recordAudit({ ...note, after: agreement }, at, tx);
  }, tx);
}

/** Ends a price agreed with a customer at once: from now on their table decides. */
export async function endAgreement(
  scope: Scope,
  customerCode: string,
  { sku, fromQuantity }: { sku: string; fromQuantity: number },
  at: Date,
  tx: Tx = db,
): Promise<void> {
  await withTx(async (tx) => {
    const customer = await pricedCustomerOf(scope, customerCode, tx);
    const [product] = await tx.select({ id: products.id }).from(products).where(eq(products.sku, sku));
    const ended = await tx
      .delete(customerPrices)
      .where(
        and(
          eq(customerPrices.customerId, customer.id),
          eq(customerPrices.productId, product?.id ?? 0),
          eq(customerPrices.fromQuantity, fromQuantity),
        ),
      )
      .returning({ unitPriceE4: customerPrices.unitPriceE4 });
    if (ended.length === 0) throw new Refusal("not_found", { what: "agreement", sku });
    const note = {
      actorId: scope.userId,
      customerId: customer.id,
      action: "price_agreement_ended",
      subject: `product ${sku}`,
    };
    await recordAudit({ ...note, before: { sku, fromQuantity, ...ended[0] } }, at, tx);
  }, tx);
}

/** Up to twelve customers of the scope whose name, code or CNPJ holds every word. */
export function customersLike(scope: Scope, find: string, tx: Tx = db) {
  const words = searchable(find).split(" ").slice(0, 6);
  return tx
    .select({ code: customers.code, tradeName: customers.tradeName, uf: customers.uf, city: customers.city })
    .from(customers)
    .where(
      and(
        ...words.map((word) => like(customers.searchText, `%${word.replace(/[\\%_]/g, "\\$&")}%`)),
        scope.repId === null ? undefined : eq(customers.repId, scope.repId),
      ),
    )
    .orderBy(asc(customers.tradeName))
    .limit(12);
}
