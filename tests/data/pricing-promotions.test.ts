import { expect, test } from "vitest";
import { chooseTerms } from "#app/domain/carts/cart-terms.server.ts";
import { addToCart } from "#app/domain/carts/carts.server.ts";
import { openCartOf } from "#app/domain/carts/open-cart.server.ts";
import { cancelOrder } from "#app/domain/orders/moves.server.ts";
import { orderOf } from "#app/domain/orders/order-sheet.server.ts";
import { placeOrder } from "#app/domain/orders/orders.server.ts";
import { endPromotion, openPromotion, revisePromotion } from "#app/domain/pricing/keeping-promotions.server.ts";
import type { PromotionDetails } from "#app/domain/pricing/promotion.ts";
import { shelfFor } from "#app/domain/pricing/shelf.server.ts";
import { anyShelf } from "#app/domain/pricing/shelf.ts";
import { addTaxRule, taxRulesOfTheHouse } from "#app/domain/pricing/tax-rules.server.ts";
import { sql } from "#db/connection.server.ts";
import { changePrice, customerWithBuyer, product, termsOfTheHouse } from "#tests/builders/distributor.ts";
import { at, later, refusalOf, wishOf } from "#tests/builders/ordering.ts";
import { brokenPromises } from "#tests/builders/promises.ts";
import { promotionOn, unitsTaken } from "#tests/builders/promotions.ts";

const staff = { userId: 1, repId: null };

test("the last unit of a promotion under forty parallel orders is sold once; the others are told the new price and lose nothing", async () => {
  const terms = await termsOfTheHouse();
  const soap = await product({ priceE4: 100_000, onHand: 1000 });
  const offer = await promotionOn([soap.id], { unitLimit: 1 });
  const many = await Promise.all(
    Array.from({ length: 40 }, async () => {
      const customer = await customerWithBuyer();
      await addToCart(customer.buyer, { sku: soap.sku, quantity: 1 }, at);
      return { ...customer, wish: await wishOf(customer.buyer, terms, customer.addressId) };
    }),
  );
  const outcomes = await Promise.all(
    many.map(({ buyer, wish }) =>
      placeOrder(buyer, wish, later(1)).then(
        () => "sold",
        (fault) => fault,
      ),
    ),
  );
  const losers = outcomes.filter((outcome) => outcome !== "sold");
  expect(losers).toHaveLength(39);
  for (const loser of losers) {
    expect(loser.code).toBe("prices_changed");
    expect(loser.details).toMatchObject({ totalCents: 1000 });
  }
  expect(await unitsTaken(offer)).toEqual({ counted: 1, ordered: 1 });
  const [stock] = await sql`select reserved from stock where product_id = ${soap.id}`;
  expect(stock?.reserved).toBe(1);
  const loser = many[outcomes.findIndex((outcome) => outcome !== "sold")];
  if (!loser) throw new Error("nobody lost");
  const cart = await openCartOf(loser.buyer, later(2));
  expect(cart.lines[0]).toMatchObject({ quantity: 1, change: { wasE4: 90_000, nowE4: 100_000 } });
  await placeOrder(loser.buyer, await wishOf(loser.buyer, terms, loser.addressId, later(2)), later(3));
  expect(await brokenPromises()).toEqual([]);
});

test("a cancelled order gives back what it took of a promotion, and the next one gets it", async () => {
  const terms = await termsOfTheHouse();
  const [soap, bar] = [await product({ priceE4: 100_000 }), await product({ priceE4: 50_000 })];
  const offer = await promotionOn([soap.id, bar.id], { unitLimit: 10 });
  const { buyer, addressId } = await customerWithBuyer();
  await addToCart(buyer, { sku: soap.sku, quantity: 6 }, at);
  await addToCart(buyer, { sku: bar.sku, quantity: 6 }, at);
  const cart = await openCartOf(buyer, at);
  expect(cart.lines.map((line) => line.quote?.unitPriceE4)).toEqual([90_000, 50_000]);
  const { number } = await placeOrder(buyer, await wishOf(buyer, terms, addressId), later(1));
  expect(await unitsTaken(offer)).toEqual({ counted: 6, ordered: 6 });
  const order = await orderOf(buyer, number);
  expect(order.lines[0]?.chain.at(-1)).toMatchObject({
    source: "promotion",
    name: "Queima de estoque",
    validUntil: "2026-12-01",
  });
  await cancelOrder(staff, number, "desistiu", later(2));
  expect(await unitsTaken(offer)).toEqual({ counted: 0, ordered: 0 });
  await addToCart(buyer, { sku: bar.sku, quantity: 10 }, later(3));
  expect((await openCartOf(buyer, later(3))).lines[0]?.quote?.unitPriceE4).toBe(45_000);
  expect(await brokenPromises()).toEqual([]);
});

