import { inBoth } from "./locale.ts";

/** The words of files that come in. */
export const importWords = inBoth({ title: "Importações" }, { title: "Imports" });
