import { daysAfter } from "#app/domain/period.ts";
import { type PriceTable, priceScopes } from "#app/domain/pricing/price-table.ts";
import type { Answer } from "#app/kit/answered.ts";
import { Button } from "#app/kit/button.tsx";
import { Checkbox } from "#app/kit/checkbox.tsx";
import { Field } from "#app/kit/field.tsx";
import { Picker } from "#app/kit/picker.tsx";
import { Select } from "#app/kit/select.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { commonWords } from "#app/words/everyday.ts";
import { pricingWords } from "#app/words/pricing.ts";

/** What the fields say of the group and the supplier a table is for, and of the table it is made of. */
export type SaidOfTable = Record<"group" | "supplier" | "base", string | null>;

/** What is written down about a price table; without one, a new one, whose code is asked, too. */
export function TableForm({
  table,
  said,
  answer,
  act,
  isFirst = false,
}: {
  table: PriceTable | null;
  said: SaidOfTable | null;
  answer: Answer;
  act: string;
  /** The first table of all is everybody's, unless somebody says otherwise. */
  isFirst?: boolean;
}) {
  const w = useWords(pricingWords);
  const common = useWords(commonWords);
  return (
    <form method="post" className="form">
      <input type="hidden" name="act" value={act} />
      {table ? null : <Field name="code" label={w.code} help={w.codeHelp} answer={answer} required maxLength={40} />}
      <Field name="name" label={w.name} answer={answer} value={table?.name} required maxLength={120} />
      <Select
        name="scope"
        label={w.scope}
        answer={answer}
        value={table?.scope ?? (isFirst ? "general" : "assigned")}
        options={priceScopes.map((scope) => ({ value: scope, label: w.scopes[scope] }))}
      />
      <Field name="uf" label={w.uf} help={w.ufHelp} optional answer={answer} value={table?.uf} maxLength={2} />
      <Picker
        name="group"
        label={w.group}
        help={w.groupHelp}
        optional
        answer={answer}
        value={said?.group}
        empty={w.none}
        source={paths.office.choices("group")}
      />
      <div className="form-row">
        <Field name="validFrom" type="date" label={w.validFrom} optional answer={answer} value={table?.validFrom} />
        <Field
          name="validUntil"
          type="date"
          label={w.validUntil}
          optional
          answer={answer}
          value={table?.validUntil ? daysAfter(table.validUntil, -1) : null}
        />
      </div>
      <Picker
        name="supplier"
        label={w.onlySupplier}
        optional
        answer={answer}
        value={said?.supplier}
        empty={w.anySupplier}
        source={paths.office.choices("supplier")}
      />
      <Picker
        name="base"
        label={w.base}
        help={w.baseHelp}
        optional
        answer={answer}
        value={said?.base}
        source={paths.office.choices("table-to-copy")}
      />
      <Field
        name="baseBasisPoints"
        label={w.basePercent}
        optional
        answer={answer}
        value={table?.baseBasisPoints == null ? null : String(table.baseBasisPoints / 100).replace(".", ",")}
      />
      <Checkbox name="isActive" label={w.isActive} value="true" defaultChecked={table?.isActive ?? true} />
      <div className="form-foot">
        <Button look="primary">{common.save}</Button>
      </div>
    </form>
  );
}
