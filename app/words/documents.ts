import { inBoth } from "./locale.ts";

/** The words around every PDF the house hands out. */
export const documentWords = inBoth(
  {
    page: (page: number, of: number) => `Página ${page} de ${of}`,
  },
  {
    page: (page, of) => `Page ${page} of ${of}`,
  },
);
