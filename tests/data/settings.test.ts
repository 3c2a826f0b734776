import { expect, test } from "vitest";
import { changeLogo, logoOf, removeLogo } from "#app/domain/customers/logo.server.ts";
import { changeSettings, decisionsAboutSettings, settingsAsOf } from "#app/domain/customers/settings.server.ts";
import { defaultSettings } from "#app/domain/customers/settings.ts";
import { fitOf } from "#app/domain/portfolio/fit.server.ts";
import { db, sql } from "#db/connection.server.ts";
import { customerDays, customers, users } from "#db/schema/index.ts";

const at = new Date("2026-03-10T12:00:00-03:00");
const hours = (count: number) => new Date(at.getTime() + count * 3_600_000);

async function manager() {
  const email = `${Math.random()}@loja.test`;
  const [row] = await db
    .insert(users)
    .values({ email, name: "Marta", role: "manager", createdAt: at })
    .returning({ id: users.id });
  return { userId: row!.id, repId: null };
}

test("a company that decided nothing has the house's own settings", async () => {
  expect(await settingsAsOf(at, db)).toEqual(defaultSettings);
});

test("a limit counts from its day on, and earlier readings keep the one before", async () => {
  const scope = await manager();
  await changeSettings(scope, { activeDays: 45 }, { at, fromOn: "2026-04-01" });
  expect((await settingsAsOf(at)).activeDays).toBe(60);
  expect((await settingsAsOf(new Date("2026-03-31T23:59:59-03:00"))).activeDays).toBe(60);
  expect((await settingsAsOf(new Date("2026-04-01T00:00:00-03:00"))).activeDays).toBe(45);
});

test("the history says from which day, from what to what, and who", async () => {
  const scope = await manager();
  await changeSettings(scope, { callMinutes: 12 }, { at });
  await changeSettings(scope, { callMinutes: 15 }, { at, fromOn: "2026-05-01" });
  const mine = (await decisionsAboutSettings()).filter((decision) => decision.key === "callMinutes");
  expect(mine).toEqual([
    { key: "callMinutes", fromOn: "2026-05-01", value: 15, before: 12, changedBy: "Marta" },
    { key: "callMinutes", fromOn: "2026-03-10", value: 12, before: 10, changedBy: "Marta" },
  ]);
});

test("saving a form unchanged decides nothing and leaves no trace", async () => {
  const scope = await manager();
  await changeSettings(scope, { companyName: "Distribuidora Boa Vista" }, { at });
  const before = await sql`select count(*) as n from audit_entries`;
  await changeSettings(scope, { companyName: "Distribuidora Boa Vista" }, { at: hours(1) });
  expect(await sql`select count(*) as n from audit_entries`).toEqual(before);
  expect((await settingsAsOf(hours(2))).companyName).toBe("Distribuidora Boa Vista");
});

test("a day decided twice keeps the last word", async () => {
  const scope = await manager();
  await changeSettings(scope, { renewalDueDays: 30 }, { at, fromOn: "2026-06-01" });
  await changeSettings(scope, { renewalDueDays: 90 }, { at: hours(1), fromOn: "2026-06-01" });
  expect((await settingsAsOf(new Date("2026-06-02T12:00:00-03:00"))).renewalDueDays).toBe(90);
});

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

test("a logo is served as what its bytes are, and goes away when taken off", async () => {
  const scope = await manager();
  await changeLogo(scope, png, at);
  const { logo } = await settingsAsOf(hours(1));
  const kept = await logoOf(logo!.replace("/logo/", ""));
  expect([kept?.type, [...kept!.bytes]]).toEqual(["image/png", [...png]]);
  await removeLogo(scope, hours(1));
  expect((await settingsAsOf(hours(2))).logo).toBeNull();
  expect(await logoOf(logo!.replace("/logo/", ""))).toBeNull();
});

test("a drawing that may carry script, and a picture too large, are refused", async () => {
  const scope = await manager();
  const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  await expect(changeLogo(scope, svg, at)).rejects.toMatchObject({ code: "not_a_picture" });
  const heavy = new Uint8Array(201 * 1024);
  heavy.set(png);
  await expect(changeLogo(scope, heavy, at)).rejects.toMatchObject({ code: "file_too_large" });
});

test("fitted to the portfolio, the limit is the silence nine in ten purchases never exceeded", async () => {
  const limits = { activeDays: 60, recentlyInactiveDays: 20 };
  const asOf = new Date("2026-03-01T12:00:00-03:00");
  expect((await fitOf(limits, null, asOf)).proposedDays).toBeNull();
  const shop = async (code: string, days: string[]) => {
    const [row] = await db
      .insert(customers)
      .values({ code, legalName: code, tradeName: code, createdAt: at })
      .returning({ id: customers.id });
    await db
      .insert(customerDays)
      .values(days.map((day) => ({ customerId: row!.id, day, channel: "visit" as const, orders: 1, grossCents: 100 })));
  };
  const start = Date.parse("2025-12-01T00:00:00Z");
  const every = (gap: number, count: number) =>
    Array.from({ length: count }, (_, index) => new Date(start + index * gap * 86_400_000).toISOString().slice(0, 10));
  await shop("weekly", every(1, 28));
  await shop("slow", every(40, 3));
  await shop("gone", ["2026-01-20"]);
  const fit = await fitOf(limits, null, asOf);
  expect([fit.gaps, fit.proposedDays]).toEqual([29, null]);
  await shop("also weekly", every(7, 12));
  const enough = await fitOf(limits, null, asOf);
  expect([enough.gaps, enough.proposedDays, enough.moving]).toEqual([40, 7, 4]);
  const tried = await fitOf(limits, 30, asOf);
  expect(tried.now).toEqual({ active: 3, recently_inactive: 1, long_inactive: 0 });
  expect(tried.tried).toEqual({ active: 2, recently_inactive: 1, long_inactive: 1 });
});
