import type { PendingQuery, Row } from "postgres";
import type { Day } from "#app/domain/period.ts";
import { sql } from "#db/connection.server.ts";
import type { PricedCustomer } from "./prices.server.ts";

/** A piece of plain SQL with its values. */
export type Fragment = PendingQuery<Row[]>;

/** The tables that serve the customer on that day, ranked as in `priceSources`. */
export function ownTables(customer: PricedCustomer, on: Day): Fragment {
  return sql`
    select t.id, case when t.id = ${customer.priceTableId}::int then 1 when t.scope = 'group' then 2
      when t.scope = 'uf' then 3 else 4 end as rank
    from price_tables t
    where t.is_active
      and (t.id = ${customer.priceTableId}::int or t.scope = 'general'
        or (t.scope = 'group' and t.group_id = ${customer.groupId}::int)
        or (t.scope = 'uf' and t.uf = ${customer.uf}::text))
      and (t.valid_from is null or t.valid_from <= ${on}::date)
      and (t.valid_until is null or ${on}::date < t.valid_until)`;
}

/** True for the customer's agreements (`cp`) that count on that day. */
export function ownAgreements(customer: PricedCustomer, on: Day): Fragment {
  return sql`cp.customer_id = ${customer.id} and (cp.valid_from is null or cp.valid_from <= ${on}::date)
    and (cp.valid_until is null or ${on}::date < cp.valid_until)`;
}

/**
 * The customer's own price of every product in `chosen`, for the least that can be ordered of it, decided as `quote()` decides
 * it; for putting products in order. Expects the queries `own` (ownTables) and `chosen` (id, minimum_quantity, pack_multiple).
 */
export function ownPrices(customer: PricedCustomer, on: Day): Fragment {
  return sql`
    select distinct on (c.product_id) c.product_id, c.unit_price_e4 from (
      select cp.product_id, 0 as rank, cp.from_quantity, cp.unit_price_e4
      from customer_prices cp where ${ownAgreements(customer, on)}
      union all
      select pr.product_id, o.rank, pr.from_quantity, pr.unit_price_e4
      from own o join prices pr on pr.price_table_id = o.id
    ) c join chosen p on p.id = c.product_id
    where c.from_quantity <= (p.minimum_quantity + p.pack_multiple - 1) / p.pack_multiple * p.pack_multiple
    order by c.product_id, c.rank, c.from_quantity desc`;
}

/** Every price that could be the customer's for the product of `shelf s`, as `[rank, from quantity, unit price]`. */
export function candidatesOfShelf(customer: PricedCustomer, on: Day): Fragment {
  return sql`
    select json_agg(json_build_array(c.rank, c.from_quantity, c.unit_price_e4)) as found from (
      select 0 as rank, cp.from_quantity, cp.unit_price_e4
      from customer_prices cp where ${ownAgreements(customer, on)} and cp.product_id = s.id
      union all
      select o.rank, pr.from_quantity, pr.unit_price_e4
      from own o join prices pr on pr.price_table_id = o.id and pr.product_id = s.id
    ) c`;
}