test("an order on other terms than the cart showed is refused with their prices, and can be placed at them", async () => {
  await sql`update payment_terms set is_active = false`;
  const terms = await termsOfTheHouse();
  const [sooner] = await sql<{ id: number }[]>`
    insert into payment_terms (code, name, days, price_basis_points) values ('14D', '14 dias', '{14}', -150) returning id`;
  const soonerId = sooner?.id ?? 0;
  const soap = await product({ priceE4: 100_000 });
  const { buyer, addressId } = await customerWithBuyer();
  await addToCart(buyer, { sku: soap.sku, quantity: 10 }, at);
  const cart = await openCartOf(buyer, at);
  expect(cart.terms?.id).toBe(terms);
  expect(cart.lines[0]?.steps).toMatchObject([
    { kind: "terms", termsId: soonerId, basisPoints: -150, savedCents: 150 },
  ]);
  const wish = await wishOf(buyer, soonerId, addressId);
  const refusal = await refusalOf(placeOrder(buyer, wish, later(1)));
  expect(refusal).toMatchObject({ code: "prices_changed", details: { totalCents: 9_850 } });
  const shown = await openCartOf(buyer, later(2));
  expect(shown).toMatchObject({ terms: { id: soonerId }, goodsCents: 9_850 });
  const { number } = await placeOrder(buyer, await wishOf(buyer, soonerId, addressId, later(2)), later(3));
  const order = await orderOf(buyer, number);
  expect(order).toMatchObject({ goodsCents: 9_850, paymentTermsName: "14 dias" });
  expect(order.lines[0]?.chain.at(-1)).toMatchObject({ source: "terms", name: "14 dias", basisPoints: -150 });
  await addToCart(buyer, { sku: soap.sku, quantity: 1 }, later(4));
  expect((await openCartOf(buyer, later(4))).terms).toEqual({ id: soonerId, name: "14 dias", basisPoints: -150 });
});

test("terms chosen for the cart are its prices at once, and nobody else's; terms that are not offered are refused", async () => {
  const dear = await sql<{ id: number }[]>`
    insert into payment_terms (code, name, days, price_basis_points) values ('84D', '84 dias', '{84}', 400) returning id`;
  const dearId = dear[0]?.id ?? 0;
  const soap = await product({ priceE4: 100_000 });
  const [one, other] = [await customerWithBuyer(), await customerWithBuyer()];
  for (const { buyer } of [one, other]) await addToCart(buyer, { sku: soap.sku, quantity: 1 }, at);
  await chooseTerms(one.buyer, dearId, later(1));
  expect(await openCartOf(one.buyer, later(2))).toMatchObject({ goodsCents: 1_040, hasChangedPrices: false });
  expect(await openCartOf(other.buyer, later(2))).toMatchObject({ goodsCents: 1_000 });
  await sql`update payment_terms set is_active = false where id = ${dearId}`;
  expect((await refusalOf(chooseTerms(other.buyer, dearId, later(3)))).code).toBe("payment_terms_not_offered");
  expect(await openCartOf(one.buyer, later(3))).toMatchObject({ goodsCents: 1_000, hasChangedPrices: true });
});

test("a price that moved before other terms were chosen is still to be confirmed, and only that one", async () => {
  const [row] = await sql<{ id: number }[]>`
    insert into payment_terms (code, name, days, price_basis_points) values ('7D', '7 dias', '{7}', -200) returning id`;
  const { buyer } = await customerWithBuyer();
  const [soap, rice] = [await product({ priceE4: 100_000 }), await product({ priceE4: 50_000 })];
  for (const { sku } of [soap, rice]) await addToCart(buyer, { sku, quantity: 1 }, at);
  await changePrice(soap.id, 120_000);
  await chooseTerms(buyer, row?.id ?? 0, later(1));
  const { lines } = await openCartOf(buyer, later(2));
  expect(lines.map(({ change }) => change)).toEqual([{ wasE4: 100_000, nowE4: 117_600 }, null]);
});

test("a tax rule sent twice at once is one rule", async () => {
  const rule = {
    component: "IBS",
    basisPoints: 100,
    categoryId: null,
    supplierId: null,
    uf: null,
    validFrom: "2026-01-01",
  };
  await Promise.all(Array.from({ length: 4 }, () => addTaxRule(staff, rule, at)));
  await addTaxRule(staff, { ...rule, uf: "SP" }, at);
  expect((await taxRulesOfTheHouse("2026-11-22")).map(({ uf }) => uf)).toEqual([null, "SP"]);
  await sql`delete from tax_rules`;
});

