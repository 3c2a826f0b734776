import { expect, test } from "vitest";
import { sql } from "#db/connection.server.ts";
import { anyPassword, customer, person } from "#tests/builders/people.ts";
import { Visitor } from "#tests/database/visitor.ts";
import { openSite } from "./own-site.ts";

const site = await openSite();
const title = "Primeiros passos";

test("an empty company is led step by step to its first sale, and no further; codes typed in small letters are the same product", async () => {
  const boss = await new Visitor(site.url).signIn((await person("manager")).email, anyPassword);
  const rep = await new Visitor(site.url).signIn((await person("rep")).email, anyPassword);
  const morning = async (who: Visitor) => (await who.open("/office")).text();
  expect((await morning(boss)).includes(title)).toBe(true);
  expect((await morning(rep)).includes(title)).toBe(false);

  const product = {
    sku: "ab-1",
    name: "Sabonete",
    unit: "un",
    packMultiple: "1",
    minimumQuantity: "1",
    isActive: "on",
  };
  expect((await boss.send("/office/catalog/new", product)).status).toBe(303);
  expect((await boss.send("/office/catalog/new", { ...product, sku: "AB-1" })).status).toBe(422);
  const table = { act: "open", code: "geral", name: "Geral", scope: "general", isActive: "on" };
  expect((await boss.send("/office/price-tables", table)).status).toBe(303);
  const price = { act: "set", sku: "aB-1", fromQuantity: "1", unitPriceE4: "2,50" };
  expect((await boss.send("/office/price-tables/GERAL", price)).status).toBeLessThan(400);
  const sheet = { act: "sheet", text: "ab-1 2,40 12" };
  expect((await boss.send("/office/price-tables/GERAL", sheet)).status).toBeLessThan(400);
  const prices =
    await sql`select p.sku, r.unit_price_e4 as "e4" from prices r join products p on p.id = r.product_id order by 2`;
  expect(prices).toEqual([
    { sku: "AB-1", e4: 24_000 },
    { sku: "AB-1", e4: 25_000 },
  ]);
  expect((await morning(boss)).includes(title)).toBe(true);

  const counted = { act: "move", quantity: "10", reason: "count" };
  expect((await boss.send("/office/catalog/AB-1", counted)).status).toBeLessThan(400);
  const terms = { act: "open", code: "28", name: "28 dias", days: "28", minimumOrderCents: "0", priceBasisPoints: "0" };
  expect((await boss.send("/office/payment-terms", { ...terms, isActive: "on" })).status).toBeLessThan(400);
  const record = `/office/customers/${await customer()}?tab=access`;
  const invitation = { act: "invite", name: "Ana", email: "ana@primeira.test", buyerRole: "orders" };
  const invited = await boss.send(record, { ...invitation, orderLimitCents: "", monthLimitCents: "" });
  expect(invited.status).toBe(303);
  expect(await (await boss.open(invited.headers.get("Location") ?? "")).text()).toContain("Convite enviado.");
  expect((await morning(boss)).includes(title)).toBe(true);
  await sql`insert into company_settings (key, from_at, value) values ('companyName', '2026-01-01', to_jsonb('Padaria Um'::text))`;
  await expect.poll(async () => (await morning(boss)).includes(title), { timeout: 8_000 }).toBe(false);
  await sql`update stock set on_hand = 0`;
  expect((await morning(boss)).includes(title)).toBe(false);
});

test("a file that cannot be read is refused where it was chosen, with what was said of it, and is not noted as received", async () => {
  const boss = await new Visitor(site.url).signIn((await person("manager")).email, anyPassword);
  const sent = async (bytes: BlobPart) => {
    const body = new FormData();
    body.set("kind", "customers");
    body.set("file", new Blob([bytes]), "clientes.xlsx");
    const headers = { Cookie: boss.cookie(), Origin: site.url };
    return fetch(`${site.url}/office/imports`, { method: "POST", body, headers, redirect: "manual" });
  };
  const answer = await sent("PK\x03\x04 no zip at all");
  const page = await answer.text();
  expect(answer.status).toBe(422);
  expect(page).toContain("Não conseguimos abrir este arquivo.");
  expect(page).toMatch(/<option value="customers" selected/);
  const empty = await sent("");
  expect([empty.status, await empty.text()]).toEqual([
    422,
    expect.stringMatching(/<option value="customers" selected/),
  ]);
  expect(await sql`select id from import_runs`).toHaveLength(0);
});
