import { isInStock } from "#app/domain/catalog/catalog.server.ts";
import { type FacetCell, withOwnCells, withPromotedCells } from "#app/domain/catalog/facets.ts";
import { Kept } from "#app/domain/kept.ts";
import type { Day } from "#app/domain/period.ts";
import { env } from "#app/env.server.ts";
import { sql } from "#db/connection.server.ts";
import { askedBy, Values } from "./own-price.server.ts";
import type { PricedCustomer } from "./prices.server.ts";
import { isPromoted, promotedProducts } from "./promotions.server.ts";
import { purchases } from "./shelf-choice.server.ts";

// What a customer bought changes with their orders, which make it known here; other processes learn it within these limits.
const limits = { freshMs: 30_000, usableMs: 120_000 };
const mostKept = 2_000;

/** Readings kept under a name and what they were made of, all of them let go of when there are too many. */
class KeptByName<Name> {
  readonly #kept = new Map<Name, { madeOf: string; reading: Kept<FacetCell[]> }>();

  now(name: Name, madeOf: string, read: () => Promise<FacetCell[]>): Promise<FacetCell[]> {
    const known = this.#kept.get(name);
    if (known?.madeOf === madeOf) return known.reading.now();
    if (this.#kept.size >= mostKept) this.#kept.clear();
    const reading = new Kept(read, limits);
    this.#kept.set(name, { madeOf, reading });
    return reading.now();
  }

  forget(name?: Name): void {
    if (name === undefined) this.#kept.clear();
    else this.#kept.delete(name);
  }
}

const bySet = new KeptByName<string>();
const byCustomer = new KeptByName<number>();

/** Counts anew at the customer's next page, at everybody's where none is named; called when they ordered or promotions changed. */
export function forgetOwnCells(customerId?: number): void {
  byCustomer.forget(customerId);
  if (customerId === undefined) bySet.forget();
}

/** The products on any of these promotions, by category, supplier and whether they can be had: the same for all they are open to. */
async function promotedCells(ids: number[]): Promise<FacetCell[]> {
  const rows = await sql<{ c: number | null; s: number | null; has: boolean; count: number }[]>`
    with running as materialized (select id, scope, category_id, supplier_id from promotions where id = any(${ids})),
      promoted as (${sql.unsafe(promotedProducts)})
    select p.category_id as c, p.supplier_id as s, ${sql.unsafe(isInStock)} as has, count(*)::int as count
    from promoted o join products p on p.id = o.product_id left join stock st on st.product_id = p.id
    where p.is_active group by 1, 2, 3`;
  return rows.map(({ c, s, has, count }) => [c, s, has, false, true, count]);
}

async function countedFor(customer: PricedCustomer, on: Day): Promise<FacetCell[]> {
  const values = new Values();
  const text = `with ${askedBy(customer, on, values)}, bought as materialized (${purchases})
    select (select json_agg(id order by id) from running) as running,
      (select json_agg(json_build_array(k.category_id, k.supplier_id, k.has, true, k.promoted, k.count)) from (
        select p.category_id, p.supplier_id, ${isInStock} as has, ${isPromoted("p")} as promoted, count(*)::int as count
        from bought b join products p on p.id = b.product_id left join stock st on st.product_id = p.id
        where p.is_active group by 1, 2, 3, 4) k) as bought`;
  const [row] = await sql.unsafe<{ running: number[] | null; bought: FacetCell[] | null }[]>(text, values.list, {
    prepare: env.DB_PREPARE,
  });
  const running = row?.running ?? [];
  const promoted = running.length === 0 ? [] : await bySet.now(running.join(), "", () => promotedCells(running));
  return withPromotedCells(row?.bought ?? [], promoted);
}

/**
 * What the customer bought before and finds on promotion, as cells: asked on every page of the shop while they walk along it, and
 * kept some seconds.
 */
export function ownCells(customer: PricedCustomer, on: Day): Promise<FacetCell[]> {
  return byCustomer.now(customer.id, `${customer.groupId} ${customer.uf} ${on}`, () => countedFor(customer, on));
}

const together = new WeakMap<readonly FacetCell[], { all: readonly FacetCell[]; cells: FacetCell[] }>();

/** All that is sold with what is the customer's own in it; put together once for as long as both are kept. */
export function cellsWithOwn(all: readonly FacetCell[], own: readonly FacetCell[]): FacetCell[] {
  const known = together.get(own);
  if (known?.all === all) return known.cells;
  const cells = withOwnCells(all, own);
  together.set(own, { all, cells });
  return cells;
}
