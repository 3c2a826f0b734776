import { expect, test } from "vitest";
import { addToCart } from "#app/domain/carts/carts.server.ts";
import { fillCart } from "#app/domain/carts/filling.server.ts";
import { openCartOf } from "#app/domain/carts/open-cart.server.ts";
import { mostListLines, mostLists } from "#app/domain/lists/list.ts";
import { changeLines, moveLine, putOnList, saveAsList, takeOffList } from "#app/domain/lists/list-lines.server.ts";
import {
  bringListBack,
  copyList,
  forgetRemovedLists,
  listOf,
  listsOf,
  removeList,
  renameList,
  startList,
} from "#app/domain/lists/lists.server.ts";
import { sql } from "#db/connection.server.ts";
import { buyerOf, changePrice, customerWithBuyer, product } from "#tests/builders/distributor.ts";
import { ordered, refusedWith } from "#tests/builders/field.ts";
import { at, later, refusalOf } from "#tests/builders/ordering.ts";

const own = (name: string) => ({ name, isShared: false });
const shared = (name: string) => ({ name, isShared: true });

test("a private list is its maker's alone, a shared one the company's, and neither another company's", async () => {
  const { buyer, customerId } = await customerWithBuyer();
  const [colleague, stranger] = [await buyerOf(customerId), (await customerWithBuyer()).buyer];
  const [mine, ours] = [await startList(buyer, own("Minha"), at), await startList(buyer, shared("Nossa"), at)];
  expect((await listsOf(buyer)).map(({ name }) => name)).toEqual(["Minha", "Nossa"]);
  expect((await listsOf(colleague)).map(({ name, isOwn }) => [name, isOwn])).toEqual([["Nossa", false]]);
  expect(await listsOf(stranger)).toEqual([]);
  const soap = await product();
  const wanted = { sku: soap.sku, quantity: 2 };
  await putOnList(colleague, ours, wanted, at);
  expect((await listOf(buyer, ours, at)).lines.map(({ sku }) => sku)).toEqual([soap.sku]);
  for (const [who, list] of [
    [colleague, mine],
    [stranger, mine],
    [stranger, ours],
  ] as const) {
    const acts = [
      listOf(who, list, at),
      putOnList(who, list, wanted, at),
      changeLines(who, list, [wanted], at),
      takeOffList(who, list, soap.sku, at),
      moveLine(who, list, soap.sku, "up", at),
      renameList(who, list, shared("Roubada"), at),
      copyList(who, list, "Cópia", at),
      removeList(who, list, at),
      bringListBack(who, list),
    ];
    expect(await Promise.all(acts.map(refusedWith))).toEqual(acts.map(() => "not_found"));
  }
});

test("only whoever made a shared list may keep it from the others again", async () => {
  const { buyer, customerId } = await customerWithBuyer();
  const colleague = await buyerOf(customerId);
  const list = await startList(buyer, shared("Nossa"), at);
  await renameList(colleague, list, own("Outra"), later(1));
  expect((await listsOf(buyer))[0]).toMatchObject({ name: "Outra", isShared: true });
  await renameList(buyer, list, own("Minha"), later(2));
  expect(await listsOf(colleague)).toEqual([]);
});

test("favourites are always there, one list a buyer, and can neither be renamed nor removed", async () => {
  const { buyer, customerId } = await customerWithBuyer();
  const colleague = await buyerOf(customerId);
  const soap = await product({ packMultiple: 6, minimumQuantity: 10 });
  expect((await listOf(buyer, "favourites", at)).lines).toEqual([]);
  await Promise.all(
    Array.from({ length: 5 }, () => putOnList(buyer, "favourites", { sku: soap.sku, quantity: null }, at)),
  );
  const { id, lines } = await listOf(buyer, "favourites", at);
  expect(lines.map(({ sku, quantity }) => [sku, quantity])).toEqual([[soap.sku, 12]]);
  expect((await listOf(colleague, "favourites", at)).lines).toEqual([]);
  expect(await refusedWith(renameList(buyer, id, shared("X"), at))).toBe("not_found");
  expect(await refusedWith(removeList(buyer, id, at))).toBe("not_found");
  expect(await refusedWith(listOf(colleague, id, at))).toBe("not_found");
});

