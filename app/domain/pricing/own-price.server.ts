import type { Day } from "#app/domain/period.ts";
import type { PricedCustomer } from "./prices.server.ts";

/**
 * The values of a statement in the order in which its text names them. Text and values are put together by hand here, because
 * building the shop's query from nested pieces took longer than PostgreSQL takes to answer it.
 */
export class Values {
  readonly list: (string | number | null)[] = [];

  /** Takes a value and gives its place in the text, with its type. */
  of(value: string | number | null, type: "int" | "text" | "date"): string {
    this.list.push(value);
    return `$${this.list.length}::${type}`;
  }
}

/** Whose prices are asked for and on which day, as places in a statement. */
export interface Asker {
  id: string;
  priceTableId: string;
  groupId: string;
  uf: string;
  on: string;
}

/** Puts the customer and the day into the values of a statement. */
export function askerOf(customer: PricedCustomer, on: Day, values: Values): Asker {
  return {
    id: values.of(customer.id, "int"),
    priceTableId: values.of(customer.priceTableId, "int"),
    groupId: values.of(customer.groupId, "int"),
    uf: values.of(customer.uf, "text"),
    on: values.of(on, "date"),
  };
}

/** The tables that serve the customer on that day, ranked as in `priceSources`. */
export const ownTables = ({ priceTableId, groupId, uf, on }: Asker): string => `
  select t.id, case when t.id = ${priceTableId} then 1 when t.scope = 'group' then 2 when t.scope = 'uf' then 3 else 4 end as rank
  from price_tables t
  where t.is_active
    and (t.id = ${priceTableId} or t.scope = 'general' or (t.scope = 'group' and t.group_id = ${groupId})
      or (t.scope = 'uf' and t.uf = ${uf}))
    and (t.valid_from is null or t.valid_from <= ${on}) and (t.valid_until is null or ${on} < t.valid_until)`;

/** True for the customer's agreements (`cp`) that count on that day. */
const ownAgreements = ({ id, on }: Asker): string => `cp.customer_id = ${id}
  and (cp.valid_from is null or cp.valid_from <= ${on}) and (cp.valid_until is null or ${on} < cp.valid_until)`;

/**
 * The customer's own price of every product in `chosen`, for the least that can be ordered of it, decided as `quote()` decides
 * it; for putting products in order. Expects the queries `own` (ownTables) and `chosen` (id, minimum_quantity, pack_multiple).
 */
export const ownPrices = (asker: Asker): string => `
  select distinct on (c.product_id) c.product_id, c.unit_price_e4 from (
    select cp.product_id, 0 as rank, cp.from_quantity, cp.unit_price_e4
    from customer_prices cp where ${ownAgreements(asker)}
    union all
    select pr.product_id, o.rank, pr.from_quantity, pr.unit_price_e4
    from own o join prices pr on pr.price_table_id = o.id
  ) c join chosen p on p.id = c.product_id
  where c.from_quantity <= (p.minimum_quantity + p.pack_multiple - 1) / p.pack_multiple * p.pack_multiple
  order by c.product_id, c.rank, c.from_quantity desc`;

/** Every price that could be the customer's for the product of `shelf s`, as `[rank, from quantity, unit price]`. */
export const candidatesOfShelf = (asker: Asker): string => `
  select json_agg(json_build_array(c.rank, c.from_quantity, c.unit_price_e4)) as found from (
    select 0 as rank, cp.from_quantity, cp.unit_price_e4
    from customer_prices cp where ${ownAgreements(asker)} and cp.product_id = s.id
    union all
    select o.rank, pr.from_quantity, pr.unit_price_e4
    from own o join prices pr on pr.price_table_id = o.id and pr.product_id = s.id
  ) c`;
