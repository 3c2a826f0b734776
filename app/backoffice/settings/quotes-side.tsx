import type { CompanySettings } from "#app/domain/customers/settings.ts";
import type { Answer } from "#app/kit/answered.ts";
import { Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { Field } from "#app/kit/field.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { commonWords } from "#app/words/everyday.ts";
import { settingsWords } from "#app/words/settings.ts";
import { twoDecimals } from "./two-decimals.ts";

/** How long an answered quote is valid, and how much a rep may take off its prices. */
export function QuotesSide({ settings, answer }: { settings: CompanySettings; answer: Answer }) {
  const w = useWords(settingsWords);
  const common = useWords(commonWords);
  const locale = useLocale();
  const labels = { quoteValidDays: w.quoteValidDays, mostQuoteDiscountBasisPoints: w.mostQuoteDiscount };
  return (
    <div className="max-w-xl">
      <Card>
        <form method="post" className="form">
          <FormErrors answer={answer} labels={labels} />
          <Field
            name="quoteValidDays"
            label={w.quoteValidDays}
            help={w.quoteValidDaysHelp}
            answer={answer}
            value={settings.quoteValidDays}
            inputMode="numeric"
            required
          />
          <Field
            name="mostQuoteDiscountBasisPoints"
            label={w.mostQuoteDiscount}
            help={w.mostQuoteDiscountHelp}
            answer={answer}
            value={twoDecimals(settings.mostQuoteDiscountBasisPoints, locale)}
            inputMode="decimal"
            required
          />
          <div className="form-foot">
            <Button look="primary" name="act" value="quotes">
              {common.save}
            </Button>
          </div>
        </form>
      </Card>
    </div>
  );
}
