import { Kept } from "#app/domain/kept.ts";
import { sql } from "#db/connection.server.ts";
import { type Vocabulary, vocabularyOf } from "./spelling.ts";

function asked(): Promise<Vocabulary> {
  return sql<{ word: string; count: number }[]>`
    select w.word, count(*)::int as count
    from products p, string_to_table(translate(p.search_text, '-/().,+&', '        '), ' ') as w (word)
    where p.is_active and w.word ~ '^[a-z]{3,40}$' group by w.word`.then(vocabularyOf);
}

const kept = new Kept(asked, { freshMs: 300_000, usableMs: 3_600_000 });

/**
 * The words of everything that is sold, kept for minutes: only searches that found nothing ask for them, so a word that came
 * since is found without them.
 */
export const vocabulary = (): Promise<Vocabulary> => kept.now();

/** Reads the words anew at the next question; called when products change. */
export const forgetVocabulary = (): void => kept.forget();
