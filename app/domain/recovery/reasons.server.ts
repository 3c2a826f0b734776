import { sql } from "drizzle-orm";
import { db, type Tx } from "#db/connection.server.ts";
import { type AbandonmentReason, type CartFacts, type CartStep, diagnose } from "./diagnosis.ts";

interface StepRow {
  cartId: number;
  kind: string;
  at: string;
  productId: number | null;
  quantity: number | null;
  unitPriceE4: number | null;
  stockSeen: number | null;
  reason: string | null;
  details: { reasons?: { code: string }[] } | null;
  openedAt: string;
}

const numbered = (ids: number[]) =>
  sql`(${sql.join(
    ids.map((id) => sql`${id}`),
    sql`, `,
  )})`;

/** Steps of the carts up to a moment, oldest first. */
async function stepsOf(cartIds: number[], asOf: Date, tx: Tx): Promise<StepRow[]> {
  return [
    ...(await tx.execute<StepRow & Record<string, unknown>>(sql`
      select s.cart_id as "cartId", s.kind, s.at, s.product_id as "productId", s.quantity, s.unit_price_e4 as "unitPriceE4",
        s.stock_seen as "stockSeen", s.reason, s.details, c.opened_at as "openedAt"
      from journey_steps s join carts c on c.customer_id = s.customer_id and c.id = s.cart_id
      where s.cart_id in ${numbered(cartIds)} and s.at < ${asOf.toISOString()}::timestamptz
      order by s.cart_id, s.at, s.id`)),
  ];
}

interface PaidRow {
  cartId: number;
  productId: number;
  paidE4: number;
}

/**
 * The last price paid before the cart was opened, from the day sums: a day's value by its quantity, one centavo up, so that the
 * rounding of a line never looks like a rise.
 */
async function lastPaidOf(cartIds: number[], tx: Tx): Promise<PaidRow[]> {
  return [
    ...(await tx.execute<PaidRow & Record<string, unknown>>(sql`
      select wanted.cart_id as "cartId", wanted.product_id as "productId", paid.e4 as "paidE4"
      from (
        select distinct c.id as cart_id, c.customer_id, c.opened_at, s.product_id
        from carts c join journey_steps s on s.customer_id = c.customer_id and s.cart_id = c.id
        where c.id in ${numbered(cartIds)} and s.kind in ('added', 'changed')
      ) wanted
      join lateral (
        select ceil((d.gross_cents + 1) * 100.0 / d.quantity)::bigint as e4
        from product_days d
        where d.customer_id = wanted.customer_id and d.product_id = wanted.product_id and d.quantity > 0
          and d.day < (wanted.opened_at at time zone 'America/Sao_Paulo')::date
        order by d.day desc limit 1
      ) paid on true`)),
  ];
}

const stepOf = (row: StepRow): CartStep => ({
  kind: row.kind,
  at: new Date(row.at),
  productId: row.productId,
  quantity: row.quantity,
  unitPriceE4: row.unitPriceE4,
  stockSeen: row.stockSeen,
  reason: row.reason,
  shownReasons: row.details?.reasons?.map((reason) => reason.code) ?? [],
});

/** Why each of the carts was left, read from its steps up to a moment. */
export async function reasonsOf(cartIds: number[], asOf: Date, tx: Tx = db): Promise<Map<number, AbandonmentReason>> {
  if (cartIds.length === 0) return new Map();
  const [steps, paid] = await Promise.all([stepsOf(cartIds, asOf, tx), lastPaidOf(cartIds, tx)]);
  const facts = new Map<number, CartFacts>(cartIds.map((id) => [id, { steps: [], lastPaidE4: new Map() }]));
  for (const row of steps) facts.get(row.cartId)?.steps.push(stepOf(row));
  for (const row of paid) facts.get(row.cartId)?.lastPaidE4.set(row.productId, row.paidE4);
  return new Map([...facts].map(([id, cart]) => [id, diagnose(cart)]));
}
