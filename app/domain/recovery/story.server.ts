import { sql as condition } from "drizzle-orm";
import type { Scope } from "#app/domain/customers/buyer.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { sql } from "#db/connection.server.ts";
import { cartsAsOf, type RecoverySettings } from "./carts-as-of.server.ts";
import type { FollowUpMedium } from "./follow-up.ts";
import { cartsWithReason, type QuietCart } from "./queue.server.ts";

export interface StoryStep {
  id: number;
  kind: string;
  at: Date;
  sku: string | null;
  productName: string | null;
  quantity: number | null;
  unitPriceE4: number | null;
  stockSeen: number | null;
  query: string | null;
  results: number | null;
  reason: string | null;
  details: unknown;
}

export interface StoryLine {
  productId: number;
  sku: string;
  name: string;
  picture: string | null;
  unit: string;
  quantity: number;
  unitPriceE4: number | null;
  available: number;
}

export interface StoryContact {
  id: number;
  medium: FollowUpMedium;
  at: Date;
  userName: string;
  text: string | null;
  outcome: string | null;
  toldReason: string | null;
  notes: string | null;
}

export interface Substitute {
  forSku: string;
  sku: string;
  name: string;
  available: number;
}

export interface CartStory {
  cart: QuietCart;
  buyer: { name: string; email: string; phone: string | null; locale: string | null };
  lines: StoryLine[];
  steps: StoryStep[];
  contacts: StoryContact[];
  substitutes: Substitute[];
}

/** A cart from its first step to what became of it; refuses one outside the scope as if there were none. */
export async function cartStory(
  scope: Scope,
  cartId: number,
  asOf: Date,
  settings: RecoverySettings,
): Promise<CartStory> {
  const mine = scope.repId === null ? condition`true` : condition`customers.rep_id = ${scope.repId}`;
  const among = condition`c.id = ${cartId} and ${mine}`;
  const [cart] = await cartsWithReason(cartsAsOf(among, null, asOf, settings), condition`true`, asOf, {
    limit: 1,
    offset: 0,
  });
  if (!cart) throw new Refusal("not_found");
  const [[buyer], lines, steps, contacts] = await Promise.all([
    sql<CartStory["buyer"][]>`
      select b.name, b.email, coalesce(b.phone, c.phone) as phone, b.locale
      from carts k join users b on b.id = k.buyer_id join customers c on c.id = k.customer_id
      where k.customer_id = ${cart.customerId} and k.id = ${cartId}`,
    sql<StoryLine[]>`
      select p.id as "productId", p.sku, p.name, coalesce(p.picture, g.picture) as picture, p.unit, last.quantity,
        last.unit_price_e4 as "unitPriceE4", coalesce(st.on_hand - st.reserved, 0) as available
      from (
        select distinct on (s.product_id) s.product_id, s.quantity, s.unit_price_e4
        from journey_steps s
        where s.customer_id = ${cart.customerId} and s.cart_id = ${cartId} and s.kind in ('added', 'changed', 'removed')
          and s.at < ${asOf}
        order by s.product_id, s.at desc, s.id desc
      ) last
      join products p on p.id = last.product_id
      left join categories g on g.id = p.category_id
      left join stock st on st.product_id = p.id
      where last.quantity > 0
      order by last.quantity * coalesce(last.unit_price_e4, 0) desc`,
    sql<StoryStep[]>`
      select s.id, s.kind, s.at, p.sku, p.name as "productName", s.quantity, s.unit_price_e4 as "unitPriceE4",
        s.stock_seen as "stockSeen", s.query, s.results, s.reason, s.details
      from journey_steps s
      join carts k on k.customer_id = s.customer_id and k.id = ${cartId}
      left join products p on p.id = s.product_id
      where s.customer_id = ${cart.customerId} and s.buyer_id = k.buyer_id and s.at < ${asOf}
        and (s.cart_id = ${cartId} or (s.cart_id is null and s.at >= k.opened_at - interval '30 minutes'
          and s.at <= coalesce(k.ordered_at, 'infinity')))
      order by s.at desc, s.id desc
      limit 200`,
    sql<StoryContact[]>`
      select f.id, f.medium, f.at, u.name as "userName", f.text, f.outcome, f.told_reason as "toldReason", f.notes
      from follow_ups f join users u on u.id = f.user_id
      where f.customer_id = ${cart.customerId} and f.cart_id = ${cartId} and f.at < ${asOf} order by f.at`,
  ]);
  return { cart, buyer: buyer!, lines, steps: steps.reverse(), contacts, substitutes: await substitutesFor(lines) };
}

/** For each line that is short, up to two products of the same category that have the quantity, the likest name first. */
async function substitutesFor(lines: StoryLine[]): Promise<Substitute[]> {
  const short = lines.filter((line) => line.available < line.quantity);
  const found = await Promise.all(
    short.map(
      (line) => sql<Substitute[]>`
        select ${line.sku} as "forSku", other.sku, other.name, st.on_hand - st.reserved as available
        from products mine
        join products other on other.category_id = mine.category_id and other.id <> mine.id and other.is_active
        join stock st on st.product_id = other.id and st.on_hand - st.reserved >= ${line.quantity}
        where mine.id = ${line.productId}
        order by similarity(other.name, mine.name) desc, other.id
        limit 2`,
    ),
  );
  return found.flat();
}
