import type { PaymentNews } from "#app/domain/payments/news.server.ts";
import { Notice } from "#app/kit/notice.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { paymentWords } from "#app/words/payments.ts";

/** What the whole office shall know of online payment: that it is silent or not believed, and that money waits for a decision. */
export function PaymentBanner({ news }: { news: PaymentNews }) {
  const w = useWords(paymentWords);
  if (!news.isSilent && !news.isClockWrong && news.decide === 0) return null;
  return (
    <div className="stack-sm mb-4">
      {news.isSilent ? (
        <Notice tone="warn" title={w.silent}>
          <p>{w.silentLead}</p>
        </Notice>
      ) : null}
      {news.isClockWrong ? (
        <Notice tone="warn" title={w.clockWrong}>
          <p>{w.clockWrongLead}</p>
        </Notice>
      ) : null}
      {news.decide > 0 ? (
        <Notice tone="warn">
          <a className="link" href={paths.office.payments()}>
            {w.toDecide(news.decide)}
          </a>
        </Notice>
      ) : null}
    </div>
  );
}
