import { type SQL, sql } from "drizzle-orm";
import { countingTerms } from "#app/domain/customers/payment-terms.server.ts";
import type { Day } from "#app/domain/period.ts";

/** The query `c`: a stored customer (id, price_table_id, group_id, uf), the day, and the terms their prices are asked for. */
export const pricedCustomer = (customerId: number, on: Day, wantedTerms: SQL): SQL => sql`c as materialized (
  select p.id, p.price_table_id, p.group_id, p.uf, ${on}::date as on_day, p.minimum_order_cents, p.credit_limit_cents,
    p.credit_used_cents, p.is_credit_held, json_build_object('id', t.id, 'name', t.name, 'basisPoints', t.price_basis_points) as terms
  from (select x.*, ${wantedTerms} as wanted_terms_id from customers x where x.id = ${customerId}::int) p
  left join lateral (${sql.raw(countingTerms("p.id", "p.wanted_terms_id"))}) t on true)`;

/** The terms of a buyer's current cart, as `pricedCustomer` takes them. */
export const termsWantedBy = (buyerId: number): SQL =>
  sql`(select k.payment_terms_id from carts k where k.customer_id = x.id and k.buyer_id = ${buyerId}::int and k.is_current)`;

const serves = (source: string, join: string): string => `
  select t.id, '${source}' as source, t.name, t.valid_from, t.valid_until, t.supplier_id, t.base_table_id, t.base_basis_points
  from c join price_tables t on ${join}
  where t.is_active and (t.valid_from is null or t.valid_from <= c.on_day) and (t.valid_until is null or c.on_day < t.valid_until)`;

const isNotGiven = "t.id is distinct from c.price_table_id";

/**
 * The query `serving`: the tables that serve the customer of `c` on its day, and below each the tables it is made of, three deep
 * at most. `table_id` is whose prices are read, `f1` and `f2` are what they are changed by. A base counts for its prices only:
 * its own days, supplier and use say who buys from it directly.
 */
export const servingTables = `serving as materialized (
  select l.table_id, s.source, array_position(array['customer', 'assigned', 'group', 'uf', 'general'], s.source) - 1 as rank,
    case when s.supplier_id is null then 3 else 0 end + l.depth as layer, s.name, s.valid_from, s.valid_until, s.supplier_id,
    l.f1, l.f2, l.base_name, s.base_basis_points
  from (
    ${serves("assigned", "t.id = c.price_table_id")}
    union all ${serves("group", `t.scope = 'group' and t.group_id = c.group_id and ${isNotGiven}`)}
    union all ${serves("uf", `t.scope = 'uf' and t.uf = c.uf and ${isNotGiven}`)}
    union all ${serves("general", `t.scope = 'general' and ${isNotGiven}`)}
  ) s
  left join price_tables b1 on b1.id = s.base_table_id
  left join price_tables b2 on b2.id = b1.base_table_id
  cross join lateral (values
    (s.id, 0, 0, 0, null), (b1.id, 1, s.base_basis_points, 0, b1.name), (b2.id, 2, b1.base_basis_points, s.base_basis_points, b1.name)
  ) l (table_id, depth, f1, f2, base_name)
  where l.table_id is not null)`;

/** A price of a table under the formulas of `serving sv`, each rounded to a ten-thousandth, half up. */
const byFormula = "((pr.unit_price_e4 * (10000 + sv.f1) + 5000) / 10000 * (10000 + sv.f2) + 5000) / 10000";

/** The prices of `serving sv` for the product `p` (id, supplier_id). */
const ofTables = (p: string): string => `
  from serving sv join prices pr on pr.price_table_id = sv.table_id and pr.product_id = ${p}.id
  where sv.supplier_id is null or sv.supplier_id = ${p}.supplier_id`;

const ofAgreements = (p: string): string => `
  from c join customer_prices cp on cp.customer_id = c.id and cp.product_id = ${p}.id
  where (cp.valid_from is null or cp.valid_from <= c.on_day) and (cp.valid_until is null or c.on_day < cp.valid_until)`;

/**
 * Every price that could decide for the product `p`, as `[rank, layer, from quantity, unit price]`, or null: of the tables only
 * the strongest from each quantity on, for what stands behind it never counts.
 */
