import { isInStock } from "#app/domain/catalog/catalog.server.ts";
import type { FacetCell } from "#app/domain/catalog/facets.ts";
import { Kept } from "#app/domain/kept.ts";
import { sql } from "#db/connection.server.ts";

const mostSets = 500;
const sets = new Map<string, Kept<FacetCell[]>>();

async function counted(ids: number[]): Promise<FacetCell[]> {
  const rows = await sql<{ c: number | null; s: number | null; has: boolean; count: number }[]>`
    with r as materialized (select id, scope, category_id, supplier_id from promotions where id = any(${ids})), promoted as (
      select pp.product_id as id from r join promotion_products pp on pp.promotion_id = r.id where r.scope = 'products'
      union select p.id from r join products p on p.category_id = r.category_id where r.scope = 'category'
      union select p.id from r join products p on p.supplier_id = r.supplier_id where r.scope = 'supplier')
    select p.category_id as c, p.supplier_id as s, ${sql.unsafe(isInStock)} as has, count(*)::int as count
    from promoted o join products p on p.id = o.id left join stock st on st.product_id = p.id where p.is_active group by 1, 2, 3`;
  return rows.map(({ c, s, has, count }) => [c, s, has, false, true, count]);
}

/**
 * The products on any of these promotions, counted by category, supplier and whether they can be had. It is the same for every
 * customer these promotions are open to, and asked on every page of the shop: kept some seconds for each set of promotions.
 */
export async function promotedCells(ids: number[]): Promise<FacetCell[]> {
  if (ids.length === 0) return [];
  const key = ids.join();
  const known = sets.get(key);
  if (known) return known.now();
  if (sets.size >= mostSets) sets.clear();
  const kept = new Kept(() => counted(ids), { freshMs: 5_000, usableMs: 30_000 });
  sets.set(key, kept);
  return kept.now();
}
