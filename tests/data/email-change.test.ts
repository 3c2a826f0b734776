import { expect, test } from "vitest";
import { askEmailChange, changeEmail, emailOfLink } from "#app/access/email-change.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { sql } from "#db/connection.server.ts";
import { userOf } from "#tests/builders/codes.ts";
import { anyPassword, person } from "#tests/builders/people.ts";

const codeOf = (act: Promise<unknown>) =>
  act.then(
    () => "done",
    (why: unknown) => (why instanceof Refusal ? why.code : why),
  );
const mailsTo = async (email: string) =>
  (await sql`select text from outbox where "to" = ${email} order by id`).map((mail) => mail.text as string);
const secretIn = (text = "") => /\/confirm-email\/([\w-]{43})/.exec(text)?.[1] ?? "";
const emailOf = async (id: number) => (await sql`select email from users where id = ${id}`)[0]?.email as string;

test("another e-mail counts once its own link was used, the old one is told, and the link works once", async () => {
  const ana = await person("buyer");
  const at = new Date();
  const ask = async (password: string) =>
    codeOf(askEmailChange(await userOf(ana.id), { email: "nova@ana.test", password }, at));
  expect(await ask("não é esta")).toBe("wrong_credentials");
  expect(await mailsTo("nova@ana.test")).toEqual([]);
  expect(await ask(anyPassword)).toBe("done");
  const secret = secretIn((await mailsTo("nova@ana.test"))[0]);
  expect(await emailOfLink(secret, at)).toBe("nova@ana.test");
  expect(await emailOf(ana.id)).toBe(ana.email);
  expect(await emailOfLink(secret, new Date(at.getTime() + 3_600_000))).toBeNull();
  const said = await Promise.all(Array.from({ length: 5 }, () => codeOf(changeEmail(secret, at))));
  expect(said.filter((one) => one === "done")).toHaveLength(1);
  expect(said.filter((one) => one === "link_expired")).toHaveLength(4);
  expect(await emailOf(ana.id)).toBe("nova@ana.test");
  expect((await mailsTo(ana.email))[0]).toContain("nova@ana.test");
});

test("an e-mail somebody signs in with already is never taken, and nobody learns that it is known", async () => {
  const [ana, bia, caio] = [await person("buyer"), await person("buyer"), await person("buyer")];
  const at = new Date();
  const ask = async (id: number, email: string) =>
    codeOf(askEmailChange(await userOf(id), { email, password: anyPassword }, at));
  expect(await ask(ana.id, bia.email)).toBe("done");
  expect(await mailsTo(bia.email)).toEqual([]);
  expect([await ask(ana.id, "disputado@x.test"), await ask(caio.id, "disputado@x.test")]).toEqual(["done", "done"]);
  const links = (await mailsTo("disputado@x.test")).map(secretIn);
  const said = await Promise.all(links.map((link) => codeOf(changeEmail(link, at))));
  expect(said.sort()).toEqual(["done", "link_expired"]);
});
