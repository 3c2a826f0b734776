import { expect, test } from "vitest";
import { sql } from "#db/connection.server.ts";
import { product } from "#tests/builders/distributor.ts";
import { ordered } from "#tests/builders/ordered.ts";
import { pagesOf } from "#tests/builders/pdf.ts";
import { anyPassword, person } from "#tests/builders/people.ts";
import { promotionOn } from "#tests/builders/promotions.ts";
import { Visitor } from "#tests/database/visitor.ts";
import { openSite } from "./own-site.ts";

const site = await openSite();
const enter = (email: string) => new Visitor(site.url).signIn(email, anyPassword);
const token = "a".repeat(43);
const form = { act: "make", token, name: "Feira de maio", category: "", supplier: "", days: "30" };

test("a link made in the office shows strangers names and packs, never a price or stock, and ends with one press", async () => {
  const soap = await product({ priceE4: 987_600, onHand: 4321 });
  const rep = await enter((await person("rep")).email);
  const made = await rep.send("/office/share-links", form);
  expect(made.status).toBe(200);
  const address = /value="([^"]*\/share\/[\w-]{43})"/.exec(await made.text())?.[1] ?? "";
  expect(address).toContain(`/share/${token}`);
  expect((await rep.send("/office/share-links", form)).status).toBe(200);
  expect(await sql`select id from share_links`).toHaveLength(1);
  const [kept] = await sql`select * from share_links`;
  expect(JSON.stringify(kept)).not.toContain(token);

  const stranger = new Visitor(site.url);
  for (const path of [`/share/${token}`, `/share/${token}.data`]) {
    const answer = await stranger.open(path);
    expect([answer.status, answer.headers.get("x-robots-tag")], path).toEqual([200, "noindex, nofollow"]);
    expect(answer.headers.get("cache-control"), path).toContain("no-store");
    const text = await answer.text();
    expect(text, path).toContain(soap.sku);
    expect(
      text.includes("98,76") || text.includes("987600") || text.includes("4321") || text.includes("R$"),
      path,
    ).toBe(false);
  }
  expect(await (await stranger.open(`/share/${token}`)).text()).toContain("/request-access");
  expect((await stranger.open(`/products/${soap.sku}`)).headers.get("location")).toContain("/sign-in");

  const [link] = await sql<{ id: number }[]>`select id from share_links`;
  const another = await enter((await person("rep")).email);
  expect((await another.send("/office/share-links", { act: "revoke", id: String(link?.id) })).status).toBe(404);
  expect((await rep.send("/office/share-links", { act: "revoke", id: String(link?.id) })).status).toBe(303);
  const [ended, unknown] = [await stranger.open(`/share/${token}`), await stranger.open(`/share/${"b".repeat(43)}`)];
  expect([ended.status, unknown.status]).toEqual([404, 404]);
});

test("a link badly asked for is answered beside the field with what was typed", async () => {
  const boss = await enter((await person("manager")).email);
  for (const bad of [{ name: "" }, { days: "999" }, { token: "curto" }, { category: "nada" }]) {
    const answer = await boss.send("/office/share-links", { ...form, token: "c".repeat(43), ...bad });
    expect(answer.status, JSON.stringify(bad)).toBe(422);
  }
  expect(await sql`select id from share_links where token_hash = 'c'`).toHaveLength(0);
  expect((await (await enter((await person("buyer")).email)).open("/office/share-links")).status).toBe(404);
});

test("who asks for links too often is turned away for a while, and the shop stays open", async () => {
  const stranger = new Visitor(site.url);
  let turnedAway = 0;
  for (let round = 0; round < 13 && turnedAway === 0; round++) {
    const answers = await Promise.all(Array.from({ length: 20 }, () => stranger.open(`/share/${"d".repeat(43)}`)));
    turnedAway += answers.filter(({ status }) => status === 429).length;
  }
  expect(turnedAway).toBeGreaterThan(0);
  expect((await stranger.open("/sign-in")).status).toBe(200);
});

test("the catalogue as a document carries the reader's own prices when they ask, and none otherwise", async () => {
  const { customerId, soap } = await ordered();
  await sql`insert into customer_prices (customer_id, product_id, from_quantity, unit_price_e4) values (${customerId}, ${soap.id}, 1, 76500)`;
  const buyer = await enter((await person("buyer", { customerId })).email);
  const textAt = async (visitor: Visitor, path: string) => {
    const answer = await visitor.open(path);
    expect([answer.status, answer.headers.get("cache-control")], path).toEqual([200, "private, no-store"]);
    return pagesOf(new Uint8Array(await answer.arrayBuffer())).join("\n");
  };
  const priced = await textAt(buyer, `/catalog.pdf?prices=1&q=${soap.sku}`);
  expect(priced).toContain("R$ 7,65");
  const bare = await textAt(buyer, "/catalog.pdf");
  expect(bare).toContain(soap.sku);
  expect(bare).not.toContain("R$");
  expect(await textAt(buyer, "/catalog.pdf?bought=1")).toContain(soap.sku);
  expect(await textAt(buyer, "/catalog.pdf?category=nada")).toContain("Nenhum produto");
  expect(await textAt(buyer, "/catalog.pdf?promotion=1")).toContain("Nenhum produto");
  await promotionOn([soap.id], { until: "2100-01-01" });
  expect(await textAt(buyer, "/catalog.pdf?promotion=1")).toContain(soap.sku);
  const office = await textAt(await enter((await person("rep")).email), "/office/catalog.pdf");
  expect(office).toContain(soap.sku);
  expect(office).not.toContain("R$");
});
