import type { Server } from "node:http";
import { createServer } from "node:http";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";
import type { ServerBuild } from "@remix-run/node";
import type { PaymentClock } from "#app/domain/payments/news.server.ts";
import { env } from "#app/env.server.ts";
import { copyRequestsPlainly } from "./lasting-request.ts";
import { log } from "./log.ts";
import { siteOf } from "./site.ts";

/** The site being served. `stop` finishes what is in work and closes the database connections. */
export type Serving = { stop(): Promise<void> };

type BuildWithEnds = ServerBuild & {
  entry: {
    module: {
      closeConnections?: () => Promise<void>;
      keepHouse?: () => () => void;
      paymentClock?: () => PaymentClock | null;
    };
  };
};

// A page leaves little behind that is worth keeping; V8 would rather let the heap double than collect it.
setFlagsFromString("--heap-growing-percent=20");
setFlagsFromString("--no-allocation-site-pretenuring");

copyRequestsPlainly();

/** Serves the built site at HOST and PORT. */
export async function serveBuild(): Promise<Serving> {
  const address = pathToFileURL(join(process.cwd(), "build", "server", "index.js")).href;
  const build: BuildWithEnds = await import(address);
  let isStopping = false;
  const { paymentClock } = build.entry.module;
  const site = siteOf({ build, databaseUrl: databaseUrl(), isStopping: () => isStopping, paymentClock });
  const server = createServer(site.app);
  await listen(server);
  const endHousekeeping = build.entry.module.keepHouse?.();
  return {
    async stop() {
      isStopping = true;
      endHousekeeping?.();
      await closed(server);
      await Promise.all([build.entry.module.closeConnections?.(), site.close()]);
    },
  };
}

/** The address of the database, which whoever started this process has set. */
export function databaseUrl(): string {
  if (!env.DATABASE_URL) throw new Error("DATABASE_URL is not set; the site is started with npm start.");
  return env.DATABASE_URL;
}

/** Listens at HOST and PORT, or says in a sentence why it cannot. */
export function listen(server: Server): Promise<void> {
  // Longer than a balancer keeps its connections, so that it is never the one to send into a closed one.
  server.keepAliveTimeout = 65_000;
  server.requestTimeout = 60_000;
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === "EADDRINUSE";
      reject(isTaken ? new Error(`Port ${env.PORT} is taken by another program. Set PORT to a free one.`) : error);
    });
    server.listen(env.PORT, env.HOST, resolve);
  });
}

/** Takes in for a moment what is already on its way, then nothing new, and waits for what is in work. */
async function closed(server: Server): Promise<void> {
  await pause(200);
  const late = setTimeout(() => {
    log.warn("ending with requests unfinished");
    server.closeAllConnections();
  }, 10_000);
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearTimeout(late);
  clearInterval(idle);
}
