import { inBoth } from "./locale.ts";

/** The words around the indicators. */
export const indicatorWords = inBoth({ indicators: "Indicadores" }, { indicators: "Indicators" });
