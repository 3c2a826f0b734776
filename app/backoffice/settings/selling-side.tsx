import { ufs } from "#app/domain/customers/customer.ts";
import type { CompanySettings } from "#app/domain/customers/settings.ts";
import type { Answer } from "#app/kit/answered.ts";
import { Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { Choice } from "#app/kit/checkbox.tsx";
import { MoneyField } from "#app/kit/field.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { commonWords } from "#app/words/everyday.ts";
import { settingsWords } from "#app/words/settings.ts";
import { FreightByUf } from "./freight-by-uf.tsx";
import { twoDecimals } from "./two-decimals.ts";

/** The least an order must hold, and what freight costs. */
export function SellingSide({ settings, answer }: { settings: CompanySettings; answer: Answer }) {
  const w = useWords(settingsWords);
  const common = useWords(commonWords);
  const locale = useLocale();
  const { freight } = settings;
  const rate = freight.kind === "free" ? null : freight;
  const ofUfs = ufs.flatMap((uf) => [
    [`rates.${uf}.cents`, w.freightOf(uf)],
    [`rates.${uf}.freeOverCents`, w.freeOverOf(uf)],
  ]);
  const labels = {
    minimumOrderCents: w.minimumOrder,
    freightCents: w.freightCents,
    freeOverCents: w.freeOver,
    ...Object.fromEntries(ofUfs),
  };
  const amount = (cents: number | null | undefined) =>
    cents === null || cents === undefined ? null : twoDecimals(cents, locale);
  return (
    <div className="max-w-xl">
      <Card>
        <form method="post" className="form">
          <FormErrors answer={answer} labels={labels} />
          <MoneyField
            name="minimumOrderCents"
            label={w.minimumOrder}
            help={w.minimumOrderHelp}
            answer={answer}
            value={amount(settings.minimumOrderCents)}
            required
          />
          <Choice
            name="freightKind"
            legend={w.freight}
            answer={answer}
            value={freight.kind}
            options={[
              { value: "free", label: w.freightFree },
              { value: "fixed", label: w.freightFixed },
              { value: "by_uf", label: w.freightByUf },
            ]}
          />
          <div className="form-row">
            <MoneyField
              name="freightCents"
              label={w.freightCents}
              optional
              answer={answer}
              value={amount(rate?.cents)}
              help={w.freightCentsHelp}
            />
            <MoneyField
              name="freeOverCents"
              label={w.freeOver}
              help={w.freeOverHelp}
              optional
              answer={answer}
              value={amount(rate?.freeOverCents)}
            />
          </div>
          <FreightByUf rule={freight.kind === "by_uf" ? freight : null} answer={answer} />
          <div className="form-foot">
            <Button look="primary" name="act" value="selling">
              {common.save}
            </Button>
          </div>
        </form>
      </Card>
    </div>
  );
}
