import { expect, test } from "vitest";
import { issueApiToken, revokeApiToken } from "#app/access/api-tokens.server.ts";
import { wholeOrder } from "#app/api/order-document.ts";
import { sql } from "#db/connection.server.ts";
import { changePrice, customerWithBuyer, product, supplier, termsOfTheHouse } from "#tests/builders/distributor.ts";
import { brokenPromises } from "#tests/builders/promises.ts";
import { openSite } from "./own-site.ts";

const site = await openSite();
const secret = await issueApiToken("ERP", "manager", new Date());
await termsOfTheHouse();

type Answer = { status: number; body: Record<string, unknown>; headers: Headers };

async function ask(path: string, init: RequestInit = {}, token: string | null = secret): Promise<Answer> {
  const headers = new Headers(init.headers);
  if (token) headers.set("Authorization", `Bearer ${token}`);
  const answer = await fetch(`${site.url}/api/v1${path}`, { ...init, headers });
  return { status: answer.status, headers: answer.headers, body: await answer.json() };
}

const send = (order: unknown, key?: string, token?: string | null) =>
  ask(
    "/orders",
    {
      method: "POST",
      body: typeof order === "string" ? order : JSON.stringify(order),
      headers: { "Content-Type": "application/json", ...(key ? { "Idempotency-Key": key } : {}) },
    },
    token,
  );

async function codeOf(customerId: number): Promise<string> {
  const [row] = await sql<{ code: string }[]>`select code from customers where id = ${customerId}`;
  return (row as { code: string }).code;
}

async function aCustomer(given: Parameters<typeof customerWithBuyer>[0] = {}) {
  const made = await customerWithBuyer(given);
  return { ...made, code: await codeOf(made.customerId) };
}

test("an order handed in by another system gets the customer's own price, holds stock and credit, and adds to the facts", async () => {
  const { code, customerId } = await aCustomer({ limitCents: 1_000_000 });
  const soap = await product({ priceE4: 100_000, onHand: 50 });
  await changePrice(soap.id, 90_000, 12);
  await sql`insert into customer_prices (customer_id, product_id, from_quantity, unit_price_e4)
    values (${customerId}, ${soap.id}, 1, 77_123)`;
  const { status, body, headers } = await send({
    customer: code,
    lines: [
      { sku: soap.sku, quantity: 5 },
      { sku: soap.sku, quantity: 7 },
    ],
    poNumber: "PO-7",
  });
  expect(status).toBe(201);
  const order = wholeOrder.parse(body);
  expect(headers.get("location")).toBe(`/api/v1/orders/${order.number}`);
  expect(order).toMatchObject({
    state: "placed",
    channel: "other",
    placedBy: "ERP",
    poNumber: "PO-7",
    goodsCents: 9255,
  });
  expect(order.lines).toHaveLength(1);
  expect(order.lines[0]).toMatchObject({ quantity: 12, unitPrice: "7.7123", totalCents: 9255 });
  const [stock] = await sql`select reserved from stock where product_id = ${soap.id}`;
  const [credit] = await sql`select credit_used_cents as used from customers where id = ${customerId}`;
  const [day] = await sql`select orders, gross_cents as gross from customer_days where customer_id = ${customerId}`;
  expect([stock?.reserved, credit?.used, day?.orders, day?.gross]).toEqual([12, order.totalCents, 1, 9255]);
  expect((await ask(`/orders/${order.number}`)).body).toEqual(body);
  expect(await brokenPromises()).toEqual([]);
});

test("forty times the same order with one key at once is one order, and every answer names it", async () => {
  const { code, customerId } = await aCustomer();
  const soap = await product({ onHand: 1000 });
  const order = { customer: code, lines: [{ sku: soap.sku, quantity: 2 }] };
  const answers = await Promise.all(Array.from({ length: 40 }, () => send(order, "abc-1")));
  expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1);
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(39);
  expect(new Set(answers.map((answer) => answer.body.number)).size).toBe(1);
  const [count] = await sql`select count(*) as orders from orders where customer_id = ${customerId}`;
  expect(count?.orders).toBe(1);
  expect((await send(order, "abc-2")).status).toBe(201);
});

test("forty orders at once for the last ten units: ten are placed, thirty are told what is left", async () => {
  const customers = await Promise.all(Array.from({ length: 40 }, () => aCustomer()));
  const soap = await product({ onHand: 10 });
  const answers = await Promise.all(
    customers.map(({ code }) => send({ customer: code, lines: [{ sku: soap.sku, quantity: 1 }] })),
  );
  expect(answers.filter((answer) => answer.status === 201)).toHaveLength(10);
  const losers = answers.filter((answer) => answer.status !== 201);
  expect(new Set(losers.map((answer) => `${answer.status} ${answer.body.code}`))).toEqual(
    new Set(["409 out_of_stock"]),
  );
  expect(losers[0]?.body.reasons).toMatchObject([{ code: "out_of_stock", details: { sku: soap.sku } }]);
  expect(await brokenPromises()).toEqual([]);
});

