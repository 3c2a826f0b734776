import { isInStock } from "#app/domain/catalog/catalog.server.ts";
import type { FacetChoice } from "#app/domain/catalog/facets.ts";
import { codesOf } from "#app/domain/catalog/searched.ts";
import { offsetOf } from "#app/domain/page.ts";
import { searchable } from "#app/domain/text.ts";
import { ownPrices, type Values } from "./own-price.server.ts";
import { isPromoted, promotedProducts } from "./promotions.server.ts";
import { type ShelfWish, shelfPageSize } from "./shelf.ts";

/** The words a product must hold, each in one of its readings, and the search they stand for. */
export interface Sought {
  readings: readonly (readonly string[])[];
  said: string;
}

/** The products of one page in their order, and what all that was found is counted by. */
export interface Chosen {
  products: string;
  /** One row, `cells`: a list of `FacetCell`. */
  cells: string;
  /** Queries both of them read from, to stand before them. */
  before: string;
}

/** What of a product is carried to the page. */
export const productColumns =
  "p.id, p.sku, p.name, p.unit, p.picture, p.category_id, p.supplier_id, p.pack_multiple, p.minimum_quantity";

/** How often and when the customer bought each product. */
export const purchases = `
  select d.product_id, sum(d.orders)::int as bought, max(d.day) filter (where d.orders > 0) as last_on
  from product_days d where d.customer_id = (select id from c) group by d.product_id having sum(d.orders) > 0`;

const before = `
  bought as materialized (${purchases})`;

/** Every word in one of its readings. */
function holdsWords({ readings }: Sought, values: Values): string {
  return readings
    .map((ways) => `(${ways.map((way) => `p.search_text like ${values.of(`%${way}%`, "text")}`).join(" or ")})`)
    .join(" and ");
}

const oneOf = (column: string, ids: readonly number[], values: Values): string[] =>
  ids.length === 0 ? [] : [`${column} in (${ids.map((id) => values.of(id, "int")).join(", ")})`];

/**
 * How well a product answers, the least first: its code or EAN, codes that begin so, then names that begin so, hold the words
 * together, hold each of them; last where only supplier or category do. What the customer bought before goes ahead of one better
 * answer they never bought.
 */
function closenessOf({ readings, said }: Sought, values: Values): string {
  const codes = codesOf(said).map((code) => values.of(code, "text"));
  const phrase = values.of(searchable(said), "text");
  const placed = (text: string) => `strpos(p.search_text, ${text}) between 1 and length(p.name)`;
  const inName = readings.map((ways) => placed(values.of(ways[0] ?? "", "text")));
  return `case when lower(p.sku) in (${codes.join(", ")}) or p.ean = ${phrase} then -9
    when ${codes.map((code) => `starts_with(lower(p.sku), ${code})`).join(" or ")} then -8
    else (case when starts_with(p.search_text, ${phrase}) then 0 when ${placed(`' ' || ${phrase}`)} then 2
      when ${inName.join(" and ")} then 4 else 8 end) - (case when b.bought is null then 0 else 3 end) end`;
}

function sortOf(wish: ShelfWish, table: "m" | "p"): string {
  if (wish.sort === "price") return `op.unit_price_e4 asc nulls last, ${table}.name, ${table}.id`;
  if (wish.sort === "-price") return `op.unit_price_e4 desc nulls last, ${table}.name, ${table}.id`;
  const purchase = table === "m" ? "m" : "b";
  if (wish.sort === "bought")
    return `${purchase}.bought desc nulls last, ${purchase}.last_on desc nulls last, ${table}.name, ${table}.id`;
  if (wish.sort === "relevance" && table === "m") return "m.closeness, m.bought desc nulls last, m.name, m.id";
  return `${table}.name, ${table}.id`;
}

/** True where every product found must be priced to put them in order. */
export const isByPrice = (wish: ShelfWish): boolean => wish.sort === "price" || wish.sort === "-price";

const priced = (chosen: string, id: string): string =>
  `left join (
    with chosen as materialized (
      select q.id, q.category_id, q.supplier_id,
        (q.minimum_quantity + q.pack_multiple - 1) / q.pack_multiple * q.pack_multiple as least
      from (${chosen}) q)
    ${ownPrices}) op on op.product_id = ${id}`;

