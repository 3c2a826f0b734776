import type { CustomerChoices } from "#app/domain/customers/choices.server.ts";
import type { CustomerDetails } from "#app/domain/customers/customer.ts";
import type { Answer } from "#app/kit/answered.ts";
import { Card } from "#app/kit/card.tsx";
import { Checkbox, Choice } from "#app/kit/checkbox.tsx";
import { Field, MoneyField } from "#app/kit/field.tsx";
import { Picker } from "#app/kit/picker.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { customerWords } from "#app/words/customers.ts";
import type { Locale } from "#app/words/locale.ts";

interface Part {
  details: CustomerDetails;
  choices: CustomerChoices;
  answer: Answer;
}

/** What the fields say of the rep, the group and the table the customer has. */
export type SaidOfTrade = Record<"rep" | "group" | "priceTable", string | null>;

const options = (rows: { id: number; name: string }[]) => rows.map((row) => ({ value: row.id, label: row.name }));

/** Centavos as a person types them. */
const typedAmount = (cents: number | null, locale: Locale): string | null =>
  cents === null ? null : (cents / 100).toFixed(2).replace(".", locale === "en" ? "." : ",");

/** Who looks after the customer, and at which prices they buy. */
export function Trade({ details, said, answer }: Omit<Part, "choices"> & { said: SaidOfTrade }) {
  const w = useWords(customerWords);
  const f = w.form;
  const locale = useLocale();
  return (
    <Card title={f.trade}>
      <div className="form">
        <div className="form-row">
          <Picker
            name="rep"
            label={w.rep}
            answer={answer}
            value={said.rep}
            empty={w.nobody}
            source={paths.office.choices("rep")}
          />
          <Picker
            name="group"
            label={w.group}
            optional
            answer={answer}
            value={said.group}
            empty={f.none}
            source={paths.office.choices("group")}
          />
          <Field name="groupNew" label={f.groupNew} help={f.groupNewHelp} optional answer={answer} autoComplete="off" />
        </div>
        <div className="form-row">
          <Picker
            name="priceTable"
            label={f.priceTable}
            help={f.priceTableHelp}
            answer={answer}
            value={said.priceTable}
            empty={f.priceTableNone}
            source={paths.office.choices("price-table")}
          />
          <MoneyField
            name="minimumOrderCents"
            label={f.minimumOrder}
            help={f.minimumOrderHelp}
            optional
            answer={answer}
            value={typedAmount(details.minimumOrderCents, locale)}
          />
          <Field
            name="agreementEndsOn"
            label={f.agreementEnds}
            type="date"
            optional
            answer={answer}
            value={details.agreementEndsOn}
          />
        </div>
      </div>
    </Card>
  );
}

/** How much they may owe, and until when. */
export function Credit({ details, choices, answer }: Part) {
  const f = useWords(customerWords).form;
  const locale = useLocale();
  return (
    <Card title={f.credit}>
      <div className="form sm:grid-cols-2">
        <div className="form">
          <MoneyField
            name="creditLimitCents"
            label={f.creditLimit}
            help={f.creditLimitHelp}
            optional
            answer={answer}
            value={typedAmount(details.creditLimitCents, locale)}
          />
          <Checkbox
            name="isCreditHeld"
            label={f.creditHeld}
            help={f.creditHeldHelp}
            defaultChecked={details.isCreditHeld}
          />
        </div>
        <Choice
          name="paymentTermsIds"
          legend={f.paymentTerms}
          many
          answer={answer}
          value={details.paymentTermsIds}
          options={options(choices.paymentTerms)}
        />
      </div>
    </Card>
  );
}
