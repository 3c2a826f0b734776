import { paths } from "#app/paths.ts";

interface Aisle {
  key: string;
  name: string;
}

interface SuggestedProduct {
  sku: string;
  name: string;
  picture: string | null;
  unit: string;
  unitPriceE4: number | null;
}

/** What the shop has for the words being typed. */
export interface Suggestions {
  products: SuggestedProduct[];
  /** How many products a search for the words would find. */
  total: number;
  categories: Aisle[];
  suppliers: Aisle[];
  /** What the buyer searched for before. */
  recent: string[];
}

/** One line of the list, and where it leads. */
export type SuggestedLine = { href: string } & (
  | { kind: "recent"; label: string }
  | { kind: "category" | "supplier"; label: string }
  | { kind: "product"; product: SuggestedProduct }
  | { kind: "all"; total: number }
);

/** The suggestions as lines in the order in which they are walked through. */
export function linesOf(q: string, { products, total, categories, suppliers, recent }: Suggestions): SuggestedLine[] {
  const lines: SuggestedLine[] = [
    ...recent.map((label) => ({ kind: "recent" as const, label, href: paths.search({ q: label }) })),
    ...categories.map(({ key, name }) => ({ kind: "category" as const, label: name, href: paths.catalog(key) })),
    ...suppliers.map(({ key, name }) => ({
      kind: "supplier" as const,
      label: name,
      href: paths.catalog(null, { supplier: key }),
    })),
    ...products.map((product) => ({ kind: "product" as const, product, href: paths.product(product.sku) })),
  ];
  return total > products.length ? [...lines, { kind: "all", total, href: paths.search({ q }) }] : lines;
}
