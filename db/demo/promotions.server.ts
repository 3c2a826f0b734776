import type { Scope } from "#app/domain/customers/buyer.ts";
import { dayOf, daysAfter } from "#app/domain/period.ts";
import { openPromotion } from "#app/domain/pricing/keeping-promotions.server.ts";
import { openPriceTable } from "#app/domain/pricing/price-tables.server.ts";
import type { PromotionDetails } from "#app/domain/pricing/promotion.ts";
import { addTaxRule } from "#app/domain/pricing/tax-rules.server.ts";
import { sql } from "#db/connection.server.ts";

const nothingSaid = {
  ...{ offBasisPoints: null, unitPriceE4: null, fromQuantity: 1, skus: [], categoryId: null, supplierId: null },
  ...{ groupId: null, uf: null, customerCodes: [], unitLimit: null, audience: "all" as const },
};

/** What terms do to a price, by code: paying sooner is cheaper. */
const pricesByTerms: Record<string, number> = { AV: -300, "14": -150 };

/**
 * What makes prices of the demo company move today: promotions (one that ends in days, one of limited units, one from twelve on),
 * a table made of another, terms that cost something, taxes that are expected.
 */
export async function fillPromotions(by: Scope, at: Date): Promise<void> {
  const today = dayOf(at);
  const category = await sql<{ id: number; slug: string }[]>`select id, slug from categories`;
  const aisle = (slug: string) => category.find((one) => one.slug === slug)?.id ?? null;
  const wanted = await sql<{ sku: string }[]>`
    select p.sku from product_days d join products p on p.id = d.product_id join stock s on s.product_id = p.id
    where p.is_active and s.on_hand - s.reserved > 200 and p.category_id in (${aisle("doces")}, ${aisle("biscoitos")}) group by p.id order by sum(d.orders) desc, p.id limit 12`;
  const skus = wanted.map(({ sku }) => sku);
  const from = daysAfter(today, -4);
  const promotions: PromotionDetails[] = [
    {
      ...nothingSaid,
      name: "Semana do molho",
      offBasisPoints: 800,
      scope: "category",
      categoryId: aisle("molhos-e-temperos"),
      validFrom: from,
      validUntil: daysAfter(today, 4),
    },
    {
      ...nothingSaid,
      name: "Leve 12 pague menos",
      offBasisPoints: 800,
      fromQuantity: 12,
      scope: "products",
      skus: skus.slice(0, 6),
      validFrom: from,
      validUntil: daysAfter(today, 20),
    },
    {
      ...nothingSaid,
      name: "Últimas unidades",
      offBasisPoints: 1500,
      scope: "products",
      skus: skus.slice(6, 9),
      unitLimit: 100,
      validFrom: from,
      validUntil: daysAfter(today, 10),
    },
    {
      ...nothingSaid,
      name: "Limpeza em São Paulo",
      offBasisPoints: 500,
      scope: "category",
      categoryId: aisle("limpeza-da-casa"),
      audience: "uf",
      uf: "SP",
      validFrom: from,
      validUntil: daysAfter(today, 12),
    },
  ];
  for (const promotion of promotions) await openPromotion(by, promotion, at);
  const [base] = await sql<{ code: string }[]>`select code from price_tables where code = 'ATACADO'`;
  const table = { uf: null, groupId: null, validFrom: null, validUntil: null, isActive: true };
  const made = { supplierId: null, base: base?.code ?? null, baseBasisPoints: -300 };
  await openPriceTable(by, { ...table, ...made, code: "ATACADO-3", name: "Atacado especial", scope: "assigned" }, at);
  const rules = [
    { component: "IPI", basisPoints: 500, categoryId: aisle("bebidas"), uf: null },
    { component: "IPI", basisPoints: 325, categoryId: aisle("limpeza-da-casa"), uf: null },
    { component: "ICMS-ST", basisPoints: 1120, categoryId: aisle("bebidas"), uf: "SP" },
    { component: "ICMS-ST", basisPoints: 940, categoryId: aisle("biscoitos"), uf: "SP" },
    { component: "ICMS-ST", basisPoints: 1030, categoryId: aisle("cafes-e-chas"), uf: "SP" },
    { component: "ICMS-ST", basisPoints: 860, categoryId: aisle("bebidas"), uf: "MG" },
  ];
  for (const rule of rules) await addTaxRule(by, { ...rule, supplierId: null, validFrom: daysAfter(today, -120) }, at);
  for (const [code, basisPoints] of Object.entries(pricesByTerms)) {
    await sql`update payment_terms set price_basis_points = ${basisPoints} where code = ${code}`;
  }
}
