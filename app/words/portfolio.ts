import { inBoth } from "./locale.ts";

/** The words of the portfolio and the ABC curve. */
export const portfolioWords = inBoth(
  { portfolio: "Carteira", abc: "Curva ABC" },
  { portfolio: "Portfolio", abc: "ABC curve" },
);
