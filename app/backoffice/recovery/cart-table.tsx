import type { AbandonmentReason } from "#app/domain/recovery/diagnosis.ts";
import type { QuietCart } from "#app/domain/recovery/queue.server.ts";
import type { QueueView } from "#app/domain/recovery/queue.ts";
import { Badge, type Tone } from "#app/kit/badge.tsx";
import { Ago } from "#app/kit/day.tsx";
import { Money } from "#app/kit/money.tsx";
import { type Column, Table } from "#app/kit/table.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { keptCartWords } from "#app/words/kept-carts.ts";
import { recoveryWords } from "#app/words/recovery.ts";

const tone: Record<AbandonmentReason, Tone> = {
  payment_failed: "bad",
  credit_held: "bad",
  awaiting_approval: "info",
  out_of_stock: "warn",
  below_minimum: "warn",
  price_rose: "warn",
  terms_missing: "info",
  price_check: "neutral",
  unknown: "neutral",
};

/** Why a cart was left, as a word. */
export function ReasonBadge({ reason }: { reason: AbandonmentReason }) {
  return <Badge tone={tone[reason]}>{useWords(recoveryWords).reasons[reason]}</Badge>;
}

/** Quiet carts with value and reason, each opening its story. */
export function CartTable({ carts, asOf, view }: { carts: readonly QuietCart[]; asOf: Date; view: QueueView }) {
  const w = useWords(recoveryWords);
  const kept = useWords(keptCartWords);
  const columns: Column<QuietCart>[] = [
    {
      key: "customer",
      head: w.customer,
      phone: "title",
      cell: (cart) => (
        <a className="link-plain font-medium" href={paths.office.recoveryCart(cart.cartId)}>
          {cart.customerName}
          <span className="block text-sm font-normal text-muted">
            {[cart.buyerName, cart.repName].filter(Boolean).join(" · ")}
            {cart.keptAs ? <span className="block">{kept.keptAs(cart.keptAs)}</span> : null}
          </span>
        </a>
      ),
    },
    { key: "reason", head: w.reason, phone: "wide", cell: (cart) => <ReasonBadge reason={cart.reason} /> },
    { key: "lines", head: w.lines, number: true, phone: "hide", cell: (cart) => cart.lines },
    {
      key: "value",
      head: w.value,
      number: true,
      cell: (cart) => <Money cents={view === "recovered" ? (cart.orderCents ?? cart.valueCents) : cart.valueCents} />,
    },
    { key: "quiet", head: w.quietSince, number: true, cell: (cart) => <Ago at={cart.lastAt} asOf={asOf} /> },
  ];
  if (view === "contacted") {
    columns.push({
      key: "contact",
      head: w.contactedAt,
      number: true,
      cell: (cart) => (cart.firstContactAt ? <Ago at={cart.firstContactAt} asOf={asOf} /> : null),
    });
  }
  if (view === "recovered") {
    columns.push({
      key: "order",
      head: w.orderedAt,
      number: true,
      cell: (cart) =>
        cart.orderNumber ? (
          <a className="link" href={paths.office.order(cart.orderNumber)}>
            {cart.orderNumber}
          </a>
        ) : null,
    });
  }
  return <Table caption={w.view[view]} columns={columns} rows={carts} rowKey={(cart) => cart.cartId} />;
}
