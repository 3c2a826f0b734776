import { type SQL, sql } from "drizzle-orm";
import { servingSixtieths } from "#app/domain/channels/channel.ts";
import { startOf } from "#app/domain/period.ts";
import type { Asked } from "./asked.server.ts";
import { ofCustomers } from "./asked.server.ts";
import type { Computed } from "./computed.server.ts";
import { customerDimensions } from "./indicator.ts";
import { said } from "./said.ts";
import { knownAt, perStint } from "./storefront.server.ts";

/** Visits, calls and value of each customer served or sold to in a stint, with what one of each costs then. */
const served = (asked: Asked): SQL =>
  perStint(asked, (n) => {
    const { stint, settings } = asked.stints[n]!;
    const from = sql`${startOf(stint.from).toISOString()}::timestamptz`;
    const end = startOf(stint.to);
    const known = knownAt(asked, stint.until);
    const to = sql`${(end < known ? end : known).toISOString()}::timestamptz`;
    const { visitSixtieths, callSixtieths } = servingSixtieths(settings);
    const cost = sql`round((sum(visits) * ${visitSixtieths}::bigint + sum(calls) * ${callSixtieths}::bigint) / 60.0)`;
    return sql`select ${sql.raw(String(n))} as i, customer_id, null::text as k, sum(visits)::int as visits, sum(calls)::int as calls,
        sum(value)::bigint as value_cents, ${cost}::bigint as cost_cents,
        (round(sum(value) * ${settings.marginBasisPoints}::int / 10000.0) - ${cost})::bigint as margin_cents
      from (
        select t.customer_id, count(*) filter (where t.kind = 'visit') as visits, count(*) filter (where t.kind = 'call') as calls, 0 as value
        from activities t where t.kind in ('visit', 'call') and t.done_at >= ${from} and t.done_at < ${to}
          and ${ofCustomers(asked, sql`t.customer_id`)}
        group by 1
        union all
        select f.customer_id, 0, 0, sum(f.gross_cents - f.returns_cents)
        from customer_days f where f.day >= ${stint.from}::date and f.day < ${stint.to}::date
          and ${ofCustomers(asked, sql`f.customer_id`)}
        group by 1
      ) both_sides group by customer_id`;
  });

const cost: Computed = {
  key: "cost-to-serve",
  name: said("Custo de atendimento", "Cost to serve"),
  sentence: said(
    "Visitas feitas no período × (minutos × R$/h + km × R$/km) + ligações × minutos × R$/h, com os valores que a empresa definiu.",
    "Visits done in the period × (minutes × R$/h + km × R$/km) + calls × minutes × R$/h, at the values the company set.",
  ),
  unit: "cents",
  better: "less",
  group: "channels",
  over: "period",
  usual: "month",
  fact: "activities",
  dims: customerDimensions,
  companions: {
    visits: { name: said("Visitas", "Visits"), unit: "number" },
    calls: { name: said("Ligações", "Calls"), unit: "number" },
  },
  rowsOf: served,
  measures: {
    cost: sql`coalesce(sum(a.cost_cents), 0)`,
    visits: sql`coalesce(sum(a.visits), 0)`,
    calls: sql`coalesce(sum(a.calls), 0)`,
  },
  told: ({ cost, ...values }) => ({ value: cost ?? 0, values }),
  list: {
    columns: [
      { key: "visits", name: said("Visitas", "Visits"), kind: "number" },
      { key: "calls", name: said("Ligações", "Calls"), kind: "number" },
      { key: "cost_cents", name: said("Custo", "Cost"), kind: "cents" },
      { key: "value_cents", name: said("Valor", "Value"), kind: "cents" },
    ],
    where: sql`a.visits + a.calls > 0`,
    order: sql`a.cost_cents desc`,
  },
};

const margin: Computed = {
  ...cost,
  key: "channel-margin",
  name: said("Margem depois do atendimento", "Margin after serving"),
  sentence: said(
    "Valor vendido no período × a margem que a empresa definiu, menos o custo de atendimento do mesmo período.",
    "Value sold in the period × the margin the company set, less the cost to serve of the same period.",
  ),
  better: "more",
  companions: {
    value: { name: said("Valor", "Value"), unit: "cents" },
    cost: { name: said("Custo de atendimento", "Cost to serve"), unit: "cents" },
  },
  measures: {
    margin: sql`coalesce(sum(a.margin_cents), 0)`,
    value: sql`coalesce(sum(a.value_cents), 0)`,
    cost: sql`coalesce(sum(a.cost_cents), 0)`,
  },
  told: ({ margin, ...values }) => ({ value: margin ?? 0, values }),
  list: {
    columns: [
      { key: "value_cents", name: said("Valor", "Value"), kind: "cents" },
      { key: "cost_cents", name: said("Custo", "Cost"), kind: "cents" },
      { key: "margin_cents", name: said("Margem", "Margin"), kind: "cents" },
    ],
    order: sql`a.margin_cents desc`,
  },
};

/** Indicators of how customers are served and what that takes. */
export const channelIndicators: Computed[] = [cost, margin];
