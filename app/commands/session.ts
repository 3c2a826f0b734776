import { existsSync } from "node:fs";
import { parseArgs } from "node:util";

/** Where the data of `npm start` lives. */
export const dataFolder = ".data";

/** A mistake in how a command was called; only its sentence is shown. */
export class Misuse extends Error {
  override name = "Misuse";
}

/** Reads `.env`, if there is one; what the environment already says stays. */
export function readDotEnv(): void {
  if (existsSync(".env")) process.loadEnvFile(".env");
}

/** What was typed after the name of a command: words, and `--name value` pairs that may be repeated. */
export function typed<Options extends NonNullable<Parameters<typeof parseArgs>[0]>["options"]>(options: Options) {
  try {
    return parseArgs({ options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new Misuse((error as Error).message);
  }
}

/**
 * The frame of every command that needs the data: starts the embedded PostgreSQL or joins the one that runs, brings the tables
 * up to date, works, and leaves everything as it was found. The work imports what touches the database by itself
 * (`await import(…)`), because the address is only known inside.
 */
export async function withDatabase(work: () => Promise<void>): Promise<void> {
  readDotEnv();
  // A command may take its time; only people who wait for a page are protected from slow statements.
  process.env.DB_STATEMENT_TIMEOUT_MS ??= "0";
  let stop = async () => {};
  let isEnding = false;
  const end = async () => {
    if (isEnding) return;
    isEnding = true;
    const { closeConnections } = await import("#db/connection.server.ts");
    await closeConnections();
    await stop();
  };
  try {
    if (!process.env.DATABASE_URL) {
      const { openDatabase } = await import("#db/embedded.ts");
      const opened = await openDatabase({ dataFolder, durable: true });
      process.env.DATABASE_URL = opened.url;
      stop = opened.stop;
    }
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => {
        end().finally(() => process.exit(signal === "SIGINT" ? 130 : 143));
      });
    }
    const { migrateDatabase } = await import("#db/migrate.ts");
    await migrateDatabase(process.env.DATABASE_URL);
    await work();
  } catch (error) {
    sayWhy(error);
    process.exitCode = 1;
  } finally {
    await end().catch(sayWhy);
  }
}

/** Says a known trouble as its sentence and an unknown one with where it happened. */
export function sayWhy(error: unknown): void {
  const isKnown = error instanceof Error && ["Misuse", "WrongEnvironment"].includes(error.name);
  console.error(isKnown ? error.message : error);
}
