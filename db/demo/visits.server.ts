import { checkIn, finishActivity, noteActivity, planActivity } from "#app/domain/activities/activities.server.ts";
import type { ActivityOutcome } from "#app/domain/activities/activity.ts";
import type { Buyer, Scope } from "#app/domain/customers/buyer.ts";
import { type Day, daysAfter } from "#app/domain/period.ts";
import { sql } from "#db/connection.server.ts";
import { Chance } from "./chance.ts";
import { Clock, fillCart, type Meant, orderCart } from "./shop.server.ts";

const subjects = [
  "Reposição do mês",
  "Apresentar lançamentos",
  "Rever mix da gôndola",
  "Acertar condição",
  "Pós-venda",
  "Campanha de fim de ano",
];
const notes = [
  "Conversei com a compras; gôndola com espaço para mais dois itens.",
  "Estoque deles ainda alto, voltar na próxima quinzena.",
  "Pediu tabela atualizada e amostra de sabonete.",
  "Gostou da condição 28/56; decide até sexta.",
  "Loja cheia, atendeu rápido no balcão.",
];

interface Visited {
  rep: Scope;
  buyer: Buyer;
  customerId: number;
}

/** A visit from plan to result; with lines in hand the rep orders there for the customer. */
export async function visit(
  { rep, buyer, customerId }: Visited,
  on: Day,
  time: string,
  arrival: Date,
  meant: readonly Meant[],
  chance: Chance,
): Promise<void> {
  const plan = { kind: "visit" as const, customerId, on, at: time, subject: chance.one(subjects) };
  const id = await planActivity(rep, plan, new Clock(arrival).after(-chance.between(1, 6) * 86_400));
  const clock = new Clock(arrival);
  const place = { latitude: -23.5 + chance.next(), longitude: -46.6 + chance.next() } as const;
  await checkIn(rep, id, clock.after(chance.between(0, 900)), chance.percent(80) ? place : undefined);
  let outcome: ActivityOutcome = chance.one(["interested", "no_need_now", "absent", "quoted", "other"]);
  if (meant.length > 0) {
    await fillCart(buyer, meant, clock, 40);
    if (await orderCart(buyer, clock, chance, null)) outcome = "ordered";
  }
  const hasNext = chance.percent(30);
  const came = {
    outcome,
    notes: chance.percent(70) ? chance.one(notes) : "",
    nextStep: hasNext ? chance.one(["Ligar para confirmar pedido", "Enviar tabela nova", "Levar amostras"]) : "",
    nextStepOn: hasNext ? daysAfter(on, chance.between(3, 12)) : "",
    minutes: "" as const,
    kilometres: chance.between(4, 60),
  };
  await finishActivity(rep, id, came, clock.after(chance.between(600, 2400)));
}

/** The tasks that visits left behind: most are done on their day, a few of the last week are still open. */
export async function finishTasks(at: Date): Promise<void> {
  const tasks = await sql<{ id: number; userId: number; plannedAt: Date }[]>`
    select id, user_id as "userId", planned_at as "plannedAt" from activities
    where kind = 'task' and done_at is null and planned_at < ${at} order by id`;
  for (const { id, userId, plannedAt } of tasks) {
    const isRecent = at.getTime() - plannedAt.getTime() < 4 * 86_400_000;
    if (isRecent && new Chance(`task-${id}`).percent(40)) continue;
    const came = {
      outcome: "other" as const,
      notes: "",
      nextStep: "",
      nextStepOn: "",
      minutes: "",
      kilometres: "",
    } as const;
    const done = new Clock(plannedAt).after(3 * 3600);
    await finishActivity({ userId, repId: userId }, id, came, done < at ? done : at);
  }
}

/** A telephone order: the call is noted and the rep orders for the customer. */
export async function phoneOrder(
  { rep, buyer, customerId }: Visited,
  at: Date,
  meant: readonly Meant[],
  chance: Chance,
) {
  const clock = new Clock(at);
  await fillCart(buyer, meant, clock, 25);
  const number = await orderCart(buyer, clock, chance, null);
  await noteActivity(
    rep,
    {
      customerId,
      kind: "call",
      subject: "Pedido por telefone",
      notes: number ? `Pedido ${number}.` : chance.one(notes),
    },
    clock.after(120),
  );
}
