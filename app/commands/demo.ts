import { spawn } from "node:child_process";
import postgres from "postgres";
import { fillKey } from "#db/demo/fill-mark.ts";
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

/** How far a fill has come; a fill that was cut off is begun anew. */
type Fill = "never" | "cut off" | "done";

async function fillOf(url: string): Promise<Fill> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const [known] = await sql<{ value: string }[]>`select value from company_settings where key = ${fillKey}`;
    if (known) return known.value === "done" ? "done" : "cut off";
    const [someone] = await sql`select 1 as found from users limit 1`;
    return someone ? "done" : "never";
  } finally {
    await sql.end();
  }
}

/** Fills a database in which nobody has a sign-in yet with the demo company; leaves every other one alone. */
export async function fillEmptyDatabase(url: string): Promise<void> {
  const fill = await fillOf(url);
  if (fill === "done") return;
  await step("Filling the demo company", () => fillIn(url));
}

/** The fill works in a process of its own: it may take its time, and waits for no disk until it is done. */
function fillIn(url: string): Promise<void> {
  const relaxed = new URL(url);
  relaxed.searchParams.set("synchronous_commit", "off");
  const env = { ...process.env, DATABASE_URL: relaxed.href, DB_STATEMENT_TIMEOUT_MS: "0" };
  const filling = spawn(process.execPath, ["--import", "tsx", "app/commands/fill.ts"], { env, stdio: "inherit" });
  return new Promise((resolve, reject) => {
    filling.once("error", reject);
    filling.once("exit", (code) =>
      code === 0 ? resolve() : reject(new Misuse("The demo company could not be filled; the next start tries again.")),
    );
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
