import { Chance } from "./chance.ts";
import type { DemoCustomer } from "./customers.ts";
import type { DemoProduct } from "./products.ts";

const wanted: Record<string, readonly string[]> = {
  Padaria: ["graos-e-massas", "biscoitos", "cafes-e-chas", "descartaveis", "bebidas", "doces"],
  Farmácia: ["cuidados-pessoais", "cabelos", "bebidas", "doces"],
  Restaurante: ["molhos-e-temperos", "graos-e-massas", "limpeza-da-casa", "descartaveis", "bebidas"],
  Conveniência: ["bebidas", "doces", "biscoitos", "cafes-e-chas"],
  Hotelaria: ["cuidados-pessoais", "limpeza-da-casa", "lavanderia", "cafes-e-chas"],
};

/** The products a customer keeps buying: their own few dozen, the favourites of their trade first. */
export function usualProducts(customer: DemoCustomer, products: readonly DemoProduct[]): DemoProduct[] {
  const chance = new Chance(`usual-${customer.code}`);
  const trade = wanted[customer.segment];
  return products
    .filter((product) => !trade || trade.includes(product.category))
    .map((product) => ({ product, weight: product.favour * chance.next() }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, customer.lines * 4)
    .map(({ product }) => product);
}

/** What one order holds: some of the usual products in whole packs. */
export function basketOf(customer: DemoCustomer, usual: readonly DemoProduct[], seed: string) {
  const chance = new Chance(`basket-${customer.code}-${seed}`);
  const count = Math.max(2, Math.round(chance.around(customer.lines, 0.4)));
  const front = usual.slice(0, Math.max(count * 2, 6));
  return chance.some(front, count).map((product) => ({
    product,
    quantity: product.pack * Math.max(1, Math.round(chance.around(customer.packs, 0.6))),
  }));
}
