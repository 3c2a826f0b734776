import { expect, test } from "vitest";
import { addToCart } from "#app/domain/carts/carts.server.ts";
import { deliverTo, openCartOf } from "#app/domain/carts/open-cart.server.ts";
import type { FreightElsewhere } from "#app/domain/customers/freight.ts";
import { changeSettings } from "#app/domain/customers/settings.server.ts";
import { placeDirectOrder } from "#app/domain/orders/direct.server.ts";
import { orderOf } from "#app/domain/orders/order-sheet.server.ts";
import { placeOrder } from "#app/domain/orders/orders.server.ts";
import { sql } from "#db/connection.server.ts";
import { customerWithBuyer, product, termsOfTheHouse } from "#tests/builders/distributor.ts";
import { manager } from "#tests/builders/field.ts";
import { at, later, refusalOf, wishOf } from "#tests/builders/ordering.ts";
import { brokenPromises } from "#tests/builders/promises.ts";

const office = await manager();
const terms = await termsOfTheHouse();

const freight = (elsewhere: FreightElsewhere) =>
  changeSettings(
    office,
    {
      freight: {
        kind: "by_uf",
        cents: 9_000,
        freeOverCents: null,
        elsewhere,
        rates: { SP: { cents: 2_500, freeOverCents: 50_000 }, MG: { cents: 4_000, freeOverCents: null } },
      },
    },
    { at: new Date(at.getTime() - 1000) },
  );

/** A buyer with a cart of R$ 100 whose usual place is in SP, and a second place in the state named. */
async function shopper(uf: string) {
  const { buyer, customerId, addressId } = await customerWithBuyer();
  const [there] = await sql<{ id: number }[]>`insert into customer_addresses
    (customer_id, label, street, number, city, uf, postal_code) values (${customerId}, 'Filial', 'Rua B', '2', 'Lá', ${uf}, '30110000')
    returning id`;
  const soap = await product();
  await addToCart(buyer, { sku: soap.sku, quantity: 10 }, at);
  return { buyer, customerId, addressId, thereId: (there as { id: number }).id, soap };
}

test("the cart pays the freight of the usual place until another is chosen, and never of somebody else's place", async () => {
  await freight("refused");
  const { buyer, thereId } = await shopper("MG");
  const stranger = await shopper("RJ");
  const freightNow = async () => (await openCartOf(buyer, at)).freightCents;
  expect(await freightNow()).toBe(2_500);
  await deliverTo(buyer, stranger.thereId);
  expect(await freightNow()).toBe(2_500);
  await deliverTo(buyer, thereId);
  expect(await freightNow()).toBe(4_000);
  await sql`update customer_addresses set removed_at = ${at} where customer_id = ${buyer.customerId} and id = ${thereId}`;
  expect(await freightNow()).toBe(2_500);
});

test("another place chosen at the last moment is refused with its new total, and ordered as it is then shown", async () => {
  await freight("refused");
  const { buyer, thereId } = await shopper("MG");
  const shownForSp = await wishOf(buyer, terms, thereId);
  const refusal = await refusalOf(placeOrder(buyer, shownForSp, at));
  expect([refusal.code, refusal.details.totalCents]).toEqual(["prices_changed", 14_000]);
  const { number } = await placeOrder(buyer, await wishOf(buyer, terms, thereId), later(1));
  expect(await orderOf(buyer, number)).toMatchObject({ goodsCents: 10_000, freightCents: 4_000, isFreightOpen: false });
  expect(await brokenPromises()).toEqual([]);
});

test("where nobody delivers nothing is ordered, from the shop or by another system, and freight to be agreed is said on the order", async () => {
  await freight("refused");
  const { buyer, customerId, thereId, soap } = await shopper("AM");
  await deliverTo(buyer, thereId);
  const cart = await openCartOf(buyer, at);
  expect(cart.reasons).toEqual([{ code: "freight_not_served", details: { uf: "AM" } }]);
  expect((await refusalOf(placeOrder(buyer, await wishOf(buyer, terms, thereId), at))).code).toBe("freight_not_served");
  const wish = {
    lines: [{ sku: soap.sku, quantity: 1 }],
    paymentTermsId: terms,
    addressId: thereId,
    poNumber: null,
    notes: null,
    channel: "other" as const,
    totalCents: null,
    idempotencyKey: "am-1",
  };
  expect((await refusalOf(placeDirectOrder(customerId, 1, wish, at))).code).toBe("freight_not_served");
  await freight("agreed");
  const { number } = await placeOrder(buyer, await wishOf(buyer, terms, thereId), later(1));
  expect(await orderOf(buyer, number)).toMatchObject({ freightCents: 0, isFreightOpen: true });
});
