import { addToCart } from "#app/domain/carts/carts.server.ts";
import { openCartOf, recordLook } from "#app/domain/carts/open-cart.server.ts";
import type { Buyer, Scope } from "#app/domain/customers/buyer.ts";
import { checkoutOf } from "#app/domain/orders/checkout.server.ts";
import { cancelOrder } from "#app/domain/orders/moves.server.ts";
import { placeOnlineOrder } from "#app/domain/orders/orders.server.ts";
import { attemptsOf } from "#app/domain/payments/attempts.server.ts";
import { decidePayment } from "#app/domain/payments/deciding.server.ts";
import { tendPayments } from "#app/domain/payments/expiring.server.ts";
import { startPayment } from "#app/domain/payments/paying.server.ts";
import { type PaymentMethod, payByFor } from "#app/domain/payments/payment.ts";
import { lookAgain } from "#app/domain/payments/seeing.server.ts";
import { dayOf, daysAfter, momentAt } from "#app/domain/period.ts";
import { env } from "#app/env.server.ts";
import { sql } from "#db/connection.server.ts";
import { awaitSession, type Books, paySession, settleIntent } from "#db/demo/payments/api.ts";
import { besideTheDemo } from "#db/demo/payments/keeping.server.ts";
import { testKey } from "#db/demo/payments/names.ts";
import { openPaymentHouse } from "#db/demo/payments/payment-house.ts";
import { Clock } from "./shop.server.ts";

/** An order in the middle of being paid. */
interface Case {
  buyer: Buyer;
  manager: Scope;
  order: { id: number; number: string };
  books: Books;
}

type Act = (one: Case, at: Date) => Promise<unknown>;

const latest = async ({ buyer, order }: Case) => (await attemptsOf(buyer.customerId, order.id)).at(-1)!;
const pageOf = async (one: Case) => one.books.sessions.get((await latest(one)).sessionId!)!;

const opensPage =
  (method: PaymentMethod): Act =>
  ({ buyer, order }, at) =>
    startPayment(buyer, order.number, method, at);

const pays =
  (method: "card" | "pix"): Act =>
  async (one, at) => {
    await opensPage(method)(one, at);
    await paySession(await pageOf(one), one.books);
  };

const asksFor =
  (method: "boleto" | "pix"): Act =>
  async (one, at) => {
    await opensPage(method)(one, at);
    await awaitSession(await pageOf(one), method, one.books);
  };

const bankTells =
  (isPaid: boolean): Act =>
  async (one) =>
    settleIntent(one.books.intents.get((await pageOf(one)).payment_intent!)!, isPaid, one.books);

const isCalledOff =
  (why: string): Act =>
  ({ manager, order }, at) =>
    cancelOrder(manager, order.number, why, at);

const isGivenUp: Act = (_, at) => tendPayments(at);

const isPaidBack: Act = async (one, at) =>
  decidePayment(one.manager, (await latest(one)).id, { how: "refunded", note: "Combinado por telefone" }, at);

/** One order as it was paid, or not; each turn so many minutes after the one before. */
interface Story {
  /** Of whom: a demo buyer by e-mail, or the first rep's customer that comes so many places later. */
  of: string | number;
  daysAgo: number;
  time: string;
  /** Which products the company has not bought yet, and how many packs of each. */
  from: number;
  lines: number;
  packs: number;
  turns: readonly [minutesLater: number, act: Act][];
}

const hour = 60;
const stories: readonly Story[] = [
  {
    ...{ of: "approver@demo.test", daysAgo: 11, time: "10:05:00", from: 0, lines: 4, packs: 6 },
    turns: [[2, pays("card")]],
  },
  {
    ...{ of: 3, daysAgo: 9, time: "11:30:00", from: 4, lines: 3, packs: 6 },
    turns: [
      [3, pays("card")],
      [4 * hour, isCalledOff("Avaria no depósito")],
      [hour, isPaidBack],
    ],
  },
  {
    ...{ of: "buyer2@demo.test", daysAgo: 6, time: "15:20:00", from: 2, lines: 3, packs: 5 },
    turns: [
      [1, opensPage("card")],
      [25 * hour, isGivenUp],
    ],
  },
  {
    ...{ of: "approver@demo.test", daysAgo: 8, time: "09:40:00", from: 5, lines: 5, packs: 4 },
    turns: [
      [2, asksFor("pix")],
      [75, bankTells(false)],
      [30, pays("card")],
    ],
  },
  {
    ...{ of: "buyer2@demo.test", daysAgo: 3, time: "16:10:00", from: 6, lines: 4, packs: 6 },
    turns: [[4, pays("pix")]],
  },
  {
    ...{ of: 4, daysAgo: 2, time: "13:45:00", from: 3, lines: 4, packs: 5 },
    turns: [
      [3, asksFor("pix")],
      [20, isCalledOff("A pedido do cliente")],
      [5, bankTells(true)],
    ],
  },
  {
    ...{ of: "buyer2@demo.test", daysAgo: 1, time: "14:10:00", from: 10, lines: 4, packs: 8 },
    turns: [[3, asksFor("boleto")]],
  },
  {
    ...{ of: "buyer2@demo.test", daysAgo: 0, time: "now", from: 10, lines: 3, packs: 6 },
    turns: [[2, opensPage("card")]],
  },
];

