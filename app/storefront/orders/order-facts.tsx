import { unpaidInTime } from "#app/domain/orders/order.ts";
import { Card } from "#app/kit/card.tsx";
import { EstimatedTaxes } from "#app/kit/estimated-taxes.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { approvalWords } from "#app/words/approvals.ts";
import { formatCents } from "#app/words/numbers.ts";
import { orderWords } from "#app/words/orders.ts";
import { paymentWords } from "#app/words/payments.ts";
import { AddressShown } from "./address-shown.tsx";
import type { ShownOrder } from "./order.tsx";

/** What was agreed beside the lines: sums, delivery, payment, the buyer's own number. */
export function OrderFacts({ order }: { order: ShownOrder }) {
  const w = useWords(orderWords);
  const paying = useWords(paymentWords);
  const locale = useLocale();
  const money = (cents: number) => formatCents(cents, locale);
  return (
    <Card>
      <dl className="facts">
        <dt>{w.goods}</dt>
        <dd className="tnum">{money(order.goodsCents)}</dd>
        <dt>{w.freight}</dt>
        <dd className="tnum">
          {order.isFreightOpen
            ? w.freightToAgree
            : order.freightCents === 0
              ? w.freeFreight
              : money(order.freightCents)}
        </dd>
        <dt className="text-md font-semibold text-ink">{w.total}</dt>
        <dd className="tnum text-md font-semibold">{money(order.goodsCents + order.freightCents)}</dd>
      </dl>
      <EstimatedTaxes taxes={order.taxes} />
      <dl className="stack-sm mt-4 border-t border-line pt-3">
        <Fact name={w.payment} value={order.paymentTermsName} />
        <Fact name={w.yourNumber} value={order.poNumber} />
        {order.address ? (
          <div>
            <dt className="muted text-sm">{w.delivery}</dt>
            <dd>
              {order.address.label}
              <AddressShown address={order.address} />
            </dd>
          </div>
        ) : null}
        <Fact name={useWords(approvalWords).approvedBy} value={order.approvedByName} />
        <Fact name={w.rep} value={order.repName} />
        <Fact name={w.notes} value={order.notes} />
        <Fact name={w.invoiceKey} value={order.invoiceKey?.replace(/(.{4})(?=.)/g, "$1 ") ?? null} />
        <Fact
          name={w.cancelReason}
          value={order.cancelReason === unpaidInTime ? paying.unpaidInTime : order.cancelReason}
        />
      </dl>
    </Card>
  );
}

function Fact({ name, value }: { name: string; value: string | null }) {
  if (!value) return null;
  return (
    <div>
      <dt className="muted text-sm">{name}</dt>
      <dd className="break-words whitespace-pre-line">{value}</dd>
    </div>
  );
}
