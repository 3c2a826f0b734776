import { expect, test } from "vitest";
import { sql } from "#db/connection.server.ts";
import { openSite } from "./own-site.ts";

test("without its database the shop says so with 503 and comes back by itself", async () => {
  const site = await openSite();
  expect((await fetch(`${site.url}/sign-in`)).status).toBe(200);
  const name = new URL(process.env.DATABASE_URL as string).pathname.slice(1);
  await sql.unsafe(`alter database "${name}" allow_connections false`).catch(() => {});
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name} and pid <> pg_backend_pid()`;
  const ready = await fetch(`${site.url}/readyz`);
  expect(ready.status).toBe(503);
  await sql.unsafe(`alter database "${name}" allow_connections true`);
  await expect.poll(async () => (await fetch(`${site.url}/readyz`)).status, { timeout: 10_000 }).toBe(200);
});

test("told to end, it finishes what is in work and ends with success", async () => {
  const site = await openSite();
  const inWork = Array.from({ length: 20 }, () => fetch(`${site.url}/sign-in`));
  await inWork[0];
  site.process.kill("SIGTERM");
  const code = await new Promise((resolve) => site.process.once("exit", resolve));
  const statuses = await Promise.all(inWork.map((one) => one.then((answer) => answer.status)));
  expect([code, new Set(statuses)]).toEqual([0, new Set([200])]);
});