/** What a search found: looked for once, then narrowed for the page and counted for the facets. */
export function foundByWords(wish: ShelfWish, choice: FacetChoice, sought: Sought, values: Values): Chosen {
  const matched = `matched as materialized (
    select p.id, p.name, p.category_id, p.supplier_id, p.minimum_quantity, p.pack_multiple, b.bought, b.last_on,
      ${isInStock} as is_in_stock, pm.product_id is not null as is_promoted,
      ${wish.sort === "relevance" ? closenessOf(sought, values) : "0"} as closeness
    from products p left join stock st on st.product_id = p.id left join bought b on b.product_id = p.id
      left join promoted pm on pm.product_id = p.id
    where p.is_active and ${holdsWords(sought, values)})`;
  const where = [
    "true",
    ...oneOf("m.category_id", choice.categoryIds, values),
    ...oneOf("m.supplier_id", choice.supplierIds, values),
    ...(choice.isInStock ? ["m.is_in_stock"] : []),
    ...(choice.isBought ? ["m.bought is not null"] : []),
    ...(choice.isPromoted ? ["m.is_promoted"] : []),
  ].join(" and ");
  const prices = isByPrice(wish) ? priced(`select m.* from matched m where ${where}`, "m.id") : "";
  return {
    before: `${before}, promoted as materialized (${promotedProducts}), ${matched}`,
    products: `select ${productColumns} from (
        select f.id, row_number() over () as place from (
          select m.id from matched m ${prices} where ${where}
          order by ${sortOf(wish, "m")} limit ${shelfPageSize} offset ${values.of(offsetOf(wish.page, shelfPageSize), "int")}
        ) f
      ) m join products p on p.id = m.id order by m.place`,
    cells: `select json_agg(json_build_array(c.category_id, c.supplier_id, c.is_in_stock, c.is_bought, c.is_promoted, c.count)) as cells
      from (select m.category_id, m.supplier_id, m.is_in_stock, m.bought is not null as is_bought, m.is_promoted, count(*)::int as count
        from matched m group by 1, 2, 3, 4, 5) c`,
  };
}

/** A shelf that is walked along: it is not counted here, for all of it is known (`aisles`, `ownCells`). */
export function foundByWalking(wish: ShelfWish, choice: FacetChoice, values: Values): Omit<Chosen, "cells"> {
  const isByPurchase = choice.isBought || wish.sort === "bought";
  const joins = [
    choice.isInStock ? "left join stock st on st.product_id = p.id" : "",
    isByPurchase ? `${choice.isBought ? "" : "left "}join bought b on b.product_id = p.id` : "",
  ].join(" ");
  const where = [
    "p.is_active",
    ...oneOf("p.category_id", choice.categoryIds, values),
    ...oneOf("p.supplier_id", choice.supplierIds, values),
    ...(choice.isInStock ? [isInStock] : []),
    ...(choice.isPromoted ? [isPromoted("p")] : []),
  ].join(" and ");
  const narrowed = `from products p ${joins} where ${where}`;
  const prices = isByPrice(wish)
    ? priced(`select p.id, p.category_id, p.supplier_id, p.minimum_quantity, p.pack_multiple ${narrowed}`, "p.id")
    : "";
  return {
    before: isByPurchase ? before : "",
    products: `select ${productColumns} from products p ${joins} ${prices} where ${where}
      order by ${sortOf(wish, "p")} limit ${shelfPageSize} offset ${values.of(offsetOf(wish.page, shelfPageSize), "int")}`,
  };
}

/** Products that hold some of the words: most of them first, those that hold them in their name before the others. */
export function holdingSome({ readings }: Sought, values: Values): string {
  const words = readings.map((ways) => {
    const places = ways.map((way) => [values.of(`%${way}%`, "text"), values.of(way, "text")] as const);
    return {
      held: `(${places.map(([like]) => `p.search_text like ${like}`).join(" or ")})`,
      named: `(${places.map(([, way]) => `strpos(p.search_text, ${way}) between 1 and length(p.name)`).join(" or ")})`,
    };
  });
  const many = (parts: string[]) => parts.map((part) => `${part}::int`).join(" + ");
  return `select ${productColumns} from products p left join (${purchases}) b on b.product_id = p.id
    where p.is_active and (${words.map(({ held }) => held).join(" or ")})
    order by ${many(words.map(({ held }) => held))} desc, ${many(words.map(({ named }) => named))} desc,
      b.bought desc nulls last, p.name, p.id limit 6`;
}
