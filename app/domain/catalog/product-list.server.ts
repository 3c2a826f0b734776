import type { PendingQuery, Row } from "postgres";
import { offsetOf, type Page } from "#app/domain/page.ts";
import { sql } from "#db/connection.server.ts";
import { type ProductFilter, type ProductRow, type ProductSort, productPageSize } from "./product-list.ts";
import { searchedWords } from "./searched.ts";

type Fragment = PendingQuery<Row[]>;

const columns: Record<string, () => Fragment> = {
  name: () => sql`p.name`,
  sku: () => sql`p.sku`,
  supplier: () => sql`s.name`,
  category: () => sql`c.name`,
  available: () => sql`coalesce(st.on_hand - st.reserved, 0)`,
  onHand: () => sql`coalesce(st.on_hand, 0)`,
};

function order(sort: ProductSort): Fragment {
  const column = columns[sort.replace("-", "")] ?? columns.name;
  return sort.startsWith("-")
    ? sql`${column?.() ?? sql`p.name`} desc nulls last, p.id`
    : sql`${column?.() ?? sql`p.name`} asc nulls last, p.id`;
}

function conditions(filter: ProductFilter): Fragment {
  const left = sql`coalesce(st.on_hand - st.reserved, 0)`;
  const parts = searchedWords(filter.q).map((word) => sql`p.search_text like ${`%${word}%`}`);
  if (filter.category.length > 0) parts.push(sql`c.slug = any(${filter.category})`);
  if (filter.supplier.length > 0) parts.push(sql`s.code = any(${filter.supplier})`);
  if (filter.state !== null) parts.push(sql`p.is_active = ${filter.state === "active"}`);
  if (filter.stock === "none") parts.push(sql`${left} <= 0`);
  if (filter.stock === "low")
    parts.push(sql`${left} < 10 * greatest(p.pack_multiple, p.minimum_quantity) and ${left} > 0`);
  if (filter.isUnpriced) {
    parts.push(sql`not exists (
      select from prices pr join price_tables t on t.id = pr.price_table_id
      where pr.product_id = p.id and t.scope = 'general' and t.is_active)`);
  }
  return parts.reduce((all, part) => sql`${all} and ${part}`, sql`true`);
}

type FoundRow = ProductRow & { id: number; place: number; total: number };

const rowFrom = ({ id: _id, place: _place, total: _total, ...row }: FoundRow): ProductRow => row;

/** A page of all products, also those no longer sold, with stock and general price. A page past the end is the first. */
export async function productsIn(filter: ProductFilter, sort: ProductSort, page: number): Promise<Page<ProductRow>> {
  const nothing = { rows: [], total: 0, page: 1, pageSize: productPageSize };
  if (filter.q !== "" && searchedWords(filter.q).length === 0) return nothing;
  const rows = await sql<FoundRow[]>`
    select l.*, (
      select pr.unit_price_e4 from price_tables t join prices pr on pr.price_table_id = t.id and pr.product_id = l.id
      where t.scope = 'general' and t.is_active order by pr.from_quantity limit 1) as "unitPriceE4",
      (select coalesce(sum(b.quantity), 0)::int from back_orders b where b.product_id = l.id) as awaited
    from (
      select p.id, p.sku, p.name, p.unit, coalesce(p.picture, c.picture) as picture, s.name as "supplierName",
        c.name as "categoryName", p.pack_multiple as "packMultiple", p.minimum_quantity as "minimumQuantity",
        p.is_active as "isActive", coalesce(st.on_hand, 0) as "onHand", coalesce(st.reserved, 0) as reserved,
        coalesce(st.on_hand - st.reserved, 0) as available, count(*) over ()::int as total,
        row_number() over (order by ${order(sort)}) as place
      from products p
      left join suppliers s on s.id = p.supplier_id
      left join categories c on c.id = p.category_id
      left join stock st on st.product_id = p.id
      where ${conditions(filter)}
      order by place limit ${productPageSize} offset ${offsetOf(page, productPageSize)}
    ) l order by l.place`;
  if (rows.length === 0 && page > 1) return productsIn(filter, sort, 1);
  return { ...nothing, rows: rows.map(rowFrom), total: rows[0]?.total ?? 0, page };
}
