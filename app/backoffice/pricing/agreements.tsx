import type { Day } from "#app/domain/period.ts";
import type { AgreementRow } from "#app/domain/pricing/price-table.ts";
import { type Answer, refusalIn } from "#app/kit/answered.ts";
import { Badge } from "#app/kit/badge.tsx";
import { Button } from "#app/kit/button.tsx";
import { Field, MoneyField } from "#app/kit/field.tsx";
import { UnitPrice } from "#app/kit/money.tsx";
import { useWords } from "#app/kit/words.tsx";
import { pricingWords } from "#app/words/pricing.ts";
import { Validity } from "./validity.tsx";

/** What is agreed with a customer; those that ended say so. */
export function AgreementTable({ agreements, today }: { agreements: readonly AgreementRow[]; today: Day }) {
  const w = useWords(pricingWords);
  if (agreements.length === 0) return <p className="muted">{w.noAgreements}</p>;
  return (
    <ul className="grid max-h-96 gap-3 overflow-y-auto">
      {agreements.map((one) => (
        <li key={`${one.sku} ${one.fromQuantity}`} className="grid gap-0.5 text-sm">
          <span className="spread">
            <span className="font-medium">{one.name}</span>
            <UnitPrice e4={one.unitPriceE4} />
          </span>
          <span className="spread">
            <span className="faint">
              {one.sku}
              {one.fromQuantity > 1 ? ` · ${one.fromQuantity}+` : null} ·{" "}
              <Validity from={one.validFrom} until={one.validUntil} />{" "}
              {one.validUntil !== null && one.validUntil <= today ? <Badge>{w.isOver}</Badge> : null}
            </span>
            <form method="post">
              <input type="hidden" name="sku" value={one.sku} />
              <input type="hidden" name="fromQuantity" value={one.fromQuantity} />
              <Button look="quiet" size="sm" name="act" value="end" aria-label={`${w.end}: ${one.name}`}>
                {w.end}
              </Button>
            </form>
          </span>
          {one.note ? <span className="faint">{one.note}</span> : null}
        </li>
      ))}
    </ul>
  );
}

/** Agrees a price for one product with the customer being looked at. */
export function AgreementForm({ answer }: { answer: Answer }) {
  const w = useWords(pricingWords);
  const own = refusalIn(answer)?.typed.act === "agree" ? answer : null;
  return (
    <form method="post" className="form">
      <input type="hidden" name="act" value="agree" />
      <p className="help">{w.agreementsLead}</p>
      <Field name="sku" label={w.sku} answer={own} required maxLength={60} />
      <div className="form-row">
        <Field name="fromQuantity" label={w.fromQuantity} answer={own} value={1} inputMode="numeric" required />
        <MoneyField name="unitPriceE4" label={w.unitPrice} answer={own} required />
      </div>
      <div className="form-row">
        <Field name="validFrom" type="date" label={w.validFrom} optional answer={own} />
        <Field name="validUntil" type="date" label={w.validUntil} optional answer={own} />
      </div>
      <Field name="note" label={w.note} optional answer={own} maxLength={300} />
      <div className="form-foot">
        <Button look="primary">{w.agree}</Button>
      </div>
    </form>
  );
}