test("taxes are estimated by category and state, and stay on the order as they were shown, outside of its total", async () => {
  const terms = await termsOfTheHouse();
  const soap = await product({ priceE4: 100_000 });
  const [category] = await sql<
    { id: number }[]
  >`insert into categories (slug, name) values ('higiene', 'Higiene') returning id`;
  await sql`update products set category_id = ${category?.id ?? 0} where id = ${soap.id}`;
  await sql`insert into tax_rules (component, basis_points, category_id, uf, valid_from, created_at) values
    ('IPI', 500, ${category?.id ?? 0}, null, '2026-01-01', now()), ('ICMS-ST', 1230, ${category?.id ?? 0}, 'SP', '2026-01-01', now()),
    ('ICMS-ST', 900, ${category?.id ?? 0}, 'RJ', '2026-01-01', now())`;
  const { buyer, addressId } = await customerWithBuyer({ uf: "SP" });
  await addToCart(buyer, { sku: soap.sku, quantity: 3 }, at);
  const expected = [
    { component: "ICMS-ST", cents: 369 },
    { component: "IPI", cents: 150 },
  ];
  expect(await openCartOf(buyer, at)).toMatchObject({ taxes: expected, totalCents: 3_000 });
  const { number } = await placeOrder(buyer, await wishOf(buyer, terms, addressId), later(1));
  await sql`delete from tax_rules`;
  const order = await orderOf(buyer, number);
  expect(order.taxes).toEqual(expected);
  expect(order.lines[0]?.taxes).toEqual([
    { component: "ICMS-ST", basisPoints: 1230, cents: 369 },
    { component: "IPI", basisPoints: 500, cents: 150 },
  ]);
});

test("the shelf counts what is on promotion for this customer, bought before or not, and shows just that", async () => {
  await sql`update promotions set ended_at = now()`;
  const [category] = await sql<
    { id: number }[]
  >`insert into categories (slug, name) values ('molhos', 'Molhos') returning id`;
  const sauces = await Promise.all([product(), product(), product()]);
  await sql`update products set category_id = ${category?.id ?? 0} where id = any(${sauces.map(({ id }) => id)}::int[])`;
  const [bread, oil] = [await product(), await product()];
  const { customerId } = await customerWithBuyer({ uf: "SP" });
  await promotionOn([bread.id, sauces[0]?.id ?? 0]);
  await sql`insert into promotions (name, off_basis_points, scope, category_id, audience, uf, valid_from, valid_until, created_at) values
    ('Molhos', 500, 'category', ${category?.id ?? 0}, 'uf', 'SP', '2026-11-01', '2026-12-01', now()),
    ('De outros', 500, 'category', ${category?.id ?? 0}, 'uf', 'RJ', '2026-11-01', '2026-12-01', now())`;
  for (const { id } of [bread, oil]) {
    await sql`insert into product_days (customer_id, product_id, day, channel, orders, quantity, gross_cents)
      values (${customerId}, ${id}, '2026-10-01', 'storefront', 1, 1, 100)`;
  }
  const seenFrom = async (uf: string) => {
    const customer = { id: customerId, priceTableId: null, groupId: null, uf, terms: null };
    const { facets } = await shelfFor(customer, anyShelf, "2026-11-20");
    const promoted = await shelfFor(customer, { ...anyShelf, isPromoted: true }, "2026-11-20");
    return { counted: facets.promoted, total: promoted.total, shown: promoted.rows.map(({ sku }) => sku).sort() };
  };
  const all = [bread, ...sauces].map(({ sku }) => sku).sort();
  expect(await seenFrom("SP")).toEqual({ counted: 4, total: 4, shown: all });
  const few = [bread.sku, sauces[0]?.sku ?? ""].sort();
  expect(await seenFrom("BA")).toEqual({ counted: 2, total: 2, shown: few });
});

test("what a shelf counts as promoted follows a promotion that is opened, widened and ended, though counts are kept", async () => {
  const { customerId } = await customerWithBuyer();
  const customer = { id: customerId, groupId: null, uf: "SP", priceTableId: null, terms: null };
  const [soap, bar] = [await product(), await product()];
  const promoted = async () => (await shelfFor(customer, anyShelf, "2026-11-22")).facets.promoted;
  const before = await promoted();
  const offer: PromotionDetails = {
    name: "Semana da limpeza",
    offBasisPoints: 500,
    unitPriceE4: null,
    fromQuantity: 1,
    scope: "products",
    categoryId: null,
    supplierId: null,
    skus: [soap.sku],
    audience: "all",
    groupId: null,
    uf: null,
    customerCodes: [],
    validFrom: "2026-11-20",
    validUntil: "2026-12-01",
    unitLimit: null,
  };
  const id = await openPromotion(staff, offer, at);
  expect(await promoted()).toBe(before + 1);
  await revisePromotion(staff, id, { ...offer, skus: [soap.sku, bar.sku] }, at);
  expect(await promoted()).toBe(before + 2);
  await endPromotion(staff, id, at);
  expect(await promoted()).toBe(before);
});
