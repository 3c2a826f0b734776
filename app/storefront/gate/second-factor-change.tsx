import { type Answer, refusalIn } from "#app/kit/answered.ts";
import { Badge } from "#app/kit/badge.tsx";
import { Button } from "#app/kit/button.tsx";
import { Disclose } from "#app/kit/disclose.tsx";
import { Field } from "#app/kit/field.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { formatDayOf } from "#app/words/days.ts";
import { secondFactorWords } from "#app/words/second-factor.ts";

const few = 3;

/** A second factor that is on: how many recovery codes are left, others in their place, and the way to turn it off. */
export function ChangeSecondFactor({
  email,
  confirmedAt,
  codesLeft,
  isRequired,
  answer,
}: {
  email: string;
  confirmedAt: Date;
  codesLeft: number;
  isRequired: boolean;
  answer: Answer;
}) {
  const w = useWords(secondFactorWords);
  const locale = useLocale();
  return (
    <div className="stack">
      <p className="row">
        <Badge tone="good">{w.onSince(formatDayOf(confirmedAt, locale))}</Badge>
      </p>
      <p>
        {w.codesLeft(codesLeft)} {codesLeft <= few ? w.fewCodes : null}
      </p>
      <Proven act="renew" title={w.renew} lead={w.renewLead} submit={w.renewDo} email={email} answer={answer} />
      {isRequired ? (
        <p className="text-muted">{w.isRequired}</p>
      ) : (
        <Proven
          act="turn-off"
          title={w.turnOff}
          lead={w.turnOffLead}
          submit={w.turnOffDo}
          email={email}
          answer={answer}
        />
      )}
    </div>
  );
}

/** An act that asks for password and code, so that a browser left open cannot do it. */
function Proven({
  act,
  title,
  lead,
  submit,
  email,
  answer,
}: {
  act: "renew" | "turn-off";
  title: string;
  lead: string;
  submit: string;
  email: string;
  answer: Answer;
}) {
  const w = useWords(secondFactorWords);
  const own = refusalIn(answer)?.typed.act === act ? answer : undefined;
  const idOf = (name: string) => `${name}-${act}`;
  return (
    <Disclose summary={title} open={own !== undefined}>
      <form method="post" className="form">
        <input type="hidden" name="act" value={act} />
        <input type="email" name="email" defaultValue={email} autoComplete="username" hidden readOnly />
        <p className="help">{lead}</p>
        <FormErrors answer={own} labels={{ password: w.password, secretCode: w.codeOrRecovery }} idOf={idOf} />
        <Field
          name="password"
          id={idOf("password")}
          type="password"
          label={w.password}
          answer={own}
          autoComplete="current-password"
          required
        />
        <Field
          name="secretCode"
          id={idOf("secretCode")}
          label={w.codeOrRecovery}
          answer={own}
          autoComplete="one-time-code"
          maxLength={60}
          required
        />
        <Button look={act === "turn-off" ? "danger" : "plain"}>{submit}</Button>
      </form>
    </Disclose>
  );
}
