import { daysBetween } from "#app/domain/period.ts";
import type { DueState } from "#app/domain/replenishment/replenishment.ts";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { formatDay } from "#app/words/days.ts";
import { replenishmentWords } from "#app/words/replenishment.ts";

/** The day a product is due, and how far away that is. */
export function DueDay({ dueOn, state, today }: { dueOn: string; state: DueState; today: string }) {
  const w = useWords(replenishmentWords);
  const left = daysBetween(today, dueOn);
  return (
    <>
      {formatDay(dueOn, useLocale())}
      <span className={`block text-sm ${state === "overdue" ? "text-warn" : "text-muted"}`}>
        {left < 0 ? w.overdueBy(-left) : w.dueIn(left)}
      </span>
    </>
  );
}
