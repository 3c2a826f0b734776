import postgres from "postgres";
import { expect, inject, test } from "vitest";
import { openSite } from "./own-site.ts";

test("without its database the shop says so with 503 and comes back by itself", async () => {
  const site = await openSite();
  const visitor = () => fetch(`${site.url}/`, { headers: { Cookie: "session=x" }, redirect: "manual" });
  expect((await fetch(`${site.url}/readyz`)).status).toBe(200);
  const name = new URL(process.env.DATABASE_URL as string).pathname.slice(1);
  const owner = postgres(inject("clusterUrl"), { max: 1 });
  await owner.unsafe(`alter database "${name}" allow_connections false`);
  await owner`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`;
  await expect.poll(async () => (await fetch(`${site.url}/readyz`)).status).toBe(503);
  expect((await fetch(`${site.url}/healthz`)).status).toBe(200);
  await owner.unsafe(`alter database "${name}" allow_connections true`);
  await expect.poll(async () => (await fetch(`${site.url}/readyz`)).status, { timeout: 10_000 }).toBe(200);
  expect((await visitor()).status).toBeLessThan(500);
  await owner.end();
});

test("told to end, it finishes what is in work and ends with success", async () => {
  const site = await openSite();
  const inWork = Array.from({ length: 20 }, () => fetch(`${site.url}/sign-in`).then((answer) => answer.status));
  const statuses = Promise.all(inWork);
  await Promise.race(inWork);
  site.process.kill("SIGTERM");
  const code = await new Promise((resolve) => site.process.once("exit", resolve));
  expect([code, new Set(await statuses)]).toEqual([0, new Set([200])]);
});
