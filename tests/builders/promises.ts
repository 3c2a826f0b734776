import { promises } from "#app/commands/promises.ts";
import { sql } from "#db/connection.server.ts";

/** The keys of the promises that do not hold at the moment; none when the house is in order. */
export async function brokenPromises(): Promise<string[]> {
  const broken: string[] = [];
  for (const { key, violations } of promises) {
    if (violations !== null && (await sql.unsafe(violations)).length > 0) broken.push(key);
  }
  return broken;
}
