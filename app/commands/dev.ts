import { existsSync } from "node:fs";
import { createServer } from "node:http";
import type { ServerBuild } from "@remix-run/node";
import { readEnvironment } from "#app/environment.ts";
import { demoSignIns, fillEmptyDatabase } from "./demo.ts";
import { dataFolder, readDotEnv, sayWhy } from "./session.ts";
import { tryPaymentsBeside } from "./test-payments.ts";

const endings: (() => unknown)[] = [];

async function end(code: number): Promise<void> {
  for (const undo of endings.splice(0).reverse()) await undo();
  process.exit(code);
}

async function develop(): Promise<void> {
  readDotEnv();
  const isEmbedded = !process.env.DATABASE_URL;
  if (!process.env.DATABASE_URL) {
    if (!existsSync(dataFolder)) console.log("Setting up PostgreSQL …");
    const { openDatabase } = await import("#db/embedded.ts");
    const opened = await openDatabase({ dataFolder, durable: true });
    endings.push(opened.stop);
    process.env.DATABASE_URL = opened.url;
  }
  process.env.DEMO ||= String(isEmbedded);
  const { migrateDatabase } = await import("#db/migrate.ts");
  await migrateDatabase(process.env.DATABASE_URL);
  const isDemo = process.env.DEMO === "true";
  if (isDemo) await fillEmptyDatabase(process.env.DATABASE_URL);
  const said = readEnvironment(process.env);
  if (isDemo && !said.STRIPE_SECRET_KEY) endings.push(await tryPaymentsBeside(said));

  const server = createServer();
  const { createServer: createVite } = await import("vite");
  const vite = await createVite({ server: { middlewareMode: { server }, hmr: { server } } });
  endings.push(() => vite.close());
  const { env } = await import("#app/env.server.ts");
  const { siteOf } = await import("#app/server/site.ts");
  const { databaseUrl, listen } = await import("#app/server/serve.ts");
  const build = async () => (await vite.ssrLoadModule("virtual:remix/server-build")) as ServerBuild;
  const site = siteOf({ build, databaseUrl: databaseUrl(), isStopping: () => false, files: vite.middlewares });
  server.on("request", site.app);
  await listen(server);
  endings.push(site.close, () => server.closeAllConnections());
  console.log(`\nCarteira, with hot reload: ${env.APP_URL}\n`);
  if (isDemo) console.log(demoSignIns());
}

for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => end(0));

develop().catch((error) => {
  sayWhy(error);
  end(1);
});
