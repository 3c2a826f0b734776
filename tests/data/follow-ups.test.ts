import { expect, test } from "vitest";
import { openCartOf, recordLook } from "#app/domain/carts/open-cart.server.ts";
import { defaultSettings } from "#app/domain/customers/settings.ts";
import { followUp, noteOutcome } from "#app/domain/recovery/follow-ups.server.ts";
import { cartStory } from "#app/domain/recovery/story.server.ts";
import { sql } from "#db/connection.server.ts";
import { cartOf, manager, ordered, refusedWith, rep, servedBy } from "#tests/builders/field.ts";

const wholeHouse = await manager();
const opened = new Date("2026-11-02T12:00:00Z");
const after = (hours: number) => new Date(opened.getTime() + hours * 3_600_000);
const hello = { medium: "whatsapp" as const, text: "Olá" };

test("a silence is followed up once, and once more only after the buyer moved and went quiet again", async () => {
  const { buyer } = await servedBy(null);
  const { cartId } = await cartOf(buyer, opened);
  await followUp(wholeHouse, cartId, hello, after(25));
  expect(await refusedWith(followUp(wholeHouse, cartId, hello, after(26)))).toBe("already_followed_up");
  await recordLook(buyer, "cart_viewed", await openCartOf(buyer, after(30)), after(30));
  expect(await refusedWith(followUp(wholeHouse, cartId, hello, after(31)))).toBe("already_followed_up");
  await followUp(wholeHouse, cartId, hello, after(54));
  expect(await refusedWith(followUp(wholeHouse, cartId, hello, after(90)))).toBe("already_followed_up");
  expect((await cartStory(wholeHouse, cartId, after(100), defaultSettings)).contacts).toHaveLength(2);
});

test("ten reps' windows at once make one contact", async () => {
  const { buyer } = await servedBy(null);
  const { cartId } = await cartOf(buyer, opened);
  const tries = await Promise.all(
    Array.from({ length: 10 }, () =>
      followUp(wholeHouse, cartId, hello, after(25)).then(
        () => "made",
        ({ code }) => code,
      ),
    ),
  );
  expect(tries.filter((one) => one === "made")).toHaveLength(1);
  expect(tries.filter((one) => one === "already_followed_up")).toHaveLength(9);
});

test("nobody is contacted after ordering, not even at the same instant", async () => {
  const done = await servedBy(null);
  const { cartId } = await cartOf(done.buyer, opened);
  await ordered(done.buyer, done.addressId, after(25));
  expect(await refusedWith(followUp(wholeHouse, cartId, hello, after(25)))).toBe("cart_already_ordered");
  const many = await Promise.all(
    Array.from({ length: 12 }, async () => {
      const customer = await servedBy(null);
      return { ...customer, ...(await cartOf(customer.buyer, opened)) };
    }),
  );
  await Promise.all(
    many.map(async (one, turn) => {
      const pause = () => new Promise((resolve) => setTimeout(resolve, turn * 4));
      const contact = pause().then(() => followUp(wholeHouse, one.cartId, hello, after(26)));
      const [told] = await Promise.allSettled([contact, ordered(one.buyer, one.addressId, after(26))]);
      const [row] = await sql`select (select count(*)::int from orders where customer_id = ${one.customerId}) as orders,
        (select count(*)::int from follow_ups where customer_id = ${one.customerId}) as contacts`;
      expect(row).toEqual({ orders: 1, contacts: told.status === "fulfilled" ? 1 : 0 });
      expect(await refusedWith(followUp(wholeHouse, one.cartId, hello, after(27)))).toBe("cart_already_ordered");
    }),
  );
});

test("a contact that waits for an order in the making is refused once the order stands", async () => {
  const { buyer } = await servedBy(null);
  const { cartId } = await cartOf(buyer, opened);
  let contact: Promise<string> | undefined;
  await sql.begin(async (tx) => {
    await tx`update carts set ordered_at = ${after(25)}, is_current = false where id = ${cartId}`;
    contact = refusedWith(followUp(wholeHouse, cartId, hello, after(25)));
    await new Promise((resolve) => setTimeout(resolve, 150));
  });
  expect(await contact).toBe("cart_already_ordered");
});

test("another rep's cart is not there: no story, no contact, no outcome", async () => {
  const [mine, other] = [await rep(), await rep()];
  const { buyer } = await servedBy(mine.repId);
  const { cartId } = await cartOf(buyer, opened);
  const contactId = await followUp(mine, cartId, hello, after(25));
  const outcome = { outcome: "other" as const, toldReason: "" as const, notes: "" };
  expect(await refusedWith(cartStory(other, cartId, after(26), defaultSettings))).toBe("not_found");
  expect(await refusedWith(followUp(other, cartId, hello, after(26)))).toBe("not_found");
  expect(await refusedWith(noteOutcome(other, cartId, contactId, outcome, after(26)))).toBe("not_found");
  const [kept] = await sql`select outcome from follow_ups where id = ${contactId}`;
  expect(kept?.outcome).toBeNull();
  await noteOutcome(mine, cartId, contactId, { ...outcome, toldReason: "price_rose", notes: "achou caro" }, after(27));
  const story = await cartStory(mine, cartId, after(28), defaultSettings);
  expect(story.contacts[0]).toMatchObject({ outcome: "other", toldReason: "price_rose", notes: "achou caro" });
});
