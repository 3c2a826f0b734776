import { scores } from "#app/domain/satisfaction/satisfaction.ts";
import { Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { satisfactionWords } from "#app/words/satisfaction.ts";

/** The question on the pages a buyer passes anyway: a score leads to its page, where it is sent; it can be put away. */
export function QuestionCard({ number, company }: { number: string; company: string }) {
  const w = useWords(satisfactionWords);
  return (
    <Card>
      <section className="stack-sm" aria-labelledby="satisfaction">
        <h2 id="satisfaction" className="text-md">
          {w.ask(company)}
        </h2>
        <p className="muted text-sm">{w.about(number)}</p>
        <ul className="grid max-w-xl grid-cols-6 gap-1.5 sm:grid-cols-11">
          {scores.map((score) => (
            <li key={score}>
              <a
                className="btn btn-sm tnum w-full"
                href={paths.satisfaction(number, { score: String(score) })}
                aria-label={w.scoreNamed(score)}
              >
                {score}
              </a>
            </li>
          ))}
        </ul>
        <div className="spread max-w-xl">
          <span className="faint text-sm">{w.lowest}</span>
          <span className="faint text-sm">{w.highest}</span>
        </div>
        <form method="post" action={paths.satisfaction(number)}>
          <Button look="quiet" size="sm" name="act" value="dismiss">
            {w.later}
          </Button>
        </form>
      </section>
    </Card>
  );
}
