import type { Day } from "#app/domain/period.ts";

/** For whom a price table is: everybody, a state, a group of customers, or those it was given to. */
export const priceScopes = ["general", "uf", "group", "assigned"] as const;
export type PriceScope = (typeof priceScopes)[number];

/** What is written down about a price table. */
export interface PriceTableDetails {
  code: string;
  name: string;
  scope: PriceScope;
  uf: string | null;
  groupId: number | null;
  validFrom: Day | null;
  /** First day on which it no longer counts. */
  validUntil: Day | null;
  isActive: boolean;
  /** Only this supplier's products; null: everybody's. */
  supplierId: number | null;
  /** The code of the table this one is made of, and by how much its prices are changed; null: every price is its own. */
  base: string | null;
  baseBasisPoints: number | null;
}

/** A price table with how much hangs on it. */
export interface PriceTable extends PriceTableDetails {
  id: number;
  groupName: string | null;
  supplierName: string | null;
  baseName: string | null;
  /** Products with a price in it. */
  products: number;
  /** Customers it was given to. */
  customers: number;
}

/** What of the price tables the office looks at. */
export interface PriceTableFilter {
  /** Words of name or code. */
  q: string;
  scope: PriceScope | null;
  state: "active" | "inactive" | null;
}

/** How many price tables a page of their list holds. */
export const tablePageSize = 50;

/** A price of a table from a quantity on. */
export interface WrittenPrice {
  fromQuantity: number;
  unitPriceE4: number;
}

/** A product in a price table, beside its general price. */
export interface PricedProduct {
  sku: string;
  name: string;
  unit: string;
  isActive: boolean;
  prices: WrittenPrice[];
  generalE4: number | null;
  /** What the formula of the table makes of it; null where it has none, or nothing to make it of. */
  formulaE4: number | null;
}

/** How many products a page of a price table holds. */
export const pricePageSize = 50;

/** What one price table says of one product. */
export interface TableOfProduct {
  code: string;
  name: string;
  isActive: boolean;
  sku: string;
  prices: WrittenPrice[];
}

/** A price agreed with one customer for one product, within its days. */
export interface Agreement {
  sku: string;
  fromQuantity: number;
  unitPriceE4: number;
  validFrom: Day | null;
  /** First day on which it no longer counts. */
  validUntil: Day | null;
  note: string | null;
}

/** An agreement with the name of its product. */
export interface AgreementRow extends Agreement {
  name: string;
}
