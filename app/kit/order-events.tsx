import type { OrderState } from "#app/words/order-states.ts";
import { orderWords } from "#app/words/orders.ts";
import { MomentShown } from "./day.tsx";
import type { IconName } from "./icon.tsx";
import { Timeline } from "./timeline.tsx";
import { useWords } from "./words.tsx";

const icons: Record<OrderState, IconName> = {
  placed: "receipt",
  confirmed: "check",
  invoiced: "file",
  shipped: "truck",
  delivered: "box",
  cancelled: "close",
};

/** How an order came along, step by step. */
export function OrderEvents({ events }: { events: readonly { state: OrderState; at: Date }[] }) {
  const w = useWords(orderWords);
  return (
    <Timeline
      happenings={events.map(({ state, at }) => ({
        key: state,
        icon: icons[state],
        title: w.happened[state],
        when: <MomentShown at={at} />,
      }))}
    />
  );
}
