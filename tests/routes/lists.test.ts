import { expect, test } from "vitest";
import { sql } from "#db/connection.server.ts";
import { product } from "#tests/builders/distributor.ts";
import { anyPassword, person } from "#tests/builders/people.ts";
import { Visitor } from "#tests/database/visitor.ts";
import { openSite } from "./own-site.ts";

const site = await openSite();

async function buyer() {
  const { email, customerId } = await person("buyer", { buyerRole: "orders" });
  await sql`update customers set access_granted_at = '2026-01-05' where id = ${customerId}`;
  return { ana: await new Visitor(site.url).signIn(email, anyPassword), customerId };
}

test("a star and a wish set from a card lead back to the card, and the card shows them", async () => {
  const { ana } = await buyer();
  const [soap, gone] = [await product(), await product({ onHand: 0 })];
  for (const [name, sku] of [
    ["favour", soap.sku],
    ["tell", gone.sku],
  ] as const) {
    const answer = await ana.send("/marks", { [name]: sku, returnTo: "/catalog?page=1" });
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, `/catalog?page=1#p-${sku}`]);
  }
  const page = await (await ana.open("/catalog")).text();
  expect(page).toMatch(new RegExp(`name="unfavour" value="${soap.sku}"`));
  expect(page).toMatch(new RegExp(`name="untell" value="${gone.sku}"`));
  expect((await ana.send("/marks", { favour: soap.sku, tell: gone.sku })).status).toBe(422);
  expect((await ana.send("/marks", { favour: soap.sku, returnTo: "//evil.test" })).headers.get("Location")).toMatch(
    /^\/lists/,
  );
});

test("without scripts a star that finds no room says so among the favourites", async () => {
  const { ana, customerId } = await buyer();
  const [first, last] = [await product(), await product()];
  await ana.send("/marks", { favour: first.sku, returnTo: "/catalog" });
  await sql`with more as (
      insert into products (sku, name, created_at) select 'FULL' || n, 'Produto ' || n, now() from generate_series(1, 299) n
      returning id)
    insert into list_lines (customer_id, list_id, product_id, quantity, position)
    select l.customer_id, l.id, more.id, 1, 2 from lists l, more where l.customer_id = ${customerId} and l.is_favourites`;
  const answer = await ana.send("/marks", { favour: last.sku, returnTo: "/catalog" });
  const place = answer.headers.get("Location") as string;
  expect([answer.status, place]).toEqual([303, "/lists/favourites?refused=list_full"]);
  expect(await (await ana.open(place)).text()).toContain("Uma lista guarda até 300 produtos");
});

test("rows with a bad quantity say why beside themselves, keep what was typed, and the others go into the cart", async () => {
  const { ana, customerId } = await buyer();
  const [soap, milk] = [await product(), await product()];
  const begun = await ana.send("/lists", { act: "begin", name: "Semana" });
  const list = begun.headers.get("Location") as string;
  for (const { sku } of [soap, milk]) await ana.send(list, { act: "put", sku });
  for (const bad of ["0", "-1", "1.5", "1000000000", "muitos", ""]) {
    const rows = {
      "lines.0.sku": soap.sku,
      "lines.0.quantity": bad,
      "lines.0.chosen": "on",
      "lines.1.sku": milk.sku,
      "lines.1.quantity": "4",
      "lines.1.chosen": "on",
    };
    for (const button of ["cart", "save"]) {
      const answer = await ana.send(list, { ...rows, rows: button });
      expect([bad, button, answer.status]).toEqual([bad, button, 422]);
      expect(await answer.text()).toContain("número inteiro de 1 a 100.000");
    }
  }
  const lines = await sql`select p.sku, l.quantity from cart_lines l join products p on p.id = l.product_id
    where l.customer_id = ${customerId}`;
  expect([...lines]).toEqual([{ sku: milk.sku, quantity: 4 }]);
  const priced = { rows: "cart", "lines.0.sku": soap.sku, "lines.0.quantity": "1", "lines.0.price": "1" };
  expect((await ana.send(list, priced)).status).toBe(422);
});

test("a name that is missing or too long is refused with what was to go on the list kept", async () => {
  const { ana } = await buyer();
  for (const name of ["", "x".repeat(61)]) {
    const answer = await ana.send("/lists", { act: "begin", name, from: "cart" });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toMatch(/name="from" value="cart"/);
  }
});
