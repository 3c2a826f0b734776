import { type CompanySettings, defaultSettings } from "#app/domain/customers/settings.ts";
import { sql } from "#db/connection.server.ts";

/** What a company does once before its first order, in the order in which it is done. */
export const firstStepKinds = ["name", "products", "stock", "prices", "terms", "customers", "buyers"] as const;
export type FirstSteps = Record<(typeof firstStepKinds)[number], boolean>;

/** Which of the first steps are done, null where all are. Stock that was counted once is done, also when it is sold out. */
export async function firstSteps({ companyName }: CompanySettings): Promise<FirstSteps | null> {
  const [row] = await sql<Omit<FirstSteps, "name">[]>`
    select exists (select from products where is_active) as products,
      exists (select from stock_movements) as stock,
      exists (select from prices) as prices,
      exists (select from payment_terms where is_active) as terms,
      exists (select from customers) as customers,
      exists (select from users where role = 'buyer') as buyers`;
  const steps = { name: companyName !== defaultSettings.companyName, ...row! };
  return firstStepKinds.every((kind) => steps[kind]) ? null : steps;
}
