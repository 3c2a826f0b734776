import type { PaymentNews } from "#app/domain/payments/news.server.ts";
import { Notice } from "#app/kit/notice.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { paymentWords } from "#app/words/payments.ts";

/** What the office shall know of online payment: that it is silent or not believed, and, of who decides it, that money waits. */
export function PaymentBanner({ news, mayDecide }: { news: PaymentNews; mayDecide: boolean }) {
  const w = useWords(paymentWords);
  const decide = mayDecide ? news.decide : 0;
  if (!news.isSilent && !news.isClockWrong && decide === 0) return null;
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
      {decide > 0 ? (
        <Notice tone="warn">
          <a className="link" href={paths.office.payments()}>
            {w.toDecide(decide)}
          </a>
        </Notice>
      ) : null}
    </div>
  );
}
