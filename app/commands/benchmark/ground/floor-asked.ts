import type { size } from "./company.ts";
import type { Asked } from "./load.ts";

const pages = 10;

/** Whose shelf is asked for at a turn, and which page of it. */
export const placeOf = ({ customers, categories }: typeof size, turn: number) => ({
  customer: 1 + ((turn * 7) % customers),
  category: 1 + (turn % categories),
  page: 1 + (turn % pages),
});

/** The floor of every reading: 24 products with the customer's price, by one prepared query, as JSON. */
export const floorOfReadings =
  (company: typeof size) =>
  (turn: number): Asked => {
    const { customer, category, page } = placeOf(company, turn);
    return { path: `/catalogue?customer=${customer}&category=${category}&offset=${(page - 1) * company.perPage}` };
  };
