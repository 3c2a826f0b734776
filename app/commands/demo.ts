import { existsSync } from "node:fs";
import postgres from "postgres";
import { step } from "./progress.ts";
import { Misuse } from "./session.ts";

const people = [
  ["buyer@demo.test", "buyer / compradora"],
  ["buyer2@demo.test", "another customer's buyer, other prices"],
  ["approver@demo.test", "same customer as buyer"],
  ["rep@demo.test", "representative"],
  ["rep2@demo.test", "another representative"],
  ["manager@demo.test", "manager"],
  ["admin@demo.test", "administrator"],
] as const;

/** The demo sign-ins, to be read in the terminal. */
export function demoSignIns(): string {
  const rows = people.map(([email, who]) => `  ${email.padEnd(20)} ${who}`);
  return `Sign in with the password carteira-demo as\n${rows.join("\n")}\n`;
}

/** Fills a database in which nobody has a sign-in yet with the demo company; leaves every other one alone. */
export async function fillEmptyDatabase(url: string): Promise<void> {
  const sql = postgres(url, { max: 1 });
  const [someone] = await sql`select 1 as found from users limit 1`.finally(() => sql.end());
  if (someone) return;
  await step("Filling the demo company", async () => {
    if (!existsSync("db/demo/fill.server.ts")) return;
    const patience = process.env.DB_STATEMENT_TIMEOUT_MS;
    process.env.DB_STATEMENT_TIMEOUT_MS = "0";
    const { fillDemo } = await import("#db/demo/fill.server.ts");
    await fillDemo(new Date(), (line) => console.log(`  ${line}`));
    const { closeConnections } = await import("#db/connection.server.ts");
    await closeConnections();
    if (patience === undefined) delete process.env.DB_STATEMENT_TIMEOUT_MS;
    else process.env.DB_STATEMENT_TIMEOUT_MS = patience;
  });
}

/** Demo people have a password everybody knows, so real business is never started on them by mistake. */
export async function refuseDemoInProduction(url: string, isProduction: boolean, isDemoSaid: boolean): Promise<void> {
  if (!isProduction || isDemoSaid) return;
  const sql = postgres(url, { max: 1 });
  const [known] = await sql`select 1 as found from users where email = 'admin@demo.test'`.finally(() => sql.end());
  if (!known) return;
  throw new Misuse(
    "This database holds the demo company, whose passwords everybody knows. With NODE_ENV=production it starts only if DEMO=true is said.",
  );
}
