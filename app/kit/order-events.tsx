import { orderCourseWords } from "#app/words/order-course.ts";
import type { OrderState } from "#app/words/order-states.ts";
import { orderWords } from "#app/words/orders.ts";
import { MomentShown } from "./day.tsx";
import type { IconName } from "./icon.tsx";
import { type Happening, Timeline } from "./timeline.tsx";
import { useWords } from "./words.tsx";

const icons: Record<OrderState, IconName> = {
  placed: "receipt",
  confirmed: "check",
  invoiced: "file",
  shipped: "truck",
  delivered: "box",
  cancelled: "close",
};

/** The course of an order: what it went through, and what is still to come. */
export interface CourseShown {
  events: readonly { state: OrderState; at: Date }[];
  ahead: readonly OrderState[];
  invoiceKey: string | null;
  invoiceLink: string | null;
  cancelReason: string | null;
}

/** How an order came along, step by step, each with its moment; then what comes next, and after that. */
export function OrderEvents({ events, ahead, invoiceKey, invoiceLink, cancelReason }: CourseShown) {
  const w = useWords(orderWords);
  const course = useWords(orderCourseWords);
  const bodies: Partial<Record<OrderState, Happening["body"]>> = {
    invoiced: (
      <>
        {invoiceKey ? (
          <span className="tnum block break-words">
            {course.invoice} {invoiceKey.replace(/(.{4})(?=.)/g, "$1 ")}
          </span>
        ) : null}
        {invoiceLink ? (
          <a className="link" href={invoiceLink} target="_blank" rel="noreferrer">
            {course.seeInvoice}
          </a>
        ) : null}
      </>
    ),
    cancelled: cancelReason,
  };
  const happened: Happening[] = events.map(({ state, at }, index) => ({
    key: state,
    icon: icons[state],
    title: w.happened[state],
    when: <MomentShown at={at} />,
    body: bodies[state],
    mark: state === "cancelled" ? "bad" : "done",
    isCurrent: index === events.length - 1,
  }));
  const coming: Happening[] = ahead.map((state, index) => ({
    key: state,
    icon: icons[state],
    title: course.willHappen[state],
    when: index === 0 ? course.comesNext : null,
    body: index === 0 ? course.nextMeans[state] : null,
    mark: "ahead",
  }));
  return <Timeline happenings={[...happened, ...coming]} />;
}
