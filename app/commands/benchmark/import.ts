import { spawn } from "node:child_process";
import { createReadStream, createWriteStream, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import postgres from "postgres";
import type { Benchmark, Ground, Measured } from "#app/commands/benchmark/ground/ground.ts";
import type { Load } from "#app/commands/benchmark/ground/load.ts";
import { migrateDatabase } from "#db/migrate.ts";

const lines = 540_000;
const linesASecond = 50_000;

/**
 * Order lines of a year, taken in by `npm run import` in a process and a database of its own, beside a bare COPY of the same
 * file. The figure holds everything: the process's start, reading, checking, orders and facts.
 */
export const benchmark: Benchmark = {
  async measure(ground: Ground): Promise<Measured[]> {
    const file = join(".benchmarks", "orders.csv");
    mkdirSync(".benchmarks", { recursive: true });
    await pipeline(orderLines, createWriteStream(file));
    const url = ground.databaseUrl.replace(/\/\w+$/, "/benchmark_import");
    await ground.sql.unsafe("drop database if exists benchmark_import with (force)");
    await ground.sql.unsafe("create database benchmark_import");
    try {
      await migrateDatabase(url);
      const floor = await bareCopy(url, file);
      const ours = await wholeImport(url, file);
      const must = Math.ceil((1000 * linesASecond) / floor.perSecond) / 1000;
      return [{ name: "import of order lines (lines/s)", floor, ours, must, aim: 1.5 * must }];
    } finally {
      await ground.sql.unsafe("drop database if exists benchmark_import with (force)");
      rmSync(file, { force: true });
    }
  },
};

/** Orders of about twenty lines over a year, the same in every run. */
export function* orderLines(): Generator<string> {
  let seed = 1;
  const one = (of: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % of;
  };
  let piece = "pedido;data;cliente;sku;descrição;quantidade;preço unitário\n";
  for (let line = 0, order = 0, left = 0, start = ""; line < lines; line++) {
    if (left-- === 0) {
      left = one(40);
      const day = new Date(Date.UTC(2024, 0, 1 + Math.floor((line / lines) * 365))).toISOString().slice(0, 10);
      start = `${++order};${day} 10:${10 + one(50)};${10_000 + one(4_400)}`;
    }
    const product = one(3_700);
    piece += `${start};P${product};Produto de número ${product};${1 + one(48)};${1 + one(40)},${10 + one(90)}\n`;
    if (piece.length > 65_536) {
      yield piece;
      piece = "";
    }
  }
  yield piece;
}

const loadOf = (seconds: number, bytes: number): Load => ({
  perSecond: lines / seconds,
  p50: seconds * 1000,
  p95: seconds * 1000,
  cpuMilliseconds: null,
  statuses: {},
  bytes,
});

async function bareCopy(url: string, file: string): Promise<Load> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await sql`create table bare (no text, at text, customer text, sku text, name text, quantity text, price text)`;
    const started = performance.now();
    const source = createReadStream(file);
    await pipeline(source, await sql`copy bare from stdin (format csv, delimiter ';', header)`.writable());
    const seconds = (performance.now() - started) / 1000;
    await sql`drop table bare`;
    return loadOf(seconds, source.bytesRead);
  } finally {
    await sql.end();
  }
}

async function wholeImport(url: string, file: string): Promise<Load> {
  const started = performance.now();
  const child = spawn(process.execPath, ["--import", "tsx", "app/commands/import.ts", "orders", file, "--json"], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ["ignore", "pipe", "ignore"],
  });
  let said = "";
  child.stdout.on("data", (piece) => {
    said += piece;
  });
  const code = await new Promise((resolve) => child.once("exit", resolve));
  const seconds = (performance.now() - started) / 1000;
  const { accepted } = JSON.parse(said || "{}") as { accepted?: number };
  if (code !== 0 || accepted !== lines) throw new Error(`The import ended with ${code} and ${accepted} lines.`);
  return loadOf(seconds, 0);
}
