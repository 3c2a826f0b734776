import { daysAfter } from "#app/domain/period.ts";
import { type PriceTable, priceScopes } from "#app/domain/pricing/price-table.ts";
import type { Answer } from "#app/kit/answered.ts";
import { Button } from "#app/kit/button.tsx";
import { Checkbox } from "#app/kit/checkbox.tsx";
import { Field } from "#app/kit/field.tsx";
import { Select } from "#app/kit/select.tsx";
import { useWords } from "#app/kit/words.tsx";
import { commonWords } from "#app/words/everyday.ts";
import { pricingWords } from "#app/words/pricing.ts";

/** What is written down about a price table; without one, a new one, whose code is asked, too. */
export function TableForm({
  table,
  groups,
  suppliers,
  answer,
  act,
}: {
  table: PriceTable | null;
  groups: readonly { id: number; name: string }[];
  suppliers: readonly { id: number; name: string }[];
  answer: Answer;
  act: string;
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
        value={table?.scope ?? "assigned"}
        options={priceScopes.map((scope) => ({ value: scope, label: w.scopes[scope] }))}
      />
      <div className="form-row">
        <Field name="uf" label={w.uf} help={w.ufHelp} optional answer={answer} value={table?.uf} maxLength={2} />
        <Select
          name="groupId"
          label={w.group}
          help={w.groupHelp}
          optional
          answer={answer}
          value={table?.groupId}
          empty={w.none}
          options={groups.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
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
      <Select
        name="supplierId"
        label={w.onlySupplier}
        optional
        answer={answer}
        value={table?.supplierId}
        empty={w.anySupplier}
        options={suppliers.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <div className="form-row">
        <Field
          name="base"
          label={w.base}
          help={w.baseHelp}
          optional
          answer={answer}
          value={table?.base}
          maxLength={40}
          list="table-codes"
          autoComplete="off"
        />
        <Field
          name="baseBasisPoints"
          label={w.basePercent}
          optional
          answer={answer}
          value={table?.baseBasisPoints == null ? null : String(table.baseBasisPoints / 100).replace(".", ",")}
        />
      </div>
      <Checkbox name="isActive" label={w.isActive} value="true" defaultChecked={table?.isActive ?? true} />
      <div className="form-foot">
        <Button look="primary">{common.save}</Button>
      </div>
    </form>
  );
}
