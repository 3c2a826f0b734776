import type { Scope } from "#app/domain/customers/buyer.ts";
import { confirmOrder, deliverOrder, invoiceOrder, shipOrder } from "#app/domain/orders/moves.server.ts";
import { sql } from "#db/connection.server.ts";
import { Clock } from "./shop.server.ts";

const hour = 3600;

/** What the warehouse did with the orders placed in the shop and by reps: the older an order, the further it has come. */
export async function moveOrders(by: Scope, at: Date): Promise<void> {
  const placed = await sql<{ number: string; placedAt: Date }[]>`
    select number, placed_at as "placedAt" from orders where not is_imported and kind = 'order' order by placed_at`;
  const moves = async ({ number, placedAt }: { number: string; placedAt: Date }) => {
    const hours = (at.getTime() - placedAt.getTime()) / 3_600_000;
    const clock = new Clock(placedAt);
    if (hours > 20) await confirmOrder(by, number, clock.after(3 * hour));
    if (hours > 50) await invoiceOrder(by, number, null, clock.after(20 * hour));
    if (hours > 80) await shipOrder(by, number, clock.after(20 * hour));
    if (hours > 160) await deliverOrder(by, number, clock.after(48 * hour));
  };
  const waiting = [...placed];
  const worker = async () => {
    for (let one = waiting.shift(); one; one = waiting.shift()) await moves(one);
  };
  await Promise.all(Array.from({ length: 6 }, worker));
}
