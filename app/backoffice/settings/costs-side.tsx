import type { CompanySettings } from "#app/domain/customers/settings.ts";
import type { Answer } from "#app/kit/answered.ts";
import { Card } from "#app/kit/card.tsx";
import { useLocale } from "#app/kit/words.tsx";
import { DatedForm, DecimalField, WholeField } from "./dated-form.tsx";
import { twoDecimals } from "./two-decimals.ts";

const wholes = ["visitMinutes", "visitKilometres", "callMinutes"] as const;
const decimals = ["hourCostCents", "kilometreCostCents", "marginBasisPoints"] as const;

/** What a visit and a call cost, and what a sale leaves: the channels are compared by it. */
export function CostsSide({ settings, today, answer }: { settings: CompanySettings; today: string; answer: Answer }) {
  const locale = useLocale();
  return (
    <div className="max-w-3xl">
      <Card>
        <DatedForm act="costs" names={[...wholes, ...decimals]} today={today} answer={answer}>
          {wholes.map((name) => (
            <WholeField key={name} name={name} value={settings[name]} answer={answer} />
          ))}
          {decimals.map((name) => (
            <DecimalField key={name} name={name} value={twoDecimals(settings[name], locale)} answer={answer} />
          ))}
        </DatedForm>
      </Card>
    </div>
  );
}
