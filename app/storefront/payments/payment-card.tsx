import type { OrderPaymentShown } from "#app/domain/payments/order-payment.server.ts";
import { type PaymentMethod, paymentMethods } from "#app/domain/payments/payment.ts";
import { Badge } from "#app/kit/badge.tsx";
import { Card } from "#app/kit/card.tsx";
import { Disclose } from "#app/kit/disclose.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { formatDayOf, formatMoment } from "#app/words/days.ts";
import { paymentWords } from "#app/words/payments.ts";

type Terms = { id: number; name: string };

/** How the payment of an order stands, and the way to pay it: now, again, another way, or on account. */
export function PaymentCard({
  number,
  payment,
  terms,
  mayOrder,
}: {
  number: string;
  payment: OrderPaymentShown;
  terms: Terms[];
  mayOrder: boolean;
}) {
  const w = useWords(paymentWords);
  const locale = useLocale();
  const { method, state } = payment;
  if (payment.paidAt) {
    return (
      <Card title={w.title} actions={<Badge tone="good">{w.orderStates.paid}</Badge>}>
        <p>{w.paidOn(formatMoment(payment.paidAt, locale), method ? w.methods[method] : "")}</p>
      </Card>
    );
  }
  if (!payment.isAwaiting) return null;
  const isProcessing = state === "processing";
  const mayPay = mayOrder && !payment.isInQuestion;
  return (
    <Card title={w.title} actions={<Badge tone="warn">{w.orderStates.awaiting}</Badge>}>
      <div className="stack-sm">
        {isProcessing ? <Processing payment={payment} /> : null}
        {payment.payByAt ? <p className="muted text-sm">{w.payBy(formatMoment(payment.payByAt, locale))}</p> : null}
        {mayPay && !isProcessing ? <PayButtons number={number} payment={payment} /> : null}
        {mayPay && isProcessing ? (
          <Disclose summary={w.otherWay}>
            <p className="muted mb-2 text-sm">{w.otherWayLead}</p>
            <PayButtons number={number} payment={payment} />
          </Disclose>
        ) : null}
        {mayPay && terms.length > 0 ? (
          <Disclose summary={w.payOnAccount}>
            <form method="post" action={paths.payOrder(number)} className="stack-sm">
              <p className="muted text-sm">{w.payOnAccountLead}</p>
              <select className="input" name="paymentTermsId" aria-label={w.payOnAccount}>
                {terms.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.name}
                  </option>
                ))}
              </select>
              <button type="submit" className="btn" name="act" value="account">
                {w.payOnAccount}
              </button>
            </form>
          </Disclose>
        ) : null}
      </div>
    </Card>
  );
}

/** An order on account, to be paid online instead while nobody works on it. */
export function PayInstead({ number, methods }: { number: string; methods: PaymentMethod[] }) {
  const w = useWords(paymentWords);
  if (methods.length === 0) return null;
  return (
    <Card>
      <Disclose summary={w.payInstead}>
        <p className="muted mb-2 text-sm">{w.payInsteadLead}</p>
        <form method="post" action={paths.payOrder(number)} className="row">
          <input type="hidden" name="from" value="account" />
          {methods.map((one) => (
            <button key={one} type="submit" name="act" value={one} className="btn">
              {w.payWith[one]}
            </button>
          ))}
        </form>
      </Disclose>
    </Card>
  );
}

/** A boleto or a Pix code is out: what it waits for, and where to see it again. */
function Processing({ payment: { method, voucherUrl, voucherDueAt } }: { payment: OrderPaymentShown }) {
  const w = useWords(paymentWords);
  const locale = useLocale();
  const said = { boleto: w.processingBoleto, pix: w.processingPix, card: w.processingCard }[method ?? "card"];
  return (
    <>
      <p>
        {said} {voucherDueAt ? w.voucherDue(formatDayOf(voucherDueAt, locale)) : null}
      </p>
      {voucherUrl ? (
        <p>
          <a className="btn btn-primary" href={voucherUrl} target="_blank" rel="noreferrer">
            {w.voucher[method ?? "card"]}
          </a>
        </p>
      ) : null}
    </>
  );
}

function PayButtons({ number, payment: { methods, method, state } }: { number: string; payment: OrderPaymentShown }) {
  const w = useWords(paymentWords);
  const first = method ?? methods[0];
  const label = (one: PaymentMethod) => (state === "open" && one === method ? w.goOnPaying[one] : w.payWith[one]);
  return (
    <form method="post" action={paths.payOrder(number)} className="row">
      {paymentMethods
        .filter((one) => methods.includes(one))
        .map((one) => (
          <button key={one} type="submit" name="act" value={one} className={one === first ? "btn btn-primary" : "btn"}>
            {label(one)}
          </button>
        ))}
    </form>
  );
}
