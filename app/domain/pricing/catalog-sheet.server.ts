import { isInStock } from "#app/domain/catalog/catalog.server.ts";
import { leastQuantity } from "#app/domain/catalog/quantity.ts";
import { readingsOf } from "#app/domain/catalog/searched.ts";
import type { Day } from "#app/domain/period.ts";
import { sql } from "#db/connection.server.ts";
import { askedBy, Values } from "./own-price.server.ts";
import { type PricedCustomer, quotesFor } from "./prices.server.ts";
import { promotedProducts } from "./promotions.server.ts";

/** What of the catalogue is wanted: slugs of categories and codes of suppliers (none: all), words, and what a customer bought. */
export interface CatalogChoice {
  categories: readonly string[];
  suppliers: readonly string[];
  q: string;
  isInStock: boolean;
  /** Only what this customer bought before; null for everything. */
  boughtBy: number | null;
  /** Only these products; null for all. */
  among: readonly number[] | null;
}

/** A product as a catalogue shows it, without any price. */
export interface CatalogProduct {
  id: number;
  sku: string;
  name: string;
  unit: string;
  picture: string | null;
  category: string | null;
  supplier: string | null;
  packMultiple: number;
  minimumQuantity: number;
}

/** Products of a catalogue, category by category in the shop's order, and how many there are in all. */
export interface CatalogSheet<Product = CatalogProduct> {
  products: Product[];
  total: number;
}

/** More than this makes no catalogue: it is said, and the rest is left out. */
export const mostInCatalog = 2000;

function conditions(choice: CatalogChoice) {
  const parts = readingsOf(choice.q).map(
    (ways) => sql`p.search_text like any (${ways.map((way) => `%${way.replace(/[\\%_]/g, "\\$&")}%`)})`,
  );
  if (choice.categories.length > 0) parts.push(sql`c.slug = any (${[...choice.categories]})`);
  if (choice.suppliers.length > 0) parts.push(sql`s.code = any (${[...choice.suppliers]})`);
  if (choice.isInStock) parts.push(sql`${sql.unsafe(isInStock)}`);
  if (choice.boughtBy !== null) {
    parts.push(sql`exists (select from product_days d
      where d.customer_id = ${choice.boughtBy} and d.product_id = p.id and d.orders > 0)`);
  }
  if (choice.among !== null) parts.push(sql`p.id = any (${[...choice.among]}::int[])`);
  return parts.reduce((all, part) => sql`${all} and ${part}`, sql`p.is_active`);
}

/** The products of a choice from a place on, at most so many; nothing of prices or stock. */
export async function catalogOf(choice: CatalogChoice, most = mostInCatalog, from = 0): Promise<CatalogSheet> {
  const rows = await sql<(CatalogProduct & { total: number })[]>`
    select p.id, p.sku, p.name, p.unit, coalesce(p.picture, c.picture) as picture, c.name as category, s.name as supplier,
      p.pack_multiple as "packMultiple", p.minimum_quantity as "minimumQuantity", count(*) over ()::int as total
    from products p left join categories c on c.id = p.category_id left join suppliers s on s.id = p.supplier_id
    left join stock st on st.product_id = p.id
    where ${conditions(choice)}
    order by c.position nulls last, c.name, p.name, p.id limit ${most} offset ${from}`;
  return { products: rows.map(({ total: _, ...product }) => product), total: rows[0]?.total ?? 0 };
}

/** The products on a promotion open to the customer on a day, as the shelf narrows by them. */
export async function promotedTo(customer: PricedCustomer, on: Day): Promise<number[]> {
  const values = new Values();
  const asked = askedBy(customer, on, values);
  const rows = await sql.unsafe<{ product_id: number }[]>(`with ${asked} ${promotedProducts}`, values.list);
  return rows.map((row) => row.product_id);
}

const atOnce = 250;

/** The same with the customer's own price for the least that can be ordered; null where it is not sold to them. */
export async function pricedCatalogOf(
  customer: PricedCustomer,
  choice: CatalogChoice,
  on: Day,
): Promise<CatalogSheet<CatalogProduct & { unitPriceE4: number | null }>> {
  const { products, total } = await catalogOf(choice);
  const priced: (CatalogProduct & { unitPriceE4: number | null })[] = [];
  for (let place = 0; place < products.length; place += atOnce) {
    const some = products.slice(place, place + atOnce);
    const wanted = some.map((product) => ({ productId: product.id, quantity: leastQuantity(product) }));
    const quotes = await quotesFor(customer, wanted, on);
    for (const one of some) priced.push({ ...one, unitPriceE4: quotes.get(one.id)?.unitPriceE4 ?? null });
  }
  return { products: priced, total };
}
