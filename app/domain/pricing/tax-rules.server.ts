import { sql } from "drizzle-orm";
import { recordAudit } from "#app/domain/audit/audit.server.ts";
import type { Scope } from "#app/domain/customers/buyer.ts";
import type { Day } from "#app/domain/period.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { db, type Tx, withTx } from "#db/connection.server.ts";
import type { TaxRule } from "./tax.ts";

/** A rule of a tax as the house keeps it. */
export interface KeptTaxRule extends TaxRule {
  id: number;
  /** First day on which it no longer counts. */
  validUntil: Day | null;
  categoryName: string | null;
  supplierName: string | null;
}

/** The rules of taxes, those that still count first, by tax and by what they are about. */
export async function taxRulesOfTheHouse(on: Day, tx: Tx = db): Promise<KeptTaxRule[]> {
  return tx.execute<KeptTaxRule & Record<string, unknown>>(sql`
    select x.id, x.component, x.basis_points as "basisPoints", x.category_id as "categoryId", x.supplier_id as "supplierId", x.uf,
      x.valid_from::text as "validFrom", x.valid_until::text as "validUntil", c.name as "categoryName", s.name as "supplierName"
    from tax_rules x left join categories c on c.id = x.category_id left join suppliers s on s.id = x.supplier_id
    order by (x.valid_until is not null and x.valid_until <= ${on}::date), x.component, c.name nulls first, s.name nulls first,
      x.uf nulls first, x.id limit 500`);
}

/** Adds a rule that counts from its day on; the same one again, sent twice, adds nothing. */
export async function addTaxRule(scope: Scope, rule: TaxRule, at: Date, tx: Tx = db): Promise<void> {
  await withTx(async (tx) => {
    await tx.execute(sql`lock table tax_rules in share row exclusive mode`);
    const [made] = await tx.execute<{ id: number }>(sql`
      insert into tax_rules (component, basis_points, category_id, supplier_id, uf, valid_from, created_at)
      select ${rule.component}, ${rule.basisPoints}::int, ${rule.categoryId}::int, ${rule.supplierId}::int, ${rule.uf},
        ${rule.validFrom}::date, ${at.toISOString()}::timestamptz
      where not exists (select from tax_rules x where x.component = ${rule.component} and x.basis_points = ${rule.basisPoints}
        and x.category_id is not distinct from ${rule.categoryId}::int and x.supplier_id is not distinct from ${rule.supplierId}::int
        and x.uf is not distinct from ${rule.uf} and x.valid_from = ${rule.validFrom}::date and x.valid_until is null)
      returning id`);
    if (!made) return;
    const note = { actorId: scope.userId, action: "tax_rule_added", subject: `tax rule ${made.id}` };
    await recordAudit({ ...note, after: rule }, at, tx);
  }, tx);
}

/** Ends a rule: from today on it is estimated by no longer. Orders keep what they were shown. */
export async function endTaxRule(scope: Scope, id: number, on: Day, at: Date, tx: Tx = db): Promise<void> {
  await withTx(async (tx) => {
    const ended = await tx.execute(sql`
      update tax_rules set valid_until = greatest(valid_from, ${on}::date)
      where id = ${id} and (valid_until is null or valid_until > ${on}::date) returning id`);
    if (ended.length === 0) throw new Refusal("not_found", { what: "tax rule", id });
    await recordAudit({ actorId: scope.userId, action: "tax_rule_ended", subject: `tax rule ${id}` }, at, tx);
  }, tx);
}
