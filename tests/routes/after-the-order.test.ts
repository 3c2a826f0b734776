import { expect, test } from "vitest";
import { invoiceOrder } from "#app/domain/orders/moves.server.ts";
import { sql } from "#db/connection.server.ts";
import { ordered } from "#tests/builders/ordered.ts";
import { later } from "#tests/builders/ordering.ts";
import { pagesOf } from "#tests/builders/pdf.ts";
import { anyPassword, person } from "#tests/builders/people.ts";
import { Visitor } from "#tests/database/visitor.ts";
import { openSite } from "./own-site.ts";

const site = await openSite();
const enter = (email: string) => new Visitor(site.url).signIn(email, anyPassword);

/** An order just placed, its buyer and its rep with sign-ins, and a buyer of somebody else. */
async function placed() {
  const made = await ordered();
  const rep = await person("rep");
  await sql`update customers set rep_id = ${rep.id} where id = ${made.customerId}`;
  const buyer = await person("buyer", { customerId: made.customerId });
  return { ...made, rep: await enter(rep.email), own: await enter(buyer.email) };
}

async function pdfAt(visitor: Visitor, path: string) {
  const answer = await visitor.open(path);
  expect([answer.status, answer.headers.get("content-type")], path).toEqual([200, "application/pdf"]);
  expect(answer.headers.get("cache-control")).toBe("private, no-store");
  expect(answer.headers.get("content-disposition")).toMatch(/^inline; filename="[\w.-]+\.pdf"$/);
  return pagesOf(new Uint8Array(await answer.arrayBuffer())).join("\n");
}

test("buyer and rep get the order as the same document, with lines, sums and instalments; nobody else gets it", async () => {
  const { own, rep, number, soap } = await placed();
  await invoiceOrder({ userId: 1, repId: null }, number, null, later(1));
  const text = await pdfAt(own, `/orders/${number}/pdf`);
  for (const said of [`Pedido ${number}`, soap.sku, "3 un", "R$ 30,00", "Rua das Flores, 10", "Total", "1 de "])
    expect(text).toContain(said);
  expect(await pdfAt(rep, `/office/orders/${number}/pdf`)).toBe(text);
  const strangers = [await enter((await person("buyer")).email), await enter((await person("rep")).email)];
  for (const stranger of strangers)
    for (const path of [`/orders/${number}/pdf`, `/office/orders/${number}/pdf`])
      expect([302, 404]).toContain((await stranger.open(path)).status);
  expect((await new Visitor(site.url).open(`/orders/${number}/pdf`)).headers.get("location")).toContain("/sign-in");
});

test("the statement is a document too, in the reader's language, for the buyer and for who looks after them", async () => {
  const { own, rep, number, customerId } = await placed();
  await invoiceOrder({ userId: 1, repId: null }, number, null, later(1));
  const text = await pdfAt(own, "/receivables/statement.pdf");
  expect(text).toContain(`${number}/1`);
  expect(text).toContain("Extrato de títulos");
  expect(await pdfAt(rep, `/office/customers/${customerId}/statement.pdf`)).toBe(text);
  await own.send("/preferences", { locale: "en", redirectTo: "/" });
  expect(await pdfAt(own, "/receivables/statement.pdf")).toContain("Statement of receivables");
  expect((await rep.open("/office/customers/999999/statement.pdf")).status).toBe(404);
});

test("cancelling asks for a reason and keeps what was typed, works once, and says 409 when the house was faster", async () => {
  const { own, rep, number } = await placed();
  const path = `/orders/${number}/cancel`;
  expect(await (await own.open(`/orders/${number}`)).text()).toContain(path);
  expect(await (await own.open(path)).text()).toContain("30,00");
  const without = await own.send(path, { reason: "  " });
  expect([without.status, (await without.text()).includes("aria-invalid")]).toEqual([422, true]);
  await rep.send(`/office/orders/${number}`, { move: "confirm" });
  const late = await own.send(path, { reason: "Comprei em dobro" });
  expect(late.status).toBe(409);
  expect(await late.text()).toContain("fale com o seu vendedor");
  expect(await (await own.open(path)).text()).toContain("fale com o seu vendedor");
  expect(await (await own.open(`/orders/${number}`)).text()).not.toContain(path);

  const other = await placed();
  const done = await other.own.send(`/orders/${other.number}/cancel`, { reason: "Comprei em dobro" });
  expect([done.status, done.headers.get("location")]).toEqual([303, `/orders/${other.number}?cancelled=1`]);
  const page = await (await other.own.open(`/orders/${other.number}?cancelled=1`)).text();
  expect(page).toContain("Comprei em dobro");
  expect((await other.own.send(`/orders/${other.number}/cancel`, { reason: "de novo" })).status).toBe(422);
  expect((await own.send(`/orders/${other.number}/cancel`, { reason: "do vizinho" })).status).toBe(404);
});
