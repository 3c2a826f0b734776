import { type OrderState, orderStateWords } from "#app/words/order-states.ts";
import { paymentWords } from "#app/words/payments.ts";
import { Badge, type Tone } from "./badge.tsx";
import { useWords } from "./words.tsx";

const tones: Record<OrderState, Tone> = {
  placed: "info",
  confirmed: "accent",
  invoiced: "good",
  shipped: "good",
  delivered: "good",
  cancelled: "bad",
};

/** How far an order came; one that awaits its payment says so first. */
export function OrderStateBadge({ state, isAwaiting = false }: { state: OrderState; isAwaiting?: boolean }) {
  const w = useWords(orderStateWords);
  const paying = useWords(paymentWords);
  if (isAwaiting) return <Badge tone="warn">{paying.orderStates.awaiting}</Badge>;
  return <Badge tone={tones[state]}>{w[state]}</Badge>;
}
