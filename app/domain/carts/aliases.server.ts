import { sql } from "drizzle-orm";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { db, type Tx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import { aliasOf, type EntryRow } from "./entry-row.ts";

/**
 * Learns what this customer calls a product, from the buyer's own answer to a line that was a question; the next list with the
 * same words knows it. A later answer takes the place of an earlier one; nobody else's lists are touched.
 */
export async function learnAlias(buyer: Buyer, row: EntryRow, sku: string, at: Date, tx: Tx = db): Promise<void> {
  const alias = aliasOf(row);
  if (alias === "") return;
  await preparedRows(
    sql`insert into customer_aliases (customer_id, alias, product_id, learned_at, learned_by)
    select ${buyer.customerId}::int, ${alias}::text, p.id, ${at.toISOString()}::timestamptz, ${buyer.userId}::int
    from products p where p.sku = ${sku}::text
    on conflict (customer_id, alias) do update set product_id = excluded.product_id, learned_at = excluded.learned_at,
      learned_by = excluded.learned_by`,
    tx,
  );
}
