import { adding, aQuantity, skuOf } from "#app/commands/benchmark/ground/buying.ts";
import type { Benchmark, Ground, Measured } from "#app/commands/benchmark/ground/ground.ts";
import type { Asked } from "#app/commands/benchmark/ground/load.ts";

/** A product into the cart: own price, packs, stock seen and the step written down, against an order of the floor. */
export const benchmark: Benchmark = {
  async measure(ground: Ground): Promise<Measured[]> {
    const { customers, products } = ground.size;
    const place = (turn: number) => ({ customer: 1 + (turn % customers), product: 1 + ((turn * 13) % products) });
    const floor = (turn: number): Asked => {
      const { customer, product } = place(turn);
      return { path: `/order?customer=${customer}&product=${product}&quantity=${aQuantity}` };
    };
    const ours = (turn: number): Asked => {
      const { customer, product } = place(turn);
      return adding(ground, customer, skuOf(product));
    };
    return [
      { name: "add to cart, against a floor order", ...(await ground.sideBySide(floor, ours)), must: 0.35, aim: 0.6 },
    ];
  },
};