test("a list takes no quantity the cart would refuse, and none of the lines when one is wrong", async () => {
  const { buyer } = await customerWithBuyer();
  const [soap, milk] = [await product({ packMultiple: 6 }), await product()];
  const list = await startList(buyer, own("Semana"), at);
  await putOnList(buyer, list, { sku: soap.sku, quantity: 6 }, at);
  await putOnList(buyer, list, { sku: milk.sku, quantity: 1 }, at);
  const codes = [0, -1, 1.5, 10 ** 9, Number.NaN, 7].map(async (quantity) => [
    await refusedWith(putOnList(buyer, list, { sku: soap.sku, quantity }, at)),
    (
      await refusalOf(
        changeLines(
          buyer,
          list,
          [
            { sku: milk.sku, quantity: 5 },
            { sku: soap.sku, quantity },
          ],
          at,
        ),
      )
    ).reasons,
    (await fillCart(buyer, [{ sku: soap.sku, quantity }], at)).refused,
  ]);
  for (const [put, changed, filled] of await Promise.all(codes)) {
    expect(["quantity_invalid", "not_pack_multiple"]).toContain(put);
    expect(changed).toMatchObject([{ code: put, details: { sku: soap.sku } }]);
    expect(filled).toMatchObject([{ code: put, details: { sku: soap.sku } }]);
  }
  expect((await listOf(buyer, list, at)).lines.map(({ quantity }) => quantity)).toEqual([6, 1]);
  expect((await openCartOf(buyer, at)).lines).toEqual([]);
  expect(await refusedWith(putOnList(buyer, list, { sku: "NUNCA", quantity: 1 }, at))).toBe("not_found");
});

test("a list is shown at the prices and in the packs of today", async () => {
  const { buyer } = await customerWithBuyer();
  const soap = await product({ priceE4: 100_000 });
  const list = await startList(buyer, own("Semana"), at);
  await putOnList(buyer, list, { sku: soap.sku, quantity: 5 }, at);
  await changePrice(soap.id, 120_000);
  await sql`update products set pack_multiple = 4 where id = ${soap.id}`;
  const { lines, goodsCents } = await listOf(buyer, list, later(1));
  expect(lines[0]).toMatchObject({ quantity: 8, keptQuantity: 5, lineCents: 9_600, reasons: [] });
  expect(goodsCents).toBe(9_600);
});

test("products keep the order they are put in, and move one place at a time", async () => {
  const { buyer } = await customerWithBuyer();
  const [a, b, c] = [await product(), await product(), await product()];
  const list = await startList(buyer, own("Semana"), at);
  for (const { sku } of [a, b, c]) await putOnList(buyer, list, { sku, quantity: null }, at);
  const order = async () => (await listOf(buyer, list, at)).lines.map(({ sku }) => sku);
  await moveLine(buyer, list, c.sku, "up", at);
  expect(await order()).toEqual([a.sku, c.sku, b.sku]);
  await moveLine(buyer, list, a.sku, "up", at);
  expect(await order()).toEqual([a.sku, c.sku, b.sku]);
  await takeOffList(buyer, list, a.sku, at);
  await moveLine(buyer, list, c.sku, "down", at);
  expect(await order()).toEqual([b.sku, c.sku]);
});

test("a removed list is gone from sight and can be brought back whole, for thirty days", async () => {
  const { buyer } = await customerWithBuyer();
  const soap = await product();
  const list = await startList(buyer, own("Semana"), at);
  await putOnList(buyer, list, { sku: soap.sku, quantity: 3 }, at);
  await removeList(buyer, list, later(1));
  expect(await listsOf(buyer)).toEqual([]);
  expect(await refusedWith(listOf(buyer, list, later(1)))).toBe("not_found");
  await forgetRemovedLists(later(29 * 24 * 60));
  await bringListBack(buyer, list);
  expect((await listOf(buyer, list, later(2))).lines).toMatchObject([{ sku: soap.sku, quantity: 3 }]);
  await removeList(buyer, list, later(3));
  await forgetRemovedLists(later(31 * 24 * 60));
  expect(await refusedWith(bringListBack(buyer, list))).toBe("not_found");
});

