import type { Answer } from "#app/kit/answered.ts";
import { Button } from "#app/kit/button.tsx";
import { Disclose } from "#app/kit/disclose.tsx";
import { Field, TextField } from "#app/kit/field.tsx";
import { FieldErrors } from "#app/kit/field-errors.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { useWords } from "#app/kit/words.tsx";
import { productAskWords } from "#app/words/product-asks.ts";

/** Asks the rep about what a search did not find, or says that this was done today. */
export function AskRep({
  q,
  rep,
  isAsked,
  answer,
}: {
  q: string;
  rep: string | null;
  isAsked: boolean;
  answer: Answer;
}) {
  const w = useWords(productAskWords);
  if (isAsked) return <Notice tone="good">{w.sent(rep)}</Notice>;
  return (
    <section className="card card-pad stack max-w-2xl" aria-labelledby="ask-rep">
      <div>
        <h2 id="ask-rep">{w.title(rep)}</h2>
        <p className="muted">{w.lead}</p>
      </div>
      <form method="post" className="form">
        <FieldErrors answer={answer} labels={{ wanted: w.wanted, quantity: w.quantity, note: w.note }} />
        <input type="hidden" name="query" value={q} />
        <Field name="wanted" label={w.wanted} answer={answer} value={q} required />
        <Field name="quantity" label={w.quantity} help={w.quantityHelp} answer={answer} inputMode="numeric" optional />
        <TextField name="note" label={w.note} help={w.noteHelp} answer={answer} optional />
        <div className="form-foot">
          <Button look="primary" icon="send">
            {w.send}
          </Button>
        </div>
      </form>
    </section>
  );
}

/** The same, folded away, below what was found for other words. */
export function AskInstead({
  q,
  asking,
  answer,
}: {
  q: string;
  asking: { rep: string | null; isAsked: boolean };
  answer: Answer;
}) {
  const w = useWords(productAskWords);
  if (asking.isAsked || answer) return <AskRep q={q} {...asking} answer={answer} />;
  return (
    <Disclose summary={w.notThis}>
      <AskRep q={q} {...asking} answer={answer} />
    </Disclose>
  );
}
