import { expect, test } from "vitest";
import { addToCart } from "#app/domain/carts/carts.server.ts";
import { tendPayments } from "#app/domain/payments/expiring.server.ts";
import { startPayment } from "#app/domain/payments/paying.server.ts";
import { lookAgain } from "#app/domain/payments/seeing.server.ts";
import { hear } from "#app/domain/payments/told.server.ts";
import { sql } from "#db/connection.server.ts";
import { paySession } from "#db/demo/payments/api.ts";
import { testKey } from "#db/demo/payments/names.ts";
import type { Meddling } from "#db/demo/payments/payment-house.ts";
import { newEvent, signatureOf } from "#db/demo/payments/telling.ts";
import { product, termsOfTheHouse } from "#tests/builders/distributor.ts";
import { ordered } from "#tests/builders/field.ts";
import { orderToPay, pageAt } from "#tests/builders/paying.ts";
import { anyPassword, person } from "#tests/builders/people.ts";
import { shopperAt } from "#tests/builders/shopping.ts";
import { Visitor } from "#tests/database/visitor.ts";
import { openDouble, webhookSecret } from "#tests/stripe/double.ts";
import { openSite } from "./own-site.ts";

let meddling: Meddling | null = null;
const house = await openDouble({ meddle: () => meddling });
const site = await openSite({
  STRIPE_SECRET_KEY: testKey,
  STRIPE_WEBHOOK_SECRET: webhookSecret,
  STRIPE_API_BASE: house.url,
  DEMO: "false",
});

const send = (body: string, signature: string | null) =>
  fetch(`${site.url}/webhooks/stripe`, {
    method: "POST",
    body,
    headers: { "Content-Type": "application/json", ...(signature && { "Stripe-Signature": signature }) },
  });

async function paidPage() {
  const paid = await orderToPay({ placedAt: new Date() });
  const { url } = await startPayment(paid.buyer, paid.number, "card", new Date());
  await paySession(pageAt(house, url), house.books);
  return { paid, session: pageAt(house, url) };
}

test("a message counts when it is signed, lately, by the right secret; sent again it changes nothing", async () => {
  const { paid, session } = await paidPage();
  const body = JSON.stringify(newEvent("checkout.session.completed", session, new Date()));
  const old = new Date(Date.now() - 301_000);
  expect((await send(body, null)).status).toBe(400);
  expect((await send(body, signatureOf(body, "whsec_of_somebody_else", new Date()))).status).toBe(400);
  expect((await send(body, signatureOf(body, webhookSecret, old))).status).toBe(400);
  expect((await send(body.replace("completed", "expired"), signatureOf(body, webhookSecret, new Date()))).status).toBe(
    400,
  );
  expect((await paid.order()).paidAt).toBeNull();
  const first = await send(body, signatureOf(body, webhookSecret, new Date()));
  expect([first.status, await first.json()]).toEqual([200, { heard: "noted" }]);
  const again = await send(body, signatureOf(body, webhookSecret, new Date()));
  expect([again.status, await again.json()]).toEqual([200, { heard: "repeated" }]);
  expect((await paid.order()).paidAt).not.toBeNull();
  expect(await sql`select 1 from payment_events where attempt_id = ${(await paid.attempts())[0]!.id}`).toHaveLength(1);
});

test("what is not known is taken and ignored, what is too large or no post is turned away", async () => {
  const unknown = JSON.stringify(newEvent("invoice.paid", { id: "in_1" }, new Date()));
  const answer = await send(unknown, signatureOf(unknown, webhookSecret, new Date()));
  expect([answer.status, await answer.json()]).toEqual([200, { heard: "ignored" }]);
  const foreign = JSON.stringify(newEvent("checkout.session.completed", { id: "cs_of_another" }, new Date()));
  expect((await send(foreign, signatureOf(foreign, webhookSecret, new Date()))).status).toBe(200);
  expect((await send("x".repeat(600_000), "t=1,v1=00")).status).toBe(413);
  expect((await fetch(`${site.url}/webhooks/stripe`)).status).toBeGreaterThanOrEqual(400);
});

