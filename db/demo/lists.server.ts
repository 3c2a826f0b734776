import { wishForStock } from "#app/domain/catalog/stock-wishes.server.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { putOnList } from "#app/domain/lists/list-lines.server.ts";
import { startList } from "#app/domain/lists/lists.server.ts";
import { sql } from "#db/connection.server.ts";
import { shortOf } from "./house.server.ts";
import { Clock } from "./shop.server.ts";

const named = [
  { name: "Reposição de segunda", isShared: true, from: 0, lines: 8 },
  { name: "Café da manhã", isShared: false, from: 6, lines: 5 },
] as const;

/** Lists, favourites and waiting of the two demo buyers, from what their companies buy most. */
export async function fillLists(at: Date): Promise<void> {
  const clock = new Clock(at);
  for (const email of ["buyer@demo.test", "buyer2@demo.test"]) {
    const [user] = await sql<{ id: number; customerId: number }[]>`
      select id, customer_id as "customerId" from users where email = ${email}`;
    if (!user) continue;
    const buyer: Buyer = { userId: user.id, customerId: user.customerId, actingUserId: null, mayOrder: true };
    const usual = await sql<{ sku: string }[]>`
      select p.sku from product_days d join products p on p.id = d.product_id
      where d.customer_id = ${user.customerId} and p.is_active
      group by p.id order by sum(d.orders) desc, p.sku limit 16`;
    for (const { name, isShared, from, lines } of named) {
      const list = await startList(buyer, { name, isShared }, clock.after(-86_400));
      for (const { sku } of usual.slice(from, from + lines)) {
        await putOnList(buyer, list, { sku, quantity: null }, clock.after(5));
      }
    }
    for (const { sku } of usual.slice(0, 3))
      await putOnList(buyer, "favourites", { sku, quantity: null }, clock.after(5));
    for (const [sku, left] of shortOf) if (left === 0) await wishForStock(buyer, sku, clock.after(5));
  }
}
