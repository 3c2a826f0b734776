import type { ProductDetails } from "#app/domain/catalog/product.ts";
import { productUnits } from "#app/domain/catalog/product.ts";
import type { Answer } from "#app/kit/answered.ts";
import { Button, ButtonLink } from "#app/kit/button.tsx";
import { Checkbox } from "#app/kit/checkbox.tsx";
import { Field, TextField } from "#app/kit/field.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { Picker } from "#app/kit/picker.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { commonWords } from "#app/words/everyday.ts";
import { productWords } from "#app/words/products.ts";

/** What the fields say of whose product it is and where it stands. */
export type SaidOfProduct = Record<"supplier" | "category", string | null>;

/** Everything written down about a product; without `product` a new one, whose code is asked, too. */
export function ProductForm({
  product,
  said,
  answer,
  act,
}: {
  product: ProductDetails | null;
  said: SaidOfProduct | null;
  answer: Answer;
  /** Names this form where a page has several. */
  act?: string;
}) {
  const w = useWords(productWords);
  const common = useWords(commonWords);
  return (
    <form method="post" className="form">
      <FormErrors
        answer={answer}
        labels={{
          sku: w.sku,
          ean: w.ean,
          name: w.name,
          supplier: w.supplier,
          category: w.category,
          unit: w.unit,
          packMultiple: w.packMultiple,
          minimumQuantity: w.minimumQuantity,
          picture: w.picture,
        }}
      />
      {act ? <input type="hidden" name="act" value={act} /> : null}
      <div className="form-row">
        {product ? null : <Field name="sku" label={w.sku} help={w.skuHelp} answer={answer} required autoFocus />}
        <Field name="ean" label={w.ean} optional answer={answer} value={product?.ean} inputMode="numeric" />
      </div>
      <Field name="name" label={w.name} answer={answer} value={product?.name} required />
      <TextField name="description" label={w.description} optional answer={answer} value={product?.description} />
      <div className="form-row">
        <Picker
          name="supplier"
          label={w.supplier}
          answer={answer}
          value={said?.supplier}
          source={paths.office.choices("supplier")}
          empty={w.noSupplier}
        />
        <Picker
          name="category"
          label={w.category}
          answer={answer}
          value={said?.category}
          source={paths.office.choices("category")}
          empty={w.noCategory}
        />
      </div>
      <div className="form-row">
        <Field
          name="unit"
          label={w.unit}
          help={w.unitHelp}
          answer={answer}
          value={product?.unit ?? productUnits[0]}
          list="units"
          required
        />
        <Field
          name="packMultiple"
          label={w.packMultiple}
          help={w.packHelp}
          answer={answer}
          value={product?.packMultiple ?? 1}
          inputMode="numeric"
          required
        />
        <Field
          name="minimumQuantity"
          label={w.minimumQuantity}
          answer={answer}
          value={product?.minimumQuantity ?? 1}
          inputMode="numeric"
          required
        />
      </div>
      <datalist id="units">
        {productUnits.map((unit) => (
          <option key={unit} value={unit} />
        ))}
      </datalist>
      <Field name="picture" label={w.picture} help={w.pictureHelp} optional answer={answer} value={product?.picture} />
      <Checkbox name="isActive" label={w.isActive} value="true" defaultChecked={product?.isActive ?? true} />
      <div className="form-foot">
        <Button look="primary">{common.save}</Button>
        <ButtonLink look="quiet" href={paths.office.products()}>
          {common.cancel}
        </ButtonLink>
      </div>
    </form>
  );
}
