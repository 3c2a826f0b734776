import { aisles } from "#app/domain/catalog/catalog.server.ts";
import { type FacetCell, type FacetChoice, facetCounts } from "#app/domain/catalog/facets.ts";
import { leastQuantity } from "#app/domain/catalog/quantity.ts";
import { answeredWith, readingsOf } from "#app/domain/catalog/searched.ts";
import { correctionsOf } from "#app/domain/catalog/spelling.ts";
import { vocabulary } from "#app/domain/catalog/vocabulary.server.ts";
import type { Page } from "#app/domain/page.ts";
import type { Day } from "#app/domain/period.ts";
import { searchable } from "#app/domain/text.ts";
import { env } from "#app/env.server.ts";
import { quick, sql } from "#db/connection.server.ts";
import { cellsWithOwn, ownCells } from "./own-cells.server.ts";
import { askedBy, factsOfShelf, Values } from "./own-price.server.ts";
import type { PricedCustomer } from "./prices.server.ts";
import type { Promotion } from "./promotion.ts";
import {
  type Facets,
  type ShelfCandidate,
  type ShelfItem,
  type ShelfWish,
  shelfPageSize,
  shelfPriceOf,
} from "./shelf.ts";
import {
  type Chosen,
  foundByWalking,
  foundByWords,
  holdingSome,
  isByPrice,
  productColumns,
  purchases,
  type Sought,
} from "./shelf-choice.server.ts";
import { choiceOf, facetsOf } from "./shelf-facets.server.ts";
import { keptColumns, purchasesOf } from "./shelf-marks.ts";

/** A row in the order of `shelved`: objects of sixteen names are kept as hash tables, which cost more than all their prices. */
type ShelfRow = [
  id: number | null,
  sku: string,
  name: string,
  unit: string,
  picture: string | null,
  supplierName: string | null,
  packMultiple: number,
  minimumQuantity: number,
  available: number,
  found: ShelfCandidate[] | null,
  promotions: Promotion[] | null,
  bought: number,
  lastBoughtOn: Day | null,
  lastPriceE4: number | null,
  isFavourite: boolean,
  isAwaited: boolean,
  cells?: FacetCell[] | null,
];

/** A page of the shop for one customer, and what it can be narrowed by. */
export interface Shelf extends Page<ShelfItem> {
  /** The words it answers, where nothing held those that were typed. */
  corrected: string | null;
  facets: Facets;
}

const { DB_PREPARE: prepare } = env;

/** One query: the products chosen, each with its picture, stock, possible prices, purchases and what the buyer keeps. */
const shelved = (asked: string, { products, cells, before }: Partial<Chosen>, buyer: string): string => `
  with ${asked}${before ? `, ${before}` : ""}
  select s.id, s.sku, s.name, s.unit, coalesce(s.picture, c.picture), su.name, s.pack_multiple, s.minimum_quantity,
    coalesce(st.on_hand - st.reserved, 0), ${factsOfShelf}, coalesce(b.bought, 0), b.last_on, b.last_price_e4,
    ${keptColumns("(select id from c)", buyer, "s.id")}${cells ? ", case when coalesce(s.place, 1) = 1 then k.cells end" : ""}
  from ${cells ? `(${cells}) k left join` : ""} (select p.*, row_number() over () as place from (${products}) p) s
  ${cells ? "on true" : ""}
  left join categories c on c.id = s.category_id
  left join suppliers su on su.id = s.supplier_id
  left join stock st on st.product_id = s.id
  left join lateral (${purchasesOf("(select id from c)", "s.id")}) b on true
  order by s.place`;

// Spelt out, because 24 objects made by spreading cost more than all their prices.
function itemFrom(row: ShelfRow, { terms }: PricedCustomer, on: Day): ShelfItem {
  const [packMultiple, minimumQuantity] = [row[6], row[7]];
  const least = leastQuantity({ packMultiple, minimumQuantity });
  const price = shelfPriceOf(row[9] ?? [], row[10] ?? [], terms, least, on);
  return {
    id: row[0] ?? 0,
    sku: row[1],
    name: row[2],
    unit: row[3],
    picture: row[4],
    supplierName: row[5],
    packMultiple,
    least,
    available: row[8],
    unitPriceE4: price?.unitPriceE4 ?? null,
    next: price?.next ?? null,
    promotion: price?.promotion ?? null,
    bought: row[11],
    lastBoughtOn: row[12],
    lastPriceE4: row[13],
    isFavourite: row[14],
    isAwaited: row[15],
  };
}

async function shelfRows(on: typeof sql, text: string, values: Values, isPrepared: boolean): Promise<ShelfRow[]> {
  const rows: unknown = await on.unsafe(text, values.list, { prepare: isPrepared }).values();
  return rows as ShelfRow[];
}

interface Found {
  rows: ShelfRow[];
  cells: FacetCell[];
}

/** Who asks, when, and whose marks are shown. */
interface Reader {
  customer: PricedCustomer;
  on: Day;
  buyerId: number | null;
}

