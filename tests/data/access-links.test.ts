import { expect, test } from "vitest";
import { sendInvitation, sendPasswordLink } from "#app/access/letters.server.ts";
import { choosePassword, personOfLink } from "#app/access/links.server.ts";
import { sessionKeeper } from "#app/access/lucia.server.ts";
import { changeOwnPassword, devicesOf, endDevice, endOtherDevices } from "#app/access/own-account.server.ts";
import { isPassword } from "#app/access/password.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { db, sql } from "#db/connection.server.ts";
import { anyPassword, person } from "#tests/builders/people.ts";

const minute = 60_000;
const later = (at: Date, minutes: number) => new Date(at.getTime() + minutes * minute);
const codeOf = (act: Promise<unknown>) =>
  act.then(
    () => "done",
    (why: unknown) => (why instanceof Refusal ? why.code : why),
  );
const lastMailTo = async (email: string) => {
  const [mail] = await sql`select subject, text from outbox where "to" = ${email} order by id desc limit 1`;
  const secret = /\/(?:invite|reset-password)\/([\w-]+)/.exec(mail?.text ?? "")?.[1] ?? "";
  return { subject: mail?.subject as string, text: mail?.text as string, secret };
};
const hashOfUser = async (id: number) =>
  (await sql`select password_hash from users where id = ${id}`)[0]?.password_hash as string;
const device = { kind: "buyer", actingCustomerId: null, userAgent: null, address: null } as const;

test("a forgotten password is chosen anew by the link in the mail, once, and every session ends", async () => {
  const ana = await person("buyer");
  const at = new Date();
  const token = await sessionKeeper.start(ana.id, device, at);
  await sendPasswordLink(ana.email.toUpperCase(), at);
  const { secret } = await lastMailTo(ana.email);
  expect(await personOfLink(secret, "password_reset", at)).toMatchObject({ email: ana.email });
  expect((await choosePassword(secret, "password_reset", "outra frase boa", at)).id).toBe(ana.id);
  expect(await isPassword("outra frase boa", await hashOfUser(ana.id))).toBe(true);
  expect(await sessionKeeper.holderOf(token, at)).toBeNull();
  expect(await codeOf(choosePassword(secret, "password_reset", "mais uma frase", at))).toBe("link_expired");
  expect(await personOfLink(secret, "password_reset", at)).toBeNull();
});

test("of ten who use one link at once, one is served", async () => {
  const ana = await person("buyer");
  const at = new Date();
  await sendPasswordLink(ana.email, at);
  const { secret } = await lastMailTo(ana.email);
  const codes = await Promise.all(
    Array.from({ length: 10 }, (_, n) => codeOf(choosePassword(secret, "password_reset", `frase numero ${n}`, at))),
  );
  expect(codes.filter((code) => code === "done")).toHaveLength(1);
  expect(codes.filter((code) => code === "link_expired")).toHaveLength(9);
});

test("a password link works for sixty minutes, an invitation for seven days", async () => {
  const ana = await person("buyer", { password: null });
  const at = new Date();
  await sendPasswordLink(ana.email, at);
  const reset = (await lastMailTo(ana.email)).secret;
  expect(await personOfLink(reset, "password_reset", later(at, 59))).not.toBeNull();
  expect(await personOfLink(reset, "password_reset", later(at, 60))).toBeNull();
  expect(await codeOf(choosePassword(reset, "password_reset", "uma frase boa", later(at, 60)))).toBe("link_expired");
  await sendInvitation({ id: ana.id, name: "Ana", email: ana.email, locale: "en" }, at, db);
  const invitation = await lastMailTo(ana.email);
  expect(invitation.subject).toMatch(/^Your sign-in for/);
  expect(await personOfLink(invitation.secret, "invitation", later(at, 7 * 24 * 60 - 1))).not.toBeNull();
  expect(await personOfLink(invitation.secret, "invitation", later(at, 7 * 24 * 60))).toBeNull();
});

