import { sql } from "drizzle-orm";
import { reports, type Tx } from "#db/connection.server.ts";
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
  details: {
    reasons?: { code: string }[];
    changed?: { productId: number; wasE4: number; nowE4: number }[];
  } | null;
}

/** A cart and the moment it was left; nothing after it can have been the reason. */
export interface LeftCart {
  cartId: number;
  until: Date;
}

const numbered = (ids: number[]) =>
  sql`(${sql.join(
    ids.map((id) => sql`${id}`),
    sql`, `,
  )})`;

/** Steps of each cart up to its own moment, oldest first. */
async function stepsOf(left: LeftCart[], tx: Tx): Promise<StepRow[]> {
  const asked = JSON.stringify(left.map(({ cartId, until }) => ({ id: cartId, until: until.toISOString() })));
  return [
    ...(await tx.execute<StepRow & Record<string, unknown>>(sql`
      select s.cart_id as "cartId", s.kind, s.at, s.product_id as "productId", s.quantity, s.unit_price_e4 as "unitPriceE4",
        s.stock_seen as "stockSeen", s.reason, s.details
      from jsonb_to_recordset(${asked}::jsonb) as l (id bigint, until timestamptz)
      join carts c on c.id = l.id
      join journey_steps s on s.customer_id = c.customer_id and s.cart_id = c.id and s.at < l.until
      order by s.cart_id, s.at, s.id`)),
  ];
}

interface PaidRow {
  cartId: number;
  productId: number;
  paidE4: number;
  quantity: number;
}

/**
 * The last price paid before the cart was opened and the quantity of an order then, from the day sums: a day's value by its
 * quantity, one centavo up, so that the rounding of a line never looks like a rise.
 */
async function lastPaidOf(cartIds: number[], tx: Tx): Promise<PaidRow[]> {
  return [
    ...(await tx.execute<PaidRow & Record<string, unknown>>(sql`
      select wanted.cart_id as "cartId", wanted.product_id as "productId", paid.e4 as "paidE4",
        paid.quantity
      from (
        select distinct c.id as cart_id, c.customer_id, c.opened_at, s.product_id
        from carts c join journey_steps s on s.customer_id = c.customer_id and s.cart_id = c.id
        where c.id in ${numbered(cartIds)} and s.kind in ('added', 'changed')
      ) wanted
      join lateral (
        select ceil((d.gross_cents + 1) * 100.0 / d.quantity)::bigint as e4,
          ceil(d.quantity / greatest(d.orders, 1)::numeric)::bigint as quantity
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
  shownRises: row.details?.changed?.filter(({ wasE4, nowE4 }) => nowE4 > wasE4).map(({ productId }) => productId) ?? [],
});

/** Why each of the carts was left, read from its steps up to the moment it was left. */
export async function reasonsOf(left: LeftCart[], tx: Tx = reports): Promise<Map<number, AbandonmentReason>> {
  if (left.length === 0) return new Map();
  const ids = left.map(({ cartId }) => cartId);
  const [steps, paid] = await Promise.all([stepsOf(left, tx), lastPaidOf(ids, tx)]);
  const facts = new Map<number, CartFacts>(ids.map((id) => [id, { steps: [], lastPaid: new Map() }]));
  for (const row of steps) facts.get(row.cartId)?.steps.push(stepOf(row));
  for (const { cartId, productId, paidE4, quantity } of paid) {
    facts.get(cartId)?.lastPaid.set(productId, { unitPriceE4: paidE4, quantity });
  }
  return new Map([...facts].map(([id, cart]) => [id, diagnose(cart)]));
}
