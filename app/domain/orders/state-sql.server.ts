import type postgres from "postgres";
import { sql } from "#db/connection.server.ts";
import type { OrderState } from "./order.ts";

/** A piece of a question in plain SQL. */
export type Fragment = postgres.PendingQuery<postgres.Row[]>;

/** The state of an order `o` as SQL text, read from its moments the way `stateOf` does. */
export const stateText = `case
  when o.cancelled_at is not null then 'cancelled'
  when o.delivered_at is not null then 'delivered'
  when o.shipped_at is not null then 'shipped'
  when o.invoiced_at is not null then 'invoiced'
  when o.confirmed_at is not null then 'confirmed'
  when o.is_imported then 'delivered'
  else 'placed' end`;

/** True for orders `o` in one of the states. */
export const stateIs = (states: OrderState[]): Fragment => sql`${sql.unsafe(stateText)} in ${sql(states)}`;
