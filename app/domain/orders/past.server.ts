import { sql } from "drizzle-orm";
import type { Day } from "#app/domain/period.ts";
import { isInTransaction, reports, type Tx } from "#db/connection.server.ts";

/** Something counted from the orders: all that was asked, in any writing that tells it apart, and the first day that no longer counts. */
export interface Question {
  asked: string;
  until: Day;
}

interface Past extends Record<string, unknown> {
  /** A whole day ago, so that whatever was being written as the day ended has long been written. */
  yesterday: Day;
  /** How often each month was changed once its days were over. */
  changes: Record<Day, number>;
}

async function pastKnown(): Promise<Past> {
  const [past] = await reports.execute<Past>(sql`
    select ((now() at time zone 'America/Sao_Paulo')::date - 1)::text as yesterday, coalesce((
      select jsonb_object_agg(month, changes) from (select month, count(*) as changes from past_changes group by 1) m
    ), '{}') as changes`);
  return past as Past;
}

const changesBefore = ({ changes }: Past, until: Day): number =>
  Object.entries(changes).reduce((sum, [month, count]) => (month < until ? sum + count : sum), 0);

/**
 * A memory for what is counted from `customer_days` alone, of everybody: answers of days that are over hold until one of their
 * months, or one before, is changed (`noteOfPast` in `facts.ts`). What reaches as far as the whole reading (`upTo`) is always counted.
 * `count` is told which questions (their places, in order) to count, all at once, and answers them in that order; an answer is
 * given to many and must not be changed. At most `most` answers are kept, each that `isSmall`, the oldest go first.
 */
export function memoryOfPast<T>(most: number, isSmall: (answer: T) => boolean = () => true) {
  const kept = new Map<string, { changes: number; answer: T }>();
  return async (questions: Question[], upTo: Day, count: (places: number[]) => Promise<T[]>, tx: Tx): Promise<T[]> => {
    // A transaction may yet be taken back, and with it the changes it sees.
    const mayKeep = !isInTransaction(tx) && questions.some(({ until }) => until < upTo);
    const past = mayKeep ? await pastKnown() : null;
    const isOver = ({ until }: Question) => past !== null && until < upTo && until <= past.yesterday;
    const answers = new Map<string, T>();
    const missing = new Map<string, number>();
    for (const [place, question] of questions.entries()) {
      const known = past && isOver(question) ? kept.get(question.asked) : undefined;
      if (known && past && known.changes === changesBefore(past, question.until))
        answers.set(question.asked, known.answer);
      else if (!missing.has(question.asked)) missing.set(question.asked, place);
    }
    const places = [...missing.values()];
    const counted = places.length > 0 ? await count(places) : [];
    for (const [n, place] of places.entries()) {
      const question = questions[place] as Question;
      const answer = counted[n] as T;
      answers.set(question.asked, answer);
      if (!past || !isOver(question) || !isSmall(answer)) continue;
      kept.delete(question.asked);
      kept.set(question.asked, { changes: changesBefore(past, question.until), answer });
      if (kept.size > most) kept.delete(kept.keys().next().value as string);
    }
    return questions.map(({ asked }) => answers.get(asked) as T);
  };
}
