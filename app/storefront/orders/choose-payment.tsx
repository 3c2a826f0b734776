import type { PaymentMethod } from "#app/domain/payments/payment.ts";
import { type Answer, typedOr } from "#app/kit/answered.ts";
import { Card } from "#app/kit/card.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paymentWords } from "#app/words/payments.ts";

/** On account or paid online: what the account of the company has is offered, and without any of it nothing is asked. */
export function ChoosePayment({
  methods,
  isCreditShort,
  answer,
}: {
  methods: PaymentMethod[];
  isCreditShort: boolean;
  answer: Answer;
}) {
  const w = useWords(paymentWords);
  if (methods.length === 0) return null;
  const chosen = typedOr(answer, "payment", isCreditShort ? methods[0] : "account");
  const choice = (value: string, name: string, lead: string) => (
    <label className="pick" key={value}>
      <input type="radio" name="payment" value={value} defaultChecked={value === chosen} />
      <span>
        <span className="font-medium">{name}</span>
        <span className="block text-sm text-muted">{lead}</span>
      </span>
    </label>
  );
  return (
    <Card title={w.how}>
      <fieldset className="picks" id="payment">
        <legend className="sr-only">{w.how}</legend>
        {choice("account", w.onAccount, w.onAccountLead)}
        {methods.map((method) => choice(method, w.methods[method], w.methodLeads[method]))}
      </fieldset>
      <p className="muted mt-3 text-sm">{w.onlineLead}</p>
    </Card>
  );
}
