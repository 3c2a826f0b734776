import { sql } from "drizzle-orm";
import { leastAnswers, netPromoterScore } from "#app/domain/satisfaction/satisfaction.ts";
import { factKey, ofCustomers } from "./asked.server.ts";
import type { Computed } from "./computed.server.ts";
import { customerDimensions, timeDimensions } from "./indicator.ts";
import { said } from "./said.ts";

const netPromoters: Computed = {
  key: "nps",
  name: said("NPS", "NPS"),
  sentence: said(
    "Porcentagem de promotores (notas 9 e 10) menos a de detratores (0 a 6), das respostas dadas no período, no dia da resposta. A pergunta é feita uma vez, uma semana depois da entrega de um pedido feito na loja.",
    "Promoters (9 and 10) in per cent minus detractors (0 to 6) in per cent, of the answers given in the period, on the day of the answer. The question is put once, a week after the delivery of an order placed in the shop.",
  ),
  unit: "decimal",
  better: "more",
  group: "activities",
  over: "period",
  usual: "year",
  fact: "satisfaction_questions",
  minimum: leastAnswers,
  dims: [...customerDimensions, ...timeDimensions],
  companions: {
    answers: { name: said("Respostas", "Answers"), unit: "number" },
    promoters: { name: said("Promotores", "Promoters"), unit: "number" },
    passives: { name: said("Neutros", "Passives"), unit: "number" },
    detractors: { name: said("Detratores", "Detractors"), unit: "number" },
    mean: { name: said("Nota média", "Mean score"), unit: "decimal" },
  },
  rowsOf: (asked) => sql`
    select p.i, f.customer_id, ${factKey(asked.factDimension)} as k, f.score, f.why, f.number, f.day as answered_on, f.who
    from (
      select q.customer_id, q.score, q.why, o.number, u.name as who,
        (q.answered_at at time zone 'America/Sao_Paulo')::date as day
      from satisfaction_questions q join orders o on o.customer_id = q.customer_id and o.id = q.order_id
      join users u on u.id = q.buyer_id
      where q.answered_at < ${asked.reading.asOf.toISOString()}::timestamptz and ${ofCustomers(asked, sql`q.customer_id`)}
    ) f
    join p on f.day >= p.from_on and f.day < p.to_on`,
  measures: {
    answers: sql`count(*)`,
    promoters: sql`count(*) filter (where a.score >= 9)`,
    passives: sql`count(*) filter (where a.score in (7, 8))`,
    detractors: sql`count(*) filter (where a.score <= 6)`,
    mean: sql`round(avg(a.score), 1)::float8`,
  },
  told: ({ answers, promoters, passives, detractors, mean }) => {
    const counted = { answers: answers ?? 0, promoters: promoters ?? 0, detractors: detractors ?? 0 };
    return {
      value: netPromoterScore(counted),
      values: { ...counted, passives: passives ?? 0, mean: mean ?? null },
      counted: counted.answers,
    };
  },
  list: {
    columns: [
      { key: "answered_on", name: said("Dia", "Day"), kind: "on" },
      { key: "score", name: said("Nota", "Score"), kind: "number" },
      { key: "why", name: said("Por quê", "Why"), kind: "text" },
      { key: "number", name: said("Pedido", "Order"), kind: "order" },
      { key: "who", name: said("Quem", "Who"), kind: "text" },
    ],
    order: sql`a.answered_on desc, a.score`,
  },
};

/** What the customers say of the company. */
export const satisfactionIndicators: Computed[] = [netPromoters];
