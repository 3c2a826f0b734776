import { existsSync } from "node:fs";
import { readEnvironment } from "#app/environment.ts";
import { isAlive } from "#db/embedded-postmaster.ts";
import { buildWhenChanged } from "./build.ts";
import { demoSignIns, fillEmptyDatabase, refuseDemoInProduction } from "./demo.ts";
import { firstSignIn, isWithoutStaff } from "./first-sign-in.ts";
import { pidOfNpm } from "./parent.ts";
import { step } from "./progress.ts";
import { dataFolder, Misuse, readDotEnv, sayWhy } from "./session.ts";

type Ending = () => Promise<void>;
const endings: Ending[] = [];
let isEnding = false;

/** Undoes what was started, last first, and ends with this code. */
async function end(code: number): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  for (const undo of endings.reverse()) await undo().catch(sayWhy);
  process.exit(code);
}

async function openData(isProduction: boolean, mayFill: boolean): Promise<void> {
  if (!process.env.DATABASE_URL) {
    const isFirst = !existsSync(dataFolder);
    const { openDatabase } = await import("#db/embedded.ts");
    const open = () => openDatabase({ dataFolder, durable: true });
    const opened = await (isFirst ? step("Setting up PostgreSQL", open) : open());
    endings.push(opened.stop);
    opened.watch((line) => console.error(line));
    process.env.DATABASE_URL = opened.url;
  }
  const { migrateDatabase } = await import("#db/migrate.ts");
  await migrateDatabase(process.env.DATABASE_URL);
  await refuseDemoInProduction(process.env.DATABASE_URL, isProduction, mayFill);
  if (mayFill) await fillEmptyDatabase(process.env.DATABASE_URL);
}

async function start(): Promise<void> {
  readDotEnv();
  const said = readEnvironment(process.env);
  const isProduction = said.NODE_ENV === "production";
  if (said.PORT === 0) throw new Misuse("PORT must be a port people can find; 0 is none.");
  const isDemo = said.DEMO ?? (said.DATABASE_URL === undefined && !isProduction);

  // React and Express read this name for themselves: what npm start serves is always the built site.
  process.env.NODE_ENV = "production";
  process.env.DEMO = String(isDemo);
  const build = buildWhenChanged().then((hadTo) => hadTo && console.log("The site is built."));
  build.catch(() => {});
  await openData(isProduction, isDemo);
  await build;
  if (isEnding) return;

  if (isDemo && !said.STRIPE_SECRET_KEY) {
    const { tryPaymentsBeside } = await import("./test-payments.ts");
    endings.push(await tryPaymentsBeside(said));
  }
  const { serve } = await import("#app/server/crew.ts");
  const crew = await serve();
  endings.push(crew.stop);
  console.log(`\nCarteira: ${said.APP_URL}\n`);
  if (isDemo) console.log(demoSignIns());
  else if (await isWithoutStaff(process.env.DATABASE_URL)) console.log(firstSignIn);
  console.log("Ctrl-C ends it.");
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => end(0));

// npm killed with -9 cannot pass the signal on; whoever it started must not live on without it.
if (process.env.npm_lifecycle_event === "start") {
  const npm = pidOfNpm();
  setInterval(() => (process.ppid === npm.shell && isAlive(npm.pid) ? undefined : end(1)), 500).unref();
}

start().catch((error) => {
  sayWhy(error);
  end(1);
});
