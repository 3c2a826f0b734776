import { type SQL, sql } from "drizzle-orm";
import { type Asked, factKey, listOf, ofCustomers } from "./asked.server.ts";
import type { Computed } from "./computed.server.ts";
import { customerDimensions, timeDimensions } from "./indicator.ts";
import { keysOf, said } from "./said.ts";

const kinds = ["visit", "call", "message", "email", "note", "task"];

/** Activities done in each stint, on the São Paulo day they were done. */
const done =
  (wanted: readonly string[]) =>
  (asked: Asked): SQL =>
    sql`
  select p.i, f.customer_id, ${factKey(asked.factDimension)} as k, f.kind, f.day as done_on, f.subject, f.outcome, f.checked_in_at,
    u.name as who
  from (
    select t.*, (t.done_at at time zone 'America/Sao_Paulo')::date as day from activities t
    where t.kind in ${listOf(wanted)} and t.done_at is not null and t.cancelled_at is null and ${ofCustomers(asked, sql`t.customer_id`)}
  ) f
  join p on f.day >= p.from_on and f.day < p.to_on
  join users u on u.id = f.user_id`;

const columns = [
  { key: "kind", name: said("Tipo", "Kind"), kind: "activity" },
  { key: "done_on", name: said("Dia", "Day"), kind: "on" },
  { key: "who", name: said("Quem", "Who"), kind: "text" },
  { key: "subject", name: said("Assunto", "Subject"), kind: "text" },
  { key: "outcome", name: said("Resultado", "Outcome"), kind: "outcome" },
] as const;

const activities: Computed = {
  key: "activities",
  name: said("Atividades", "Activities"),
  sentence: said(
    "Visitas, ligações, mensagens, e-mails, anotações e tarefas concluídas no período, no dia em que foram concluídas.",
    "Visits, calls, messages, e-mails, notes and tasks done in the period, on the day they were done.",
  ),
  unit: "number",
  better: "more",
  group: "activities",
  over: "period",
  usual: "month",
  fact: "activities",
  dims: [...customerDimensions, ...timeDimensions],
  companions: { customers: { name: said("Clientes atendidos", "Customers served"), unit: "customers" } },
  rowsOf: done(kinds),
  measures: { all: sql`count(*)`, customers: sql`count(distinct a.customer_id)` },
  told: ({ all, customers }) => ({ value: all ?? 0, values: { customers: customers ?? 0 } }),
  ownSlices: { column: sql`a.kind`, keys: keysOf(...kinds) },
  list: { columns, order: sql`a.done_on desc` },
};

const visits: Computed = {
  ...activities,
  key: "visits",
  name: said("Visitas", "Visits"),
  sentence: said(
    "Visitas concluídas no período, no dia em que terminaram; com check-in e as que viraram pedido, à parte.",
    "Visits done in the period, on the day they ended; those with a check-in and those that became an order apart.",
  ),
  companions: {
    customers: { name: said("Clientes visitados", "Customers visited"), unit: "customers" },
    checkedIn: { name: said("Com check-in", "With check-in"), unit: "number" },
    ordered: { name: said("Com pedido", "With an order"), unit: "number" },
  },
  rowsOf: done(["visit"]),
  measures: {
    all: sql`count(*)`,
    customers: sql`count(distinct a.customer_id)`,
    checkedIn: sql`count(*) filter (where a.checked_in_at is not null)`,
    ordered: sql`count(*) filter (where a.outcome = 'ordered')`,
  },
  told: ({ all, ...values }) => ({ value: all ?? 0, values }),
  ownSlices: undefined,
  list: { columns: columns.slice(1), order: sql`a.done_on desc` },
};

const renewals: Computed = {
  key: "renewals-due",
  name: said("Renovações a vencer", "Renewals due"),
  sentence: said(
    "Clientes cujo acordo termina dentro de 60 dias da leitura (prazo da empresa).",
    "Customers whose agreement ends within 60 days of the reading (the company's setting).",
  ),
  unit: "customers",
  better: "neither",
  group: "portfolio",
  over: "moment",
  usual: "all",
  fact: "customers",
  dims: customerDimensions,
  companions: {},
  rowsOf: (asked) => sql`
    select p.i, customers.id as customer_id, null::text as k, customers.agreement_ends_on as ends_on,
      customers.agreement_ends_on - p.today as days_left
    from customers join p on customers.agreement_ends_on >= p.today
      and customers.agreement_ends_on <= p.today + p.renewal_days
    where ${ofCustomers(asked, sql`customers.id`)}`,
  measures: { customers: sql`count(*)` },
  told: ({ customers }) => ({ value: customers ?? 0, values: {} }),
  list: {
    columns: [
      { key: "ends_on", name: said("Fim do acordo", "Agreement ends"), kind: "on" },
      { key: "days_left", name: said("Faltam", "Left"), kind: "days" },
    ],
    order: sql`a.ends_on`,
  },
};

/** Indicators of what people did and have to do. */
export const activityIndicators: Computed[] = [activities, visits, renewals];
