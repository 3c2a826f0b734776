import { type ChildProcess, spawn } from "node:child_process";
import { freePort } from "#db/embedded-postmaster.ts";

/** The built site, running in a process of its own on one database. */
export type RunningSite = { url: string; process: ChildProcess; stop(): Promise<void> };

/** Starts the built site on this database, at a free port of this machine, as a server in production runs. */
export async function startSite(
  databaseUrl: string,
  more: Record<string, string> = {},
  at?: number,
): Promise<RunningSite> {
  const port = at ?? (await freePort());
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, ["build/processes/worker.js"], {
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      DEMO: "true",
      HOST: "127.0.0.1",
      PORT: String(port),
      APP_URL: url,
      DATABASE_URL: databaseUrl,
      LOG_LEVEL: "error",
      NODE_OPTIONS: "",
      VITEST: "",
      ...more,
    },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (piece) => {
      said = (said + piece).slice(-20_000);
      if (process.env.SHOW_SITE_LOG) process.stderr.write(piece);
    });
  }
  await new Promise<void>((resolve, reject) => {
    child.once("message", () => resolve());
    child.once("exit", (code) => reject(new Error(`The site ended with ${code} before it served:\n${said}`)));
  });
  return {
    url,
    process: child,
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve();
        child.once("exit", () => resolve());
        child.kill("SIGTERM");
      }),
  };
}
