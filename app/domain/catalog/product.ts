import { searchable } from "#app/domain/text.ts";

/** What of a product, its supplier and its category search looks at. */
export interface SearchedProduct {
  name: string;
  sku: string;
  ean: string | null;
  supplierName: string | null;
  categoryName: string | null;
}

/** The text search compares with, written again whenever one of its parts changes: the name first, then the codes, then whose and what it is. */
export function searchTextOf(product: SearchedProduct): string {
  return searchable(product.name, product.sku, product.ean, product.supplierName, product.categoryName);
}

/** The units products are sold in. */
export const productUnits = ["un", "cx", "pc", "kg", "l", "m", "par", "kit", "fd", "dz"] as const;

/** What the office writes down about a product. */
export interface ProductDetails {
  sku: string;
  ean: string | null;
  name: string;
  description: string | null;
  unit: string;
  packMultiple: number;
  minimumQuantity: number;
  supplierId: number | null;
  categoryId: number | null;
  picture: string | null;
  isActive: boolean;
}