async function found(reader: Reader, wish: ShelfWish, choice: FacetChoice, sought: Sought | null): Promise<Found> {
  const values = new Values();
  const asked = askedBy(reader.customer, reader.on, values);
  const chosen: Partial<Chosen> = sought
    ? foundByWords(wish, choice, sought, values)
    : foundByWalking(wish, choice, values);
  const text = shelved(asked, chosen, values.of(reader.buyerId, "int"));
  const isQuick = sought === null && !choice.isPromoted && !isByPrice(wish);
  // How a search is best answered depends on its words: its plan is made for them, not kept.
  const [rows, own] = await Promise.all([
    shelfRows(isQuick ? quick : sql, text, values, prepare && sought === null),
    sought ? null : ownCells(reader.customer, reader.on),
  ]);
  return { rows: rows.filter(([id]) => id !== null), cells: own ?? rows[0]?.[16] ?? [] };
}

/** The first way to read the words by which anything is found. */
async function foundOrCorrected(reader: Reader, wish: ShelfWish, choice: FacetChoice) {
  if (wish.q === "") return { ...(await found(reader, wish, choice, null)), corrected: null };
  const readings = readingsOf(wish.q);
  if (readings.length === 0) return { rows: [], cells: [], corrected: null };
  const asked = await found(reader, wish, choice, { readings, said: wish.q });
  if (asked.cells.length > 0) return { ...asked, corrected: null };
  for (const meant of correctionsOf(readings, await vocabulary())) {
    const said = meant.map((ways) => ways[0]).join(" ");
    const answer = await found(reader, wish, choice, { readings: meant, said });
    const [first] = answer.rows;
    if (answer.cells.length > 0) {
      return { ...answer, corrected: first ? answeredWith(meant, `${first[2]} ${first[5] ?? ""}`) : said };
    }
  }
  return { ...asked, corrected: null };
}

/**
 * One page of the shop as the customer sees it, at their own prices, with what it can be narrowed by, in one query. A search
 * that finds nothing is asked again by the words it probably meant; a page past the end is the first. The marks are those of the
 * buyer, nobody's where none is named.
 */
export async function shelfFor(
  customer: PricedCustomer,
  wish: ShelfWish,
  on: Day,
  buyerId: number | null = null,
): Promise<Shelf> {
  const choice = await choiceOf(wish);
  const { rows, cells, corrected } = await foundOrCorrected({ customer, on, buyerId }, wish, choice);
  if (rows.length === 0 && wish.page > 1) return shelfFor(customer, { ...wish, page: 1 }, on, buyerId);
  const counts = facetCounts(wish.q === "" ? cellsWithOwn((await aisles()).cells, cells) : cells, choice);
  return {
    rows: rows.map((row) => itemFrom(row, customer, on)),
    total: counts.total,
    page: wish.page,
    pageSize: shelfPageSize,
    corrected,
    facets: await facetsOf(wish, counts),
  };
}

/** Some products that hold at least one of the words of a search nothing answers whole, those that hold most of them first. */
export async function alikeTo(
  customer: PricedCustomer,
  q: string,
  on: Day,
  buyerId: number | null,
): Promise<ShelfItem[]> {
  const known = await vocabulary();
  const readings = readingsOf(q)
    .map((ways) => correctionsOf([ways], known).flat(2).concat(ways))
    .filter((ways) => ways.some((way) => way.length > 2));
  if (readings.length === 0) return [];
  const values = new Values();
  const asked = askedBy(customer, on, values);
  const products = holdingSome({ readings, said: q }, values);
  return itemsOf(shelved(asked, { products }, values.of(buyerId, "int")), values, { customer, on }, false);
}

async function itemsOf(
  text: string,
  values: Values,
  { customer, on }: Pick<Reader, "customer" | "on">,
  isKept = prepare,
): Promise<ShelfItem[]> {
  const rows = await shelfRows(sql, text, values, isKept);
  return rows.map((row) => itemFrom(row, customer, on));
}

/** Products like this one: of its category, the nearest by name first. */
export async function similarTo(
  customer: PricedCustomer,
  product: { id: number; categoryId: number | null; name: string },
  on: Day,
  buyerId: number | null = null,
): Promise<ShelfItem[]> {
  const values = new Values();
  const asked = askedBy(customer, on, values);
  const products = `select ${productColumns} from products p
    where p.is_active and p.category_id = ${values.of(product.categoryId, "int")} and p.id <> ${values.of(product.id, "int")}
    order by similarity(p.search_text, ${values.of(searchable(product.name), "text")}) desc, p.name, p.id limit 6`;
  return itemsOf(shelved(asked, { products }, values.of(buyerId, "int")), values, { customer, on });
}

/** The eight products the customer buys most often, the ones still sold. */
export async function boughtBefore(
  customer: PricedCustomer,
  on: Day,
  buyerId: number | null = null,
): Promise<ShelfItem[]> {
  const values = new Values();
  const asked = askedBy(customer, on, values);
  const products = `select ${productColumns} from products p join (${purchases}) b on b.product_id = p.id
    where p.is_active order by b.bought desc, b.last_on desc, p.id limit 8`;
  return itemsOf(shelved(asked, { products }, values.of(buyerId, "int")), values, { customer, on });
}
