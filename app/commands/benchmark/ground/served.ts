import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { webFlags } from "#app/server/flags.ts";
import type { Target } from "./load.ts";

/** A server running as a process of its own. */
export interface Served extends Target {
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" && address ? address.port : 0;
}

/** A web process as `npm start` runs it. */
export const builtWorker = "build/processes/worker.js";

/** Starts a server file on this database at a free port, as in production, and waits until it serves. */
export async function serve(file: string, databaseUrl: string, nodeOptions: string[] = []): Promise<Served> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const flags = file.endsWith(".ts") ? ["--import", "tsx"] : webFlags;
  const child = spawn(process.execPath, [...nodeOptions, ...flags, file], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      PORT: String(port),
      APP_URL: url,
      DATABASE_URL: databaseUrl,
      DEMO: "false",
      LOG_LEVEL: "error",
    },
  });
  await new Promise<void>((resolve, reject) => {
    child.once("message", () => resolve());
    child.once("exit", (code) => reject(new Error(`${file} ended with ${code} before it served.`)));
  });
  return {
    url,
    pid: child.pid,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.disconnect();
      child.kill("SIGTERM");
      await ended;
    },
  };
}
