import type { CompanySettings } from "#app/domain/customers/settings.ts";
import { type Answer, refusalIn } from "#app/kit/answered.ts";
import { Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { Checkbox } from "#app/kit/checkbox.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { useWords } from "#app/kit/words.tsx";
import { commonWords } from "#app/words/everyday.ts";
import { settingsWords } from "#app/words/settings.ts";

/** How staff come in: whether a second factor is required of them, beside how many have one. */
export function AccessSide({
  settings,
  people,
  withFactor,
  answer,
}: {
  settings: CompanySettings;
  people: number;
  withFactor: number;
  answer: Answer;
}) {
  const w = useWords(settingsWords);
  const common = useWords(commonWords);
  const typed = refusalIn(answer)?.typed;
  return (
    <div className="max-w-xl">
      <Card>
        <form method="post" className="form">
          <FormErrors answer={answer} />
          <Checkbox
            name="isSecondFactorRequired"
            value="true"
            label={w.secondFactor}
            help={w.secondFactorHelp}
            defaultChecked={typed ? typed.isSecondFactorRequired !== undefined : settings.isSecondFactorRequired}
          />
          <p className="text-muted">{w.secondFactorsNow(withFactor, people)}</p>
          <div className="form-foot">
            <Button look="primary" name="act" value="access">
              {common.save}
            </Button>
          </div>
        </form>
      </Card>
    </div>
  );
}
