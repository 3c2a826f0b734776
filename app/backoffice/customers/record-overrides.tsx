import type { RecordSide } from "#app/domain/portfolio/record-sides.server.ts";
import type { Answer } from "#app/kit/answered.ts";
import { Badge } from "#app/kit/badge.tsx";
import { Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { Choice } from "#app/kit/checkbox.tsx";
import { MomentShown } from "#app/kit/day.tsx";
import { Field } from "#app/kit/field.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { creditWords } from "#app/words/credit.ts";
import { formatDay } from "#app/words/days.ts";

type Override = RecordSide<"credit">["overrides"][number];

/** Leave to order despite a hold: who gave it and why, and the form to give one. */
export function Overrides({
  overrides,
  today,
  mayOverride,
  answer,
}: {
  overrides: Override[];
  today: string;
  mayOverride: boolean;
  answer: Answer;
}) {
  const w = useWords(creditWords);
  return (
    <Card title={w.override}>
      <div className="stack">
        {mayOverride ? (
          <OverrideForm today={today} answer={answer} />
        ) : (
          <p className="muted text-sm">{w.onlyManagers}</p>
        )}
        {overrides.length > 0 ? <h3 className="text-base">{w.given}</h3> : null}
        {overrides.length > 0 ? (
          <ul className="stack-sm">
            {overrides.map((one) => (
              <Given key={one.id} override={one} mayOverride={mayOverride} />
            ))}
          </ul>
        ) : (
          <p className="muted text-sm">{w.noneGiven}</p>
        )}
      </div>
    </Card>
  );
}

function OverrideForm({ today, answer }: { today: string; answer: Answer }) {
  const w = useWords(creditWords);
  return (
    <form method="post" className="form">
      <FormErrors answer={answer} labels={{ overrideFor: w.overrideFor, untilOn: w.untilOn, reason: w.reason }} />
      <p className="help">{w.overrideLead}</p>
      <Choice
        name="overrideFor"
        legend={w.overrideFor}
        answer={answer}
        value="order"
        options={[
          { value: "order", label: w.overrideOnce },
          { value: "day", label: w.overrideUntil },
        ]}
      />
      <Field name="untilOn" type="date" label={w.untilOn} help={w.untilOnHelp} min={today} optional answer={answer} />
      <Field name="reason" label={w.reason} help={w.reasonHelp} maxLength={300} required answer={answer} />
      <div className="form-foot">
        <Button look="primary" name="act" value="override">
          {w.give}
        </Button>
      </div>
    </form>
  );
}

function Given({ override, mayOverride }: { override: Override; mayOverride: boolean }) {
  const w = useWords(creditWords);
  const locale = useLocale();
  const fate = override.usedOrderNumber
    ? w.usedFor(override.usedOrderNumber)
    : override.revokedAt
      ? w.revoked
      : override.isStanding
        ? w.standing
        : w.over;
  return (
    <li className="spread items-start gap-3">
      <div className="min-w-0 text-sm">
        <span className="row gap-1.5">
          <strong>{override.untilOn ? w.until(formatDay(override.untilOn, locale)) : w.forOnce}</strong>
          <Badge tone={override.isStanding ? "good" : "neutral"}>{fate}</Badge>
        </span>
        <p className="break-words">{override.reason}</p>
        <p className="faint">
          {override.by} · <MomentShown at={override.at} />
        </p>
      </div>
      {mayOverride && override.isStanding ? (
        <form method="post">
          <input type="hidden" name="id" value={override.id} />
          <Button size="sm" name="act" value="revokeOverride">
            {w.revoke}
          </Button>
        </form>
      ) : null}
    </li>
  );
}
