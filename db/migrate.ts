import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";

const folder = join("db", "migrations");

/** Brings a database up to the newest tables. Two processes that start at once wait for each other. */
export async function migrateDatabase(url: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await client`select pg_advisory_lock(4012026)`;
    await migrate(drizzle(client), { migrationsFolder: folder });
  } finally {
    await client.end();
  }
}

/** How many migrations this source knows; a database that has had fewer is behind. */
export function knownMigrations(): number {
  return readdirSync(folder).filter((name) => name.endsWith(".sql")).length;
}

/** A fingerprint of the tables, which changes with every migration. */
export function fingerprintOfMigrations(): string {
  const hash = createHash("sha256");
  for (const name of readdirSync(folder).sort())
    if (name.endsWith(".sql")) hash.update(name).update(readFileSync(`${folder}/${name}`));
  return hash.digest("hex").slice(0, 12);
}
