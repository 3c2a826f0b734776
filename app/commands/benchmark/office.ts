import { spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { createWriteStream, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import postgres from "postgres";
import type { Benchmark, Ground, Measured, OwnFile } from "#app/commands/benchmark/ground/ground.ts";
import { type Load, Tally } from "#app/commands/benchmark/ground/load.ts";
import { builtWorker, type Served, serve } from "#app/commands/benchmark/ground/served.ts";
import { paths } from "#app/paths.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { orderLines } from "./import.ts";

const limitMilliseconds = 150;
const timesEach = 20;

/** What the screens are opened for: the day after the last order, its month, and the latest order with its customer. */
interface Chosen {
  asOf: string;
  from: string;
  customerId: number;
  number: string;
  sku: string;
}

/** Every screen of the office that reads numbers or lists, as somebody would open it. */
function screens({ asOf, from, customerId, number, sku }: Chosen): string[] {
  const { office } = paths;
  const period = { from, to: asOf };
  const lasting = ["standing", "standing-evolution", "days-since-last-order", "purchase-cycle", "customer-lifetime"];
  const ofMoment = [...lasting, "retention", "churn", "abc", "abc-migration", "cohort-retention", "mix"];
  const ofPeriod = ["revenue", "orders", "units", "average-order-value", "revenue-evolution", "positivation"];
  return [
    office.morning(),
    office.customers(),
    office.customers({ standing: "active", abc: "A" }),
    office.customer(customerId),
    office.portfolio({ asOf }),
    office.portfolio({ asOf, by: "uf", show: "lost" }),
    office.abc({ asOf }),
    office.abc({ asOf, of: "products" }),
    office.funnel(),
    office.recovery(),
    office.channels(),
    office.agenda(),
    office.visits(),
    office.orders(),
    office.order(number),
    office.products(),
    office.product(sku),
    office.stock(),
    office.priceTables(),
    office.indicators(),
    ...ofMoment.map((key) => office.indicator(key, { asOf })),
    ...ofPeriod.map((key) => office.indicator(key, period)),
    office.imports(),
    office.team(),
    office.settings(),
  ];
}

/**
 * The office over 540,000 order lines, or a file of somebody's own (`--file F --map …`), taken in by `npm run import`: each screen opened one after the other by a signed-in
 * manager. There is no floor to stand beside; the limit of 150 ms at the 95th percentile takes its place, so `ratio` is the
 * limit divided by what was measured.
 */
export const benchmark: Benchmark = {
  async measure(ground: Ground): Promise<Measured[]> {
    const url = ground.databaseUrl.replace(/\/\w+$/, "/benchmark_office");
    await ground.sql.unsafe("drop database if exists benchmark_office with (force)");
    await ground.sql.unsafe("create database benchmark_office");
    let site: Served | undefined;
    try {
      await migrateDatabase(url);
      await importLines(url, ground.file);
      const sql = postgres(url, { max: 1, onnotice: () => {} });
      const cookie = await managerOf(sql);
      const [chosen] = await sql<[Chosen]>`
        select (placed_on + 1)::text as "asOf", date_trunc('month', placed_on)::date::text as from, customer_id as "customerId", number,
          (select sku from products order by id limit 1) as sku
        from orders order by placed_on desc, id desc limit 1`;
      await sql.unsafe("vacuum analyze");
      await sql.end();
      site = await serve(builtWorker, url);
      const measured: Measured[] = [];
      for (const path of screens(chosen)) {
        const ours = await opened(`${site.url}${path}`, cookie);
        const limit: Load = { ...ours, perSecond: 1000 / limitMilliseconds, p95: limitMilliseconds };
        measured.push({
          name: path,
          floor: limit,
          ours: { ...ours, perSecond: 1000 / ours.p95 },
          must: 1,
          aim: null,
        });
      }
      return measured;
    } finally {
      await site?.stop();
      await ground.sql.unsafe("drop database if exists benchmark_office with (force)");
    }
  },
};

async function importLines(url: string, own: OwnFile | null): Promise<void> {
  const made = join(".benchmarks", "office-orders.csv");
  if (!own) {
    mkdirSync(".benchmarks", { recursive: true });
    await pipeline(orderLines, createWriteStream(made));
  }
  const told = own ? [own.path, ...(own.map ? ["--map", own.map] : [])] : [made];
  const child = spawn(process.execPath, ["--import", "tsx", "app/commands/import.ts", "orders", ...told, "--json"], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const code = await new Promise((resolve) => child.once("exit", resolve));
  rmSync(made, { force: true });
  if (code !== 0) throw new Error(`The import ended with ${code}.`);
}

/** A manager's session, as the sign-in form would leave it. */
async function managerOf(sql: postgres.Sql): Promise<string> {
  const now = new Date();
  const later = new Date(now.getTime() + 86_400_000);
  const token = `s.${randomBytes(32).toString("base64url")}`;
  const id = createHash("sha256").update(token).digest("hex");
  const [user] = await sql`
    insert into users (email, name, role, created_at) values ('manager@benchmark.test', 'Gestora', 'manager', ${now}) returning id`;
  await sql`insert into sessions (id, user_id, expires_at, absolute_expires_at, created_at, last_seen_at)
    values (${id}, ${user?.id}, ${later}, ${later}, ${now}, ${now})`;
  return `carteira=${encodeURIComponent(Buffer.from(JSON.stringify(token)).toString("base64"))}`;
}

/** Opens a page again and again, one at a time, after three openings that warm it. */
async function opened(url: string, cookie: string): Promise<Load> {
  const tally = new Tally();
  for (let turn = -3; turn < timesEach; turn++) {
    const started = performance.now();
    const response = await fetch(url, { headers: { cookie }, redirect: "manual" });
    const bytes = (await response.arrayBuffer()).byteLength;
    const milliseconds = performance.now() - started;
    if (response.status !== 200) throw new Error(`${url} answered ${response.status}.`);
    if (turn < 0) continue;
    const statuses = { [response.status]: 1 };
    tally.add({ seconds: milliseconds / 1000, cpu: null, times: [milliseconds], statuses, bytes });
  }
  return tally.sum();
}
