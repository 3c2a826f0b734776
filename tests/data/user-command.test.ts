import { spawn } from "node:child_process";
import { expect, test } from "vitest";
import { isCodeAsked } from "#app/access/second-factor.server.ts";
import { sql } from "#db/connection.server.ts";
import { withSecondFactor } from "#tests/builders/codes.ts";
import { person } from "#tests/builders/people.ts";

/** What `npm run user` answers, on this file's database. */
async function command(...words: string[]): Promise<{ code: number | null; said: string }> {
  const env = { ...process.env, NODE_OPTIONS: "", VITEST: "" };
  const child = spawn(process.execPath, ["--import", "tsx", "app/commands/user.ts", ...words], { env });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece) => (said += piece));
  const code = await new Promise<number | null>((done) => child.once("exit", done));
  return { code, said };
}

test("who lost phone and recovery codes gets in again: the operator takes the second factor away, once, and they are told", async () => {
  const [ana, rui] = [await person("rep"), await person("buyer")];
  for (const { id } of [ana, rui]) await withSecondFactor(id, new Date());
  const before = (await sql`select 1 from outbox`).length;
  const taken = await command("--email", ana.email.toUpperCase(), "--reset-second-factor");
  expect(taken).toMatchObject({ code: 0, said: expect.stringContaining("is gone") });
  expect([await isCodeAsked(ana.id), await isCodeAsked(rui.id)]).toEqual([false, true]);
  const told = await sql<{ to: string }[]>`select "to" from outbox order by id`;
  expect(told.slice(before).map(({ to }) => to)).toEqual([ana.email]);
  const noted = await sql`select actor_id from audit_entries where action = 'second_factor_reset'`;
  expect(noted).toEqual([{ actor_id: null }]);
  const again = await command("--email", ana.email, "--reset-second-factor");
  expect(again).toMatchObject({ code: 0, said: expect.stringContaining("has no second factor") });
  expect(await sql`select 1 from outbox`).toHaveLength(before + 1);
});

test("nobody's second factor is taken away by a slip of the keyboard", async () => {
  const ana = await person("rep");
  await withSecondFactor(ana.id, new Date());
  const unknown = await command("--email", "ninguem@example.com", "--reset-second-factor");
  expect(unknown).toMatchObject({ code: 1, said: expect.stringContaining("Nobody signs in with") });
  const mixed = await command("--email", ana.email, "--role", "rep", "--reset-second-factor");
  expect(mixed).toMatchObject({ code: 1, said: expect.stringContaining("takes --email and nothing else") });
  expect(await isCodeAsked(ana.id)).toBe(true);
});
