import fc from "fast-check";
import { expect, test } from "vitest";
import { changeQuantity } from "#app/domain/carts/carts.server.ts";
import { openCartOf } from "#app/domain/carts/open-cart.server.ts";
import { quickOrderAfter } from "#app/domain/carts/quick-order.server.ts";
import { emptySheet, mostRows, type Sheet, type SheetAct, type SheetWish } from "#app/domain/carts/quick-order.ts";
import { searchTextOf } from "#app/domain/catalog/product.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { sql } from "#db/connection.server.ts";
import { changePrice, customerWithBuyer, product, repActingAs } from "#tests/builders/distributor.ts";
import { at, later } from "#tests/builders/ordering.ts";

/** A product with a name people would type. */
async function named(name: string, given: Parameters<typeof product>[0] & { ean?: string; unit?: string } = {}) {
  const made = await product(given);
  const searchText = searchTextOf({
    name,
    sku: made.sku,
    ean: given.ean ?? null,
    supplierName: null,
    categoryName: null,
  });
  await sql`update products set name = ${name}, search_text = ${searchText}, ean = ${given.ean ?? null},
    unit = ${given.unit ?? "un"} where id = ${made.id}`;
  return { ...made, name };
}

const show: SheetAct = { kind: "show" };

/** The page after the next thing the buyer does on it. */
function then(buyer: Buyer, before: Sheet, more: Partial<SheetWish>, when = at): Promise<Sheet> {
  const wish = { act: show, lines: [], file: null, ...before, ...more };
  return quickOrderAfter(buyer, wish, when);
}

const pasted = (buyer: Buyer, text: string) => then(buyer, emptySheet("mark"), { text });

const bought = (customerId: number, productId: number, orders: number) =>
  sql`insert into product_days (customer_id, product_id, day, channel, orders, quantity)
    values (${customerId}, ${productId}, '2026-10-01', 'storefront', ${orders}, ${orders * 10})`;

const cartOf = async (buyer: Buyer) =>
  (await openCartOf(buyer, later(60))).lines.map(({ sku, quantity }) => [sku, quantity]);

test("a code, a code in small letters, an EAN and the only product of a name are certain, in packs and dozens too", async () => {
  const { buyer } = await customerWithBuyer();
  const soap = await named("Sabonete alecrim 90 g", { packMultiple: 12, ean: "7891000000011" });
  const sheet = await pasted(
    buyer,
    `${soap.sku}\t24\n${soap.sku.toLowerCase()} 12\n7891000000011 36\n2 cx sabonete alecrim 90g\n1 dz de sabonetes alecrim`,
  );
  expect(sheet.rows.map(({ sku, quantity, isReady, because }) => [sku, quantity, isReady, because])).toEqual([
    [soap.sku, "24", true, "code"],
    [soap.sku, "12", true, "code"],
    [soap.sku, "36", true, "code"],
    [soap.sku, "24", true, "name"],
    [soap.sku, "12", true, "name"],
  ]);
  expect([sheet.ready, sheet.questions, sheet.readyCents]).toEqual([5, 0, 108_000]);
});

test("several of a name are a question, what this customer bought first; bought as a rule, it is no question", async () => {
  const { buyer, customerId } = await customerWithBuyer();
  const [big, small] = [await named("Pimenta calabresa 1 kg"), await named("Pimenta calabresa 50 g")];
  await bought(customerId, big.id, 1);
  const [row] = (await pasted(buyer, "3 pimenta calabresa")).rows;
  expect([row?.question, row?.sku, row?.isReady]).toEqual(["which", "", false]);
  expect(row?.candidates.map((one) => one.sku)).toEqual([big.sku, small.sku]);
  await bought(customerId, small.id, 9);
  const [usual] = (await pasted(buyer, "3 pimenta calabresa")).rows;
  expect([usual?.sku, usual?.because, usual?.quantity]).toEqual([small.sku, "usual", "3"]);
});

