import { expect, test } from "vitest";
import { sql } from "#db/connection.server.ts";
import { product, termsOfTheHouse } from "#tests/builders/distributor.ts";
import { anyPassword, customer, person } from "#tests/builders/people.ts";
import { answered, asked, priced } from "#tests/builders/quoting.ts";
import { Visitor } from "#tests/database/visitor.ts";
import { openSite } from "./own-site.ts";

const site = await openSite();
const terms = await termsOfTheHouse();

/** A company with a buyer limited to R$ 100 an order and an approver, both signed in. */
async function company() {
  const customerId = await customer();
  const [ana, otavio] = [
    await person("buyer", { customerId, buyerRole: "orders" }),
    await person("buyer", { customerId, buyerRole: "approves" }),
  ];
  await sql`update users set order_limit_cents = 10000 where id = ${ana.id}`;
  const [address] = await sql<{ id: number }[]>`
    insert into customer_addresses (customer_id, label, street, number, city, uf, postal_code, is_default)
    values (${customerId}, 'Loja', 'Rua das Flores', '10', 'Santos', 'SP', '11010000', true) returning id`;
  const enter = ({ email }: { email: string }) => new Visitor(site.url).signIn(email, anyPassword);
  return {
    customerId,
    addressId: String(address?.id),
    ana,
    otavio,
    buyer: await enter(ana),
    approver: await enter(otavio),
  };
}

const hashIn = (page: string) => /name="shownHash" value="([0-9a-f]{64})"/.exec(page)?.[1] ?? "";
const bad = ["-1", "1.5", "1000000000", "muitos", ""];

test("above the limit the checkout asks instead of ordering, Enter does so too, and the approver's page refuses every bad quantity", async () => {
  const { buyer, approver, addressId, customerId } = await company();
  const soap = await product({ packMultiple: 4 });
  await buyer.send("/cart", { intent: "add", sku: soap.sku, quantity: "20" });
  expect(await (await buyer.open("/cart")).text()).toContain("Precisa de aprovação");
  const checkout = await (await buyer.open("/checkout")).text();
  expect(checkout).toContain("Enviar para aprovação");
  const chosen = { addressId, paymentTermsId: String(terms), shownHash: hashIn(checkout), idempotencyKey: "k" };
  const ordered = await buyer.send("/checkout", { act: "place", ...chosen });
  expect([ordered.status, await sql`select from orders where customer_id = ${customerId}`]).toEqual([422, []]);
  const asked = await buyer.send("/checkout", { act: "enter", isForApproval: "true", why: "Festa", ...chosen });
  const place = asked.headers.get("Location")?.replace(/\?.*/, "") as string;
  expect(place).toMatch(/^\/approvals\/\d+$/);

  expect(await (await approver.open("/")).text()).toContain("1 pedido aguarda sua aprovação");
  const page = await (await approver.open(place)).text();
  const form = { shownHash: hashIn(page), "lines.0.sku": soap.sku };
  for (const quantity of [...bad, "5"]) {
    const refused = await approver.send(place, { act: "change", ...form, "lines.0.quantity": quantity, word: "Boa" });
    expect([quantity, refused.status]).toEqual([quantity, 422]);
    expect(await refused.text()).toContain("Boa");
  }
  const priced = await approver.send(place, { act: "approve", ...form, "lines.0.quantity": "20", unitPriceE4: "1" });
  expect(priced.status).toBe(422);
  const wordless = await approver.send(place, { act: "return", ...form, "lines.0.quantity": "20" });
  expect(wordless.status).toBe(422);
  const unseen = await approver.send(place, { act: "approve", ...form, "lines.0.quantity": "8", word: "Boa" });
  expect(await unseen.text()).toContain("Confira o total antes de aprovar");
  expect(await sql`select from orders where customer_id = ${customerId}`).toEqual([]);
  const stale = await approver.send(place, { act: "approve", ...form, "lines.0.quantity": "8" });
  expect(stale.status).toBe(409);
  const now = hashIn(await (await approver.open(place)).text());
  const approve = { act: "approve", shownHash: now, "lines.0.sku": soap.sku, "lines.0.quantity": "8" };
  const twice = await Promise.all([approver.send(place, approve), approver.send(place, approve)]);
  expect(twice.map(({ status }) => status)).toEqual([303, 303]);
  expect(await sql`select from orders where customer_id = ${customerId} and goods_cents = 8000`).toHaveLength(1);
});

