import { spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import postgres from "postgres";
import { fingerprintOf } from "#app/commands/build.ts";
import { type EmbeddedDatabase, openDatabase } from "#db/embedded.ts";
import { fingerprintOfMigrations, migrateDatabase } from "#db/migrate.ts";

const folder = ".cache/test";

/** Starts the tests' own PostgreSQL, or joins it; it forgets everything on a power cut and is the faster for it. */
export function openTestCluster(): Promise<EmbeddedDatabase> {
  return openDatabase({ dataFolder: folder, durable: false });
}

/** The address of another database of the same cluster. */
export function addressOf(clusterUrl: string, name: string): string {
  const url = new URL(clusterUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** A database with every table and no row, from which each test file's own is copied. */
export function migratedTemplate(clusterUrl: string): Promise<string> {
  return template(clusterUrl, `migrated_${fingerprintOfMigrations()}`, migrateDatabase);
}

/** A database that holds the demo company as of today; it is lived once and copied after that. */
export function demoTemplate(clusterUrl: string): Promise<string> {
  const day = new Date().toISOString().slice(0, 10);
  const source = fingerprintOf(["db", "app/domain", "app/access"]);
  const name = createHash("sha256").update(day).update(source).digest("hex").slice(0, 12);
  return template(clusterUrl, `demo_${name}`, async (url) => {
    await migrateDatabase(url);
    const filled = spawnSync(process.execPath, ["--import", "tsx", "app/commands/fill.ts"], {
      env: { ...process.env, DATABASE_URL: url, NODE_ENV: "test", DB_STATEMENT_TIMEOUT_MS: "0" },
      encoding: "utf8",
    });
    if (filled.status !== 0) throw new Error(`The demo company could not be filled:\n${filled.stdout}${filled.stderr}`);
  });
}

/** Copies a template into a database of its own, and says its address. */
export async function copyOf(clusterUrl: string, from: string, name = "own"): Promise<string> {
  const own = `${name}_${randomBytes(6).toString("hex")}`;
  await asOwner(clusterUrl, (sql) => sql.unsafe(`create database "${own}" template "${from}"`));
  return addressOf(clusterUrl, own);
}

/** Throws a copied database away, with whoever is still connected. */
export async function dropDatabase(clusterUrl: string, url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  await asOwner(clusterUrl, (sql) => sql.unsafe(`drop database if exists "${name}" with (force)`));
}

/** Several runs may want the template at once: the first makes it under another name, the others wait. */
async function template(clusterUrl: string, name: string, fill: (url: string) => Promise<void>): Promise<string> {
  await asOwner(clusterUrl, async (sql) => {
    await sql`select pg_advisory_lock(hashtext(${name}))`;
    const found = await sql`select 1 from pg_database where datname = ${name}`;
    if (found.length > 0) return;
    const kind = name.replace(/_.*/, "");
    const older = await sql`select datname from pg_database where datname like ${`${kind}\\_%`}`;
    for (const { datname } of older) await sql.unsafe(`drop database if exists "${datname}" with (force)`);
    const draft = `draft_${name}`;
    await sql.unsafe(`drop database if exists "${draft}" with (force)`);
    await sql.unsafe(`create database "${draft}"`);
    await fill(addressOf(clusterUrl, draft));
    await sql.unsafe(`alter database "${draft}" rename to "${name}"`);
  });
  return name;
}

async function asOwner<Result>(clusterUrl: string, work: (sql: postgres.Sql) => PromiseLike<Result>): Promise<Result> {
  const sql = postgres(clusterUrl, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}
