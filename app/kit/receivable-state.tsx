import { daysBetween } from "#app/domain/period.ts";
import {
  daysLate,
  type ReceivableFacts,
  type ReceivableState,
  receivableStateOf,
} from "#app/domain/receivables/receivable.ts";
import { receivableWords } from "#app/words/receivables.ts";
import { Badge, type Tone } from "./badge.tsx";
import { useWords } from "./words.tsx";

const tones: Record<ReceivableState, Tone> = { open: "info", overdue: "bad", paid: "good", cancelled: "neutral" };

/** How a receivable stands today, and how late it is or how soon it is due. */
export function ReceivableStanding({ receivable, today }: { receivable: ReceivableFacts; today: string }) {
  const w = useWords(receivableWords);
  const state = receivableStateOf(receivable, today);
  const days = daysBetween(today, receivable.dueOn);
  return (
    <span className="row gap-1.5 lg:flex-nowrap lg:whitespace-nowrap">
      <Badge tone={tones[state]}>{w.states[state]}</Badge>
      {state === "overdue" ? (
        <span className="text-sm text-bad">{w.late(daysLate(receivable.dueOn, today))}</span>
      ) : null}
      {state === "open" && days <= 14 ? <span className="faint text-sm">{w.dueIn(days)}</span> : null}
    </span>
  );
}