test("the buyer may neither decide nor see a colleague's request, and takes their own back", async () => {
  const { buyer, addressId, customerId, approver } = await company();
  const soap = await product();
  await buyer.send("/cart", { intent: "add", sku: soap.sku, quantity: "20" });
  const checkout = await (await buyer.open("/checkout")).text();
  const chosen = { addressId, paymentTermsId: String(terms), shownHash: hashIn(checkout), idempotencyKey: "k" };
  const asked = await buyer.send("/checkout", { act: "ask", ...chosen });
  const place = asked.headers.get("Location")?.replace(/\?.*/, "") as string;
  const decided = { shownHash: chosen.shownHash, "lines.0.sku": soap.sku, "lines.0.quantity": "20", word: "Sim" };
  for (const act of ["approve", "return"]) expect((await buyer.send(place, { act, ...decided })).status).toBe(422);
  const other = await person("buyer", { customerId, buyerRole: "orders" });
  const colleague = await new Visitor(site.url).signIn(other.email, anyPassword);
  expect((await colleague.open(place)).status).toBe(404);
  expect((await colleague.send(place, { act: "withdraw" })).status).toBe(404);
  expect((await buyer.send(place, { act: "withdraw" })).headers.get("Location")).toBe("/cart");
  expect((await approver.send(place, { act: "approve", ...decided })).status).toBe(409);
  expect(await (await buyer.open("/cart")).text()).toContain(soap.sku);
});

test("an approver looks after colleagues, never themselves, never the last approver, and nobody of another company", async () => {
  const { ana, otavio, approver, buyer, customerId } = await company();
  const stranger = await company();
  const save = { act: "save", buyerRole: "orders", orderLimitCents: "250,00", monthLimitCents: "" };
  expect((await approver.send("/account/people", { ...save, id: String(ana.id) })).status).toBe(303);
  const [limits] = await sql`select order_limit_cents, month_limit_cents from users where id = ${ana.id}`;
  expect(limits).toEqual({ order_limit_cents: 25_000, month_limit_cents: null });
  for (const act of ["save", "disable", "again"]) {
    const form = act === "save" ? save : { act };
    expect((await approver.send("/account/people", { ...form, id: String(stranger.ana.id) })).status).toBe(404);
    expect((await approver.send("/account/people", { ...form, id: String(otavio.id) })).status).toBe(422);
    expect((await buyer.send("/account/people", { ...form, id: String(otavio.id) })).status).toBe(422);
  }
  const invited = { act: "invite", name: "Bia", email: "bia@loja.test", buyerRole: "approves" };
  expect((await approver.send("/account/people", invited)).status).toBe(303);
  expect(await sql`select from outbox where "to" = 'bia@loja.test'`).toHaveLength(1);
  const manager = await new Visitor(site.url).signIn((await person("manager")).email, anyPassword);
  const record = `/office/customers/${customerId}`;
  const last = await manager.send(record, { act: "disableBuyer", id: String(otavio.id) });
  expect([last.status, (await last.text()).includes("ficaria sem ninguém que aprove")]).toEqual([422, true]);
  await sql`update users set password_hash = 'x' where email = 'bia@loja.test'`;
  expect((await manager.send(record, { act: "disableBuyer", id: String(otavio.id) })).status).toBe(303);
  expect((await approver.open("/account/people")).status).toBe(302);
  const [audited] =
    await sql`select action, actor_id from audit_entries where subject = ${`user:${ana.id}`} and after ? 'orderLimitCents'`;
  expect(audited).toEqual({ action: "account_revised", actor_id: otavio.id });
});

test("who only looks neither orders nor asks nor fills a kept cart from anywhere", async () => {
  const { customerId, addressId } = await company();
  const viewer = await person("buyer", { customerId, buyerRole: "views" });
  const looker = await new Visitor(site.url).signIn(viewer.email, anyPassword);
  const soap = await product();
  await looker.send("/cart", { intent: "add", sku: soap.sku, quantity: "1" });
  const chosen = { addressId, paymentTermsId: String(terms), shownHash: "0".repeat(64), idempotencyKey: "v" };
  for (const act of ["place", "ask"]) {
    const answer = await looker.send("/checkout", { act, ...chosen });
    expect([act, answer.status]).not.toContain(303);
  }
  expect(await sql`select from orders where placed_by = ${viewer.id}`).toEqual([]);
  expect(await sql`select from approvals where requester_id = ${viewer.id}`).toEqual([]);
});

