import { type SQL, sql } from "drizzle-orm";
import { memoryOfPast } from "#app/domain/orders/past.server.ts";
import { type Day, daysAfter, monthStart } from "#app/domain/period.ts";
import { isInTransaction, reports, type Tx } from "#db/connection.server.ts";
import type { Stint } from "./periods.ts";

/** What a stint came to up to a day, by row numbers of customers or products; what came after is still to be counted. */
export interface Known {
  until: Day;
  ids: number[];
  amounts: number[];
}

const remembered = memoryOfPast<Known>(6, ({ ids }) => ids.length <= 50_000);

/**
 * What a stint came to before the month it ends in (the month before in a month's first two days), as `amountsOf` counts it in rows
 * `id, amount`: once a day instead of once a page. Null inside a transaction, and where no such month is over.
 */
export async function knownOf(
  name: string,
  { from, to }: Stint,
  amountsOf: (from: Day, until: Day) => SQL,
  tx: Tx,
): Promise<Known | null> {
  const until = monthStart(daysAfter(to, -3));
  if (isInTransaction(tx) || until <= from) return null;
  const counted = async (): Promise<Known> => {
    const rows = await reports.execute<{ id: number; amount: number }>(amountsOf(from, until));
    return { until, ids: rows.map(({ id }) => id), amounts: rows.map(({ amount }) => amount) };
  };
  const [known] = await remembered(
    [{ asked: `${name} ${from} ${until}`, until }],
    to,
    async () => [await counted()],
    tx,
  );
  return known ?? null;
}

/** What is known as rows `id, amount`. */
export const knownRows = ({ ids, amounts }: Known): SQL =>
  sql`unnest(${`{${ids.join()}}`}::integer[], ${`{${amounts.join()}}`}::bigint[])`;