test("an answer is learned for this customer and for nobody else", async () => {
  const [ours, theirs] = [await customerWithBuyer(), await customerWithBuyer()];
  const [black, green] = [await named("Azeitona preta 500 g"), await named("Azeitona verde 500 g")];
  const asked = await pasted(ours.buyer, "4 azeitonas da boa");
  expect(asked.rows[0]?.question).toBe("which");
  const answered = await then(ours.buyer, asked, { act: { kind: "choose", row: 1, sku: green.sku } });
  expect(answered.rows[0]).toMatchObject({ sku: green.sku, quantity: "4", isReady: true });
  const [again] = (await pasted(ours.buyer, "6 AZEITONAS da boa")).rows;
  expect([again?.sku, again?.because, again?.quantity]).toEqual([green.sku, "alias", "6"]);
  expect((await pasted(theirs.buyer, "6 azeitonas da boa")).rows[0]?.question).toBe("which");
  const wrong = await then(ours.buyer, await pasted(ours.buyer, "6 azeitonas da boa"), {
    act: { kind: "ask", row: 1 },
  });
  expect(wrong.rows[0]?.candidates.map((one) => one.sku)).toContain(green.sku);
  await then(ours.buyer, wrong, { act: { kind: "choose", row: 1, sku: black.sku } });
  expect((await pasted(ours.buyer, "2 azeitonas da boa")).rows[0]?.sku).toBe(black.sku);
});

test("what is not sold to this customer is never offered, not even by a name they gave it", async () => {
  const { buyer, customerId } = await customerWithBuyer();
  const hidden = await named("Vinho tinto reserva", { priceE4: null });
  const gone = await named("Vinho tinto seco");
  await sql`update products set is_active = false where id = ${gone.id}`;
  await sql`insert into customer_aliases (customer_id, alias, product_id, learned_at, learned_by)
    values (${customerId}, 'o de sempre', ${hidden.id}, ${at}, ${buyer.userId})`;
  const { rows } = await pasted(
    buyer,
    `2 vinho tinto\n2 vinho tinto reserva\n2 o de sempre\n2 ${hidden.sku}\n2 ${gone.sku}`,
  );
  expect(rows.map(({ question, candidates }) => [question, candidates])).toEqual([
    ["unknown", []],
    ["unknown", []],
    ["unknown", []],
    [null, []],
    [null, []],
  ]);
  expect(rows.map((row) => row.reasons[0]?.code)).toEqual([
    undefined,
    undefined,
    undefined,
    "no_price",
    "product_inactive",
  ]);
  expect(rows.some((row) => row.isReady || row.unitPriceE4 !== null)).toBe(false);
});

test("a box of what is sold singly, and no quantity at all, are asked", async () => {
  const { buyer } = await customerWithBuyer();
  const [single, boxed] = [
    await named("Vassoura de palha"),
    await named("Rodo duplo", { unit: "cx", packMultiple: 2 }),
  ];
  const sheet = await pasted(buyer, `3 cx ${single.sku}\n4 cx ${boxed.sku}\n${single.sku}`);
  expect(sheet.rows.map(({ question, quantity, rounded }) => [question, quantity, rounded])).toEqual([
    ["pack", "", 3],
    [null, "4", null],
    ["quantity", "", 1],
  ]);
  const taken = await then(buyer, sheet, { act: { kind: "round", row: 1 } });
  expect(taken.rows[0]).toMatchObject({ quantity: "3", isReady: true });
});

test("packs and minimum are the cart's, what is in the cart counts, and one press mends", async () => {
  const { buyer } = await customerWithBuyer();
  const rice = await named("Arroz arbóreo 1 kg", { packMultiple: 4, minimumQuantity: 12 });
  const sheet = await pasted(buyer, `${rice.sku} 8`);
  expect(sheet.rows[0]).toMatchObject({ isReady: false, rounded: 12 });
  expect(sheet.rows[0]?.reasons.map((reason) => reason.code)).toEqual(["below_minimum_quantity"]);
  const mended = await then(buyer, sheet, { act: { kind: "round", row: 1 } });
  expect(mended.rows[0]).toMatchObject({ quantity: "12", isReady: true });
  const done = await then(buyer, mended, { act: { kind: "cart" } });
  expect([done.added, done.rows]).toEqual([1, []]);
  expect((await pasted(buyer, `${rice.sku} 8`)).rows[0]?.isReady).toBe(true);
});

test("the price is that of the whole line the cart will hold", async () => {
  const { buyer } = await customerWithBuyer();
  const soap = await named("Sabão de coco", { priceE4: 120_000 });
  await changePrice(soap.id, 100_000, 10);
  const one = await pasted(buyer, `${soap.sku} 6`);
  expect(one.rows[0]?.unitPriceE4).toBe(120_000);
  const two = await pasted(buyer, `${soap.sku} 6\n${soap.sku} 6`);
  expect(two.rows.map((row) => row.unitPriceE4)).toEqual([100_000, 100_000]);
  await then(buyer, two, { act: { kind: "cart" } });
  expect((await openCartOf(buyer, later(1))).goodsCents).toBe(two.readyCents);
});

