import { decimalOfPrice } from "#app/domain/money.ts";
import { daysAfter } from "#app/domain/period.ts";
import { type KeptPromotion, promotionAudiences, promotionScopes } from "#app/domain/pricing/promotion.ts";
import type { Answer } from "#app/kit/answered.ts";
import { Button } from "#app/kit/button.tsx";
import { Field, MoneyField, TextField } from "#app/kit/field.tsx";
import { Picker } from "#app/kit/picker.tsx";
import { Select } from "#app/kit/select.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { conditionWords } from "#app/words/conditions.ts";
import { commonWords } from "#app/words/everyday.ts";

/** What the fields say of the category, the supplier and the group a promotion is about. */
export type SaidOfPromotion = Record<"category" | "supplier" | "group", string | null>;

/** The words beside each field, for the summary of what was refused. */
export function usePromotionLabels() {
  const w = useWords(conditionWords);
  const { name, percent, fromQuantity, scope, skus, audience, uf, customerCodes, validFrom, validUntil, unitLimit } = w;
  const chosen = { category: w.category, supplier: w.supplier, group: w.group, unitPriceE4: w.fixedPrice };
  return {
    ...chosen,
    name,
    percent,
    fromQuantity,
    scope,
    skus,
    audience,
    uf,
    customerCodes,
    validFrom,
    validUntil,
    unitLimit,
  };
}

/** What is written down about a promotion; without one, a new one. */
export function PromotionForm({
  promotion,
  said,
  answer,
}: {
  promotion: KeptPromotion | null;
  said: SaidOfPromotion | null;
  answer: Answer;
}) {
  const w = useWords(conditionWords);
  const common = useWords(commonWords);
  const off = promotion?.offBasisPoints;
  const fixed = promotion?.unitPriceE4;
  return (
    <form method="post" className="form">
      <input type="hidden" name="act" value="keep" />
      <Field name="name" label={w.name} answer={answer} value={promotion?.name} required maxLength={80} />
      <div className="form-row">
        <Field
          name="percent"
          label={w.percent}
          help={w.percentHelp}
          optional
          answer={answer}
          value={off == null ? null : String(off / 100).replace(".", ",")}
          inputMode="decimal"
        />
        <MoneyField
          name="unitPriceE4"
          label={w.fixedPrice}
          optional
          answer={answer}
          value={fixed == null ? null : decimalOfPrice(fixed).replace(".", ",")}
        />
      </div>
      <Field
        name="fromQuantity"
        label={w.fromQuantity}
        answer={answer}
        value={promotion?.fromQuantity ?? 1}
        inputMode="numeric"
        required
      />
      <Select
        name="scope"
        label={w.scope}
        answer={answer}
        value={promotion?.scope ?? "products"}
        options={promotionScopes.map((one) => ({ value: one, label: w.scopes[one] }))}
      />
      <TextField
        name="skus"
        label={w.skus}
        help={w.skusHelp}
        optional
        answer={answer}
        value={promotion?.skus.join(" ")}
        rows={3}
      />
      <Picker
        name="category"
        label={w.category}
        optional
        answer={answer}
        value={said?.category}
        empty={w.none}
        source={paths.office.choices("category")}
      />
      <Picker
        name="supplier"
        label={w.supplier}
        optional
        answer={answer}
        value={said?.supplier}
        empty={w.none}
        source={paths.office.choices("supplier")}
      />
      <Select
        name="audience"
        label={w.audience}
        answer={answer}
        value={promotion?.audience ?? "all"}
        options={promotionAudiences.map((one) => ({ value: one, label: w.audiences[one] }))}
      />
      <Picker
        name="group"
        label={w.group}
        optional
        answer={answer}
        value={said?.group}
        empty={w.none}
        source={paths.office.choices("group")}
      />
      <Field name="uf" label={w.uf} optional answer={answer} value={promotion?.uf} maxLength={2} />
      <TextField
        name="customerCodes"
        label={w.customerCodes}
        help={w.skusHelp}
        optional
        answer={answer}
        value={promotion?.customerCodes.join(" ")}
        rows={2}
      />
      <div className="form-row">
        <Field name="validFrom" type="date" label={w.validFrom} answer={answer} value={promotion?.validFrom} required />
        <Field
          name="validUntil"
          type="date"
          label={w.validUntil}
          answer={answer}
          value={promotion ? daysAfter(promotion.validUntil, -1) : null}
          required
        />
      </div>
      {promotion === null || promotion.unitLimit !== null ? (
        <Field
          name="unitLimit"
          label={w.unitLimit}
          help={w.unitLimitHelp}
          optional
          answer={answer}
          value={promotion?.unitLimit}
          inputMode="numeric"
        />
      ) : null}
      <div className="form-foot">
        <Button look="primary">{common.save}</Button>
      </div>
    </form>
  );
}
