import { addToCart } from "#app/domain/carts/carts.server.ts";
import { setAside } from "#app/domain/carts/kept-carts.server.ts";
import { splitLine } from "#app/domain/carts/mending.server.ts";
import { productOf, reviseProduct } from "#app/domain/catalog/products.server.ts";
import { addSubstitute } from "#app/domain/catalog/substitutes.server.ts";
import type { Buyer, Scope } from "#app/domain/customers/buyer.ts";
import { sql } from "#db/connection.server.ts";
import { Clock } from "./shop.server.ts";

const kept = [
  { name: "Loja da praia", from: 0, lines: 4 },
  { name: "Festa de fim de ano", from: 5, lines: 3 },
] as const;

/** Sold out, and what the office sells in its place. */
const soldOut = { sku: "LAV-1002", others: ["LAV-1001", "LAV-1000"] } as const;
/** Awaited since it was split out of a cart. */
const awaited = "VIT-1003";
/** Came in cartons of twelve, and since today of eight. */
const repacked = { sku: "SUP-1141", wanted: 12, pack: 8 } as const;

/**
 * The carts of the first demo buyer: two kept by name, and a current one that cannot be ordered yet, for its pack, its stock and a
 * supplier's minimum; each of it can be mended by one key.
 */
export async function fillCarts(manager: Scope, at: Date): Promise<void> {
  const clock = new Clock(new Date(at.getTime() - 7_200_000));
  const [user] = await sql<{ id: number; customerId: number }[]>`
    select id, customer_id as "customerId" from users where email = 'buyer@demo.test'`;
  if (!user) return;
  const buyer: Buyer = { userId: user.id, customerId: user.customerId, actingUserId: null, mayOrder: true };
  const usual = await sql<{ sku: string; pack: number }[]>`
    select p.sku, greatest(p.pack_multiple, p.minimum_quantity) as pack from product_days d join products p on p.id = d.product_id
    join stock s on s.product_id = p.id
    where d.customer_id = ${user.customerId} and p.is_active and p.sku not like 'SUP-%' and s.on_hand - s.reserved > 100
    group by p.id order by sum(d.orders) desc, p.sku limit 12`;
  for (const { name, from, lines } of kept) {
    for (const { sku, pack } of usual.slice(from, from + lines)) {
      await addToCart(buyer, { sku, quantity: pack * 3 }, clock.after(40));
    }
    await setAside(buyer, name, clock.after(30));
  }
  for (const { sku, pack } of usual.slice(8, 11)) await addToCart(buyer, { sku, quantity: pack * 4 }, clock.after(40));
  for (const sku of [soldOut.sku, awaited]) {
    const { packMultiple } = await productOf(sku);
    await addToCart(buyer, { sku, quantity: packMultiple * 2 }, clock.after(40));
  }
  await addToCart(buyer, { sku: repacked.sku, quantity: repacked.wanted }, clock.after(40));
  await splitLine(buyer, awaited, clock.after(20));
  for (const other of soldOut.others) await addSubstitute(manager, soldOut.sku, other, clock.after(20));
  const { id: _, createdAt: _at, ...fuba } = await productOf(repacked.sku);
  await reviseProduct(manager, repacked.sku, { ...fuba, packMultiple: repacked.pack }, clock.after(60));
}
