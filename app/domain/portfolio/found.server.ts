import { sql } from "drizzle-orm";
import type { Scope } from "#app/domain/customers/buyer.ts";
import { traitsSql } from "#app/domain/customers/filter.server.ts";
import type { Cents } from "#app/domain/money.ts";
import { type Day, dayOf } from "#app/domain/period.ts";
import { type QuoteState, quoteStateOf } from "#app/domain/quotes/quote.ts";
import { quotesIn } from "#app/domain/quotes/quote-list.server.ts";
import { searchable } from "#app/domain/text.ts";
import { reports, type Tx } from "#db/connection.server.ts";

/** What the office's one search found, each kind on its own. */
export interface Findings {
  customers: { id: number; code: string; name: string; place: string | null }[];
  orders: { number: string; customer: string; placedOn: Day; goodsCents: Cents }[];
  quotes: { number: number; customer: string; state: QuoteState; valueCents: Cents }[];
  products: { sku: string; name: string; supplier: string | null }[];
}

const mostOfAKind = 5;

/** Quotes of the scope by the beginning of their number or by their customer; those that wait for an answer first. */
async function quotesFound(scope: Scope, q: string, today: Day): Promise<Findings["quotes"]> {
  const filter = { q, state: [], rep: [], customer: null };
  const { rows } = await quotesIn(scope, filter, { sort: "-asked", page: 1, today });
  return rows.slice(0, mostOfAKind).map((quote) => {
    const { number, customerName: customer, valueCents } = quote;
    return { number, customer, valueCents, state: quoteStateOf(quote, today) };
  });
}

const escaped = (text: string): string => text.replace(/[\\%_]/g, "\\$&");

/** Customers, orders, quotes and products that fit some words, a few of each, all but products within the scope. */
export async function findings(scope: Scope, q: string, asOf: Date, tx: Tx = reports): Promise<Findings> {
  const words = searchable(q);
  if (words.length < 2) return { customers: [], orders: [], quotes: [], products: [] };
  const mine = scope.repId === null ? sql`true` : sql`customers.rep_id = ${scope.repId}`;
  const each = words.split(" ").map((word) => sql`products.search_text like ${`%${escaped(word)}%`}`);
  const [customers, orders, quotes, products] = await Promise.all([
    tx.execute<Findings["customers"][number]>(sql`
      select customers.id, customers.code, customers.trade_name as name,
        coalesce(concat_ws('/', customers.city, customers.uf), customers.country) as place
      from customers where ${traitsSql({ q }, scope, asOf, { renewalDueDays: 0 })}
      order by customers.code = ${q.trim()} desc, customers.search_text like ${`${escaped(words)}%`} desc, customers.trade_name, customers.id
      limit 6`),
    /^\S{2,30}$/.test(q.trim())
      ? tx.execute<Findings["orders"][number]>(sql`
          select orders.number, customers.trade_name as customer, orders.placed_on as "placedOn", orders.goods_cents as "goodsCents"
          from orders join customers on customers.id = orders.customer_id
          where orders.number between ${q.trim()} and ${`${q.trim()}zzzz`} and orders.number like ${`${escaped(q.trim())}%`} and ${mine}
          order by orders.number = ${q.trim()} desc, orders.placed_at desc limit ${mostOfAKind}`)
      : [],
    quotesFound(scope, q, dayOf(asOf)),
    tx.execute<Findings["products"][number]>(sql`
      select products.sku, products.name, suppliers.name as supplier
      from products left join suppliers on suppliers.id = products.supplier_id
      where ${sql.join(each, sql` and `)}
      order by lower(products.sku) = ${words} desc, products.is_active desc, products.name, products.id limit ${mostOfAKind}`),
  ]);
  return { customers, orders, quotes, products };
}
