import { sql } from "drizzle-orm";
import { recordAudit } from "#app/domain/audit/audit.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { db, type Tx, withTx } from "#db/connection.server.ts";
import type { Scope } from "./buyer.ts";
import type { PaymentTerms } from "./payment-terms.ts";

/** Payment terms with how many customers they were agreed with. */
export type KeptTerms = PaymentTerms & { customers: number };

/** The payment terms of the house, those in use first, the shortest first. */
export async function termsOfTheHouse(tx: Tx = db): Promise<KeptTerms[]> {
  return tx.execute<KeptTerms & Record<string, unknown>>(sql`
    select t.code, t.name, to_json(t.days) as days, t.minimum_order_cents::float8 as "minimumOrderCents",
      t.price_basis_points as "priceBasisPoints", t.is_active as "isActive",
      (select count(*)::int from customer_payment_terms c where c.payment_terms_id = t.id) as customers
    from payment_terms t order by t.is_active desc, t.days, t.id`);
}

/** Writes payment terms down: changes those of the code, or opens new ones where nobody has it yet and `isNew` (else `code_taken`). */
export async function keepPaymentTerms(
  scope: Scope,
  terms: PaymentTerms,
  isNew: boolean,
  at: Date,
  tx: Tx = db,
): Promise<void> {
  await withTx(async (tx) => {
    const days = `{${terms.days.join(",")}}`;
    const [before] = (await termsOfTheHouse(tx)).filter(({ code }) => code === terms.code);
    if (isNew && before) throw new Refusal("code_taken", { code: terms.code });
    if (!isNew && !before) throw new Refusal("not_found", { what: "payment terms", code: terms.code });
    await tx.execute(sql`
      insert into payment_terms (code, name, days, minimum_order_cents, price_basis_points, is_active)
      values (${terms.code}, ${terms.name}, ${days}::int[], ${terms.minimumOrderCents}, ${terms.priceBasisPoints}, ${terms.isActive})
      on conflict (code) do update set name = excluded.name, days = excluded.days, minimum_order_cents = excluded.minimum_order_cents,
        price_basis_points = excluded.price_basis_points, is_active = excluded.is_active`);
    const note = { actorId: scope.userId, action: "payment_terms_kept", subject: `payment terms ${terms.code}` };
    await recordAudit({ ...note, before, after: terms }, at, tx);
  }, tx);
}
