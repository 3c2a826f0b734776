import { leastQuantity, mostOrderable, roundedToPack } from "#app/domain/catalog/quantity.ts";
import { termsOfferedTo } from "#app/domain/customers/payment-terms.server.ts";
import type { Day } from "#app/domain/period.ts";
import { env } from "#app/env.server.ts";
import { sql } from "#db/connection.server.ts";
import { type NextStep, nextSteps } from "./next-step.ts";
import { type PricedCustomer, priceFactsFor } from "./prices.server.ts";
import { type Quote, quote } from "./quote.ts";
import { similarTo } from "./shelf.server.ts";
import type { ShelfItem } from "./shelf.ts";
import { keptColumns, purchasesOf, type ShelfMarks } from "./shelf-marks.ts";

/** One product as it is offered to one customer, with everything its page says. */
export interface Offer extends ShelfMarks {
  id: number;
  sku: string;
  ean: string | null;
  name: string;
  description: string | null;
  unit: string;
  picture: string | null;
  category: { slug: string; name: string } | null;
  supplierName: string | null;
  packMultiple: number;
  minimumQuantity: number;
  least: number;
  available: number;
  /** How many it is quoted for: the least that can be ordered, or what was wanted, as far as it is there. */
  quantity: number;
  /** Null when the customer has no price for it: then it is not sold to them. */
  quote: Quote | null;
  /** What the least costs, and from which quantities on it is another price. */
  ladder: Pick<Quote, "unitPriceE4" | "breaks"> | null;
  /** The cheapest ways to a lower price than the one quoted. */
  steps: NextStep[];
  similar: ShelfItem[];
}

interface OfferRow extends Omit<Offer, "category" | "least" | "quantity" | "quote" | "ladder" | "steps" | "similar"> {
  categoryId: number | null;
  categorySlug: string | null;
  categoryName: string | null;
}

/**
 * What a product costs this customer and why, for so many of it or for the least, and what is like it; null when it does not exist
 * or is no longer sold.
 */
export async function offerOf(
  customer: PricedCustomer,
  sku: string,
  on: Day,
  buyerId: number | null = null,
  wanted = 0,
): Promise<Offer | null> {
  const [row] = await sql.unsafe<OfferRow[]>(
    `
    select p.id, p.sku, p.ean, p.name, p.description, p.unit, coalesce(p.picture, c.picture) as picture,
      p.pack_multiple as "packMultiple", p.minimum_quantity as "minimumQuantity", p.category_id as "categoryId",
      c.slug as "categorySlug", c.name as "categoryName", s.name as "supplierName",
      coalesce(st.on_hand - st.reserved, 0) as available,
      coalesce(b.bought, 0) as bought, b.last_on as "lastBoughtOn", b.last_price_e4 as "lastPriceE4",
      ${keptColumns("$1::int", "$2::int", "p.id")}
    from products p
    left join categories c on c.id = p.category_id
    left join suppliers s on s.id = p.supplier_id
    left join stock st on st.product_id = p.id
    left join lateral (${purchasesOf("$1::int", "p.id")}) b on true
    where p.sku = $3::text and p.is_active`,
    [customer.id, buyerId, sku],
    { prepare: env.DB_PREPARE },
  );
  if (!row) return null;
  const { categoryId, categorySlug, categoryName, ...product } = row;
  const least = leastQuantity(row);
  const quantity = Math.max(least, Math.min(roundedToPack(row, wanted), mostOrderable(row, row.available)));
  const [facts, offered, similar] = await Promise.all([
    priceFactsFor(customer, [row.id], on),
    termsOfferedTo(customer.id),
    similarTo(customer, { id: row.id, categoryId, name: row.name }, on, buyerId),
  ]);
  const own = facts.get(row.id);
  const price = own ? quote(own, quantity, on) : null;
  const ladder = own && quantity > least ? quote(own, least, on) : price;
  return {
    ...product,
    category: categorySlug === null ? null : { slug: categorySlug, name: categoryName ?? categorySlug },
    least,
    quantity,
    quote: price,
    ladder: ladder && { unitPriceE4: ladder.unitPriceE4, breaks: ladder.breaks },
    steps: own && price ? nextSteps(price, own, { quantity, packMultiple: row.packMultiple }, offered, on) : [],
    similar,
  };
}
