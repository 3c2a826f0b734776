import { manualStockReasons } from "#app/domain/catalog/stock.ts";
import type { Answer } from "#app/kit/answered.ts";
import { Button } from "#app/kit/button.tsx";
import { Field } from "#app/kit/field.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { Select } from "#app/kit/select.tsx";
import { useWords } from "#app/kit/words.tsx";
import { productWords } from "#app/words/products.ts";

/** Moves the stock of one product by hand: bought in, counted, or came back. */
export function StockMoveForm({ answer }: { answer: Answer }) {
  const w = useWords(productWords);
  return (
    <form method="post" className="form">
      <FormErrors answer={answer} labels={{ quantity: w.quantity }} />
      <input type="hidden" name="act" value="move" />
      <Select
        name="reason"
        label={w.reason}
        help={w.reasonHelp}
        answer={answer}
        options={manualStockReasons.map((reason) => ({ value: reason, label: w.reasons[reason] }))}
      />
      <Field name="quantity" label={w.quantity} answer={answer} inputMode="numeric" required />
      <Field name="note" label={w.note} optional answer={answer} maxLength={200} />
      <div className="form-foot">
        <Button>{w.move}</Button>
      </div>
    </form>
  );
}
