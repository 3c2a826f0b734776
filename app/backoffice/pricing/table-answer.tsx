import type { TableChanged } from "#app/domain/pricing/table-change.ts";
import { Notice } from "#app/kit/notice.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { formatNumber } from "#app/words/numbers.ts";
import { pricingWords } from "#app/words/pricing.ts";
import { RejectedLines } from "./fill-forms.tsx";

/** What came of a change of the table. */
export function TableAnswer({ change }: { change: TableChanged }) {
  const w = useWords(pricingWords);
  const locale = useLocale();
  if (change.act === "sheet") {
    return (
      <>
        {change.taken > 0 ? <Notice tone="good">{w.taken(formatNumber(change.taken, locale))}</Notice> : null}
        {change.rejected.length > 0 ? <RejectedLines lines={change.rejected} count={change.rejectedCount} /> : null}
      </>
    );
  }
  const said = { revise: w.saved, set: w.saved, take: w.removed };
  return (
    <Notice tone="good">
      {change.act === "derive" ? w.derived(formatNumber(change.written, locale)) : said[change.act]}
    </Notice>
  );
}
