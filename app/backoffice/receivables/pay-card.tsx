import { twoDecimals } from "#app/backoffice/settings/two-decimals.ts";
import type { Answer } from "#app/kit/answered.ts";
import { Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { Dialog } from "#app/kit/dialog.tsx";
import { Field, MoneyField } from "#app/kit/field.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { formatCents } from "#app/words/numbers.ts";
import { receivableWords } from "#app/words/receivables.ts";

/** The form that records a payment, whole or part. */
export function PayCard({ openCents, today, answer }: { openCents: number; today: string; answer: Answer }) {
  const w = useWords(receivableWords);
  const locale = useLocale();
  return (
    <Card title={w.pay}>
      <form method="post" className="form">
        <input type="hidden" name="shownOpenCents" value={openCents} />
        <MoneyField
          name="amountCents"
          label={w.paymentAmount}
          help={w.paymentAmountHelp(formatCents(openCents, locale))}
          answer={answer}
          value={twoDecimals(openCents, locale)}
          required
        />
        <Field name="paidOn" type="date" label={w.paymentOn} answer={answer} value={today} max={today} required />
        <Field name="note" label={w.note} answer={answer} optional maxLength={200} />
        <p className="help">{w.payLead}</p>
        <div className="form-foot">
          <Button look="primary" name="act" value="pay">
            {w.pay}
          </Button>
        </div>
      </form>
    </Card>
  );
}

/** Gives up what is still open; asks once, with the reason. */
export function CancelRest({ openCents }: { openCents: number }) {
  const w = useWords(receivableWords);
  const locale = useLocale();
  return (
    <Dialog opener={w.cancel} openerClass="btn btn-danger" title={w.cancel}>
      <form method="post" className="form">
        <p>{w.cancelAsk(formatCents(openCents, locale))}</p>
        <Field name="reason" label={w.cancelReason} required maxLength={200} />
        <Button look="danger" name="act" value="cancel">
          {w.cancel}
        </Button>
      </form>
    </Dialog>
  );
}
