import cluster from "node:cluster";
import { join } from "node:path";
import { env } from "#app/env.server.ts";
import { webFlags } from "./flags.ts";
import { log } from "./log.ts";
import { type Serving, serveBuild } from "./serve.ts";

const builtWorker = join("build", "processes", "worker.js");

/** Serves in this process, or in WEB_CONCURRENCY of them behind it; one that falls is replaced. */
export async function serve(): Promise<Serving> {
  return env.WEB_CONCURRENCY === 1 ? serveBuild() : serveWithWorkers(env.WEB_CONCURRENCY);
}

async function serveWithWorkers(count: number): Promise<Serving> {
  let isStopping = false;
  cluster.setupPrimary({ exec: builtWorker, execArgv: webFlags });
  const firsts = Array.from({ length: count }, () => cluster.fork());
  await Promise.all(
    firsts.map(
      (worker) =>
        new Promise<void>((resolve, reject) => {
          worker.once("message", () => resolve());
          worker.once("exit", (code) => reject(new Error(`A web process ended with ${code} before it served.`)));
        }),
    ),
  );
  cluster.on("exit", (worker, code) => {
    if (isStopping) return;
    log.error({ worker: worker.id, code }, "a web process fell and is replaced");
    setTimeout(() => cluster.fork(), 500);
  });
  return {
    async stop() {
      isStopping = true;
      const living = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
      await Promise.all(
        living.map(
          (worker) =>
            new Promise<void>((resolve) => {
              worker.once("exit", () => resolve());
              worker.send("end");
            }),
        ),
      );
    },
  };
}
