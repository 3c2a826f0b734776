import { sql } from "drizzle-orm";
import { roundedToPack } from "#app/domain/catalog/quantity.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { db, type Tx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import type { CartLine, OpenCart } from "./cart.ts";
import { mendsOf } from "./mends.ts";
import { cartOfWishes } from "./open-cart.server.ts";
import { type Candidate, nearest } from "./substitutes.ts";

/** Substitutes are looked for beside this many lines at most; the others follow as these are mended. */
const linesHelped = 6;
const similarLookedAt = 8;

interface Found {
  forSku: string;
  sku: string;
  packMultiple: number;
  minimumQuantity: number;
  isChosen: boolean;
  likeness: number;
}

/** What the office set for these products, and what of the same category is there and called alike. */
function foundFor(skus: string[], tx: Tx): Promise<Found[]> {
  return preparedRows<Found>(
    sql`select o.sku as "forSku", p.sku, p.pack_multiple as "packMultiple", p.minimum_quantity as "minimumQuantity",
      c.is_chosen as "isChosen", c.likeness
    from jsonb_array_elements_text(${JSON.stringify(skus)}::jsonb) wanted(sku) join products o on o.sku = wanted.sku
    cross join lateral (
      select x.substitute_id as id, x.position, true as is_chosen, 1::real as likeness
      from product_substitutes x where x.product_id = o.id
      union all
      (select q.id, null, false, similarity(q.name, o.name) as likeness
        from products q join stock s on s.product_id = q.id
        where q.category_id = o.category_id and q.id <> o.id and q.is_active and s.on_hand - s.reserved >= q.minimum_quantity
        order by likeness desc, q.id limit ${similarLookedAt}::int)
    ) c
    join products p on p.id = c.id
    order by o.sku, c.is_chosen desc, c.position, c.likeness desc, p.id`,
    tx,
  );
}

/** The products that could stand in for the lines of a cart that cannot be had, by the SKU of the line. */
export async function substitutesFor(
  buyer: Buyer,
  cart: OpenCart,
  at: Date,
  tx: Tx = db,
): Promise<Map<string, Candidate[]>> {
  const short = cart.lines
    .filter((line) => mendsOf(line).isUnsold || mendsOf(line).short !== null)
    .slice(0, linesHelped);
  if (short.length === 0) return new Map();
  const inCart = new Set(cart.lines.map((line) => line.sku));
  const found = await foundFor(
    short.map((line) => line.sku),
    tx,
  );
  const offers = await Promise.all(
    short.map(async (line): Promise<[string, Candidate[]]> => {
      const here = found.filter((one) => one.forSku === line.sku && !inCart.has(one.sku));
      return [line.sku, nearest(await priced(buyer, line, here, at, tx), line.quote?.unitPriceE4 ?? null)];
    }),
  );
  return new Map(offers);
}

/** The found ones at this customer's price for as much as the line misses; those without a price are none. */
async function priced(buyer: Buyer, line: CartLine, found: Found[], at: Date, tx: Tx): Promise<Candidate[]> {
  const missing = line.quantity - (mendsOf(line).short?.there ?? 0);
  const unique = [...new Map(found.toReversed().map((one) => [one.sku, one])).values()].toReversed();
  const wishes = unique.map((one) => ({ sku: one.sku, quantity: roundedToPack(one, missing) }));
  if (wishes.length === 0) return [];
  const { lines } = await cartOfWishes(buyer.customerId, wishes, { cartOf: buyer }, at, tx);
  const bySku = new Map(lines.map((one) => [one.sku, one]));
  return unique.flatMap(({ sku, isChosen, likeness }) => {
    const one = bySku.get(sku);
    if (!one?.quote || !one.isActive) return [];
    const { name, unit, quantity, available } = one;
    return [{ sku, name, unit, quantity, available, unitPriceE4: one.quote.unitPriceE4, isChosen, likeness }];
  });
}