test("an address that was taken out comes back as it was, and another company's is a 404", async () => {
  const { buyer, addressId, customerId } = await company();
  const stranger = await company();
  const gone = await buyer.send("/account", { act: "remove-address", id: addressId });
  const page = await (await buyer.open(gone.headers.get("Location") as string)).text();
  expect(page).toContain("Desfazer");
  expect((await buyer.send("/account", { act: "address-back", id: stranger.addressId })).status).toBe(404);
  for (const _ of [1, 2])
    expect((await buyer.send("/account", { act: "address-back", id: addressId })).status).toBe(303);
  const [back] = await sql`select removed_at, is_default from customer_addresses where customer_id = ${customerId}`;
  expect(back).toEqual({ removed_at: null, is_default: true });
});

test("an approver who buys above their own limit asks like anybody else, of another approver, and cannot decide on it themselves", async () => {
  const { otavio, approver, addressId, customerId } = await company();
  await sql`update users set order_limit_cents = 10000 where id = ${otavio.id}`;
  const soap = await product();
  await approver.send("/cart", { intent: "add", sku: soap.sku, quantity: "20" });
  const alone = await (await approver.open("/checkout")).text();
  expect([alone.includes("Ninguém da empresa pode aprovar"), alone.includes("Enviar para aprovação")]).toEqual([
    true,
    false,
  ]);
  const lia = await person("buyer", { customerId, buyerRole: "approves" });
  const checkout = await (await approver.open("/checkout")).text();
  expect(checkout).toContain("Enviar para aprovação");
  const chosen = { addressId, paymentTermsId: String(terms), shownHash: hashIn(checkout), idempotencyKey: "k" };
  expect((await approver.send("/checkout", { act: "place", ...chosen })).status).toBe(422);
  const asked = await approver.send("/checkout", { act: "ask", ...chosen });
  const place = asked.headers.get("Location")?.replace(/\?.*/, "") as string;
  const decided = { shownHash: chosen.shownHash, "lines.0.sku": soap.sku, "lines.0.quantity": "20" };
  expect((await approver.send(place, { act: "approve", ...decided })).status).toBe(422);
  expect(await sql`select from orders where customer_id = ${customerId}`).toEqual([]);
  const other = await new Visitor(site.url).signIn(lia.email, anyPassword);
  const shownHash = hashIn(await (await other.open(place)).text());
  expect((await other.send(place, { act: "approve", ...decided, shownHash })).status).toBe(303);
  const orders = await sql`select placed_by, approved_by from orders where customer_id = ${customerId}`;
  expect(orders).toEqual([{ placed_by: otavio.id, approved_by: lia.id }]);
});

test("a quote above the buyer's own limit says who can accept it; they cannot, and a colleague whose limit reaches does", async () => {
  const { ana, otavio, buyer, approver, addressId, customerId } = await company();
  const manager = await person("manager");
  const asker = { userId: ana.id, customerId, actingUserId: null, mayOrder: true };
  const now = new Date();
  const { number, soap } = await asked(asker, now, { quantity: 20 });
  const soon = new Date(now.getTime() + 5 * 86_400_000).toISOString().slice(0, 10);
  await answered({ userId: manager.id, repId: null }, number, [priced(soap.sku, 90_000)], now, { validUntil: soon });
  const place = `/quotes/${number}`;
  await sql`update users set order_limit_cents = 15000 where id = ${otavio.id}`;
  expect(await (await buyer.open(place)).text()).toContain("Ninguém da empresa tem limite para aceitar agora");
  await sql`update users set order_limit_cents = 18000 where id = ${otavio.id}`;
  const page = await (await buyer.open(place)).text();
  const [{ name } = { name: "" }] = await sql<{ name: string }[]>`select name from users where id = ${otavio.id}`;
  expect(page).toContain("acima do seu limite de R$\u00a0100,00 por pedido");
  expect(page).toContain(`${name} pode abrir este orçamento e aceitar`);
  const refused = await buyer.send(place, { act: "accept", addressId });
  expect([refused.status, await sql`select from orders where customer_id = ${customerId}`]).toEqual([422, []]);
  expect((await approver.send(place, { act: "accept", addressId })).status).toBe(303);
  const orders = await sql`select placed_by, goods_cents from orders where customer_id = ${customerId}`;
  expect(orders).toEqual([{ placed_by: otavio.id, goods_cents: 18_000 }]);
  expect((await buyer.send(place, { act: "accept", addressId })).status).toBe(303);
});
