import { expect, test } from "vitest";
import { sql } from "#db/connection.server.ts";
import { anyPassword, person } from "#tests/builders/people.ts";
import { Visitor } from "#tests/database/visitor.ts";
import { openSite } from "./own-site.ts";

const site = await openSite();
const linkTo = async (email: string) => {
  const [mail] = await sql`select text from outbox where "to" = ${email} order by id desc limit 1`;
  return /https?:\/\/[^/\s]+(\/\S+)/.exec(mail?.text ?? "")?.[1] ?? "";
};
const wish = {
  cnpj: "12.abc.345/01de-35",
  legalName: "Empório da Serra Ltda",
  contactName: "Ana Serra",
  email: "Ana@Serra.test",
  phone: "",
  postalCode: "13930-000",
  street: "Rua Coronel Pedro Penteado",
  number: "12",
  complement: "",
  district: "Centro",
  city: "Serra Negra",
  uf: "SP",
  message: "",
  consent: "true",
};

test("a company asks for access, staff approve, and the invited buyer is in the shop", async () => {
  const stranger = new Visitor(site.url);
  expect((await stranger.send("/request-access", wish)).status).toBe(303);
  const manager = await person("manager");
  const staff = await new Visitor(site.url).signIn(manager.email, anyPassword);
  const [request] = await sql<{ id: number }[]>`select id from access_requests where cnpj = '12ABC34501DE35'`;
  const approval = { act: "approve-new", id: String(request?.id), tradeName: "Empório da Serra", buyerRole: "orders" };
  const approved = await staff.send("/office/access-requests", {
    ...approval,
    priceTable: "",
    rep: "",
    group: "",
  });
  expect([approved.status, approved.headers.get("Location")]).toEqual([
    303,
    "/office/access-requests?done=approvedDone",
  ]);
  const link = await linkTo("ana@serra.test");
  expect(link).toMatch(/^\/invite\/[\w-]{43}$/);
  expect(await (await stranger.open(link)).text()).toContain("Ana Serra");
  const joined = await stranger.send(link, { email: "ana@serra.test", password: "um balaio de queijo" });
  expect([joined.status, joined.headers.get("Location")]).toEqual([303, "/"]);
  expect((await stranger.open("/")).status).toBe(200);
  expect((await new Visitor(site.url).send(link, { password: "outra frase boa" })).status).toBe(422);
});

test("a request that is not in order comes back with what was typed and what to mend", async () => {
  const answer = await new Visitor(site.url).send("/request-access", {
    ...wish,
    cnpj: "11.222.333/0001-82",
    consent: "",
  });
  const page = await answer.text();
  expect(answer.status).toBe(422);
  expect(page).toContain("Este CNPJ não confere");
  expect(page).toContain('value="Empório da Serra Ltda"');
  const extra = await new Visitor(site.url).send("/request-access", { ...wish, isApproved: "true" });
  expect(extra.status).toBe(422);
});

test("a wrong e-mail and a wrong password get the same page", async () => {
  const ana = await person("buyer");
  const page = async (email: string) => {
    const answer = await new Visitor(site.url).send("/sign-in", { email, password: "não é esta" });
    return { status: answer.status, said: /role="alert".*?<\/ul>/s.exec(await answer.text())?.[0] };
  };
  const [known, unknown] = [await page(ana.email), await page("ninguem@gente.test")];
  expect(known).toEqual(unknown);
  expect([known.status, known.said]).toEqual([422, expect.stringContaining("E-mail ou senha não conferem.")]);
});

test("asking for another password says the same for known and unknown people, and the link changes it", async () => {
  const ana = await person("buyer");
  const ask = (email: string) => new Visitor(site.url).send("/forgot-password", { email });
  const [known, unknown] = [await ask(ana.email), await ask("ninguem@gente.test")];
  expect([known.status, known.headers.get("Location")]).toEqual([unknown.status, unknown.headers.get("Location")]);
  await expect.poll(() => linkTo(ana.email)).toMatch(/^\/reset-password\//);
  const browser = new Visitor(site.url);
  const changed = await browser.send(await linkTo(ana.email), { email: ana.email, password: "um balaio de queijo" });
  expect([changed.status, (await browser.open("/account")).status]).toEqual([303, 200]);
});

test("signing in leads back to where one wanted to go, and never to another site or the other side", async () => {
  const ana = await person("buyer");
  const landing = async (redirectTo: string) => {
    const answer = await new Visitor(site.url).send("/sign-in", {
      email: ana.email,
      password: anyPassword,
      redirectTo,
    });
    return answer.headers.get("Location");
  };
  expect(await landing("/products/10?x=1")).toBe("/products/10?x=1");
  for (const elsewhere of [
    "https://evil.test/",
    "//evil.test",
    "/\\evil.test",
    "javascript:alert(1)",
    "/office/team",
  ]) {
    expect([elsewhere, await landing(elsewhere)]).toEqual([elsewhere, "/"]);
  }
});

test("who signs out is out, also with the cookie kept", async () => {
  const ana = await person("buyer");
  const browser = await new Visitor(site.url).signIn(ana.email, anyPassword);
  const kept = browser.cookie();
  expect((await browser.send("/sign-out", {})).headers.get("Location")).toBe("/sign-in?said=signed-out");
  const back = await fetch(`${site.url}/account`, { headers: { Cookie: kept }, redirect: "manual" });
  expect(back.headers.get("Location")).toBe("/sign-in?redirectTo=%2Faccount");
});

test("a buyer changes their password, stays in here and is out elsewhere", async () => {
  const ana = await person("buyer");
  const here = await new Visitor(site.url).signIn(ana.email, anyPassword);
  const elsewhere = await new Visitor(site.url).signIn(ana.email, anyPassword);
  const change = {
    act: "password",
    email: ana.email,
    currentPassword: anyPassword,
    newPassword: "um balaio de queijo",
  };
  expect((await here.send("/account", change)).headers.get("Location")).toBe("/account?done=passwordChanged");
  expect([(await here.open("/account")).status, (await elsewhere.open("/account")).status]).toEqual([200, 302]);
});
