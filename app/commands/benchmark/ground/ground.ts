import { createHash, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { step } from "#app/commands/progress.ts";
import { type EmbeddedDatabase, openDatabase } from "#db/embedded.ts";
import { fingerprintOfMigrations, migrateDatabase } from "#db/migrate.ts";
import { fillCompany, size } from "./company.ts";
import { type Asked, type Load, press, Tally, type Target, warmUp } from "./load.ts";
import { builtWorker, type Served, serve } from "./served.ts";
import { signedIn } from "./signed-in.ts";

/** A file of orders to measure with instead of the made one, and how its columns are meant. */
export interface OwnFile {
  path: string;
  map: string | undefined;
}

/** What a benchmark stands on: the company's own database, the site and the floor beside it, and people who are signed in. */
export interface Ground {
  sql: postgres.Sql;
  databaseUrl: string;
  /** How long each figure is measured. */
  seconds: number;
  size: typeof size;
  file: OwnFile | null;
  site: Served;
  floor: Served;
  /** The cookie header of the buyer of customer 1 … size.customers. */
  buyer(customerId: number): string;
  /** The cookie header of the manager. */
  manager: string;
  /** The token of another system. */
  token: string;
  /** Presses two servers in turn, a stretch each, several rounds within the same minute. */
  sideBySide(floor: (turn: number) => Asked, ours: (turn: number) => Asked): Promise<{ floor: Load; ours: Load }>;
}

/** One figure beside its floor. `must` and `aim` are shares of the floor; null where nothing is asked. */
export interface Measured {
  name: string;
  floor: Load;
  ours: Load;
  must: number | null;
  aim: number | null;
  /** The slowest answer but one in twenty may take so many milliseconds at most, where that is asked. */
  mostMilliseconds?: number;
}

/** What a file of this folder brings: some figures. */
export interface Benchmark {
  measure(ground: Ground): Promise<Measured[]>;
}

const folder = ".benchmarks";
const rounds = 4;

/** Makes the company once for each set of tables, copies it, and starts the site and the floor on the copy. */
export async function openGround(
  seconds: number,
  nodeOptions: string[],
  file: OwnFile | null,
): Promise<{ ground: Ground; close(): Promise<void> }> {
  const isFirst = !existsSync(join(folder, "data"));
  const cluster = await openDatabase({ dataFolder: join(folder, "data"), durable: true });
  if (isFirst) console.log("The benchmark keeps its own PostgreSQL under .benchmarks/data.");
  const databaseUrl = await copiedCompany(cluster);
  const sql = postgres(databaseUrl, { max: 2, onnotice: () => {} });
  const cookies = await signedIn(sql);
  const [site, floor] = await Promise.all([
    serve(builtWorker, databaseUrl, nodeOptions),
    serve("app/commands/benchmark/ground/floor-server.ts", databaseUrl),
  ]);
  const ground: Ground = {
    sql,
    databaseUrl,
    seconds,
    size,
    file,
    site,
    floor,
    buyer: (customerId) => cookies[(customerId - 1) % size.customers] ?? "",
    manager: cookies.at(-1) ?? "",
    token: await tokenOf(sql),
    sideBySide: (ofFloor, ofOurs) => sideBySide({ floor, site, seconds, sql }, ofFloor, ofOurs),
  };
  return {
    ground,
    async close() {
      await Promise.all([site.stop(), floor.stop(), sql.end()]);
      await cluster.stop();
    },
  };
}

/**
 * Warms up, and again with plans for the tables as they have become. The company begins without an order; a plan made for an empty
 * table reads all of it, until autovacuum has looked a minute later.
 */
export async function warmedUp(sql: postgres.Sql, press: (requests: number) => Promise<unknown>): Promise<void> {
  await press(warmUp);
  await sql.unsafe("analyze");
  await press(warmUp / 5);
}

async function sideBySide(
  { floor, site, seconds, sql }: { floor: Target; site: Target; seconds: number; sql: postgres.Sql },
  ofFloor: (turn: number) => Asked,
  ofOurs: (turn: number) => Asked,
): Promise<{ floor: Load; ours: Load }> {
  await warmedUp(sql, async (requests) => {
    await press(floor, ofFloor, { seconds: 60, requests });
    await press(site, ofOurs, { seconds: 60, requests });
  });
  const [floorTally, ourTally] = [new Tally(), new Tally()];
  for (let round = 0; round < rounds; round++) {
    floorTally.add(await press(floor, ofFloor, { seconds: seconds / rounds }));
    ourTally.add(await press(site, ofOurs, { seconds: seconds / rounds }));
  }
  return { floor: floorTally.sum(), ours: ourTally.sum() };
}

/** A fresh copy of the company, so that what one run ordered does not slow the next. */
async function copiedCompany(cluster: EmbeddedDatabase): Promise<string> {
  const named = (name: string) => cluster.url.replace(/\/\w+$/, `/${name}`);
  const template = `company_${fingerprintOfMigrations()}`;
  const admin = postgres(cluster.url, { max: 1, onnotice: () => {} });
  try {
    const [found] = await admin`select 1 from pg_database where datname = ${template}`;
    if (!found) {
      const older = await admin`select datname from pg_database where datname like 'company\\_%'`;
      for (const { datname } of older) await admin.unsafe(`drop database "${datname}" with (force)`);
      await admin.unsafe(`drop database if exists draft with (force)`);
      await admin.unsafe("create database draft");
      await step(`Making ${size.products} products and ${size.customers} customers with own prices`, async () => {
        await migrateDatabase(named("draft"));
        const sql = postgres(named("draft"), { max: 1, onnotice: () => {} });
        await fillCompany(sql);
        await sql.end();
      });
      await admin.unsafe(`alter database draft rename to "${template}"`);
    }
    await admin.unsafe("drop database if exists benchmark with (force)");
    await admin.unsafe(`create database benchmark template "${template}"`);
  } finally {
    await admin.end();
  }
  return named("benchmark");
}

/** A token, as `npm run token` would make it. */
async function tokenOf(sql: postgres.Sql): Promise<string> {
  const token = `carteira_${randomBytes(32).toString("base64url")}`;
  const hash = createHash("sha256").update(token).digest("hex");
  await sql`insert into api_tokens (hash, name, role, created_at) values (${hash}, 'Benchmark', 'manager', ${new Date()})`;
  return token;
}
