import { type SQL, sql } from "drizzle-orm";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import type { Day } from "#app/domain/period.ts";
import { servingTables } from "#app/domain/pricing/prices.server.ts";
import { searchable } from "#app/domain/text.ts";
import { db, type Tx, withTx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import { wordsOf } from "./entry-choice.ts";

/** What is looked for, with the place of the question in the list. */
export interface Sought {
  at: number;
  wanted: string;
}

/** A product that answers a question: by its code or EAN, by what this customer calls it, by its name, or only by likeness. */
export interface Finding {
  at: number;
  productId: number;
  by: "code" | "alias" | "name" | "likeness";
}

const mostWords = 6;

/** Every product in question, found by code, alias and name, and by likeness where nothing else was. */
export async function findingsFor(buyer: Buyer, sought: Sought[], on: Day, tx: Tx = db): Promise<Finding[]> {
  if (sought.length === 0) return [];
  const found = await foundByWords(buyer, sought, on, tx);
  const answered = new Set(found.map(({ at }) => at));
  const open = sought.filter(({ at }) => !answered.has(at));
  return open.length === 0 ? found : [...found, ...(await foundByLikeness(buyer, open, on, tx))];
}

/** The customer and the tables that serve them. */
const asking = (buyer: Buyer, on: Day): SQL => sql`c as materialized (
    select id, price_table_id, group_id, uf from customers where id = ${buyer.customerId}::int
  ), ${servingTables(on)}`;

/** True for a product this customer has any price for; what it costs is decided later, by `quote()`. */
const isSold = (productId: SQL): SQL => sql`(
  exists (select from serving join prices t on t.price_table_id = serving.id and t.product_id = ${productId})
  or exists (select from customer_prices t where t.customer_id = (select id from c) and t.product_id = ${productId}))`;

const holdsWords: SQL = sql.join(
  Array.from({ length: mostWords }, (_, word) => sql.raw(`p.search_text like a.w${word}`)),
  sql` and `,
);

/** Two digits are in half of all names; they say nothing without a word. */
const saysSomething = (words: string[]): boolean => words.some((word) => word.length > 2 || /[a-z]{2}/.test(word));

function patternsOf(wanted: string): Record<string, string> {
  const said = wordsOf(wanted);
  const words = saysSomething(said) ? said.sort((a, b) => b.length - a.length).slice(0, mostWords) : [];
  return Object.fromEntries(
    Array.from({ length: mostWords }, (_, at) => [`w${at}`, words[at] ? `%${words[at].replaceAll(".", "_")}%` : "%"]),
  );
}

/** One statement for all of them; what the customer bought is looked through besides, so that no limit hides it. */
function foundByWords(buyer: Buyer, sought: Sought[], on: Day, tx: Tx): Promise<Finding[]> {
  const asked = sought.map(({ at, wanted }) => ({
    at,
    raw: wanted.trim(),
    code: wanted.trim().toUpperCase(),
    alias: searchable(wanted).slice(0, 200),
    ...patternsOf(wanted),
  }));
  return preparedRows<Finding>(
    sql`with ${asking(buyer, on)}, a as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
        as a (at int, raw text, code text, alias text, w0 text, w1 text, w2 text, w3 text, w4 text, w5 text)
    ), history as materialized (
      select p.id, p.search_text from products p
      where p.is_active and p.id in (
        select d.product_id from product_days d where d.customer_id = ${buyer.customerId}::int and d.orders > 0)
    )
    select a.at, p.id as "productId", 'code' as by from a join products p on p.sku = a.code
    union select a.at, p.id, 'code' from a join products p on p.sku = a.raw
    union select a.at, p.id, 'code' from a join products p on p.ean = a.raw where p.is_active
    union all
    select a.at, n.product_id, 'alias' from a
      join customer_aliases n on n.customer_id = ${buyer.customerId}::int and n.alias = a.alias
      join products p on p.id = n.product_id where p.is_active and ${isSold(sql`p.id`)}
    union all
    select a.at, p.id, 'name' from a join history p on ${holdsWords} where a.w0 <> '%' and ${isSold(sql`p.id`)}
    union all
    select a.at, f.id, 'name' from a cross join lateral (
      select m.id from (
        select p.id from products p where p.is_active and ${holdsWords} order by length(p.name), p.id limit 40
      ) m where ${isSold(sql`m.id`)} limit 12
    ) f where a.w0 <> '%'`,
    tx,
  );
}

/** What only looks like the words that were said; a question at best. */
function foundByLikeness(buyer: Buyer, sought: Sought[], on: Day, tx: Tx): Promise<Finding[]> {
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
          select p.id from products p where p.is_active and a.q <% p.search_text
          order by word_similarity(a.q, p.search_text) desc, length(p.name), p.id limit 20
        ) m where ${isSold(sql`m.id`)} limit 8
      ) f`,
      own,
    );
  }, tx);
}
