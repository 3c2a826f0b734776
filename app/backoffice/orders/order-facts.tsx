import { unpaidInTime } from "#app/domain/orders/order.ts";
import { Card } from "#app/kit/card.tsx";
import { EstimatedTaxes } from "#app/kit/estimated-taxes.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { approvalWords } from "#app/words/approvals.ts";
import { formatCents } from "#app/words/numbers.ts";
import { orderChannelWords } from "#app/words/order-states.ts";
import { orderWords } from "#app/words/orders.ts";
import { paymentWords } from "#app/words/payments.ts";
import type { OfficeOrderSheet } from "./order.tsx";

/** Sums, terms, delivery and who placed the order, as the office needs them. */
export function OfficeOrderFacts({ order }: { order: OfficeOrderSheet }) {
  const w = useWords(orderWords);
  const paying = useWords(paymentWords);
  const channels = useWords(orderChannelWords);
  const locale = useLocale();
  const money = (cents: number) => formatCents(cents, locale);
  const { address } = order;
  const facts: [string, string | null][] = [
    [w.channel, channels[order.channel]],
    [w.placedBy, order.placedByName],
    [useWords(approvalWords).approvedBy, order.approvedByName],
    [w.rep, order.repName],
    [w.payment, order.paymentTermsName],
    [w.yourNumber, order.poNumber],
    [
      w.delivery,
      address &&
        `${address.label}: ${address.street}, ${address.number}${address.complement ? ` · ${address.complement}` : ""}, ${address.city}/${address.uf}`,
    ],
    [w.notes, order.notes],
    [w.invoiceKey, order.invoiceKey?.replace(/(.{4})(?=.)/g, "$1 ") ?? null],
    [w.cancelReason, order.cancelReason === unpaidInTime ? paying.unpaidInTime : order.cancelReason],
  ];
  return (
    <Card>
      <dl className="facts">
        <dt>{w.goods}</dt>
        <dd className="tnum">{money(order.goodsCents)}</dd>
        <dt>{w.freight}</dt>
        <dd className="tnum">{order.isFreightOpen ? w.freightToAgree : money(order.freightCents)}</dd>
        <dt className="font-semibold text-ink">{w.total}</dt>
        <dd className="tnum font-semibold">{money(order.goodsCents + order.freightCents)}</dd>
      </dl>
      <EstimatedTaxes taxes={order.taxes} />
      <dl className="facts mt-3 border-t border-line pt-3">
        {facts.map(([name, value]) =>
          value ? (
            <div key={name} className="contents">
              <dt>{name}</dt>
              <dd className="break-words whitespace-pre-line">{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
      {order.cartId === null || order.channel !== "storefront" ? null : (
        <p className="mt-3">
          <a className="link" href={paths.office.recoveryCart(order.cartId)}>
            {w.fromCart}
          </a>
        </p>
      )}
    </Card>
  );
}