test("what is ready goes into the cart, the questions stay; the same page sent again adds nothing more", async () => {
  const { buyer, customerId } = await customerWithBuyer();
  const rep = await repActingAs(customerId);
  const [soap, brush] = [await named("Sabonete cravo"), await named("Escova de aço", { onHand: 2 })];
  const sheet = await pasted(buyer, `${soap.sku} 5\nnada disso 3\n${brush.sku} 4`);
  const cart: Partial<SheetWish> = { act: { kind: "cart" } };
  const [first, twice] = await Promise.all([then(buyer, sheet, cart), then(buyer, sheet, cart)]);
  for (const after of [first, twice]) {
    expect(after.rows.map((row) => row.said)).toEqual(["nada disso 3"]);
    expect(after.added).toBe(2);
  }
  expect(await cartOf(buyer)).toEqual([
    [soap.sku, 5],
    [brush.sku, 4],
  ]);
  expect(await cartOf(rep)).toEqual([]);
  await changeQuantity(buyer, { sku: soap.sku, quantity: 1 }, later(1));
  await then(buyer, sheet, { ...cart, rows: sheet.rows.map((row) => ({ ...row, quantity: "7" })) });
  expect(await cartOf(buyer)).toEqual([
    [soap.sku, 8],
    [brush.sku, 11],
  ]);
  const steps = await sql`select kind, unit_price_e4, stock_seen from journey_steps
    where customer_id = ${customerId} and kind = 'added' and product_id = ${brush.id} order by id`;
  expect(steps[0]).toEqual({ kind: "added", unit_price_e4: 100_000, stock_seen: 2 });
});

test("a list that is too long stays where it was written, and the page keeps what it had", async () => {
  const { buyer } = await customerWithBuyer();
  const soap = await named("Sabonete de mel");
  const sheet = await pasted(buyer, `${soap.sku} 5`);
  const text = Array.from({ length: 2000 }, (_, line) => `${soap.sku} ${line + 1}`).join("\n");
  const after = await then(buyer, sheet, { text });
  expect([after.text, after.rows.length]).toEqual([text, 1]);
  expect(after.textReason).toEqual({ code: "too_many_lines", details: { lines: 2001, most: mostRows } });
});

test("whatever is pasted, nothing is dropped, nothing odd gets into the cart, and asking again changes nothing", async () => {
  const { buyer } = await customerWithBuyer();
  const goods = await Promise.all([
    named("Copo térmico", { packMultiple: 6 }),
    named("Prato raso", { minimumQuantity: 3 }),
  ]);
  const wanted = fc.oneof(
    fc.constantFrom(...goods.flatMap(({ sku, name }) => [sku, name])),
    fc.stringMatching(/^[a-z]{3,9}$/),
  );
  const count = fc.oneof(
    fc.integer({ min: -2, max: 40 }).map(String),
    fc.constantFrom("1,5", "1000000000", "2 cx", "1 dz", ""),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(wanted, count), { minLength: 1, maxLength: 12 }), async (lines) => {
      const text = lines.map(([what, many]) => `${what}\t${many}`).join("\n");
      const sheet = await pasted(buyer, text);
      expect(sheet.rows.length + sheet.remarks.length).toBe(lines.length);
      for (const row of sheet.rows) {
        expect(row.isReady).toBe(row.question === null && row.reasons.every(({ code }) => code === "out_of_stock"));
        if (!row.isReady) continue;
        const pack = row.product?.packMultiple ?? 1;
        expect([Number(row.quantity) % pack, Number(row.quantity) >= (row.product?.least ?? 1)]).toEqual([0, true]);
      }
      const again = await then(buyer, sheet, {});
      expect({ ...again, mark: "" }).toEqual({ ...sheet, mark: "" });
    }),
    { numRuns: 25 },
  );
});

test("typing errors find what was meant, as a question; what is said in the name goes before what only its supplier is called", async () => {
  const { buyer } = await customerWithBuyer();
  const drink = await named("Refresco de maracujá 1 L");
  await named("Biscoito salgado 200 g");
  await sql`update products set search_text = search_text || ' maracuja alimentos' where name = 'Biscoito salgado 200 g'`;
  const sheet = await pasted(buyer, "3 refrecso maracuja\n3 maracuja");
  expect(sheet.rows.map(({ question, candidates }) => [question, candidates[0]?.sku])).toEqual([
    ["which", drink.sku],
    [null, undefined],
  ]);
  expect(sheet.rows[1]?.sku).toBe(drink.sku);
});
