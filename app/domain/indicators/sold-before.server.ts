import { sql } from "drizzle-orm";
import { memoryOfPast } from "#app/domain/orders/past.server.ts";
import { type Day, daysAfter, monthStart } from "#app/domain/period.ts";
import { db, type Tx } from "#db/connection.server.ts";
import type { Stint } from "./periods.ts";

/** The net value of every product sold in a stint up to a day, by the products' row numbers; what came after is still to be counted. */
export interface SoldBefore {
  until: Day;
  products: number[];
  cents: number[];
}

const remembered = memoryOfPast<SoldBefore>(6, ({ products }) => products.length <= 50_000);

async function counted(from: Day, until: Day): Promise<SoldBefore> {
  const rows = await db.execute<{ id: number; cents: number }>(sql`
    select product_id as id, sum(gross_cents - returns_cents)::bigint as cents from product_days
    where day >= ${from}::date and day < ${until}::date group by 1`);
  return { until, products: rows.map(({ id }) => id), cents: rows.map(({ cents }) => cents) };
}

/**
 * What the products had brought in a stint before the month it ends in (the month before in a month's first two days), counted
 * once a day instead of once a page; null inside a transaction, and where no such month is over.
 */
export async function soldBefore({ from, to }: Stint, tx: Tx): Promise<SoldBefore | null> {
  const until = monthStart(daysAfter(to, -3));
  if (tx !== db || until <= from) return null;
  const [sold] = await remembered(
    [{ asked: `${from} ${until}`, until }],
    to,
    async () => [await counted(from, until)],
    tx,
  );
  return sold ?? null;
}
