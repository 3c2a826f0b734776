import type { RejectedLine } from "#app/domain/pricing/price-sheet.ts";
import { type Answer, refusalIn, typedOr } from "#app/kit/answered.ts";
import { Button } from "#app/kit/button.tsx";
import { Checkbox } from "#app/kit/checkbox.tsx";
import { Field, MoneyField, TextField } from "#app/kit/field.tsx";
import { Picker } from "#app/kit/picker.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { formatNumber } from "#app/words/numbers.ts";
import { pricingWords } from "#app/words/pricing.ts";

/** The answer, if it belongs to the form of this name. */
const answerTo = (answer: Answer, act: string): Answer => (refusalIn(answer)?.typed.act === act ? answer : null);

/** One price written by hand: which product, from which quantity, how much. */
export function OnePriceForm({ answer }: { answer: Answer }) {
  const w = useWords(pricingWords);
  const own = answerTo(answer, "set");
  return (
    <form method="post" className="form">
      <input type="hidden" name="act" value="set" />
      <Field name="sku" label={w.sku} answer={own} required maxLength={60} />
      <div className="form-row">
        <Field name="fromQuantity" label={w.fromQuantity} answer={own} value={1} inputMode="numeric" required />
        <MoneyField name="unitPriceE4" label={w.unitPrice} answer={own} required />
      </div>
      <div className="form-foot">
        <Button>{w.set}</Button>
      </div>
    </form>
  );
}

/** Many prices at once, pasted from a sheet or as a file. */
export function SheetForm({ answer }: { answer: Answer }) {
  const w = useWords(pricingWords);
  const own = answerTo(answer, "sheet");
  return (
    <form method="post" encType="multipart/form-data" className="form">
      <input type="hidden" name="act" value="sheet" />
      <p className="help">{w.sheetLead}</p>
      <TextField
        name="text"
        label={w.sheetText}
        optional
        answer={own}
        rows={5}
        placeholder={"10023\t12,50\n10024\t9,90\t60"}
      />
      <Field
        name="file"
        type="file"
        label={w.sheetFile}
        optional
        answer={own}
        accept=".csv,.txt,.tsv,text/csv,text/plain"
      />
      <div className="form-foot">
        <Button>{w.sheetTake}</Button>
      </div>
    </form>
  );
}

/** Another table's prices, changed by a percentage. */
export function DeriveForm({ answer }: { answer: Answer }) {
  const w = useWords(pricingWords);
  const own = answerTo(answer, "derive");
  return (
    <form method="post" className="form">
      <input type="hidden" name="act" value="derive" />
      <p className="help">{w.deriveLead}</p>
      <Picker
        name="from"
        label={w.deriveFrom}
        help={w.deriveFromHelp}
        answer={own}
        source={paths.office.choices("table-to-copy")}
        required
      />
      <Field name="percent" label={w.percent} help={w.percentHelp} answer={own} value="-5" inputMode="text" required />
      <Checkbox
        name="overwrite"
        value="true"
        label={w.overwrite}
        defaultChecked={typedOr(own, "overwrite", null) === "true"}
      />
      <div className="form-foot">
        <Button>{w.deriveDo}</Button>
      </div>
    </form>
  );
}

/** The lines of a sheet that were left out, each with its reason. */
export function RejectedLines({ lines, count }: { lines: readonly RejectedLine[]; count: number }) {
  const w = useWords(pricingWords);
  const locale = useLocale();
  return (
    <details className="notice notice-warn block" open>
      <summary className="font-medium">{w.rejected(formatNumber(count, locale))}</summary>
      <table className="table mt-2">
        <caption>{w.rejected(formatNumber(count, locale))}</caption>
        <thead>
          <tr>
            <th scope="col" className="num">
              {w.line}
            </th>
            <th scope="col">{w.content}</th>
            <th scope="col">{w.reason}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.line}>
              <td className="num">{line.line}</td>
              <td className="break-all">{line.text}</td>
              <td>{w.faults[line.fault]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
