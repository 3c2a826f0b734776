import type { Reason } from "#app/domain/refusal.ts";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { approvalWords } from "#app/words/approvals.ts";
import { formatCents } from "#app/words/numbers.ts";

/** The limits a cart is above, each with its amounts: to the buyer themselves, or about a colleague. */
export function OverLimits({ over, isOwn }: { over: Reason[]; isOwn: boolean }) {
  const w = useWords(approvalWords);
  const locale = useLocale();
  return over.map(({ code, details }) => {
    const money = (key: string) => formatCents(Number(details[key] ?? 0), locale);
    const [above, limit, left] = [money("overCents"), money("limitCents"), money("leftCents")];
    const isMonth = code === "over_month_limit";
    const own = isMonth ? w.overMonthYours(above, left, limit) : w.overOrderYours(above, limit);
    const other = isMonth ? w.overMonth(above, left) : w.overOrder(above, limit);
    return (
      <span key={code} className="block">
        {isOwn ? own : other}
      </span>
    );
  });
}
