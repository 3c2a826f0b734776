import { AsyncLocalStorage } from "node:async_hooks";
import type { db } from "#db/connection.server.ts";

/**
 * Makes a statement fail that leaves the transaction around it for a second connection: when every connection is taken by somebody
 * who waits for this transaction, neither would ever go on. What shall outlive a transaction goes through `afterTx`.
 */
export function keepToOneConnection(database: typeof db, reports: typeof db): void {
  const inside = new AsyncLocalStorage<true>();
  const { transaction } = database;
  database.transaction = (work, config) =>
    transaction.call(database, (tx) => inside.run(true, () => work(tx)), config) as ReturnType<typeof work>;
  for (const { $client: client } of [database, reports]) {
    const { unsafe } = client;
    client.unsafe = ((...asked: Parameters<typeof unsafe>) => {
      if (inside.getStore()) throw new Error(`Asked beside the transaction it stands in: ${asked[0]}`);
      return unsafe.apply(client, asked);
    }) as typeof unsafe;
  }
}
