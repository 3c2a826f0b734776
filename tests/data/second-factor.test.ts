import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { signInByCode } from "#app/access/code-sign-in.server.ts";
import { holderOf } from "#app/access/doors.server.ts";
import { sessionKeeper } from "#app/access/lucia.server.ts";
import { codeAddress, pictureOf, sealed, stepOf, unsealed } from "#app/access/one-time-codes.server.ts";
import {
  beginSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  isCodeAsked,
  renewRecoveryCodes,
  secondFactorOf,
} from "#app/access/second-factor.server.ts";
import { enter, signIn } from "#app/access/signing-in.server.ts";
import { resetSecondFactorOf } from "#app/access/team.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { sql } from "#db/connection.server.ts";
import { userOf, withSecondFactor } from "#tests/builders/codes.ts";
import { anyPassword, person } from "#tests/builders/people.ts";
import { shownBy } from "#tests/builders/phone.ts";

const codeOf = (act: Promise<unknown>) =>
  act.then(
    (value) => (value === null ? "no half session" : "done"),
    (why: unknown) => (why instanceof Refusal ? why.code : why),
  );
const later = (at: Date, seconds: number) => new Date(at.getTime() + seconds * 1000);
const browser = (headers: Record<string, string> | Headers = {}) =>
  new Request("http://localhost:3000/", {
    headers: { Cookie: (new Headers(headers).get("Set-Cookie") ?? "").split(";")[0] ?? "", "User-Agent": "Firefox" },
  });
const half = async (email: string, at: Date) => {
  const entrance = await signIn(browser(), { email, password: anyPassword }, "203.0.113.9", at);
  return browser(entrance.headers);
};
const sessionsOf = async (id: number) => (await sql`select 1 from sessions where user_id = ${id}`).length;
const device = { kind: "buyer", actingCustomerId: null, userAgent: null, address: null } as const;

test("a second factor counts once a code of it was typed; until then the password alone signs in", async () => {
  const ana = await person("buyer");
  const at = new Date();
  await beginSecondFactor(ana.id, at);
  const first = (await secondFactorOf(ana.id)).pending as string;
  await beginSecondFactor(ana.id, later(at, 60));
  expect((await secondFactorOf(ana.id)).pending).toBe(first);
  expect((await signIn(browser(), { email: ana.email, password: anyPassword }, "", at)).isHalf).toBe(false);
  const user = await userOf(ana.id);
  expect(await codeOf(confirmSecondFactor(user, "000 000", at))).toBe("wrong_code");
  expect(await isCodeAsked(ana.id)).toBe(false);
  const codes = await confirmSecondFactor(user, shownBy(first, at), at);
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^[a-z2-9]{5}-[a-z2-9]{5}$/);
  expect(await secondFactorOf(ana.id)).toMatchObject({ pending: null, codesLeft: 10 });
  expect(await sessionsOf(ana.id)).toBe(0);
  expect(await sql`select 1 from outbox where "to" = ${ana.email} and text like '%segundo fator%'`).toHaveLength(1);
});

test("of ten who confirm at once, one gets the recovery codes", async () => {
  const ana = await person("buyer");
  const at = new Date();
  await beginSecondFactor(ana.id, at);
  const code = shownBy((await secondFactorOf(ana.id)).pending as string, at);
  const user = await userOf(ana.id);
  const said = await Promise.all(Array.from({ length: 8 }, () => codeOf(confirmSecondFactor(user, code, at))));
  expect(said.filter((one) => one === "done")).toHaveLength(1);
  expect(await sql`select 1 from recovery_codes where user_id = ${ana.id}`).toHaveLength(10);
});

test("the right password is half the way in; the code is the other half, and then the browser gets a session of its own", async () => {
  const ana = await person("buyer");
  const at = new Date();
  const { secret } = await withSecondFactor(ana.id, at);
  const entrance = await signIn(browser(), { email: ana.email, password: anyPassword }, "", at);
  expect(entrance.isHalf).toBe(true);
  expect(entrance.headers["Set-Cookie"]).toMatch(/^carteira-half=.*; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/);
  expect(await holderOf(browser(entrance.headers))).toBeNull();
  expect(await sessionsOf(ana.id)).toBe(0);
  expect(JSON.stringify(await sql`select * from half_sessions`)).not.toContain(
    entrance.headers["Set-Cookie"]?.slice(14, 50),
  );
  const done = await signInByCode(browser(entrance.headers), shownBy(secret, at), "", at);
  expect((await holderOf(browser(done?.headers)))?.user.id).toBe(ana.id);
  expect(done?.headers.getSetCookie()[1]).toMatch(/^carteira-half=;? ?.*Max-Age=0/);
  expect(await codeOf(signInByCode(browser(entrance.headers), shownBy(secret, later(at, 30)), "", at))).toBe(
    "no half session",
  );
});