test("a link serves its own purpose only, and a newer one puts the older out of use", async () => {
  const ana = await person("buyer");
  const at = new Date();
  await sendPasswordLink(ana.email, at);
  const older = (await lastMailTo(ana.email)).secret;
  expect(await personOfLink(older, "invitation", at)).toBeNull();
  await sendPasswordLink(ana.email, at);
  expect(await personOfLink(older, "password_reset", at)).toBeNull();
  expect(await personOfLink((await lastMailTo(ana.email)).secret, "password_reset", at)).not.toBeNull();
});

test("a password that is too short is refused and the link still works", async () => {
  const ana = await person("buyer");
  const at = new Date();
  await sendPasswordLink(ana.email, at);
  const { secret } = await lastMailTo(ana.email);
  expect(await codeOf(choosePassword(secret, "password_reset", "curta", at))).toBe("password_too_short");
  expect(await codeOf(choosePassword(secret, "password_reset", "agora comprida", at))).toBe("done");
});

test("no mail goes to an unknown address or a disabled account", async () => {
  const ana = await person("buyer");
  await sql`update users set is_disabled = true where id = ${ana.id}`;
  await sendPasswordLink(ana.email, new Date());
  await sendPasswordLink("ninguem@gente.test", new Date());
  expect(await sql`select 1 from outbox where "to" in (${ana.email}, 'ninguem@gente.test')`).toHaveLength(0);
});

test("the database holds no link that works", async () => {
  const ana = await person("buyer");
  await sendPasswordLink(ana.email, new Date());
  const { secret } = await lastMailTo(ana.email);
  const rows = await sql`select id from access_tokens where user_id = ${ana.id}`;
  expect(rows.map((row) => row.id)).not.toContain(secret);
  for (const { id } of rows) expect(await personOfLink(id, "password_reset", new Date())).toBeNull();
});

test("one's own password changes with the old one only; every device is signed out and the person told", async () => {
  const ana = await person("buyer");
  const at = new Date();
  const user = { id: ana.id, name: "Ana", email: ana.email, role: "buyer", buyerRole: "orders", locale: null } as const;
  const token = await sessionKeeper.start(ana.id, device, at);
  const change = (current: string) => changeOwnPassword(user, { current, wanted: "uma frase nova" }, at);
  expect(await codeOf(change("não é esta"))).toBe("wrong_credentials");
  expect(await sessionKeeper.holderOf(token, at)).not.toBeNull();
  expect(await codeOf(change(anyPassword))).toBe("done");
  expect(await sessionKeeper.holderOf(token, at)).toBeNull();
  expect((await lastMailTo(ana.email)).text).toContain("/forgot-password");
});

test("one sees one's devices and signs one or all others out, never somebody else's", async () => {
  const [ana, bia] = [await person("buyer"), await person("buyer")];
  const at = new Date();
  const idOf = async (token: string) => (await sessionKeeper.holderOf(token, at))?.session.id ?? "";
  const [here, there, third] = [
    await sessionKeeper.start(ana.id, device, at),
    await sessionKeeper.start(ana.id, device, at),
    await sessionKeeper.start(ana.id, device, at),
  ];
  const hereId = await idOf(here);
  const devices = await devicesOf(ana.id, hereId, at);
  expect(devices.map((one) => one.isThis).sort()).toEqual([false, false, true]);
  const thereKey = (await idOf(there)).slice(0, 16);
  expect(await codeOf(endDevice(bia.id, thereKey, at))).toBe("not_found");
  expect(await codeOf(endDevice(ana.id, "", at))).toBe("not_found");
  await endDevice(ana.id, thereKey, at);
  expect(await idOf(there)).toBe("");
  await endOtherDevices(ana.id, hereId, at);
  expect([await idOf(here), await idOf(third)]).toEqual([hereId, ""]);
});
