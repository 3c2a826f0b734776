import { importFile } from "#app/domain/imports/imports.server.ts";
import type { ReadingScope } from "#app/domain/indicators/indicator.ts";
import { startOf } from "#app/domain/period.ts";
import { rejectionWords } from "#app/words/rejections.ts";
import { sql } from "#db/connection.server.ts";

const map = {
  order: "invoice_no",
  sku: "stock_code",
  description: "description",
  quantity: "quantity",
  date: "invoice_date",
  unitPrice: "unit_price",
  customer: "customer_id",
  country: "country",
};

/** Takes in the excerpt of real orders, whose last day is 2011-12-09. */
export const takeInRealOrders = () =>
  importFile("tests/fixtures/online-retail-excerpt.csv", {
    kind: "orders",
    at: new Date("2026-11-20T15:00:00Z"),
    words: rejectionWords["pt-BR"],
    map,
  });

/** A question about all of them, the day after the last. */
export const asking = (more: Partial<ReadingScope> = {}): ReadingScope => ({
  scope: { userId: 0, repId: null },
  from: null,
  to: null,
  asOf: startOf("2011-12-10"),
  filter: {},
  ...more,
});

/** The days on which each customer bought, by plain SQL from the ledger: nothing here looks at the facts. */
export const purchaseDays = () => sql<{ customer: number; days: string[] }[]>`
  select customer_id as customer, array_agg(distinct placed_on::text order by placed_on::text) as days from orders
  where kind = 'order' and not is_bonus and cancelled_at is null group by 1`;
