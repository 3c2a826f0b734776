import { and, eq, inArray, sql } from "drizzle-orm";
import { recordAudit } from "#app/domain/audit/audit.server.ts";
import { searchedWords } from "#app/domain/catalog/searched.ts";
import type { Scope } from "#app/domain/customers/buyer.ts";
import { offsetOf, type Page } from "#app/domain/page.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { db, sql as plain, type Tx, withTx } from "#db/connection.server.ts";
import { prices, products } from "#db/schema/index.ts";
import type { PriceSheet, RejectedLine, SheetPrice } from "./price-sheet.ts";
import { type PricedProduct, pricePageSize, type TableOfProduct, type WrittenPrice } from "./price-table.ts";
import { priceTableOf } from "./price-tables.server.ts";

/** Which products of a table are looked at: those with a price in it, those without, or all. */
export interface TablePriceFilter {
  q: string;
  has: "price" | "none" | null;
}

type FoundRow = PricedProduct & { total: number };

/** A page of products with their prices in one table, beside the general price, by name. */
export async function pricesIn(tableId: number, filter: TablePriceFilter, page: number): Promise<Page<PricedProduct>> {
  const words = searchedWords(filter.q).map((word) => plain`p.search_text like ${`%${word}%`}`);
  const text = words.reduce((all, word) => plain`${all} and ${word}`, plain`true`);
  const own = plain`exists (select from prices pr where pr.price_table_id = ${tableId} and pr.product_id = p.id)`;
  const has =
    filter.has === "price"
      ? own
      : filter.has === "none"
        ? plain`p.is_active and not ${own}`
        : plain`(p.is_active or ${own})`;
  const rows = await plain<FoundRow[]>`
    select l.sku, l.name, l.unit, l.is_active as "isActive", l.total,
      coalesce((
        select json_agg(json_build_object('fromQuantity', pr.from_quantity, 'unitPriceE4', pr.unit_price_e4) order by pr.from_quantity)
        from prices pr where pr.price_table_id = ${tableId} and pr.product_id = l.id), '[]') as prices,
      (select pr.unit_price_e4 from price_tables t join prices pr on pr.price_table_id = t.id and pr.product_id = l.id
        where t.scope = 'general' and t.is_active order by pr.from_quantity limit 1) as "generalE4",
      (select ((pr.unit_price_e4 * (10000 + f.f1) + 5000) / 10000 * (10000 + f.f2) + 5000) / 10000
        from price_tables t join price_tables b1 on b1.id = t.base_table_id left join price_tables b2 on b2.id = b1.base_table_id
          cross join lateral (values (b1.id, 1, t.base_basis_points, 0), (b2.id, 2, b1.base_basis_points, t.base_basis_points))
            f (table_id, depth, f1, f2)
          join prices pr on pr.price_table_id = f.table_id and pr.product_id = l.id
        where t.id = ${tableId} order by f.depth, pr.from_quantity limit 1) as "formulaE4"
    from (
      select p.id, p.sku, p.name, p.unit, p.is_active, count(*) over ()::int as total
      from products p where ${text} and ${has}
      order by p.name, p.id limit ${pricePageSize} offset ${offsetOf(page, pricePageSize)}
    ) l order by l.name, l.id`;
  if (rows.length === 0 && page > 1) return pricesIn(tableId, filter, 1);
  return {
    rows: rows.map(({ total: _, ...row }) => row),
    total: rows[0]?.total ?? 0,
    page,
    pageSize: pricePageSize,
  };
}

async function writePrices(tableId: number, wanted: readonly (WrittenPrice & { productId: number })[], tx: Tx) {
  for (let from = 0; from < wanted.length; from += 5_000) {
    await tx
      .insert(prices)
      .values(wanted.slice(from, from + 5_000).map((one) => ({ priceTableId: tableId, ...one })))
      .onConflictDoUpdate({
        target: [prices.priceTableId, prices.productId, prices.fromQuantity],
        set: { unitPriceE4: sql`excluded.unit_price_e4` },
      });
  }
}