test("a copy is the buyer's own and goes its own way", async () => {
  const { buyer, customerId } = await customerWithBuyer();
  const colleague = await buyerOf(customerId);
  const [soap, milk] = [await product(), await product()];
  const list = await startList(buyer, shared("Nossa"), at);
  await putOnList(buyer, list, { sku: soap.sku, quantity: 3 }, at);
  const copy = await copyList(colleague, list, "Nossa (cópia)", at);
  await putOnList(colleague, copy, { sku: milk.sku, quantity: 1 }, at);
  expect((await listOf(colleague, copy, at)).lines).toHaveLength(2);
  expect((await listOf(buyer, list, at)).lines).toHaveLength(1);
  expect(await refusedWith(listOf(buyer, copy, at))).toBe("not_found");
});

test("cart and order become lists in whole packs of today; another company's order is none of theirs", async () => {
  const { buyer, addressId } = await customerWithBuyer();
  const stranger = (await customerWithBuyer()).buyer;
  const [soap, gone] = [await product(), await product()];
  await addToCart(buyer, { sku: gone.sku, quantity: 2 }, at);
  await addToCart(buyer, { sku: soap.sku, quantity: 5 }, later(1));
  const fromCart = await saveAsList(buyer, "cart", own("Carrinho"), later(2));
  expect((await listOf(buyer, fromCart, at)).lines.map(({ quantity }) => quantity)).toEqual([2, 5]);
  const { number } = await ordered(buyer, addressId, later(3));
  await sql`update products set pack_multiple = 4 where id = ${soap.id}`;
  await sql`update products set is_active = false where id = ${gone.id}`;
  const fromOrder = await saveAsList(buyer, { order: number }, own("Pedido"), later(4));
  expect((await listOf(buyer, fromOrder, at)).lines.map(({ sku, quantity }) => [sku, quantity])).toEqual([
    [soap.sku, 8],
  ]);
  expect(await refusedWith(saveAsList(stranger, { order: number }, own("Deles"), at))).toBe("not_found");
  expect(await refusedWith(saveAsList(stranger, "cart", own("Vazio"), at))).toBe("cart_empty");
  expect(await listsOf(stranger)).toEqual([]);
});

test("putting a list into the cart more often at once than there are connections is putting it there once; what is refused stays out", async () => {
  const { buyer } = await customerWithBuyer();
  const [soap, priceless] = [await product(), await product({ priceE4: null })];
  const wanted = [
    { sku: soap.sku, quantity: 5 },
    { sku: priceless.sku, quantity: 1 },
  ];
  const presses = Number(process.env.DB_POOL) + 1;
  const all = await Promise.all(Array.from({ length: presses }, () => fillCart(buyer, wanted, at)));
  expect(all.map(({ held }) => held)).toEqual(Array(presses).fill(1));
  expect(all[0]?.refused).toMatchObject([{ code: "no_price", details: { sku: priceless.sku } }]);
  expect((await openCartOf(buyer, at)).lines.map(({ sku, quantity }) => [sku, quantity])).toEqual([[soap.sku, 5]]);
  const [noted] =
    await sql`select count(*)::int as n from journey_steps where buyer_id = ${buyer.userId} and kind = 'refused'`;
  expect(noted?.n).toBe(presses);
});

test("a buyer keeps fifty lists and a list three hundred products, and is told so", async () => {
  const { buyer, customerId } = await customerWithBuyer();
  await Promise.all(
    Array.from({ length: mostLists + 3 }, () => startList(buyer, own("Mais uma"), at).catch(() => null)),
  );
  expect(await listsOf(buyer)).toHaveLength(mostLists);
  expect(await refusedWith(startList(buyer, own("Outra"), at))).toBe("lists_full");
  const [list] = await listsOf(buyer);
  await sql`insert into products (sku, name, created_at) select 'CHEIA-' || n, 'Produto', now() from generate_series(1, ${mostListLines}) n`;
  await sql`insert into list_lines (customer_id, list_id, product_id, quantity, position)
    select ${customerId}, ${list?.id ?? 0}, id, 1, 1 from products where sku like 'CHEIA-%'`;
  const soap = await product();
  expect(await refusedWith(putOnList(buyer, list?.id ?? 0, { sku: soap.sku, quantity: 1 }, at))).toBe("list_full");
  await putOnList(buyer, list?.id ?? 0, { sku: "cheia-1", quantity: 9 }, at);
});
