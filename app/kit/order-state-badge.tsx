import { type OrderState, orderStateWords } from "#app/words/order-states.ts";
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

/** How far an order came. */
export function OrderStateBadge({ state }: { state: OrderState }) {
  const w = useWords(orderStateWords);
  return <Badge tone={tones[state]}>{w[state]}</Badge>;
}
