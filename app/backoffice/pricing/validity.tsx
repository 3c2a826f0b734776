import { type Day, daysAfter } from "#app/domain/period.ts";
import { useWords } from "#app/kit/words.tsx";
import { formatDay } from "#app/words/days.ts";
import { pricingWords } from "#app/words/pricing.ts";

/** From when until when something counts, its last day named. */
export function Validity({ from, until }: { from: Day | null; until: Day | null }) {
  const w = useWords(pricingWords);
  if (from === null && until === null) return <span className="text-muted">{w.always}</span>;
  return (
    <>
      {from === null ? null : <span className="tnum">{w.from(formatDay(from))}</span>}{" "}
      {until === null ? null : <span className="tnum">{w.until(formatDay(daysAfter(until, -1)))}</span>}
    </>
  );
}
