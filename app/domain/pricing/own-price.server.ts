import type { Day } from "#app/domain/period.ts";
import {
  candidatesInShort,
  isOnProduct,
  promotionsOn,
  runningPromotions,
  servingTables,
} from "./price-facts.server.ts";
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

/** The queries a statement with prices begins with: `c`, whose prices are asked for on which day, and what serves them. */
export function askedBy(customer: PricedCustomer, on: Day, values: Values): string {
  return `c as materialized (
    select ${values.of(customer.id, "int")} as id, ${values.of(customer.priceTableId, "int")} as price_table_id,
      ${values.of(customer.groupId, "int")} as group_id, ${values.of(customer.uf, "text")} as uf,
      ${values.of(on, "date")} as on_day, ${values.of(customer.terms?.basisPoints ?? 0, "int")} as terms_basis_points
  ), ${servingTables}, ${runningPromotions}`;
}

const changedBy = (e4: string, basisPoints: string): string => `(${e4} * (10000 + ${basisPoints}) + 5000) / 10000`;

/**
 * The customer's own price of every product in `chosen`, for the least that can be ordered of it, decided as `quote()` decides
 * it; for putting products in order. Expects `askedBy` and `chosen` (id, category_id, supplier_id, least).
 */
export const ownPrices = `
  select w.id as product_id, least(w.own_e4, (
    select min(coalesce(r.unit_price_e4, ${changedBy("w.table_e4", "-r.off_basis_points")})) from running r
    where r.from_quantity <= w.least and (r.units_left is null or r.units_left >= w.least) and ${isOnProduct("w")}
  )) as unit_price_e4
  from (
    select p.id, p.category_id, p.supplier_id, p.least, ${changedBy("f.own_e4", "c.terms_basis_points")} as own_e4,
      ${changedBy("f.table_e4", "c.terms_basis_points")} as table_e4
    from c, chosen p join (
      select k.id, (array_agg(k.e4 order by k.rank, k.layer, k.from_quantity desc))[1] as own_e4,
        (array_agg(k.e4 order by k.rank, k.layer, k.from_quantity desc) filter (where k.rank > 0))[1] as table_e4
      from (
        select p.id, 0 as rank, 0 as layer, cp.from_quantity, cp.unit_price_e4 as e4
        from c join customer_prices cp on cp.customer_id = c.id join chosen p on p.id = cp.product_id
        where cp.from_quantity <= p.least
          and (cp.valid_from is null or cp.valid_from <= c.on_day) and (cp.valid_until is null or c.on_day < cp.valid_until)
        union all
        select p.id, s.rank, s.layer, pr.from_quantity, ${changedBy(`(${changedBy("pr.unit_price_e4", "s.f1")})`, "s.f2")}
        from serving s join prices pr on pr.price_table_id = s.table_id join chosen p on p.id = pr.product_id
        where pr.from_quantity <= p.least and (s.supplier_id is null or s.supplier_id = p.supplier_id)
      ) k group by k.id
    ) f on f.id = p.id
  ) w`;

/** The possible prices (`found`) and promotions (`promotions`) of the product of `shelf s`; expects `askedBy`. */
export const factsOfShelf = `${candidatesInShort("s")} as found, ${promotionsOn("s")} as promotions`;
