import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { shopFrameWords } from "#app/words/frames.ts";
import { formatCents } from "#app/words/numbers.ts";
import type { ShopFrame } from "./layout.tsx";

/** What is left of the credit and what is overdue, on every page of the shop, so that nobody picks first and learns it last. */
export function CreditLine({ credit }: { credit: ShopFrame["credit"] }) {
  const w = useWords(shopFrameWords);
  const locale = useLocale();
  const { creditLeftCents: left, overdueCents } = credit;
  if (left === null && overdueCents === 0) return null;
  return (
    <a className="shop-credit tnum" href={paths.receivables()}>
      {left === null ? null : <span>{w.creditLeft(formatCents(left, locale))}</span>}
      {overdueCents > 0 ? <span className="text-bad">{w.overdue(formatCents(overdueCents, locale))}</span> : null}
    </a>
  );
}
