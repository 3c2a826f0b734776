import type { Scope } from "#app/domain/customers/buyer.ts";
import { confirmOrder, deliverOrder, invoiceOrder, shipOrder } from "#app/domain/orders/moves.server.ts";
import { dayOf, momentAt, startOf } from "#app/domain/period.ts";
import { sql } from "#db/connection.server.ts";

const hour = 3_600_000;

/** That moment, or the same minute of the next hour at which somebody is in the warehouse: Monday to Friday, 8 to 18 h. */
function inWorkingHours(at: Date): Date {
  for (let when = at; ; when = new Date(when.getTime() + hour)) {
    const day = dayOf(when);
    const weekday = startOf(day).getUTCDay();
    const isOpen = when >= momentAt(day, "08:00:00") && when < momentAt(day, "18:00:00");
    if (isOpen && weekday > 0 && weekday < 6) return when;
  }
}

/** What the warehouse did with the orders placed in the shop and by reps: the older an order, the further it has come. */
export async function moveOrders(by: Scope, at: Date): Promise<void> {
  const placed = await sql<{ number: string; placedAt: Date }[]>`
    select number, placed_at as "placedAt" from orders where not is_imported and kind = 'order'
      and cancelled_at is null and (payment_method = 'account' or paid_at is not null) order by placed_at`;
  const moves = async ({ number, placedAt }: { number: string; placedAt: Date }) => {
    const hours = (at.getTime() - placedAt.getTime()) / 3_600_000;
    const steps: [from: number, wait: number, act: (when: Date) => Promise<void>][] = [
      [20, 3, (when) => confirmOrder(by, number, when)],
      [50, 20, (when) => invoiceOrder(by, number, null, when)],
      [80, 20, (when) => shipOrder(by, number, when)],
      [160, 48, (when) => deliverOrder(by, number, when)],
    ];
    let when = placedAt;
    for (const [from, wait, act] of steps) {
      when = inWorkingHours(new Date(when.getTime() + wait * hour));
      if (hours <= from || when > at) return;
      await act(when);
    }
  };
  const waiting = [...placed];
  const worker = async () => {
    for (let one = waiting.shift(); one; one = waiting.shift()) await moves(one);
  };
  await Promise.all(Array.from({ length: 6 }, worker));
}