test("what stands against an order is said all at once, and an order worth something else than expected is not placed", async () => {
  const strict = await supplier(50_000);
  const { code } = await aCustomer({ limitCents: 1_000, minimumCents: 5_000 });
  const packed = await product({ packMultiple: 6, supplierId: strict });
  const { status, body } = await send({ customer: code, lines: [{ sku: packed.sku, quantity: 4 }], totalCents: 1 });
  expect(status).toBe(409);
  const codes = (body.reasons as { code: string }[]).map((reason) => reason.code);
  expect(codes).toEqual([
    "prices_changed",
    "not_pack_multiple",
    "below_supplier_minimum",
    "below_minimum_order",
    "credit_exceeded",
  ]);
});

test.each([
  ["nobody's customer", { customer: "nobody", lines: [{ sku: "P", quantity: 1 }] }, 404, "not_found"],
  ["no line", { customer: "C", lines: [] }, 422, "invalid_input"],
  ["quantity 0", { customer: "C", lines: [{ sku: "P", quantity: 0 }] }, 422, "invalid_input"],
  ["quantity −1", { customer: "C", lines: [{ sku: "P", quantity: -1 }] }, 422, "invalid_input"],
  ["quantity 1.5", { customer: "C", lines: [{ sku: "P", quantity: 1.5 }] }, 422, "invalid_input"],
  ["quantity 10^9", { customer: "C", lines: [{ sku: "P", quantity: 1e9 }] }, 422, "invalid_input"],
  [
    "a price in the body",
    { customer: "C", lines: [{ sku: "P", quantity: 1, unitPrice: "0.01" }] },
    422,
    "invalid_input",
  ],
  ["broken JSON", "{", 400, "broken_json"],
  ["a text no table holds", { customer: "C", lines: [{ sku: "P\u0000", quantity: 1 }] }, 400, "broken_json"],
])("%s is answered with a problem that says so", async (_what, order, status, code) => {
  const answer = await send(order);
  expect([answer.status, answer.body.code, answer.headers.get("content-type")]).toEqual([
    status,
    code,
    "application/problem+json",
  ]);
});

test("a SKU nobody knows, and one this customer has no price for, are each named", async () => {
  const { code } = await aCustomer();
  const unpriced = await product({ priceE4: null });
  const unknown = await send({ customer: code, lines: [{ sku: "NOPE", quantity: 1 }] });
  expect([unknown.status, unknown.body.reasons]).toMatchObject([422, [{ details: { sku: "NOPE" } }]]);
  const noPrice = await send({ customer: code, lines: [{ sku: unpriced.sku, quantity: 1 }] });
  expect([noPrice.status, noPrice.body.code]).toEqual([422, "no_price"]);
});

test("without a token, with a wrong one and with one taken back nobody gets in; a method or address that is not there says so", async () => {
  const other = await issueApiToken("Old", "admin", new Date());
  const [row] = await sql`select id from api_tokens order by id desc limit 1`;
  expect((await ask("/orders", {}, other)).status).toBe(200);
  expect(await revokeApiToken(row?.id, new Date())).toBe(true);
  for (const token of [null, "carteira_wrong", `carteira_${"x".repeat(43)}`, other]) {
    const { status, body, headers } = await ask("/orders", {}, token);
    expect([status, body.code, headers.get("www-authenticate")?.startsWith("Bearer")]).toEqual([401, "no_token", true]);
  }
  const { status, body } = await ask("/orders", { method: "DELETE" });
  expect([status, body.code]).toEqual([405, "method_not_allowed"]);
  expect((await ask("/nothing/here")).body.code).toBe("not_found");
  expect((await ask("/orders/999999999")).status).toBe(404);
});

test("a list is read to its end piece by piece, each order once, also while new ones come", async () => {
  const { code } = await aCustomer();
  const soap = await product({ onHand: 1000 });
  const placed = [];
  for (let turn = 0; turn < 7; turn++) {
    placed.push((await send({ customer: code, lines: [{ sku: soap.sku, quantity: 1 }] })).body.number);
  }
  const seen: unknown[] = [];
  let next: unknown = null;
  do {
    const { body } = await ask(`/orders?customer=${code}&limit=3${next ? `&next=${next}` : ""}`);
    seen.push(...(body.orders as { number: string }[]).map((order) => order.number));
    if (!next) await send({ customer: code, lines: [{ sku: soap.sku, quantity: 1 }] });
    next = body.next;
  } while (next);
  expect(seen).toEqual(placed.reverse());
  expect((await ask("/orders?limit=501")).status).toBe(422);
  expect((await ask("/orders?next=nonsense")).status).toBe(422);
  expect((await ask("/orders?from=2026-02-30")).status).toBe(422);
});

test("what the API offers is described by the shapes it is made of", async () => {
  const { body } = await ask("/openapi.json", {}, null);
  expect(Object.keys(body.paths as object)).toEqual(["/orders", "/orders/{number}"]);
  expect(JSON.stringify(body)).toContain("paymentTermsId");
});
