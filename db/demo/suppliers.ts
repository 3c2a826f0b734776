import { beverages } from "./beverages.ts";
import { cleaning } from "./cleaning.ts";
import type { Supplier } from "./families.ts";
import { groceries } from "./groceries.ts";
import { housewares } from "./housewares.ts";
import { hygiene } from "./hygiene.ts";
import { sweets } from "./sweets.ts";

/** The six houses the demo company represents. */
export const suppliers: readonly Supplier[] = [groceries, cleaning, hygiene, beverages, sweets, housewares];