/** Sets the price of a product in a table from a quantity on; `unitPriceE4` null takes that price out of the table. */
export async function setTablePrice(
  scope: Scope,
  code: string,
  wanted: { sku: string; fromQuantity: number; unitPriceE4: number | null },
  at: Date,
  tx: Tx = db,
): Promise<void> {
  await withTx(async (tx) => {
    const table = await priceTableOf(code, tx);
    const [product] = await tx.select({ id: products.id }).from(products).where(eq(products.sku, wanted.sku));
    if (!product) throw new Refusal("not_found", { what: "product", sku: wanted.sku });
    const here = and(
      eq(prices.priceTableId, table.id),
      eq(prices.productId, product.id),
      eq(prices.fromQuantity, wanted.fromQuantity),
    );
    const [before] = await tx.select({ unitPriceE4: prices.unitPriceE4 }).from(prices).where(here);
    const { fromQuantity, unitPriceE4 } = wanted;
    if (unitPriceE4 === null) await tx.delete(prices).where(here);
    else await writePrices(table.id, [{ productId: product.id, fromQuantity, unitPriceE4 }], tx);
    const note = { actorId: scope.userId, action: "price_set", subject: `price table ${code}` };
    await recordAudit({ ...note, before: { sku: wanted.sku, ...before }, after: wanted }, at, tx);
  }, tx);
}

/** Writes the prices of a sheet into a table, all that name a product of ours; gives how many, and every line left out with its reason. */
export async function takeSheet(
  scope: Scope,
  code: string,
  sheet: PriceSheet,
  at: Date,
  tx: Tx = db,
): Promise<{ taken: number; rejected: RejectedLine[] }> {
  return withTx(async (tx) => {
    const table = await priceTableOf(code, tx);
    const known = await productIdsOf(sheet.prices, tx);
    const wanted: (WrittenPrice & { productId: number })[] = [];
    const rejected = [...sheet.rejected];
    for (const { line, sku, fromQuantity, unitPriceE4 } of sheet.prices) {
      const productId = known.get(sku);
      if (productId === undefined) rejected.push({ line, text: sku, fault: "unknown_sku" });
      else wanted.push({ productId, fromQuantity, unitPriceE4 });
    }
    await writePrices(table.id, wanted, tx);
    const note = { actorId: scope.userId, action: "prices_uploaded", subject: `price table ${code}` };
    await recordAudit({ ...note, after: { taken: wanted.length, rejected: rejected.length } }, at, tx);
    return { taken: wanted.length, rejected: rejected.sort((a, b) => a.line - b.line) };
  }, tx);
}

async function productIdsOf(wanted: readonly SheetPrice[], tx: Tx): Promise<Map<string, number>> {
  const known = new Map<string, number>();
  const skus = [...new Set(wanted.map((one) => one.sku))];
  for (let from = 0; from < skus.length; from += 5_000) {
    const rows = await tx
      .select({ id: products.id, sku: products.sku })
      .from(products)
      .where(inArray(products.sku, skus.slice(from, from + 5_000)));
    for (const row of rows) known.set(row.sku, row.id);
  }
  return known;
}

/**
 * Fills a table from another one, every price changed by basis points and rounded to a ten-thousandth, half away from zero. Prices
 * that stand already stay unless `isOverwriting`. Gives how many prices were written.
 */
export async function derivePrices(
  scope: Scope,
  code: string,
  from: { code: string; basisPoints: number; isOverwriting: boolean },
  at: Date,
  tx: Tx = db,
): Promise<number> {
  return withTx(async (tx) => {
    const table = await priceTableOf(code, tx);
    const source = await priceTableOf(from.code, tx);
    if (source.id === table.id) throw new Refusal("invalid_input", { field: "from" });
    const conflict = from.isOverwriting ? sql`do update set unit_price_e4 = excluded.unit_price_e4` : sql`do nothing`;
    const written = await tx.execute(sql`
      insert into prices (price_table_id, product_id, from_quantity, unit_price_e4)
      select ${table.id}::int, product_id, from_quantity,
        round(unit_price_e4 * (10000 + ${from.basisPoints}::int)::numeric / 10000)::bigint
      from prices where price_table_id = ${source.id}::int
      on conflict (price_table_id, product_id, from_quantity) ${conflict}
      returning 1 as one`);
    const note = { actorId: scope.userId, action: "prices_derived", subject: `price table ${code}` };
    await recordAudit({ ...note, after: { ...from, written: written.length } }, at, tx);
    return written.length;
  }, tx);
}

/** Every table that has a price for the product, those in use first. */
export async function tablesWith(productId: number): Promise<TableOfProduct[]> {
  const rows = await plain<TableOfProduct[]>`
    select t.code, t.name, t.is_active as "isActive", p.sku,
      json_agg(json_build_object('fromQuantity', pr.from_quantity, 'unitPriceE4', pr.unit_price_e4) order by pr.from_quantity) as prices
    from prices pr join price_tables t on t.id = pr.price_table_id join products p on p.id = pr.product_id
    where pr.product_id = ${productId}
    group by t.id, p.sku
    order by t.is_active desc, array_position(array['general', 'uf', 'group', 'assigned'], t.scope), t.name`;
  return [...rows];
}
