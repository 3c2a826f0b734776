import { sql } from "drizzle-orm";
import { type Day, daysAfter, daysBetween, monthsAfter } from "#app/domain/period.ts";
import type { Tx } from "#db/connection.server.ts";
import { type Asked, stintsTable } from "./asked.server.ts";
import { type Computed, ratio } from "./computed.server.ts";
import { inPeriods, sales } from "./facts.server.ts";
import { dimensions, type Reading, type Stretch } from "./indicator.ts";
import { comparedWith, type Stint, type Stints } from "./periods.ts";
import { said } from "./said.ts";
import { documentColumns, documents } from "./sales.server.ts";

interface DayRow extends Record<string, unknown> {
  i: number;
  day: Day;
  net: number;
}

/** A stretch that starts on a day and is as long as the longest of the three lines needs. */
const span = (from: Day, days: number): Stint => {
  const to = daysAfter(from, days);
  return { from, to, until: to, today: to };
};

/** Adds the three lines: this period, the month before and the same days a year before, each added up day by day. */
async function withLines(asked: Asked, stints: Stints, tx: Tx): Promise<(reading: Reading) => Reading> {
  const { main } = stints;
  const length = daysBetween(main.from, main.to);
  const settings = asked.stints[0]!.settings;
  const starts = [main.from, comparedWith(main).from, monthsAfter(main.from, -12)];
  const lines: Asked = {
    ...asked,
    factDimension: null,
    stints: starts.map((from) => ({ stint: span(from, length), settings })),
  };
  const rows = await tx.execute<DayRow>(sql`
    with ${stintsTable(lines)}
    select f.i, f.day::text as day, sum(f.gross_cents - f.returns_cents)::bigint as net
    from (${inPeriods(lines, sales(lines))}) f group by 1, 2`);
  const net = new Map(rows.map((row) => [`${row.i} ${row.day}`, row.net]));
  const sums = [0, 0, 0];
  const series = Array.from({ length }, (_, n): Stretch => {
    starts.forEach((start, i) => {
      sums[i] = sums[i]! + (net.get(`${i} ${daysAfter(start, n)}`) ?? 0);
    });
    const from = daysAfter(main.from, n);
    const [value, lastMonth, sameMonthLastYear] = sums as [number, number, number];
    return { from, to: daysAfter(from, 1), value, values: { lastMonth, sameMonthLastYear } };
  });
  const last = series.at(-1);
  return (reading) => ({ ...reading, values: { ...reading.values, ...(last?.values ?? {}) }, series });
}

const evolution: Computed = {
  key: "revenue-evolution",
  name: said("Evolução do faturamento", "Revenue over the month"),
  sentence: said(
    "Faturamento líquido somado dia a dia no mês, ao lado do mês passado e do mesmo mês do ano passado até o mesmo dia.",
    "Net revenue added up day by day in the month, beside last month and the same month last year up to the same day.",
  ),
  unit: "cents",
  better: "more",
  group: "sales",
  over: "period",
  usual: "thisMonth",
  fact: "customer_days",
  dims: dimensions,
  companions: {
    lastMonth: { name: said("Mês passado até o mesmo dia", "Last month to the same day"), unit: "cents" },
    sameMonthLastYear: { name: said("Mesmo mês do ano passado", "Same month last year"), unit: "cents" },
  },
  rowsOf: (asked) => inPeriods(asked, sales(asked)),
  measures: { net: sql`coalesce(sum(a.gross_cents - a.returns_cents), 0)` },
  told: ({ net }) => ({ value: net ?? 0, values: {} }),
  list: { columns: documentColumns, rows: documents, order: sql`a.placed_on desc, a.number desc` },
  whole: withLines,
};

const onlineShare: Computed = {
  key: "online-share",
  name: said("Participação online", "Online share"),
  sentence: said(
    "Valor líquido dos pedidos que o próprio comprador fez na loja, dividido pelo valor líquido de todos os pedidos do período.",
    "Net value of the orders buyers placed themselves in the storefront, divided by the net value of all orders of the period.",
  ),
  unit: "ratio",
  better: "more",
  group: "storefront",
  over: "period",
  usual: "all",
  fact: "customer_days",
  dims: dimensions.filter((dimension) => dimension !== "way"),
  minimum: 5,
  companions: {
    online: { name: said("Valor online", "Online value"), unit: "cents" },
    total: { name: said("Valor total", "All value"), unit: "cents" },
    orders: { name: said("Pedidos", "Orders"), unit: "orders" },
  },
  rowsOf: (asked) => inPeriods(asked, sales(asked)),
  measures: {
    online: sql`coalesce(sum(a.gross_cents - a.returns_cents) filter (where a.channel = 'storefront'), 0)`,
    total: sql`coalesce(sum(a.gross_cents - a.returns_cents), 0)`,
    orders: sql`coalesce(sum(a.orders), 0)`,
  },
  told: (values) => ({
    value: (values.total ?? 0) > 0 ? ratio(values.online, values.total) : null,
    values,
    counted: values.orders ?? 0,
  }),
  list: { columns: documentColumns, rows: documents, order: sql`a.placed_on desc, a.number desc` },
};

/** Indicators that lay sales beside each other: this month beside others, online beside all. */
export const evolutionIndicators: Computed[] = [evolution, onlineShare];
