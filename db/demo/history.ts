import { type Day, daysAfter, daysBetween } from "#app/domain/period.ts";
import { basketOf, usualProducts } from "./baskets.ts";
import { Chance } from "./chance.ts";
import type { DemoCustomer } from "./customers.ts";
import type { DemoProduct } from "./products.ts";
import { livedDays, purchaseDays } from "./rhythms.ts";

/** Columns of the rows the older orders come in by. */
export const historyFields = [
  "order",
  "date",
  "customer",
  "sku",
  "description",
  "quantity",
  "unitPrice",
  "channel",
  "rep",
];

/** By which way an order of a customer came in. */
export function wayOf(customer: DemoCustomer, chance: Chance): "storefront" | "visit" | "phone" {
  const online = { online: 88, hybrid: 50, visited: 6 }[customer.way];
  if (chance.percent(customer.hasAccess ? online : 0)) return "storefront";
  return chance.percent(65) ? "visit" : "phone";
}

/** Prices rose once in the two years. */
const raisedDaysAgo = 300;
const before = 0.95;

/** The older orders as rows of a file: one line a row, prices as they were then, now and then a return. */
export function* historyRows(
  customers: readonly DemoCustomer[],
  products: readonly DemoProduct[],
  reps: readonly { email: string }[],
  priceOf: (customer: DemoCustomer, product: DemoProduct, quantity: number) => number | null,
  today: Day,
): Generator<Record<string, string>> {
  let number = 10_000;
  for (const customer of customers) {
    const usual = usualProducts(customer, products);
    for (const day of purchaseDays(customer, today)) {
      const ago = daysBetween(day, today);
      if (ago <= livedDays) break;
      const chance = new Chance(`order-${customer.code}-${day}`);
      number += 1;
      const time = `${String(chance.between(8, 18)).padStart(2, "0")}:${String(chance.between(0, 59)).padStart(2, "0")}`;
      const head = {
        customer: customer.code,
        channel: wayOf(customer, chance),
        rep: reps[customer.rep]!.email,
      };
      const lines = basketOf(customer, usual, day);
      for (const { product, quantity } of lines) {
        const price = priceOf(customer, product, quantity);
        if (price === null) continue;
        const then = ago > raisedDaysAgo ? Math.round(price * before) : price;
        const row = { sku: product.sku, description: product.name, unitPrice: (then / 10_000).toFixed(4) };
        yield { ...head, ...row, order: String(number), date: `${day} ${time}`, quantity: String(quantity) };
        if (chance.percent(1.2)) {
          const on = daysAfter(day, chance.between(3, 9));
          yield { ...head, ...row, order: `C${number}`, date: `${on} 10:00`, quantity: String(-product.pack) };
        }
      }
    }
  }
}
