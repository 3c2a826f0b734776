import { type SQL, sql } from "drizzle-orm";
import { abcSql, customerChannelSql, once, standingSql } from "#app/domain/portfolio/portfolio.server.ts";
import type { Asked } from "./asked.server.ts";
import { customerDimensions, type Dimension, type Indicator } from "./indicator.ts";

/** How counted rows `a` come to their slice: what to join, its key and its name (null: the key is named by `said.ts`). */
export interface Cut {
  joins: SQL;
  key: SQL;
  label: SQL;
}

const isCustomerDimension = (dimension: Dimension): boolean =>
  (customerDimensions as readonly string[]).includes(dimension);

/** The dimension the facts must be filed under, when the customers' own rows cannot answer. */
export const factDimensionOf = (dimension: Dimension | null | undefined): Dimension | null =>
  dimension && !isCustomerDimension(dimension) ? dimension : null;

/** True when a reading of this indicator can be taken apart so. */
export const mayCutBy = (indicator: Indicator, dimension: Dimension): boolean => indicator.dims.includes(dimension);

const plain = (column: SQL): Cut => ({
  joins: sql`join customers c on c.id = a.customer_id`,
  key: column,
  label: column,
});

/** How rows `a` of a reading are taken apart by a dimension, as of the reading. */
export function cutBy(dimension: Dimension, asked: Asked): Cut {
  const { asOf } = asked.reading;
  const limits = asked.stints[0]!.settings;
  const unnamed = sql`null::text`;
  switch (dimension) {
    case "rep":
      return {
        joins: sql`join customers c on c.id = a.customer_id left join users u on u.id = c.rep_id`,
        key: sql`c.rep_id::text`,
        label: sql`u.name`,
      };
    case "segment":
      return plain(sql`c.segment`);
    case "uf":
      return plain(sql`c.uf::text`);
    case "city":
      return plain(sql`c.city`);
    case "country":
      return plain(sql`c.country`);
    case "tag":
      return {
        joins: sql`left join customer_tags ct on ct.customer_id = a.customer_id left join tags t on t.id = ct.tag_id`,
        key: sql`t.name`,
        label: sql`t.name`,
      };
    case "group":
      return {
        joins: sql`join customers c on c.id = a.customer_id left join customer_groups g on g.id = c.group_id`,
        key: sql`c.group_id::text`,
        label: sql`g.name`,
      };
    case "channel":
      return {
        joins: sql`left join (${once(customerChannelSql(asOf))}) ch on ch.customer_id = a.customer_id`,
        key: sql`coalesce(ch.channel, 'dormant')`,
        label: unnamed,
      };
    case "abc":
      return {
        joins: sql`left join (${once(abcSql(asOf))}) cl on cl.customer_id = a.customer_id`,
        key: sql`cl.abc_class`,
        label: unnamed,
      };
    case "standing":
      return {
        joins: sql`left join (${once(standingSql(asOf, limits))}) st on st.customer_id = a.customer_id`,
        key: sql`coalesce(st.standing, 'prospect')`,
        label: unnamed,
      };
    case "supplier":
      return { joins: sql`left join suppliers su on su.id::text = a.k`, key: sql`a.k`, label: sql`su.name` };
    case "category":
      return { joins: sql`left join categories ca on ca.id::text = a.k`, key: sql`a.k`, label: sql`ca.name` };
    case "product":
      return { joins: sql`left join products pr on pr.sku = a.k`, key: sql`a.k`, label: sql`pr.name` };
    default:
      return { joins: sql``, key: sql`a.k`, label: unnamed };
  }
}
