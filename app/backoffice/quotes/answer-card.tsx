import { Form } from "@remix-run/react";
import type { HouseTerms } from "#app/domain/quotes/answering.server.ts";
import type { Answer } from "#app/kit/answered.ts";
import { Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { Field, MoneyField, TextField } from "#app/kit/field.tsx";
import { Select } from "#app/kit/select.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { formatBasisPoints } from "#app/words/numbers.ts";
import { quoteWords } from "#app/words/quotes.ts";
import { officeQuoteWords } from "#app/words/quotes-office.ts";
import { AnswerLines } from "./answer-lines.tsx";
import type { LineToAnswer } from "./quote.tsx";

/** What the answer begins with, and what may be chosen for it. */
export interface AnswerChoices {
  terms: HouseTerms[];
  usualTermsId: number | null;
  /** In reais, as a field holds it. */
  freight: string;
  validUntil: string;
  mostDiscount: number | null;
}

/** The whole answer in one form: every line, and what counts for all of them. Enter works it out; only the button sends it. */
export function AnswerCard({
  lines,
  choices,
  today,
  answer,
}: {
  lines: readonly LineToAnswer[];
  choices: AnswerChoices;
  today: string;
  answer: Answer;
}) {
  const w = useWords(officeQuoteWords);
  const q = useWords(quoteWords);
  const locale = useLocale();
  const { mostDiscount } = choices;
  const terms = choices.terms.map(({ id, name, days }) => ({ value: id, label: named(name, days, q) }));
  return (
    <Form method="post" className="stack">
      <button type="submit" name="act" value="preview" hidden tabIndex={-1} aria-hidden="true" />
      <Card title={w.answerTitle} flush>
        <p className="px-4 py-3 text-sm text-muted">
          {w.answerLead(mostDiscount === null ? null : formatBasisPoints(mostDiscount, locale))}
        </p>
        <AnswerLines lines={lines} answer={answer} />
      </Card>
      <Card title={w.whole}>
        <div className="form">
          <div className="form-row">
            <Select
              name="paymentTermsId"
              label={q.terms}
              options={terms}
              value={choices.usualTermsId ?? choices.terms[0]?.id}
              answer={answer}
            />
            <MoneyField
              name="freight"
              label={q.freight}
              help={w.freightHelp}
              value={choices.freight}
              answer={answer}
              required
            />
            <Field
              name="validUntil"
              type="date"
              label={w.validUntil}
              value={choices.validUntil}
              min={today}
              answer={answer}
              required
            />
          </div>
          <TextField name="answerNote" label={w.note2} optional answer={answer} maxLength={2000} />
          <div className="form-foot">
            <Button name="act" value="preview" icon="refresh">
              {w.preview}
            </Button>
            <Button look="primary" icon="send" name="act" value="answer">
              {w.send}
            </Button>
          </div>
        </div>
      </Card>
    </Form>
  );
}

/** Terms by their name, and by their days where the name does not say them. */
function named(name: string, days: readonly number[], q: { days: (days: string) => string; cash: string }): string {
  const said = days.join("/");
  if (name.includes(said)) return name;
  return `${name} (${said === "0" ? q.cash : q.days(said)})`;
}
