import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { commandFor, handOver, installedPlatform, type Platform, type Runner, runnerFor } from "./embedded-platform.ts";
import {
  answers,
  enter,
  forgetStrangerIn,
  freePort,
  leave,
  type Postmaster,
  postmasterOf,
} from "./embedded-postmaster.ts";
import { takeTurn } from "./turn.ts";

/** An embedded PostgreSQL in use. `stop` leaves it; the last one to leave turns it off. */
export type EmbeddedDatabase = {
  url: string;
  startedHere: boolean;
  watch(say: (line: string) => void): void;
  stop(): Promise<void>;
};

type Wish = { dataFolder: string; durable: boolean };
type Place = Wish & { home: string; cluster: string; platform: Platform; runner: Runner };

const databaseName = "carteira";
const usual = [
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "max_connections=200",
  "shared_buffers=256MB",
  "work_mem=16MB",
  "maintenance_work_mem=128MB",
  "effective_cache_size=1GB",
  "random_page_cost=1.1",
  "jit=off",
  "max_parallel_workers_per_gather=0",
  "max_parallel_maintenance_workers=0",
  "max_wal_size=2GB",
  "wal_compression=on",
  // No more of the log than a crash needs: nobody replicates this cluster, and an index is built in half the time.
  "wal_level=minimal",
  "max_wal_senders=0",
  "timezone=UTC",
  "log_timezone=UTC",
];
const forgetful = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum_naptime=10min"];

/**
 * Opens the embedded PostgreSQL whose data lives under this folder: makes it at first use, joins one that runs, recovers one
 * that was killed. `durable` must be true for data anybody keeps.
 */
export async function openDatabase(wish: Wish): Promise<EmbeddedDatabase> {
  const place = placeOf(wish);
  const release = await turnOf(place);
  try {
    if (!existsSync(place.cluster)) makeCluster(place);
    enter(place.home);
    const found = await runningIn(place);
    const server = found ?? (await startServer(place));
    const password = readFileSync(join(place.home, "password"), "utf8");
    const url = `postgres://carteira:${password}@127.0.0.1:${server.port}/${databaseName}`;
    await makeDatabase(url);
    return openedAt(place, url, server.port, found === undefined);
  } catch (error) {
    leave(place.home);
    throw error;
  } finally {
    release();
  }
}

function placeOf(wish: Wish): Place {
  const home = join(resolve(wish.dataFolder), "database");
  const cluster = join(home, "cluster");
  const platform = installedPlatform();
  const ownerUid = existsSync(cluster) ? statSync(cluster).uid : undefined;
  return { ...wish, home, cluster, platform, runner: runnerFor(platform, ownerUid) };
}

function openedAt(place: Place, url: string, port: number, startedHere: boolean): EmbeddedDatabase {
  let isLeaving = false;
  let watching: NodeJS.Timeout | undefined;
  let isRaising = false;
  return {
    url,
    startedHere,
    watch(say) {
      watching = setInterval(async () => {
        if (isLeaving || isRaising || postmasterOf(place.cluster)) return;
        isRaising = true;
        say("PostgreSQL has gone away; starting it again.");
        const release = await turnOf(place);
        try {
          if (!isLeaving && !(await runningIn(place))) await startServer(place, port);
        } catch (error) {
          say(`PostgreSQL does not start: ${(error as Error).message}`);
        } finally {
          release();
          isRaising = false;
        }
      }, 500);
      watching.unref();
    },
    async stop() {
      isLeaving = true;
      clearInterval(watching);
      while (isRaising) await pause(50);
      const release = await turnOf(place);
      try {
        if (leave(place.home).isLast) await stopServer(place);
      } finally {
        release();
      }
    },
  };
}

const turnOf = (place: Place) => takeTurn(join(resolve(place.dataFolder), "database.lock"));

