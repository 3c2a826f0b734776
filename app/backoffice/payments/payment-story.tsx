import type { PaymentEvent, PaymentHappening } from "#app/domain/payments/story.ts";
import { MomentShown } from "#app/kit/day.tsx";
import type { IconName } from "#app/kit/icon.tsx";
import { Timeline } from "#app/kit/timeline.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { formatCents } from "#app/words/numbers.ts";
import { paymentWords } from "#app/words/payments.ts";

const icons: Record<PaymentHappening, IconName> = {
  started: "cart",
  opened: "card",
  processing: "receipt",
  paid: "check",
  failed: "warn",
  expired: "warn",
  cancelled: "warn",
  refunded: "money",
  disputed: "warn",
  settled: "check",
};

/** Every attempt to pay an order and what came of it, on one line of time. */
export function PaymentStory({ events, lastError }: { events: PaymentEvent[]; lastError: string | null }) {
  const w = useWords(paymentWords);
  const locale = useLocale();
  if (events.length === 0) return <p className="muted">{w.noAttempt}</p>;
  return (
    <>
      <Timeline
        happenings={events.map((one) => ({
          key: `${one.attemptId} ${one.what}`,
          icon: icons[one.what],
          title: w.happened[one.what],
          when: <MomentShown at={one.at} />,
          body: w.attempt(w.methods[one.method], formatCents(one.amountCents, locale)),
        }))}
      />
      {lastError ? <p className="muted mt-2 text-sm break-words">{w.lastError(lastError)}</p> : null}
    </>
  );
}
