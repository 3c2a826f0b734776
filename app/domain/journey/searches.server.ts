import { sql } from "drizzle-orm";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { preparedRows } from "#db/prepared.server.ts";

const keptDays = 90;

/** What this person searched for lately and found, the latest first, each once; with `begun`, only what begins so. */
export async function recentSearchesOf(buyer: Buyer, begun: string, asOf: Date, most = 5): Promise<string[]> {
  const since = new Date(asOf.getTime() - keptDays * 86_400_000).toISOString();
  const rows = await preparedRows<{ query: string }>(
    sql`select (array_agg(s.query order by s.at desc))[1] as query from journey_steps s
      where s.customer_id = ${buyer.customerId}::int and s.buyer_id = ${buyer.userId}::int and s.kind = 'searched'
        and s.results > 0 and s.at > ${since}::timestamptz and s.at <= ${asOf.toISOString()}::timestamptz
        and starts_with(lower(s.query), ${begun.toLowerCase()}::text) and lower(s.query) <> ${begun.toLowerCase()}::text
      group by lower(s.query) order by max(s.at) desc limit ${most}::int`,
  );
  return rows.map(({ query }) => query);
}
