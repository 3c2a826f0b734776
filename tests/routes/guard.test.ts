import { expect, test } from "vitest";
import { openSite } from "./own-site.ts";

const site = await openSite({ METRICS_TOKEN: "a-token-of-the-tests" });
const send = (path: string, headers: Record<string, string>) =>
  fetch(site.url + path, { method: "POST", headers, body: new URLSearchParams({ email: "x" }), redirect: "manual" });

test("a form from somebody else's page is turned away", async () => {
  expect((await send("/sign-in", { "Sec-Fetch-Site": "cross-site", Origin: site.url })).status).toBe(403);
  expect((await send("/sign-in", { "Sec-Fetch-Site": "same-site" })).status).toBe(403);
  expect((await send("/sign-in", { "Sec-Fetch-Site": "none" })).status).toBe(403);
  expect((await send("/sign-in", { Origin: "https://elsewhere.test" })).status).toBe(403);
  expect((await send("/sign-in", { Origin: "null" })).status).toBe(403);
});

test("a form that does not say where it comes from is turned away", async () => {
  expect((await send("/sign-in", {})).status).toBe(403);
  expect((await send("/sign-in.data", {})).status).toBe(403);
});

test("a form from our own page is taken in", async () => {
  expect((await send("/sign-in", { "Sec-Fetch-Site": "same-origin" })).status).not.toBe(403);
  expect((await send("/sign-in", { Origin: site.url })).status).toBe(422);
});

test("machines come without a browser's signs and are judged by their own", async () => {
  expect((await send("/webhooks/stripe", {})).status).not.toBe(403);
  expect((await send("/api/v1/orders", {})).status).not.toBe(403);
  expect((await send("/api/v10", {})).status).toBe(403);
});

test("the character no text of ours can hold is nowhere in an address, left out of a form and refused in a document", async () => {
  for (const path of ["/products/%00", "/search?q=a%00b", "/logo/%00", "/office/orders/1%00"])
    expect((await fetch(site.url + path, { redirect: "manual" })).status, path).toBe(404);
  const body = new URLSearchParams({ email: "nobody\u0000@gente.test", password: "uma frase\u0000" });
  const asked = { method: "POST", headers: { Origin: site.url }, body, redirect: "manual" } as const;
  expect((await fetch(`${site.url}/sign-in`, asked)).status).toBe(422);
});

test("the back doors of older Remix versions do not exist", async () => {
  expect((await fetch(`${site.url}/sign-in?_data=routes%2Fsign-in`)).status).toBe(404);
  expect((await fetch(`${site.url}/sign-in?x=1&_data`)).status).toBe(404);
  expect((await fetch(`${site.url}/__manifest?p=%2F`)).status).toBe(404);
});

test("a page runs its own scripts only, and its one-time word is new every time", async () => {
  const [first, second] = [await fetch(`${site.url}/sign-in`), await fetch(`${site.url}/sign-in`)];
  const policy = first.headers.get("Content-Security-Policy") ?? "";
  expect(policy).toContain("object-src 'none'");
  expect(policy).toContain("base-uri 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "none";
  const html = await first.text();
  const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map((match) => match[0]);
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.filter((script) => !script.includes(`nonce="${nonce}"`))).toEqual([]);
  expect(second.headers.get("Content-Security-Policy")).not.toBe(policy);
});

test("no page is kept by a cache on the way", async () => {
  for (const path of ["/sign-in", "/sign-in.data", "/", "/office", "/_root.data", "/nowhere"]) {
    const answer = await fetch(site.url + path, { redirect: "manual" });
    expect([path, answer.headers.get("Cache-Control")]).toEqual([path, expect.stringContaining("no-store")]);
  }
});

test("a body that is too large is refused before it is read", async () => {
  const answer = await fetch(`${site.url}/sign-in`, {
    method: "POST",
    headers: { Origin: site.url, "Content-Type": "application/x-www-form-urlencoded" },
    body: `email=${"x".repeat(1_100_000)}`,
  }).catch(() => undefined);
  expect(answer === undefined || answer.status === 413).toBe(true);
});

test("the house says that it is alive, ready and how it fares", async () => {
  expect((await fetch(`${site.url}/healthz`)).status).toBe(200);
  const ready = await fetch(`${site.url}/readyz`);
  expect([ready.status, await ready.json()]).toEqual([200, { ready: true, database: "ready", stopping: false }]);
  expect(await (await fetch(`${site.url}/metrics`)).text()).toContain("http_request_duration_seconds");
});

test("how it fares is told to this machine and to who holds the token only", async () => {
  const asked = (headers: Record<string, string>) => fetch(`${site.url}/metrics`, { headers });
  expect((await asked({ "X-Forwarded-For": "203.0.113.9" })).status).toBe(404);
  expect((await asked({ "X-Forwarded-For": "203.0.113.9", Authorization: "Bearer a-token-of-the-tests" })).status).toBe(
    200,
  );
});
