import { sql as condition } from "drizzle-orm";
import { expect, test } from "vitest";
import { addToCart, removeFromCart } from "#app/domain/carts/carts.server.ts";
import { mostKeptCarts } from "#app/domain/carts/kept-cart.ts";
import {
  bringCartBack,
  keptCartsOf,
  makeCurrent,
  mergeIntoCurrent,
  removeCart,
  removedCartsOf,
  renameCart,
  setAside,
} from "#app/domain/carts/kept-carts.server.ts";
import { openCartOf } from "#app/domain/carts/open-cart.server.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { defaultSettings } from "#app/domain/customers/settings.ts";
import { placeOrder } from "#app/domain/orders/orders.server.ts";
import { quietCarts } from "#app/domain/recovery/queue.server.ts";
import { sql } from "#db/connection.server.ts";
import { buyerOf, customerWithBuyer, product, repActingAs, termsOfTheHouse } from "#tests/builders/distributor.ts";
import { at, later, refusalOf, wishOf } from "#tests/builders/ordering.ts";
import { brokenPromises } from "#tests/builders/promises.ts";

const quantities = async (buyer: Buyer) =>
  (await openCartOf(buyer, at)).lines.map(({ sku, quantity }) => `${quantity} ${sku}`);
const keptBy = async (buyer: Buyer) => (await keptCartsOf(buyer)).map(({ name, lines }) => `${name} ${lines}`);

async function shopper() {
  const { buyer, customerId, addressId } = await customerWithBuyer();
  const [soap, tea] = [await product(), await product()];
  await addToCart(buyer, { sku: soap.sku, quantity: 2 }, at);
  return { buyer, customerId, addressId, soap, tea };
}

test("a cart set aside waits under its name, and a new one begins", async () => {
  const { buyer, soap, tea } = await shopper();
  await setAside(buyer, "Festa junina", at);
  expect(await quantities(buyer)).toEqual([]);
  await addToCart(buyer, { sku: tea.sku, quantity: 5 }, later(1));
  expect(await quantities(buyer)).toEqual([`5 ${tea.sku}`]);
  const [kept] = await keptCartsOf(buyer);
  expect(kept).toMatchObject({ name: "Festa junina", lines: 1, goodsCents: 2000 });
  await makeCurrent(buyer, kept?.id as number, "Sem nome", later(2));
  expect(await quantities(buyer)).toEqual([`2 ${soap.sku}`]);
  expect(await keptBy(buyer)).toEqual(["Sem nome 1"]);
});

test("an empty cart is not set aside, and one that is emptied makes room without being kept", async () => {
  const { buyer, soap } = await shopper();
  await setAside(buyer, "A", at);
  expect((await refusalOf(setAside(buyer, "B", at))).code).toBe("cart_empty");
  await addToCart(buyer, { sku: soap.sku, quantity: 1 }, at);
  await removeFromCart(buyer, "all", at);
  const [kept] = await keptCartsOf(buyer);
  await makeCurrent(buyer, kept?.id as number, "Nada", at);
  expect(await keptBy(buyer)).toEqual([]);
});

test("a cart that was current keeps its name for the next time it is exchanged", async () => {
  const { buyer, tea } = await shopper();
  await setAside(buyer, "Festa", at);
  await addToCart(buyer, { sku: tea.sku, quantity: 1 }, at);
  await setAside(buyer, "Semana", later(1));
  const [week, party] = await keptCartsOf(buyer);
  await makeCurrent(buyer, party?.id as number, "x", later(2));
  await makeCurrent(buyer, week?.id as number, "x", later(3));
  expect(await keptBy(buyer)).toEqual(["Festa 1"]);
});

test("at most twenty wait, also when a removed one comes back", async () => {
  const { buyer, soap } = await shopper();
  for (let many = 0; many < mostKeptCarts; many++) {
    await addToCart(buyer, { sku: soap.sku, quantity: 1 }, at);
    await setAside(buyer, `Carrinho ${many}`, at);
  }
  await addToCart(buyer, { sku: soap.sku, quantity: 1 }, at);
  expect((await refusalOf(setAside(buyer, "Mais um", at))).code).toBe("carts_full");
  const [one] = await keptCartsOf(buyer);
  await removeCart(buyer, one?.id as number, at);
  await setAside(buyer, "Mais um", at);
  expect((await refusalOf(bringCartBack(buyer, one?.id as number, at))).code).toBe("carts_full");
});

test("a removed cart leaves nothing to follow up, and comes back as it was", async () => {
  const { buyer, customerId } = await shopper();
  await setAside(buyer, "Festa", at);
  const [kept] = await keptCartsOf(buyer);
  const id = kept?.id as number;
  const held = async () => {
    const [row] = await sql`select coalesce(sum(quantity), 0) as held from (
      select distinct on (product_id) quantity from journey_steps where customer_id = ${customerId} and cart_id = ${id}
        and kind in ('added', 'changed', 'removed') order by product_id, at desc, id desc) last`;
    return row?.held;
  };
  await removeCart(buyer, id, later(1));
  await removeCart(buyer, id, later(1));
  expect([await keptBy(buyer), await held()]).toEqual([[], 0]);
  expect(await removedCartsOf(buyer, later(2))).toEqual([{ id, name: "Festa" }]);
  expect(await removedCartsOf(buyer, later(31 * 24 * 60))).toEqual([]);
  await bringCartBack(buyer, id, later(2));
  await bringCartBack(buyer, id, later(2));
  expect([await keptBy(buyer), await held()]).toEqual([["Festa 1"], 2]);
});

