import { sql } from "#db/connection.server.ts";

/** A promotion of single products for everybody; ten per cent off and without a limit unless given otherwise. */
export async function promotionOn(
  productIds: number[],
  given: { offBasisPoints?: number; fromQuantity?: number; unitLimit?: number; until?: string } = {},
): Promise<number> {
  const [made] = await sql<{ id: number }[]>`
    insert into promotions (name, off_basis_points, from_quantity, scope, audience, valid_from, valid_until, unit_limit, created_at)
    values ('Queima de estoque', ${given.offBasisPoints ?? 1000}, ${given.fromQuantity ?? 1}, 'products', 'all', '2026-11-01',
      ${given.until ?? "2026-12-01"}, ${given.unitLimit ?? null}, '2026-11-01T12:00:00Z') returning id`;
  const { id } = made as { id: number };
  await sql`insert into promotion_products (product_id, promotion_id) select unnest(${productIds}::int[]), ${id}`;
  return id;
}

/** How many units of a promotion were taken: by its counter, and by its orders. */
export async function unitsTaken(id: number): Promise<{ counted: number; ordered: number }> {
  const [row] = await sql<{ counted: number; ordered: number }[]>`
    select p.used_units as counted, coalesce((select sum(u.units) from promotion_uses u where u.promotion_id = p.id and u.returned_at is null), 0)::int as ordered
    from promotions p where p.id = ${id}`;
  return row as { counted: number; ordered: number };
}
