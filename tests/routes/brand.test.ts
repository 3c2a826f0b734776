import { expect, test } from "vitest";
import { changeSettings } from "#app/domain/customers/settings.server.ts";
import { orderOf } from "#app/domain/orders/order-sheet.server.ts";
import { ordered } from "#tests/builders/ordered.ts";
import { anyPassword, person } from "#tests/builders/people.ts";
import { Visitor } from "#tests/database/visitor.ts";
import { openSite } from "./own-site.ts";

const site = await openSite();

test("what the company says about itself stands on its pages, escaped, in the footer and at the gate; what it does not say is not there", async () => {
  const boss = await person("manager");
  const privacyText = "Seus dados ficam aqui.\n\n<script>alert(1)</script>";
  const changes = { welcomeText: "Boas compras na Ipê", privacyText, accent: "#ffe600" };
  await changeSettings({ userId: boss.id, repId: null }, changes, { at: new Date(Date.now() - 60_000) });
  const stranger = new Visitor(site.url);
  await expect
    .poll(async () => (await (await stranger.open("/sign-in")).text()).includes("Boas compras na Ipê"), {
      timeout: 8_000,
    })
    .toBe(true);
  const gate = await (await stranger.open("/sign-in")).text();
  expect(gate.includes('href="/about/privacy"')).toBe(true);
  expect(gate.includes("/about/delivery")).toBe(false);
  expect(gate.includes("--brand-light:#ffe600")).toBe(false);
  const page = await stranger.open("/about/privacy");
  const text = await page.text();
  expect([page.status, text.includes("<script>alert(1)"), text.includes("&lt;script&gt;")]).toEqual([200, false, true]);
  expect((await stranger.open("/about/delivery")).status).toBe(404);
  expect((await stranger.open("/about/companyName")).status).toBe(404);
  const buyer = await new Visitor(site.url).signIn((await person("buyer")).email, anyPassword);
  await expect
    .poll(async () => (await (await buyer.open("/account")).text()).includes('href="/about/privacy"'), {
      timeout: 8_000,
    })
    .toBe(true);
});

test("the link to an invoice is kept with the invoice, shown to the buyer, and only an address of the web is taken", async () => {
  const { buyer, number } = await ordered();
  const boss = await new Visitor(site.url).signIn((await person("manager")).email, anyPassword);
  const path = `/office/orders/${number}`;
  const wish = { move: "invoice", invoiceKey: "" };
  for (const bad of ["javascript:alert(1)", "http://nota.test/1", 'https://nota.test/"x', "nota"])
    expect((await boss.send(path, { ...wish, invoiceLink: bad })).status, bad).toBe(422);
  expect((await boss.send(path, { ...wish, invoiceLink: "https://nota.test/1" })).status).toBe(303);
  const order = await orderOf(buyer, number);
  expect([order.invoicedAt !== null, order.invoiceLink]).toEqual([true, "https://nota.test/1"]);
  expect(await (await boss.open(path)).text()).toContain('href="https://nota.test/1"');
});