/** Everything is made beside its place and moved there at the end, so that a kill leaves no half cluster. */
function makeCluster(place: Place): void {
  const draft = `${place.home}.new-${process.pid}`;
  const cluster = join(draft, "cluster");
  mkdirSync(cluster, { recursive: true, mode: 0o755 });
  const password = randomBytes(24).toString("hex");
  writeFileSync(join(draft, "password"), password, { mode: 0o600 });
  const passwordForInitdb = join(draft, "initdb-password");
  writeFileSync(passwordForInitdb, password, { mode: 0o600 });
  handOver(passwordForInitdb, place.runner);
  handOver(cluster, place.runner);
  const { command, args, as } = commandFor(place.runner, place.platform.initdb, [
    `--pgdata=${cluster}`,
    "--username=carteira",
    "--auth=scram-sha-256",
    `--pwfile=${passwordForInitdb}`,
    "--encoding=UTF8",
    "--locale=C.UTF-8",
    "--locale-provider=icu",
    "--icu-locale=pt-BR",
    ...(place.durable ? [] : ["--no-sync"]),
  ]);
  const made = spawnSync(command, args, { ...as, encoding: "utf8" });
  if (made.status !== 0) {
    rmSync(draft, { recursive: true, force: true });
    throw new Error(`PostgreSQL could not be set up in ${place.home}: ${made.stderr || made.error?.message}`);
  }
  rmSync(passwordForInitdb);
  rmSync(place.home, { recursive: true, force: true });
  renameSync(draft, place.home);
}

async function runningIn(place: Place): Promise<Postmaster | undefined> {
  for (let tries = 0; tries < 200; tries++) {
    const server = postmasterOf(place.cluster);
    if (!server) return undefined;
    if (server.isReady && (await answers(server.port))) return server;
    await pause(50);
  }
  throw new Error(`A PostgreSQL runs in ${place.cluster} but does not answer. Its log: ${join(place.home, "log")}`);
}

/** After kill −9 the old backends need a moment to let go of the data, so a start is tried for some seconds. */
async function startServer(place: Place, wishedPort?: number): Promise<Postmaster> {
  const settings = [...usual, ...(place.durable ? [] : forgetful)];
  for (const started = Date.now(); ; await pause(250)) {
    forgetStrangerIn(place.cluster);
    const port = wishedPort ?? (await freePort());
    const { command, args, as } = commandFor(place.runner, place.platform.postgres, [
      "-D",
      place.cluster,
      "-p",
      String(port),
      ...settings.flatMap((setting) => ["-c", setting]),
    ]);
    const log = openSync(join(place.home, "log"), "w");
    const child = spawn(command, args, { ...as, detached: true, stdio: ["ignore", log, log] });
    child.unref();
    const server = await readiness(place, child);
    if (server) return server;
    if (Date.now() - started > 15_000) {
      throw new Error(`PostgreSQL does not start:\n${readFileSync(join(place.home, "log"), "utf8").slice(-1500)}`);
    }
  }
}

async function readiness(place: Place, child: ReturnType<typeof spawn>): Promise<Postmaster | undefined> {
  let isOver = false;
  child.once("exit", () => {
    isOver = true;
  });
  child.once("error", () => {
    isOver = true;
  });
  for (const started = Date.now(); !isOver && Date.now() - started < 600_000; await pause(20)) {
    const server = postmasterOf(place.cluster);
    if (server?.isReady && server.pid === child.pid) return server;
  }
  return undefined;
}

/** A fast shutdown: open transactions are rolled back, everything acknowledged is on disk. */
async function stopServer(place: Place): Promise<void> {
  const server = postmasterOf(place.cluster);
  if (!server) return;
  if (process.platform === "win32") {
    spawnSync(place.platform.pgCtl, ["stop", "-D", place.cluster, "-m", "fast"], { stdio: "ignore" });
    return;
  }
  process.kill(server.pid, "SIGINT");
  for (const started = Date.now(); postmasterOf(place.cluster); await pause(20)) {
    if (Date.now() - started > 30_000) throw new Error(`PostgreSQL (${server.pid}) does not end.`);
  }
}

async function makeDatabase(url: string): Promise<void> {
  const sql = postgres(url.replace(/\/\w+$/, "/postgres"), { max: 1, onnotice: () => {} });
  try {
    const found = await sql`select 1 from pg_database where datname = ${databaseName}`;
    if (found.length === 0) await sql.unsafe(`create database ${databaseName}`);
  } finally {
    await sql.end();
  }
}
