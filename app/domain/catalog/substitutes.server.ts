import { type SQL, sql } from "drizzle-orm";
import { recordAudit } from "#app/domain/audit/audit.server.ts";
import type { Scope } from "#app/domain/customers/buyer.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { db, type Tx, withTx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";

/** A product the office would sell in place of another. */
export interface Substitute {
  sku: string;
  name: string;
  available: number;
  isActive: boolean;
}

/** The most substitutes one product has. */
export const mostSubstitutes = 10;

/** What the office would sell in place of a product, the best first. */
export function substitutesOf(productId: number, tx: Tx = db): Promise<Substitute[]> {
  return preparedRows(
    sql`select p.sku, p.name, coalesce(s.on_hand - s.reserved, 0) as available, p.is_active as "isActive"
    from product_substitutes x join products p on p.id = x.substitute_id left join stock s on s.product_id = p.id
    where x.product_id = ${productId}::int order by x.position, x.substitute_id`,
    tx,
  );
}

/** The two products by their codes, the first locked, so that changes of its substitutes queue up. */
async function pairOf(sku: string, otherSku: string, tx: Tx): Promise<{ id: number; otherId: number }> {
  const [row] = await preparedRows<{ id: number; otherId: number | null }>(
    sql`select p.id, (select o.id from products o where upper(o.sku) = upper(${otherSku}::text)) as "otherId"
    from products p where p.sku = ${sku}::text for no key update of p`,
    tx,
  );
  if (!row) throw new Refusal("not_found", { what: "product", sku });
  const { id, otherId } = row;
  if (otherId === null || otherId === id) throw new Refusal("invalid_input", { field: "substitute" });
  return { id, otherId };
}

/** One change of a product's substitutes, written into the audit where it changed anything. */
function changed(
  scope: Scope,
  sku: string,
  otherSku: string,
  at: Date,
  change: (pair: { id: number; otherId: number }, before: Substitute[]) => SQL,
): Promise<void> {
  return withTx(async (tx) => {
    const pair = await pairOf(sku, otherSku, tx);
    const before = await substitutesOf(pair.id, tx);
    const rows = await preparedRows(change(pair, before), tx);
    if (rows.length > 0) await noted(scope, sku, pair.id, before, at, tx);
  });
}

/** Adds a substitute after the others; one that is there already stays where it is. Refused: an unknown code, the product itself, an eleventh. */
export const addSubstitute = (scope: Scope, sku: string, otherSku: string, at: Date): Promise<void> =>
  changed(scope, sku, otherSku, at, ({ id, otherId }, before) => {
    if (before.length >= mostSubstitutes) throw new Refusal("invalid_input", { field: "substitute" });
    return sql`insert into product_substitutes (product_id, substitute_id, position)
      select ${id}::int, ${otherId}::int, coalesce(max(position), 0) + 1 from product_substitutes where product_id = ${id}::int
      on conflict do nothing returning position`;
  });

/** Takes a substitute off; one that is not there changes nothing. */
export const removeSubstitute = (scope: Scope, sku: string, otherSku: string, at: Date): Promise<void> =>
  changed(
    scope,
    sku,
    otherSku,
    at,
    ({ id, otherId }) =>
      sql`delete from product_substitutes where product_id = ${id}::int and substitute_id = ${otherId}::int returning position`,
  );

/** Makes a substitute the first that is offered. */
export const preferSubstitute = (scope: Scope, sku: string, otherSku: string, at: Date): Promise<void> =>
  changed(
    scope,
    sku,
    otherSku,
    at,
    ({ id, otherId }) => sql`update product_substitutes x set position = first.position - 1
      from (select min(position) as position from product_substitutes where product_id = ${id}::int) first
      where x.product_id = ${id}::int and x.substitute_id = ${otherId}::int and x.position > first.position returning x.position`,
  );

async function noted(scope: Scope, sku: string, id: number, before: Substitute[], at: Date, tx: Tx): Promise<void> {
  const codes = (all: Substitute[]) => ({ substitutes: all.map((one) => one.sku) });
  const change = { before: codes(before), after: codes(await substitutesOf(id, tx)) };
  await recordAudit(
    { actorId: scope.userId, action: "substitutes_changed", subject: `product ${sku}`, ...change },
    at,
    tx,
  );
}
