import { aislesOf } from "#app/domain/catalog/catalog.server.ts";
import { searchedWords } from "#app/domain/catalog/product.ts";
import { leastQuantity } from "#app/domain/catalog/quantity.ts";
import { offsetOf, type Page } from "#app/domain/page.ts";
import type { Day } from "#app/domain/period.ts";
import { searchable } from "#app/domain/text.ts";
import { env } from "#app/env.server.ts";
import { sql } from "#db/connection.server.ts";
import { type Asker, askerOf, candidatesOfShelf, ownPrices, ownTables, Values } from "./own-price.server.ts";
import type { PricedCustomer } from "./prices.server.ts";
import { type PriceCandidate, priceSources, quote } from "./quote.ts";
import { type ShelfItem, type ShelfWish, shelfPageSize } from "./shelf.ts";
import { keptColumns, purchasesOf } from "./shelf-marks.ts";

interface ShelfRow extends Omit<ShelfItem, "least" | "unitPriceE4" | "next"> {
  minimumQuantity: number;
  found: [rank: number, fromQuantity: number, unitPriceE4: number][] | null;
  total: number;
}

/** A page of the shop for one customer; `isSimilar` when nothing holds the words and what is shown only looks like them. */
export interface Shelf extends Page<ShelfItem> {
  isSimilar: boolean;
}

const { DB_PREPARE: prepare } = env;
const columns =
  "p.id, p.sku, p.name, p.unit, p.picture, p.category_id, p.supplier_id, p.pack_multiple, p.minimum_quantity";

/** How often and when the customer bought each product. */
const purchases = (asker: Asker): string => `
  select d.product_id, sum(d.orders)::int as bought, max(d.day) filter (where d.orders > 0) as last_on
  from product_days d where d.customer_id = ${asker.id} group by d.product_id having sum(d.orders) > 0`;

function conditions(wish: ShelfWish, isSimilar: boolean, values: Values): string {
  const parts = ["p.is_active"];
  for (const word of searchedWords(wish.q)) {
    const holds = `p.search_text like ${values.of(`%${word}%`, "text")}`;
    parts.push(isSimilar && word.length > 3 ? `(${holds} or p.search_text %> ${values.of(word, "text")})` : holds);
  }
  const { category, supplier } = wish;
  if (category !== null) {
    parts.push(`p.category_id = (select id from categories where slug = ${values.of(category, "text")})`);
  }
  if (supplier !== null) {
    parts.push(`p.supplier_id = (select id from suppliers where code = ${values.of(supplier, "text")})`);
  }
  return parts.join(" and ");
}

function order(wish: ShelfWish, isSimilar: boolean, values: Values): string {
  if (wish.sort === "price") return "op.unit_price_e4 asc nulls last, p.name, p.id";
  if (wish.sort === "-price") return "op.unit_price_e4 desc nulls last, p.name, p.id";
  if (wish.sort === "bought") return "b.bought desc nulls last, b.last_on desc nulls last, p.name, p.id";
  if (wish.sort === "name" || wish.q === "") return "p.name, p.id";
  const said = values.of(searchable(wish.q), "text");
  const closeness = `case when lower(p.sku) = ${said} or p.ean = ${said} then 0
    when starts_with(lower(p.sku), ${said}) then 1
    when starts_with(p.search_text, ${said}) then 2
    when strpos(' ' || p.search_text, ' ' || ${said}) > 0 then 3 else 4 end`;
  return isSimilar
    ? `${closeness}, round(word_similarity(${said}, p.search_text)::numeric, 1) desc, p.name, p.id`
    : `${closeness}, b.bought desc nulls last, p.name, p.id`;
}

/** Browsing is counted along the aisles; only searches and purchases are counted by the query itself. */
const isCounted = (wish: ShelfWish): boolean => wish.q !== "" || wish.isBought;

/** The products of one page, in their order, without anything that can be asked for them alone. */
function chosenProducts(asker: Asker, wish: ShelfWish, isSimilar: boolean, values: Values): string {
  const isByPrice = wish.sort === "price" || wish.sort === "-price";
  const isByPurchase = wish.isBought || wish.sort === "bought" || (wish.q !== "" && wish.sort === "relevance");
  const where = conditions(wish, isSimilar, values);
  const prices = isByPrice
    ? `left join (
        with chosen as materialized (select p.id, p.minimum_quantity, p.pack_multiple from products p where ${where})
        ${ownPrices(asker)}
      ) op on op.product_id = p.id`
    : "";
  const bought = isByPurchase
    ? `${wish.isBought ? "" : "left"} join (${purchases(asker)}) b on b.product_id = p.id`
    : "";
  const from = values.of(offsetOf(wish.page, shelfPageSize), "int");
  return `select ${columns}, ${isCounted(wish) ? "count(*) over ()" : "0"}::int as total
    from products p ${prices} ${bought} where ${where}
    order by ${order(wish, isSimilar, values)} limit ${shelfPageSize} offset ${from}`;
}