/** The buyer, whose basket is empty; null where there is none. */
async function payerOf(of: Story["of"]): Promise<Buyer | null> {
  const [row] = await sql<{ userId: number; customerId: number }[]>`
    select u.id as "userId", c.id as "customerId" from users u join customers c on c.id = u.customer_id
    where u.role = 'buyer' and c.access_granted_at is not null and case
      when ${typeof of === "string"} then u.email = ${String(of)}
      else u.email like 'comprador.%' and c.rep_id = (select id from users where email = 'rep@demo.test')
        and not exists (select from cart_lines l join carts k on k.customer_id = l.customer_id and k.id = l.cart_id
          where k.is_current and k.buyer_id = u.id) end
    order by u.id offset ${typeof of === "string" ? 0 : of} limit 1`;
  return row ? { ...row, actingUserId: null, mayOrder: true } : null;
}

/** Products in plenty that the company has not bought yet, of suppliers without a least value. */
const newTo = (customerId: number, { from, lines }: Story) =>
  sql<{ sku: string; pack: number }[]>`
    select p.sku, p.pack_multiple as pack from products p
    join stock s on s.product_id = p.id join suppliers u on u.id = p.supplier_id
    where p.is_active and u.minimum_order_cents = 0 and s.on_hand - s.reserved > 40 * p.pack_multiple
      and not exists (select from product_days d where d.customer_id = ${customerId} and d.product_id = p.id)
    order by md5(p.sku) limit ${lines} offset ${from}`;

async function ordered(buyer: Buyer, story: Story, clock: Clock): Promise<{ id: number; number: string } | null> {
  if ((await openCartOf(buyer, clock.after(0))).lines.length > 0) return null;
  for (const { sku, pack } of await newTo(buyer.customerId, story)) {
    await addToCart(buyer, { sku, quantity: pack * story.packs }, clock.after(40));
  }
  const checkout = await checkoutOf(buyer, clock.after(30));
  const address = checkout?.addresses[0];
  if (!checkout || !address) return null;
  const at = clock.after(20);
  await recordLook(buyer, "checkout_opened", checkout.cart, at);
  const { shownHash, idempotencyKey } = checkout;
  const wish = { addressId: address.id, poNumber: null, notes: null, shownHash, idempotencyKey };
  const { number } = await placeOnlineOrder(buyer, wish, payByFor(at), at);
  const [order] = await sql<{ id: number }[]>`
    select id from orders where customer_id = ${buyer.customerId} and number = ${number}`;
  return { id: order!.id, number };
}

async function lived(story: Story, manager: Scope, books: Books, now: Date, setClock: (at: Date) => void) {
  const buyer = await payerOf(story.of);
  if (!buyer) return;
  const begunAt = momentAt(daysAfter(dayOf(now), -story.daysAgo), story.time === "now" ? "00:00:00" : story.time);
  const clock = new Clock(story.time === "now" ? new Date(now.getTime() - 25 * 60_000) : begunAt);
  const order = await ordered(buyer, story, clock);
  if (!order) return;
  const one = { buyer, manager, order, books };
  for (const [minutes, act] of story.turns) {
    const at = clock.after(minutes * 60);
    setClock(at);
    await act(one, at);
    await lookAgain(await latest(one), clock.after(5));
  }
}

/**
 * Orders that were paid online in the last days, or not, at the demo's own payment house; gives how many. None are lived where the
 * house has a key of its own, as nobody could look them up there.
 */
export async function fillPaidOnline(manager: Scope, at: Date): Promise<number> {
  if (env.STRIPE_SECRET_KEY !== undefined) return 0;
  let clock = at;
  const opening = { webhookSecret: "whsec_nobody_is_told", hook: null, publicUrl: env.APP_URL, clock: () => clock };
  const house = await openPaymentHouse({ ...opening, keeping: besideTheDemo(env.DATABASE_URL!, env.APP_URL) });
  Object.assign(env, { STRIPE_SECRET_KEY: testKey, STRIPE_API_BASE: house.url });
  for (const story of stories) await lived(story, manager, house.books, at, (when) => (clock = when));
  Object.assign(env, { STRIPE_SECRET_KEY: undefined, STRIPE_API_BASE: undefined });
  await house.stop();
  return stories.length;
}
