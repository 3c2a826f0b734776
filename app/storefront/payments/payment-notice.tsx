import { z } from "zod";
import type { OrderPaymentShown } from "#app/domain/payments/order-payment.server.ts";
import { refusalCodes } from "#app/domain/refusal.ts";
import { Notice } from "#app/kit/notice.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { paymentWords } from "#app/words/payments.ts";
import { refusalWords } from "#app/words/refusals.ts";

const moments = ["back", "left", "unpaid", "account"] as const;

/** Why somebody comes to the order from paying: back from the page, left it, could not get there, or why it was refused. */
export const paymentAsked = z.enum([...moments, ...refusalCodes]).optional();

/** What happened at the payment page, said on top of the order. */
export function PaymentNotice({
  came,
  isHeard,
  payment,
  number,
}: {
  came: z.output<typeof paymentAsked> | null;
  isHeard: boolean;
  payment: OrderPaymentShown | null;
  number: string;
}) {
  const w = useWords(paymentWords);
  const sentences = useWords(refusalWords);
  if (!came) return null;
  if (came === "account") return payment === null ? <Notice tone="good">{w.nowOnAccount}</Notice> : null;
  if (payment === null) return null;
  if (came === "unpaid") return payment.isAwaiting ? <Notice tone="info">{w.placedUnpaid}</Notice> : null;
  if (came !== "back" && came !== "left") return <Notice tone="warn">{sentences[came]({})}</Notice>;
  if (payment.paidAt) return <Notice tone="good">{w.backPaid}</Notice>;
  if (payment.state === "processing") return <Notice tone="info">{w.backProcessing}</Notice>;
  if (payment.state === "failed" || payment.state === "expired") return <Notice tone="warn">{w.backFailed}</Notice>;
  if (came === "left" && isHeard) return <Notice tone="info">{w.backLeft}</Notice>;
  return (
    <Notice tone="info">
      {w.backUnknown}{" "}
      <a className="link" href={`${paths.order(number)}?payment=back`}>
        {w.refresh}
      </a>
    </Notice>
  );
}