test("merging makes the current cart up to both, keeps aside what is refused, and says why", async () => {
  const { buyer, soap, tea } = await shopper();
  await addToCart(buyer, { sku: tea.sku, quantity: 6 }, at);
  await setAside(buyer, "Festa", at);
  await addToCart(buyer, { sku: soap.sku, quantity: 9 }, at);
  await sql`update products set is_active = false where id = ${tea.id}`;
  const [kept] = await keptCartsOf(buyer);
  const { held, refused } = await mergeIntoCurrent(buyer, kept?.id as number, at);
  expect([held, refused.map(({ code }) => code)]).toEqual([1, ["product_inactive"]]);
  expect(await quantities(buyer)).toEqual([`9 ${soap.sku}`]);
  expect(await keptBy(buyer)).toEqual(["Festa 1"]);
  await sql`update products set is_active = true where id = ${tea.id}`;
  await mergeIntoCurrent(buyer, kept?.id as number, later(1));
  expect(await quantities(buyer)).toEqual([`9 ${soap.sku}`, `6 ${tea.sku}`]);
  expect((await refusalOf(mergeIntoCurrent(buyer, kept?.id as number, later(1)))).code).toBe("not_found");
});

test("another buyer's cart does not exist, not even for a colleague or for the rep who acts as the customer", async () => {
  const { buyer, customerId } = await shopper();
  await setAside(buyer, "Minha", at);
  const [kept] = await keptCartsOf(buyer);
  const id = kept?.id as number;
  const others = [await buyerOf(customerId), await repActingAs(customerId), (await customerWithBuyer()).buyer];
  for (const other of others) {
    const acts = [
      () => makeCurrent(other, id, "x", at),
      () => renameCart(other, id, "x"),
      () => removeCart(other, id, at),
      () => bringCartBack(other, id, at),
      () => mergeIntoCurrent(other, id, at),
    ];
    for (const act of acts) expect((await refusalOf(act())).code).toBe("not_found");
    expect(await keptCartsOf(other)).toEqual([]);
  }
  expect(await keptBy(buyer)).toEqual(["Minha 1"]);
});

test("twenty tabs that set aside, exchange, merge, add and order at once leave one current cart and lose no line", async () => {
  const { buyer, customerId, addressId, soap, tea } = await shopper();
  const terms = await termsOfTheHouse();
  await setAside(buyer, "Um", at);
  await addToCart(buyer, { sku: tea.sku, quantity: 3 }, at);
  const [kept] = await keptCartsOf(buyer);
  const id = kept?.id as number;
  const wish = await wishOf(buyer, terms, addressId);
  const acts = [
    () => setAside(buyer, "Dois", at),
    () => makeCurrent(buyer, id, "Três", at),
    () => mergeIntoCurrent(buyer, id, at),
    () => addToCart(buyer, { sku: soap.sku, quantity: 1 }, at),
    () => placeOrder(buyer, wish, at),
  ];
  const done = await Promise.allSettled(Array.from({ length: 20 }, (_, turn) => acts[turn % acts.length]?.()));
  const faults = done.flatMap((one) => (one.status === "rejected" && !("code" in one.reason) ? [one.reason] : []));
  expect(faults).toEqual([]);
  const [state] = await sql`select count(*) filter (where is_current)::int as current,
    count(*) filter (where is_current and set_aside_at is not null)::int as both from carts where customer_id = ${customerId}`;
  expect(state?.current).toBeLessThanOrEqual(1);
  expect(state?.both).toBe(0);
  const [soaps] =
    await sql`select coalesce(sum(l.quantity), 0)::int as held from cart_lines l join carts k on k.customer_id = l.customer_id
    and k.id = l.cart_id where l.customer_id = ${customerId} and l.product_id = ${soap.id}`;
  // Six were put in; where a merge met as many in both carts, the larger line stands for both.
  expect(soaps?.held).toBeGreaterThanOrEqual(3);
  expect(await brokenPromises()).toEqual([]);
});

test("the rep's queue names a kept cart, as of a moment after it was set aside", async () => {
  const { buyer, customerId } = await shopper();
  await setAside(buyer, "Festa junina", later(26 * 60));
  const among = condition`customers.id = ${customerId}`;
  const named = async (asOf: Date) =>
    (await quietCarts(among, null, "waiting", asOf, defaultSettings)).map(({ keptAs }) => keptAs);
  expect([await named(later(25 * 60)), await named(later(60 * 60))]).toEqual([[null], ["Festa junina"]]);
});
