import { type SQL, sql } from "drizzle-orm";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import type { Day } from "#app/domain/period.ts";
import { isSold, pricedCustomer, pricing, termsWantedBy } from "#app/domain/pricing/price-facts.server.ts";
import { searchable } from "#app/domain/text.ts";
import { db, type Tx, withTx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import { wordsOf } from "./entry-choice.ts";

/** What is looked for: one way to read a line, with its own place and that of the line in their lists. */
export interface Sought {
  at: number;
  row: number;
  wanted: string;
}

/** A product that answers a question: by its code or EAN, by what this customer calls it, by its name, or only by likeness. */
export interface Finding {
  at: number;
  productId: number;
  by: "code" | "alias" | "name" | "likeness";
}

const mostWords = 6;
/** Likeness is looked for letter by letter in this many lines only: each costs as much as thirty others. */
const mostByLetters = 6;

/**
 * Every product in question: by code, alias and name; where a line finds none, by the beginnings of its words; and where that
 * finds none either, by likeness.
 */
export async function findingsFor(buyer: Buyer, sought: Sought[], on: Day, tx: Tx = db): Promise<Finding[]> {
  const found: Finding[] = [];
  const unanswered = () => {
    const places = new Set(found.map(({ at }) => at));
    const rows = new Set(sought.flatMap(({ at, row }) => (places.has(at) ? [row] : [])));
    return sought.filter(({ row }) => !rows.has(row));
  };
  if (sought.length > 0) found.push(...(await foundByWords(buyer, sought, patternsOf, on, tx)));
  const unknown = unanswered();
  if (unknown.length > 0) {
    const alike = await foundByWords(buyer, unknown, beginningsOf, on, tx);
    found.push(...alike.map((finding) => ({ ...finding, by: "likeness" as const })));
  }
  const left = [
    ...new Map(
      unanswered()
        .reverse()
        .map((one) => [one.row, one]),
    ).values(),
  ].reverse();
  if (left.length > 0) found.push(...(await foundByLetters(buyer, left.slice(0, mostByLetters), on, tx)));
  return found;
}

/** The customer and the tables that serve them. */
const asking = (buyer: Buyer, on: Day): SQL =>
  sql`${pricedCustomer(buyer.customerId, on, termsWantedBy(buyer.userId))}, ${pricing}`;

const holdsWords: SQL = sql.join(
  Array.from({ length: mostWords }, (_, word) => sql.raw(`p.search_text like a.w${word}`)),
  sql` and `,
);

/** The name comes first in the text: what is said in it goes before what is only said of its supplier or category. */
const nearTheStart: SQL = sql.raw(
  Array.from({ length: 4 }, (_, word) => `strpos(p.search_text, trim('%' from a.w${word}))`).join(" + "),
);

/** Two digits are in half of all names; they say nothing without a word. */
const saysSomething = (words: string[]): boolean => words.some((word) => word.length > 2 || /[a-z]{2}/.test(word));

type Patterns = Record<`w${number}`, string>;

/** What a product's text must hold, the longest first; nothing is looked for where nothing is said. */
function patternsFrom(said: string[]): Patterns {
  const words = said.sort((a, b) => b.length - a.length).slice(0, mostWords);
  const places = Array.from({ length: mostWords }, (_, at) => [`w${at}`, words[at] ? `%${words[at]}%` : "%"]);
  return Object.fromEntries(places);
}

function patternsOf(wanted: string): Patterns {
  const said = wordsOf(wanted);
  return patternsFrom(saysSomething(said) ? said.map((word) => word.replaceAll(".", "_")) : []);
}

/** A typing error is seldom in the first letters of a word. */
const beginningsOf = (wanted: string): Patterns =>
  patternsFrom(
    wordsOf(wanted)
      .filter((word) => /^[a-z]{3}/.test(word))
      .map((word) => word.slice(0, 4)),
  );

/** One statement for all of them; what the customer bought is looked through besides, so that no limit hides it. */
function foundByWords(
  buyer: Buyer,
  sought: Sought[],
  patterns: (wanted: string) => Patterns,
  on: Day,
  tx: Tx,
): Promise<Finding[]> {
  const asked = sought.map(({ at, wanted }) => ({
    at,
    raw: wanted.trim(),
    code: wanted.trim().toUpperCase(),
    alias: searchable(wanted).slice(0, 200),
    ...patterns(wanted),
  }));
  return preparedRows<Finding>(
    sql`with ${asking(buyer, on)}, a as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
        as a (at int, raw text, code text, alias text, w0 text, w1 text, w2 text, w3 text, w4 text, w5 text)
    ), history as materialized (
      select p.id, p.search_text, p.supplier_id from products p
      where p.is_active and p.id in (
        select d.product_id from product_days d where d.customer_id = ${buyer.customerId}::int and d.orders > 0)
    )
    select a.at, p.id as "productId", 'code' as by from a join products p on p.sku = a.code
    union select a.at, p.id, 'code' from a join products p on p.sku = a.raw
    union select a.at, p.id, 'code' from a join products p on p.ean = a.raw where p.is_active
    union all
    select a.at, n.product_id, 'alias' from a
      join customer_aliases n on n.customer_id = ${buyer.customerId}::int and n.alias = a.alias
      join products p on p.id = n.product_id where p.is_active and ${isSold("p")}
    union all
    select a.at, p.id, 'name' from a join history p on ${holdsWords} where a.w0 <> '%' and ${isSold("p")}
    union all
    select a.at, f.id, 'name' from a cross join lateral (
      select m.id from (
        select p.id, p.supplier_id from products p where p.is_active and ${holdsWords} order by ${nearTheStart}, length(p.name), p.id limit 40
      ) m where ${isSold("m")} limit 12
    ) f where a.w0 <> '%'`,
    tx,
  );
}

/** What only looks like the words that were said; a question at best. */
function foundByLetters(buyer: Buyer, sought: Sought[], on: Day, tx: Tx): Promise<Finding[]> {
  const asked = sought.flatMap(({ at, wanted }) => {
    const words = wordsOf(wanted);
    return words.some((word) => /[a-z]{3}/.test(word)) ? [{ at, q: words.join(" ").slice(0, 100) }] : [];
  });
  if (asked.length === 0) return Promise.resolve([]);
  return withTx(async (own) => {
    await own.execute(sql`set local pg_trgm.word_similarity_threshold = 0.4`);
    return preparedRows<Finding>(
      sql`with ${asking(buyer, on)}, a as materialized (
        select * from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a (at int, q text)
      )
      select a.at, f.id as "productId", 'likeness' as by from a cross join lateral (
        select m.id from (
          select p.id, p.supplier_id from products p where p.is_active and a.q <% p.search_text
          order by word_similarity(a.q, p.search_text) desc, length(p.name), p.id limit 20
        ) m where ${isSold("m")} limit 8
      ) f`,
      own,
    );
  }, tx);
}