test("one code sent twenty times at once opens one session, in one browser or in as many", async () => {
  const [ana, bia] = [await person("buyer"), await person("rep")];
  const at = new Date();
  const ofAna = (await withSecondFactor(ana.id, at)).secret;
  const same = await half(ana.email, at);
  await sql`delete from throttles`;
  const inOne = await Promise.all(
    Array.from({ length: 8 }, () => codeOf(signInByCode(same, shownBy(ofAna, at), "", at))),
  );
  expect(inOne.filter((one) => one === "done")).toHaveLength(1);
  expect(await sessionsOf(ana.id)).toBe(1);
  const ofBia = (await withSecondFactor(bia.id, at)).secret;
  const browsers = [];
  for (let count = 0; count < 20; count++) browsers.push(await half(bia.email, at));
  const inMany = await Promise.all(browsers.map((one) => codeOf(signInByCode(one, shownBy(ofBia, at), "", at))));
  expect(inMany.filter((one) => one === "done")).toHaveLength(1);
  // How many of the others were turned away before their code was looked at depends on who came first.
  expect(inMany.filter((one) => one === "wrong_code" || one === "too_many_attempts")).toHaveLength(19);
  expect(await sessionsOf(bia.id)).toBe(1);
});

test("a code counts in its thirty seconds and in those beside them, and never again, nor does an earlier one", async () => {
  const secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
  const at = new Date("2026-11-28T12:00:10Z");
  const step = Math.floor(at.getTime() / 30_000);
  expect(stepOf(secret, shownBy(secret, at), at)).toBe(step);
  expect(stepOf(secret, shownBy(secret, later(at, -30)), at)).toBe(step - 1);
  expect(stepOf(secret, shownBy(secret, later(at, 30)), at)).toBe(step + 1);
  expect(stepOf(secret, shownBy(secret, later(at, -60)), at)).toBeNull();
  expect(stepOf(secret, `${shownBy(secret, at).slice(0, 3)} ${shownBy(secret, at).slice(3)}`, at)).toBe(step);
  for (const said of ["", "12345", "1234567", "１２３４５６", "abcdef"]) expect(stepOf(secret, said, at)).toBeNull();

  const ana = await person("buyer");
  const now = new Date();
  const own = (await withSecondFactor(ana.id, now)).secret;
  expect(await codeOf(signInByCode(await half(ana.email, now), shownBy(own, later(now, 30)), "", now))).toBe("done");
  for (const seconds of [30, 0, -30]) {
    const again = signInByCode(await half(ana.email, now), shownBy(own, later(now, seconds)), "", now);
    expect(await codeOf(again)).toBe("wrong_code");
  }
});

test("a recovery code opens once, however it is typed, and the person is told", async () => {
  const ana = await person("buyer");
  const at = new Date();
  const { recovery } = await withSecondFactor(ana.id, at);
  const typed = ` ${recovery[0]?.toUpperCase().replace("-", " ")} `;
  const browsers = await Promise.all(Array.from({ length: 6 }, () => half(ana.email, at)));
  const said = await Promise.all(browsers.map((one) => codeOf(signInByCode(one, typed, "", at))));
  expect(said.filter((one) => one === "done")).toHaveLength(1);
  expect(said.filter((one) => one === "wrong_code")).toHaveLength(5);
  expect((await secondFactorOf(ana.id)).codesLeft).toBe(9);
  expect(await sql`select 1 from outbox where "to" = ${ana.email} and text like '%recuperação acaba%'`).toHaveLength(1);
  const kept = JSON.stringify(await sql`select * from recovery_codes where user_id = ${ana.id}`);
  for (const code of recovery) expect(kept).not.toContain(code.replace("-", ""));
});

test("half a session is over after ten minutes, in every other browser, and when the person may not come in any more", async () => {
  const [ana, bia, caio] = [await person("buyer"), await person("buyer"), await person("buyer")];
  const at = new Date();
  const { secret } = await withSecondFactor(ana.id, at);
  await withSecondFactor(bia.id, at);
  await withSecondFactor(caio.id, at);
  const opened = await half(ana.email, at);
  expect(await codeOf(signInByCode(browser(), shownBy(secret, at), "", at))).toBe("no half session");
  const late = later(at, 600);
  expect(await codeOf(signInByCode(opened, shownBy(secret, late), "", late))).toBe("no half session");
  const ofBia = await half(bia.email, at);
  await sql`update users set is_disabled = true where id = ${bia.id}`;
  expect(await codeOf(signInByCode(ofBia, "123456", "", at))).toBe("no half session");
  const ofCaio = await half(caio.email, at);
  await sql`update customers set access_granted_at = null where id = ${caio.customerId}`;
  expect(await codeOf(signInByCode(ofCaio, "123456", "", at))).toBe("no half session");
});

