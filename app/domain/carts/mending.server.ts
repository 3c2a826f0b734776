import { sql } from "drizzle-orm";
import { roundedToPack } from "#app/domain/catalog/quantity.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { type Tx, withTx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import { waitFor, waitingOf } from "./back-orders.server.ts";
import type { CartLine, OpenCart } from "./cart.ts";
import { addToCart, changeQuantity, removeFromCart } from "./carts.server.ts";
import { mendsOf, type Taken } from "./mends.ts";
import { openCartOf } from "./open-cart.server.ts";

const nothing = (): Taken => ({ lines: [], waiting: [] });

type Held = { cart: OpenCart & { id: number }; waiting: Map<string, number>; tx: Tx };

/** Does something to a buyer's cart alone: a second press, or another tab, waits and finds it done. Without a cart nothing is done. */
function alone(buyer: Buyer, at: Date, act: (held: Held) => Promise<Taken>): Promise<Taken> {
  return withTx(async (tx) => {
    await tx.execute(sql`select from users where id = ${buyer.userId} for no key update`);
    const cart = await openCartOf(buyer, at, tx);
    const { id } = cart;
    return id === null ? nothing() : act({ cart: { ...cart, id }, waiting: await waitingOf(buyer, tx), tx });
  });
}

const lineOf = (cart: OpenCart, sku: string): CartLine | undefined => cart.lines.find((line) => line.sku === sku);

/** Sets a line to a quantity; 0 takes it out. */
async function setLine(buyer: Buyer, sku: string, quantity: number, at: Date, tx: Tx): Promise<void> {
  if (quantity > 0) await changeQuantity(buyer, { sku, quantity }, at, tx);
  else await removeFromCart(buyer, [sku], at, tx);
}

/** Keeps of a line what is there and lets the rest wait; nothing where the shelf is not short. */
async function split(buyer: Buyer, line: CartLine, { cart, waiting, tx }: Held, at: Date): Promise<Taken> {
  const { short } = mendsOf(line);
  if (!short) return nothing();
  const { sku, quantity } = line;
  const before = waiting.get(sku) ?? 0;
  await setLine(buyer, sku, short.there, at, tx);
  await waitFor(buyer, { sku, quantity: before + short.missing, cartId: cart.id }, at, tx);
  return { lines: [{ sku, quantity: roundedToPack(line, quantity) }], waiting: [{ sku, quantity: before }] };
}

/** Takes a line out of the cart and says what it was. */
export function takeOut(buyer: Buyer, sku: string, at: Date): Promise<Taken> {
  return alone(buyer, at, async ({ cart, tx }) => {
    const line = lineOf(cart, sku);
    if (!line) return nothing();
    await removeFromCart(buyer, [sku], at, tx);
    return { lines: [{ sku, quantity: line.quantity }], waiting: [] };
  });
}

/** Takes every line out of the cart and says what they were. */
export function emptyCart(buyer: Buyer, at: Date): Promise<Taken> {
  return alone(buyer, at, async ({ cart, tx }) => {
    await removeFromCart(buyer, "all", at, tx);
    return { lines: cart.lines.map(({ sku, quantity }) => ({ sku, quantity })), waiting: [] };
  });
}

/** Splits a line that lacks stock: what is there stays, what is missing waits until it is there. */
export function splitLine(buyer: Buyer, sku: string, at: Date): Promise<Taken> {
  return alone(buyer, at, async (held) => {
    const line = lineOf(held.cart, sku);
    return line ? split(buyer, line, held, at) : nothing();
  });
}

/** Keeps of a line only what is there, and nobody waits for the rest. */
export function keepWhatIsThere(buyer: Buyer, sku: string, at: Date): Promise<Taken> {
  return alone(buyer, at, async ({ cart, tx }) => {
    const line = lineOf(cart, sku);
    const short = line && mendsOf(line).short;
    if (!line || !short) return nothing();
    await setLine(buyer, sku, short.there, at, tx);
    return { lines: [{ sku, quantity: line.quantity }], waiting: [] };
  });
}

/**
 * Puts another product in the place of what cannot be had of a line, in whole packs of the other one and by the rules of any line;
 * what is there of the line stays. Nothing where the line can be had.
 */
export function swapLine(buyer: Buyer, sku: string, otherSku: string, at: Date): Promise<Taken> {
  return alone(buyer, at, async ({ cart, tx }) => {
    const line = lineOf(cart, sku);
    if (!line || otherSku === sku) return nothing();
    const { short, isUnsold } = mendsOf(line);
    if (!short && !isUnsold) return nothing();
    const [other] = await preparedRows<{ packMultiple: number; minimumQuantity: number }>(
      sql`select pack_multiple as "packMultiple", minimum_quantity as "minimumQuantity" from products where sku = ${otherSku}::text`,
      tx,
    );
    if (!other) throw new Refusal("not_found", { what: "product", sku: otherSku });
    const before = lineOf(cart, otherSku)?.quantity ?? 0;
    const there = short?.there ?? 0;
    const quantity = roundedToPack(other, line.quantity - there);
    await addToCart(buyer, { sku: otherSku, quantity }, at, tx);
    await setLine(buyer, sku, there, at, tx);
    const lines = [
      { sku, quantity: line.quantity },
      { sku: otherSku, quantity: before },
    ];
    return { lines, waiting: [] };
  });
}

/**
 * Mends every line at once: quantities are rounded up to whole packs and minimums, what is missing on the shelf waits, what is no
 * longer sold leaves. Minimums of values, freight and credit are not mended by themselves. Gives what was split: more units need
 * no way back, and what is not sold has none.
 */
export function mendAll(buyer: Buyer, at: Date): Promise<Taken> {
  return alone(buyer, at, async (held) => {
    const taken = nothing();
    for (const line of held.cart.lines) {
      const { rounded, isUnsold } = mendsOf(line);
      const { sku, quantity } = line;
      if (isUnsold) {
        await removeFromCart(buyer, [sku], at, held.tx);
        continue;
      }
      const above = rounded.at(-1) ?? quantity;
      const one = await split(buyer, { ...line, quantity: above }, held, at);
      if (one.lines.length === 0 && above !== quantity)
        await changeQuantity(buyer, { sku, quantity: above }, at, held.tx);
      taken.lines.push(...one.lines);
      taken.waiting.push(...one.waiting);
    }
    return taken;
  });
}

/**
 * Puts lines and waiting products back to what they were; twice is once. What the rules no longer take (a quantity that is not
 * whole packs, a product no longer sold) is refused, and nothing of it is done.
 */
export async function restore(buyer: Buyer, taken: Taken, at: Date): Promise<void> {
  await withTx(async (tx) => {
    await tx.execute(sql`select from users where id = ${buyer.userId} for no key update`);
    const { id, lines } = await openCartOf(buyer, at, tx);
    for (const { sku, quantity } of taken.lines) {
      const now = lines.find((line) => line.sku === sku)?.quantity ?? 0;
      if (now === quantity) continue;
      if (now === 0) await addToCart(buyer, { sku, quantity }, at, tx);
      else await setLine(buyer, sku, quantity, at, tx);
    }
    const cartId = id ?? (await openCartOf(buyer, at, tx)).id;
    if (cartId === null) return;
    for (const { sku, quantity } of taken.waiting) await waitFor(buyer, { sku, quantity, cartId }, at, tx);
  });
}
