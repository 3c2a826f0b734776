import type { Buyer } from "#app/domain/customers/buyer.ts";
import { type Day, daysAfter, momentAt } from "#app/domain/period.ts";
import { answerQuestion, dismissQuestion } from "#app/domain/satisfaction/answers.server.ts";
import { askAfterDelivery } from "#app/domain/satisfaction/asking.server.ts";
import { sql } from "#db/connection.server.ts";
import { Chance } from "./chance.ts";

const saidWhy: Record<"promoter" | "passive" | "detractor", readonly string[]> = {
  promoter: [
    "Entrega no dia combinado e tudo conferido.",
    "Pedir pelo site ficou muito mais rápido do que por telefone.",
    "O vendedor resolve na hora e o preço é justo.",
    "Nunca veio nada errado.",
    "Gosto de ver o preço com o desconto já na tela.",
  ],
  passive: [
    "Bom, mas o frete podia ser melhor.",
    "Faltou um item que eu compro sempre.",
    "A entrega foi boa, só queria uma faixa de horário.",
    "Preço ok, podia ter mais prazo.",
  ],
  detractor: [
    "Atrasou dois dias e ninguém avisou.",
    "Veio uma caixa amassada e ainda estou esperando a troca.",
    "O preço subiu e só vi na hora de fechar.",
    "Precisei ligar três vezes para falar com alguém.",
  ],
};

const signIns = ["buyer@demo.test", "buyer2@demo.test", "approver@demo.test"];
const asked = { from: 50, until: 2 };

/** The scores of a company people are content with, by and large. */
function scoreBy(chance: Chance): number {
  const drawn = chance.next();
  if (drawn < 0.58) return chance.between(9, 10);
  if (drawn < 0.86) return chance.between(7, 8);
  return chance.between(3, 6);
}

/** What buyers answered since the shop asks after a delivery; two in three answer, each a day or two later. */
export async function fillSatisfaction(at: Date, today: Day): Promise<number> {
  for (let daysAgo = asked.from; daysAgo >= asked.until; daysAgo--) {
    await askAfterDelivery(momentAt(daysAfter(today, -daysAgo), "09:10:00"));
  }
  // Who tries the shop by a demo sign-in is asked about their latest delivery, today.
  await sql`delete from satisfaction_questions q using users u where u.id = q.buyer_id and u.email in ${sql(signIns)}`;
  await sql`update outbox set sent_at = queued_at where sent_at is null and subject like 'Uma pergunta rápida%'`;
  const questions = await sql<(Pick<Buyer, "userId" | "customerId"> & { number: string; askedAt: Date })[]>`
    select q.customer_id as "customerId", q.buyer_id as "userId", o.number, q.asked_at as "askedAt"
    from satisfaction_questions q join orders o on o.customer_id = q.customer_id and o.id = q.order_id
    order by q.asked_at, o.number`;
  let answers = 0;
  for (const { customerId, userId, number, askedAt } of questions) {
    const chance = new Chance(`satisfaction ${customerId}`);
    const buyer: Buyer = { userId, customerId, actingUserId: null, mayOrder: true };
    const when = new Date(askedAt.getTime() + chance.between(1, 40) * 3_600_000);
    if (when > at || chance.percent(25)) continue;
    if (chance.percent(12)) {
      await dismissQuestion(buyer, number, when);
      continue;
    }
    const score = scoreBy(chance);
    const attitude = score >= 9 ? "promoter" : score >= 7 ? "passive" : "detractor";
    const why = chance.percent(70) ? chance.one(saidWhy[attitude]) : null;
    await answerQuestion(buyer, number, { score, why }, when);
    answers++;
  }
  await askAfterDelivery(at);
  return answers;
}
