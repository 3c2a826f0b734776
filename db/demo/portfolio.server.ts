import { passwordHash } from "#app/access/password.server.ts";
import { customerSearchText } from "#app/domain/customers/customer.ts";
import { type Day, daysAfter, startOf } from "#app/domain/period.ts";
import { db } from "#db/connection.server.ts";
import {
  customerAddresses,
  customerContacts,
  customerGroups,
  customerPaymentTerms,
  customerPrices,
  customers,
  customerTags,
  paymentTerms,
  portfolioAssignments,
  prices,
  priceTables,
  tags,
  users,
} from "#db/schema/index.ts";
import { Chance } from "./chance.ts";
import type { DemoCustomer } from "./customers.ts";
import { agreementsOf, demoTables, groupName, isInGroup, tableGivenTo, tablePriceE4 } from "./price-lists.ts";
import type { DemoProduct } from "./products.ts";
import { daysBehind } from "./rhythms.ts";
import { buyers, demoPassword, reps } from "./team.ts";

/** The price tables with their volume breaks; gives the tables' numbers by code. A few products are sold by agreement only. */
export async function fillPrices(all: readonly DemoProduct[], ids: Map<string, number>, at: Date) {
  const [group] = await db.insert(customerGroups).values({ name: groupName }).returning();
  const tables = await db
    .insert(priceTables)
    .values(
      demoTables.map(({ code, name, scope, uf }) => ({
        code,
        name,
        scope,
        uf,
        groupId: scope === "group" ? group!.id : null,
        createdAt: at,
      })),
    )
    .returning({ id: priceTables.id, code: priceTables.code });
  const byCode = new Map(tables.map((row) => [row.code, row.id]));
  for (const table of demoTables) {
    const rows = all
      .filter((_product, index) => table.scope === "assigned" || index % 97 !== 41)
      .flatMap((product) =>
        [1, 5, 10].map((packs, level) => ({
          priceTableId: byCode.get(table.code)!,
          productId: ids.get(product.sku)!,
          fromQuantity: packs === 1 ? 1 : packs * product.pack,
          unitPriceE4: tablePriceE4(table, product, table.levels[level]!),
        })),
      );
    await db.insert(prices).values(rows);
  }
  return { tables: byCode, groupId: group!.id };
}

/** The customers with everything around them: reps, terms, tables, agreements, addresses, contacts, tags, buyers. */
export async function fillPortfolio(
  all: readonly DemoCustomer[],
  products: readonly DemoProduct[],
  productIds: Map<string, number>,
  people: Map<string, number>,
  { tables, groupId }: { tables: Map<string, number>; groupId: number },
  today: Day,
) {
  const begun = startOf(daysAfter(today, -daysBehind));
  const repOf = (customer: DemoCustomer) => people.get(reps[customer.rep]!.email)!;
  const made = await db
    .insert(customers)
    .values(
      all.map((customer, index) => {
        const table = tableGivenTo(customer, index);
        const chance = new Chance(`around-${customer.code}`);
        const traits = {
          code: customer.code,
          cnpj: customer.cnpj,
          legalName: customer.legalName,
          tradeName: customer.tradeName,
          uf: customer.uf,
          city: customer.city,
        };
        return {
          ...traits,
          stateRegistration: String(chance.between(100_000_000, 999_999_999)),
          country: "Brasil",
          segment: customer.segment,
          groupId: isInGroup(customer, index) ? groupId : null,
          repId: repOf(customer),
          priceTableId: table ? tables.get(table)! : null,
          creditLimitCents: customer.creditCents,
          accessGrantedAt: customer.hasAccess ? startOf(daysAfter(today, -chance.between(70, 500))) : null,
          agreementEndsOn: chance.percent(15) ? daysAfter(today, chance.between(10, 200)) : null,
          email: customer.email,
          phone: customer.phone,
          searchText: customerSearchText(traits),
          createdAt: begun,
        };
      }),
    )
    .returning({ id: customers.id, code: customers.code });
  const ids = new Map(made.map((row) => [row.code, row.id]));
  const idOf = (customer: DemoCustomer) => ids.get(customer.code)!;
  await db
    .insert(portfolioAssignments)
    .values(all.map((one) => ({ customerId: idOf(one), repId: repOf(one), fromAt: begun })));
  const offered = await db.select({ id: paymentTerms.id }).from(paymentTerms).orderBy(paymentTerms.id);
  await db.insert(customerPaymentTerms).values(
    all.flatMap((one, index) => {
      const most = index < 3 ? 5 : new Chance(`terms-${one.code}`).between(2, 5);
      return offered.slice(0, most).map(({ id }) => ({ customerId: idOf(one), paymentTermsId: id }));
    }),
  );
  await db.insert(customerAddresses).values(
    all.map((one) => ({
      customerId: idOf(one),
      label: "Loja",
      street: one.street,
      number: one.number,
      district: one.district,
      city: one.city,
      uf: one.uf,
      postalCode: one.postalCode,
      isDefault: true,
    })),
  );
  await db.insert(customerContacts).values(
    all.map((one) => ({
      customerId: idOf(one),
      name: one.contact,
      role: "Compras",
      email: one.email,
      phone: one.phone,
    })),
  );
  await fillTags(all, idOf);
  const agreed = all.flatMap((one, index) =>
    agreementsOf(one, index, products).map(({ product, unitPriceE4, days }) => ({
      customerId: idOf(one),
      productId: productIds.get(product.sku)!,
      fromQuantity: 1,
      unitPriceE4,
      validUntil: days === null ? null : daysAfter(today, days),
      note: "Combinado com o comprador",
    })),
  );
  await db.insert(customerPrices).values(agreed);
  return { ids, buyers: await fillBuyers(all, idOf, begun) };
}

async function fillTags(all: readonly DemoCustomer[], idOf: (one: DemoCustomer) => number): Promise<void> {
  const names = [...new Set(all.flatMap((one) => one.tags))];
  const made = await db
    .insert(tags)
    .values(names.map((name) => ({ name })))
    .returning();
  const byName = new Map(made.map((row) => [row.name, row.id]));
  await db
    .insert(customerTags)
    .values(all.flatMap((one) => one.tags.map((name) => ({ customerId: idOf(one), tagId: byName.get(name)! }))));
}

/** One buyer for every customer with access, and the demo sign-ins; all share the demo password. Gives the buyer who orders. */
async function fillBuyers(all: readonly DemoCustomer[], idOf: (one: DemoCustomer) => number, at: Date) {
  const hashed = await passwordHash(demoPassword);
  const named = buyers.map((one) => ({ ...one, code: all[one.customer]!.code }));
  const others = all
    .filter((one, index) => one.hasAccess && !buyers.some((buyer) => buyer.customer === index))
    .map((one) => ({
      email: `comprador.${one.code}@demo.test`,
      name: one.contact,
      code: one.code,
      buyerRole: "orders" as const,
    }));
  const byCode = new Map(all.map((one) => [one.code, one]));
  const made = await db
    .insert(users)
    .values(
      [...named, ...others].map(({ email, name, code, buyerRole }) => ({
        email,
        name,
        role: "buyer" as const,
        customerId: idOf(byCode.get(code)!),
        buyerRole,
        passwordHash: hashed,
        phone: byCode.get(code)!.phone,
        createdAt: at,
      })),
    )
    .returning({ id: users.id, customerId: users.customerId, buyerRole: users.buyerRole });
  return new Map(made.filter((row) => row.buyerRole === "orders").map((row) => [row.customerId!, row.id]));
}
