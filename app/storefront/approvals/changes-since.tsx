import type { LineChange } from "#app/domain/approvals/approval.ts";
import { Notice } from "#app/kit/notice.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { approvalWords } from "#app/words/approvals.ts";
import type { Locale } from "#app/words/locale.ts";
import { formatNumber, formatUnitPrice } from "#app/words/numbers.ts";

type Said = (typeof approvalWords)["pt-BR"]["changes"];

function sentenceOf(change: LineChange, w: Said, locale: Locale): string {
  const count = (value: number) => formatNumber(value, locale);
  const price = (e4: number) => formatUnitPrice(e4, locale);
  switch (change.kind) {
    case "removed":
      return w.removed(change.name, count(change.was));
    case "quantity":
      return w.quantity(change.name, count(change.was), count(change.now));
    case "price":
      return w.price(change.name, price(change.wasE4), price(change.nowE4));
    case "noPrice":
      return w.noPrice(change.name);
    case "stock":
      return w.stock(change.name, count(change.available));
  }
}

/** What is no longer as it was when the cart was sent for approval; nothing when all of it is. */
export function ChangesSince({ changes }: { changes: LineChange[] }) {
  const w = useWords(approvalWords);
  const locale = useLocale();
  if (changes.length === 0) return null;
  return (
    <Notice tone="warn" title={w.sinceAsked}>
      <ul className="list-disc pl-4">
        {changes.map((change) => (
          <li key={`${change.kind} ${change.sku}`}>{sentenceOf(change, w.changes, locale)}</li>
        ))}
      </ul>
    </Notice>
  );
}
