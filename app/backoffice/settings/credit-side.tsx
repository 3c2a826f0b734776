import type { CompanySettings } from "#app/domain/customers/settings.ts";
import type { Answer } from "#app/kit/answered.ts";
import { Card } from "#app/kit/card.tsx";
import { DatedForm, WholeField } from "./dated-form.tsx";

/** From how late on what is overdue holds a customer's credit. */
export function CreditSide({ settings, today, answer }: { settings: CompanySettings; today: string; answer: Answer }) {
  return (
    <div className="max-w-3xl">
      <Card>
        <DatedForm act="credit" names={["holdOverdueAfterDays"]} today={today} answer={answer}>
          <WholeField name="holdOverdueAfterDays" value={settings.holdOverdueAfterDays} answer={answer} />
        </DatedForm>
      </Card>
    </div>
  );
}