/** One query: the products chosen, each with its picture, stock, possible prices, purchases and what the buyer keeps. */
const shelved = (asker: Asker, chosen: string, buyer: string): string => `
  with own as materialized (${ownTables(asker)})
  select s.id, s.sku, s.name, s.unit, coalesce(s.picture, c.picture) as picture, su.name as "supplierName",
    s.pack_multiple as "packMultiple", s.minimum_quantity as "minimumQuantity", s.total,
    coalesce(st.on_hand - st.reserved, 0) as available, f.found,
    coalesce(b.bought, 0) as bought, b.last_on as "lastBoughtOn", b.last_price_e4 as "lastPriceE4",
    ${keptColumns(asker.id, buyer, "s.id")}
  from (select p.*, row_number() over () as place from (${chosen}) p) s
  left join categories c on c.id = s.category_id
  left join suppliers su on su.id = s.supplier_id
  left join stock st on st.product_id = s.id
  left join lateral (${candidatesOfShelf(asker)}) f on true
  left join lateral (${purchasesOf(asker.id, "s.id")}) b on true
  order by s.place`;

// Spelt out, because 24 objects made by spreading cost more than all their prices.
function itemFrom(row: ShelfRow, on: Day): ShelfItem {
  const least = leastQuantity(row);
  const candidates: PriceCandidate[] = (row.found ?? []).map(([rank, fromQuantity, unitPriceE4]) => ({
    source: priceSources[rank] ?? "general",
    name: "",
    fromQuantity,
    unitPriceE4,
    validFrom: null,
    validUntil: null,
  }));
  const price = quote(candidates, least, on);
  return {
    id: row.id,
    sku: row.sku,
    name: row.name,
    unit: row.unit,
    picture: row.picture,
    supplierName: row.supplierName,
    packMultiple: row.packMultiple,
    least,
    available: row.available,
    unitPriceE4: price?.unitPriceE4 ?? null,
    next: price?.next ?? null,
    bought: row.bought,
    lastBoughtOn: row.lastBoughtOn,
    lastPriceE4: row.lastPriceE4,
    isFavourite: row.isFavourite,
    isAwaited: row.isAwaited,
  };
}

async function rowsOf(
  customer: PricedCustomer,
  wish: ShelfWish,
  on: Day,
  isSimilar: boolean,
  buyerId: number | null,
): Promise<ShelfRow[]> {
  const values = new Values();
  const asker = askerOf(customer, on, values);
  const text = shelved(asker, chosenProducts(asker, wish, isSimilar, values), values.of(buyerId, "int"));
  if (!isSimilar) return sql.unsafe<ShelfRow[]>(text, values.list, { prepare });
  return sql.begin("read only", async (tx) => {
    await tx`set local pg_trgm.word_similarity_threshold = 0.5`;
    return tx.unsafe<ShelfRow[]>(text, values.list, { prepare });
  });
}

/**
 * One page of the shop as the customer sees it, at their own prices, in one query. A search that finds nothing is asked again
 * for what looks like it; a page past the end is the first. The marks are those of the buyer, nobody's where none is named.
 */
export async function shelfFor(
  customer: PricedCustomer,
  wish: ShelfWish,
  on: Day,
  buyerId: number | null = null,
): Promise<Shelf> {
  const nothing = { rows: [], total: 0, page: 1, pageSize: shelfPageSize, isSimilar: false };
  if (wish.q !== "" && searchedWords(wish.q).length === 0) return nothing;
  let isSimilar = false;
  let rows = await rowsOf(customer, wish, on, false, buyerId);
  if (rows.length === 0 && wish.page > 1) return shelfFor(customer, { ...wish, page: 1 }, on, buyerId);
  if (rows.length === 0 && wish.q !== "") {
    rows = await rowsOf(customer, wish, on, true, buyerId);
    isSimilar = rows.length > 0;
  }
  const total = isCounted(wish) ? (rows[0]?.total ?? 0) : (await aislesOf(wish)).total;
  return { ...nothing, rows: rows.map((row) => itemFrom(row, on)), total, page: wish.page, isSimilar };
}

/** Products like this one: of its category, the nearest by name first. */
export async function similarTo(
  customer: PricedCustomer,
  product: { id: number; categoryId: number | null; name: string },
  on: Day,
  buyerId: number | null = null,
): Promise<ShelfItem[]> {
  const values = new Values();
  const asker = askerOf(customer, on, values);
  const chosen = `select ${columns}, 0 as total from products p
    where p.is_active and p.category_id = ${values.of(product.categoryId, "int")} and p.id <> ${values.of(product.id, "int")}
    order by similarity(p.search_text, ${values.of(searchable(product.name), "text")}) desc, p.name, p.id limit 6`;
  const rows = await sql.unsafe<ShelfRow[]>(shelved(asker, chosen, values.of(buyerId, "int")), values.list, {
    prepare,
  });
  return rows.map((row) => itemFrom(row, on));
}

/** The eight products the customer buys most often, the ones still sold. */
export async function boughtBefore(
  customer: PricedCustomer,
  on: Day,
  buyerId: number | null = null,
): Promise<ShelfItem[]> {
  const values = new Values();
  const asker = askerOf(customer, on, values);
  const chosen = `select ${columns}, 0 as total from products p join (${purchases(asker)}) b on b.product_id = p.id
    where p.is_active order by b.bought desc, b.last_on desc, p.id limit 8`;
  const rows = await sql.unsafe<ShelfRow[]>(shelved(asker, chosen, values.of(buyerId, "int")), values.list, {
    prepare,
  });
  return rows.map((row) => itemFrom(row, on));
}