export const candidatesInShort = (p: string): string => `(
  select json_agg(json_build_array(k.rank, k.layer, k.from_quantity, k.e4)) from (
    select 0 as rank, 0 as layer, cp.from_quantity, cp.unit_price_e4 as e4 ${ofAgreements(p)}
    union all (select distinct on (pr.from_quantity) sv.rank, sv.layer, pr.from_quantity, ${byFormula} ${ofTables(p)}
      order by pr.from_quantity, sv.rank, sv.layer)
  ) k)`;

const candidatesInFull = (p: string): string => `(
  select json_agg(json_build_object('source', k.source, 'layer', k.layer, 'name', k.name, 'fromQuantity', k.from_quantity,
    'unitPriceE4', k.e4, 'validFrom', k.valid_from, 'validUntil', k.valid_until, 'formula', k.formula))
  from (
    select 'customer' as source, 0 as layer, '' as name, cp.from_quantity, cp.unit_price_e4 as e4, cp.valid_from, cp.valid_until,
      null::json as formula ${ofAgreements(p)}
    union all
    select sv.source, sv.layer, sv.name, pr.from_quantity, ${byFormula}, sv.valid_from, sv.valid_until,
      case when sv.base_name is not null then json_build_object('of', sv.base_name, 'basisPoints', sv.base_basis_points) end
    ${ofTables(p)}
  ) k)`;

/** The query `running`: the promotions open to the customer of `c` on its day, of which something is left. */
export const runningPromotions = `running as materialized (
  select r.id, r.name, r.off_basis_points, r.unit_price_e4, r.from_quantity, r.scope, r.category_id, r.supplier_id, r.valid_from,
    r.valid_until, r.unit_limit - r.used_units as units_left
  from c, promotions r
  where r.valid_from <= c.on_day and c.on_day < r.valid_until and r.ended_at is null
    and (r.unit_limit is null or r.used_units < r.unit_limit)
    and (r.audience = 'all' or (r.audience = 'group' and r.group_id = c.group_id) or (r.audience = 'uf' and r.uf = c.uf)
      or (r.audience = 'customers' and exists (
        select from promotion_customers pc where pc.customer_id = c.id and pc.promotion_id = r.id))))`;

/** True where the promotion `running r` is on the product `p` (id, category_id, supplier_id). */
export const isOnProduct = (p: string): string => `case r.scope when 'category' then r.category_id = ${p}.category_id
  when 'supplier' then r.supplier_id = ${p}.supplier_id
  else exists (select from promotion_products pp where pp.product_id = ${p}.id and pp.promotion_id = r.id) end`;

/** The promotions on the product `p`, or null. */
export const promotionsOn = (p: string): string => `(
  select json_agg(json_build_object('id', r.id, 'name', r.name, 'offBasisPoints', r.off_basis_points,
    'unitPriceE4', r.unit_price_e4, 'fromQuantity', r.from_quantity, 'validFrom', r.valid_from, 'validUntil', r.valid_until,
    'unitsLeft', r.units_left) order by r.id)
  from running r where ${isOnProduct(p)})`;

const taxesOn = (p: string, uf: string): string => `(
  select json_agg(json_build_object('component', x.component, 'basisPoints', x.basis_points, 'categoryId', x.category_id,
    'supplierId', x.supplier_id, 'uf', x.uf, 'validFrom', x.valid_from) order by x.id)
  from c, tax_rules x
  where (x.category_id is null or x.category_id = ${p}.category_id) and (x.supplier_id is null or x.supplier_id = ${p}.supplier_id)
    and (x.uf is null or x.uf = ${uf}) and x.valid_from <= c.on_day and (x.valid_until is null or c.on_day < x.valid_until))`;

/** The queries every statement with prices begins with, after `c`. */
export const pricing: SQL = sql.raw(`${servingTables}, ${runningPromotions}`);

/**
 * All that decides the price of the product `p` (id, category_id, supplier_id); expects `c` and `pricing`. Taxes are those of the
 * state `uf`, the customer's where it is not said.
 */
export const priceFactsOf = (p: string, uf = "c.uf"): SQL =>
  sql.raw(`json_build_object('candidates', coalesce(${candidatesInFull(p)}, '[]'), 'promotions', coalesce(${promotionsOn(p)}, '[]'),
    'taxes', coalesce(${taxesOn(p, uf)}, '[]'), 'terms', (select case when c.terms->>'id' is not null then c.terms end from c))`);

/** True for a product `p` this customer has any price for; what it costs is decided later, by `quote()`. Expects `pricing`. */
export const isSold = (p: string): SQL =>
  sql.raw(`(exists (select ${ofTables(p)}) or exists (select ${ofAgreements(p)}))`);