test("too many wrong codes are refused before any is looked at, the right one too, and only for a while", async () => {
  const ana = await person("buyer");
  const at = new Date();
  const { secret } = await withSecondFactor(ana.id, at);
  const opened = await half(ana.email, at);
  for (let tries = 0; tries < 8; tries++) {
    expect(await codeOf(signInByCode(opened, "000000", "", at))).toBe("wrong_code");
  }
  expect(await codeOf(signInByCode(opened, shownBy(secret, at), "", at))).toBe("too_many_attempts");
  const after = later(at, 15 * 60);
  expect(await codeOf(signInByCode(await half(ana.email, after), shownBy(secret, after), "", after))).toBe("done");
});

test("a new password leaves the second factor where it is, and the code is still asked for", async () => {
  const ana = await person("buyer");
  const at = new Date();
  await withSecondFactor(ana.id, at);
  expect((await enter(browser(), await userOf(ana.id), "", at)).isHalf).toBe(true);
});

test("other recovery codes and turning off ask for password and code together, and say the same of either", async () => {
  const ana = await person("buyer");
  const at = new Date();
  const { secret, recovery } = await withSecondFactor(ana.id, at);
  const user = await userOf(ana.id);
  const code = shownBy(secret, at);
  expect(await codeOf(renewRecoveryCodes(user, { password: "não é esta", code }, at))).toBe("wrong_password_or_code");
  expect(await codeOf(endSecondFactor(user, { password: anyPassword, code: "000000" }, at))).toBe(
    "wrong_password_or_code",
  );
  const others = await renewRecoveryCodes(user, { password: anyPassword, code }, at);
  expect(others.filter((one) => recovery.includes(one))).toEqual([]);
  expect(await codeOf(signInByCode(await half(ana.email, at), recovery[1] as string, "", at))).toBe("wrong_code");
  await endSecondFactor(user, { password: anyPassword, code: others[0] as string }, at);
  expect((await signIn(browser(), { email: ana.email, password: anyPassword }, "", at)).isHalf).toBe(false);
  expect(await sql`select 1 from recovery_codes where user_id = ${ana.id}`).toHaveLength(0);
});

test("an administrator takes the second factor of somebody else away, nobody else does; sessions end and the person is told", async () => {
  const [admin, manager, rui] = [await person("admin"), await person("manager"), await person("rep")];
  const at = new Date();
  await withSecondFactor(rui.id, at);
  await sessionKeeper.start(rui.id, { ...device, kind: "staff" }, at);
  const by = (one: { id: number }, role: "admin" | "manager") =>
    codeOf(resetSecondFactorOf({ id: one.id, role }, rui.id, at));
  expect(await by(manager, "manager")).toBe("not_allowed");
  expect(await codeOf(resetSecondFactorOf({ id: rui.id, role: "admin" }, rui.id, at))).toBe("not_allowed");
  expect(await by(admin, "admin")).toBe("done");
  expect(await isCodeAsked(rui.id)).toBe(false);
  expect(await sessionsOf(rui.id)).toBe(0);
  const [entry] = await sql`select actor_id from audit_entries where action = 'second_factor_reset'
    and subject = ${`user:${rui.id}`}`;
  expect(entry?.actor_id).toBe(admin.id);
  expect(await sql`select 1 from outbox where "to" = ${rui.email} and text like '%retirou%'`).toHaveLength(1);
});

test("a secret is sealed where the house has a key, opens with that key alone, and says when it is readable", () => {
  const key = randomBytes(32);
  const kept = sealed("JBSWY3DPEHPK3PXP", key);
  expect(kept).not.toContain("JBSWY3DPEHPK3PXP");
  expect(sealed("JBSWY3DPEHPK3PXP", key)).not.toBe(kept);
  expect(unsealed(kept, key)).toBe("JBSWY3DPEHPK3PXP");
  expect(unsealed(kept, randomBytes(32))).toBeNull();
  expect(unsealed(kept, null)).toBeNull();
  expect(unsealed(`${kept.slice(0, -2)}AA`, key)).toBeNull();
  expect(unsealed(sealed("JBSWY3DPEHPK3PXP", null), key)).toBe("JBSWY3DPEHPK3PXP");
});

test("what a camera reads names the company and the person, and fits a picture", () => {
  const address = codeAddress("JBSWY3DPEHPK3PXP", "Distribuidora Ipê: Matriz", "ana@loja.test");
  expect(address).toMatch(/^otpauth:\/\/totp\/Distribuidora%20Ip%C3%AA%20%20?Matriz:ana%40loja\.test\?/);
  expect(new URL(address).searchParams.get("secret")).toBe("JBSWY3DPEHPK3PXP");
  const { size, path } = pictureOf(address);
  expect(size).toBeGreaterThan(24);
  expect(path).toMatch(/^(M\d+ \d+h1v1h-1z)+$/);
});
