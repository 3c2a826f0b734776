/** How the office's product list can be ordered; a leading minus turns it round. */
export const productSorts = [
  "name",
  "-name",
  "sku",
  "-sku",
  "supplier",
  "-supplier",
  "category",
  "-category",
  "available",
  "-available",
  "onHand",
  "-onHand",
] as const;
export type ProductSort = (typeof productSorts)[number];

/** What of the catalogue the office looks at. */
export interface ProductFilter {
  q: string;
  category: string[];
  supplier: string[];
  /** Sold, or taken out of the shop. */
  state: "active" | "inactive" | null;
  /** Nothing left to sell, or less than ten times the smallest order. */
  stock: "none" | "low" | null;
  /** Products nobody wrote a general price down for. */
  isUnpriced: boolean;
}

/** All products of the house. */
export const anyProduct: ProductFilter = {
  q: "",
  category: [],
  supplier: [],
  state: null,
  stock: null,
  isUnpriced: false,
};

/** One product in the office's list. */
export interface ProductRow {
  sku: string;
  name: string;
  unit: string;
  picture: string | null;
  supplierName: string | null;
  categoryName: string | null;
  packMultiple: number;
  minimumQuantity: number;
  isActive: boolean;
  onHand: number;
  reserved: number;
  available: number;
  /** What customers wait for, split out of their carts. */
  awaited: number;
  /** The general base price; null when there is none. */
  unitPriceE4: number | null;
}

/** How many products a page of the office holds. */
export const productPageSize = 50;