test("outside of the demo nobody finds a test page, and the state of the clock is told to whoever runs the shop", async () => {
  const { session } = await paidPage();
  const page = await fetch(`${site.url}/test-payments/pay/${session.id}`, { redirect: "manual" });
  expect(page.status).toBe(404);
  await tendPayments(new Date());
  const ready = await (await fetch(`${site.url}/readyz`)).json();
  expect(ready.payments).toMatchObject({ events: "believed" });
});

test("a body that was changed on the way is nobody's message", async () => {
  expect(await hear("{}", "t=1,v1=00", new Date())).toBe("unsigned");
});

test("a clock that is wrong is told to whoever runs the shop, and to the whole office, until it is right again", async () => {
  const { email } = await person("manager");
  const manager = await new Visitor(site.url).signIn(email, anyPassword);
  const wrong = "O relógio do servidor está errado";
  const toldAt = async (secondsBehind: number) => {
    meddling = { saysAt: new Date(Date.now() - secondsBehind * 1000) };
    const { session } = await paidPage();
    const body = JSON.stringify(newEvent("checkout.session.completed", session, new Date()));
    expect((await send(body, signatureOf(body, webhookSecret, new Date()))).status).toBe(200);
    const { ready, payments } = await (await fetch(`${site.url}/readyz`)).json();
    const page = await (await manager.open("/office/payments")).text();
    return { ready, ...payments, isSaid: page.includes(wrong) };
  };
  const ahead = await toldAt(400);
  expect(ahead).toMatchObject({ ready: true, events: "refused: the clock is wrong", isSaid: true });
  expect(Math.abs(ahead.clockSkewSeconds - 400)).toBeLessThan(10);
  expect(await toldAt(-400)).toMatchObject({ events: "refused: the clock is wrong", isSaid: true });
  expect(await toldAt(0)).toMatchObject({ events: "believed", isSaid: false });
  meddling = null;
});

test("a payment house that does not answer is told to the whole office until it is heard again", async () => {
  const { email } = await person("manager");
  const manager = await new Visitor(site.url).signIn(email, anyPassword);
  const isSaid = async () => (await (await manager.open("/office/customers")).text()).includes("não está respondendo");
  const { paid, session } = await paidPage();
  expect(await isSaid()).toBe(false);
  const [attempt] = await paid.attempts();
  meddling = "broken";
  await lookAgain(attempt!, new Date());
  meddling = null;
  expect(await isSaid()).toBe(true);
  const body = JSON.stringify(newEvent("checkout.session.completed", session, new Date()));
  expect((await send(body, signatureOf(body, webhookSecret, new Date()))).status).toBe(200);
  expect(await isSaid()).toBe(false);
});

test("an order on account offers to be paid online, and a press, or two, lead to its one payment page", async () => {
  const { visitor, buyer } = await shopperAt(site);
  const soap = await product();
  await addToCart(buyer, { sku: soap.sku, quantity: 5 }, new Date());
  await termsOfTheHouse();
  const [address] = await sql<{ id: number }[]>`insert into customer_addresses
    (customer_id, label, street, number, city, uf, postal_code, is_default)
    values (${buyer.customerId}, 'Loja', 'Rua A', '1', 'Santos', 'SP', '11010000', true) returning id`;
  const { number } = await ordered(buyer, address!.id, new Date());
  const order = `/orders/${number}`;
  expect(await (await visitor.open(order)).text()).toContain("Em vez de a prazo.");
  const press = () => visitor.send(`${order}/pay`, { from: "account", act: "pix" });
  const [one, two] = await Promise.all([press(), press()]);
  const pages = [one, two].map(({ status, headers }) => [status, headers.get("Location")]);
  expect(pages[0]?.[0]).toBe(303);
  expect(pages[0]?.[1]).toContain("/test-payments/pay/");
  expect(pages[1]).toEqual(pages[0]);
  const page = await (await visitor.open(order)).text();
  expect([page.includes("Continuar no Pix"), page.includes("Em vez de a prazo.")]).toEqual([true, false]);
  const stranger = await shopperAt(site);
  expect((await stranger.visitor.send(`${order}/pay`, { from: "account", act: "pix" })).status).toBe(404);
});
