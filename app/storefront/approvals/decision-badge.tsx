import type { Approval } from "#app/domain/approvals/approval.ts";
import { Badge } from "#app/kit/badge.tsx";
import { useWords } from "#app/kit/words.tsx";
import { approvalWords } from "#app/words/approvals.ts";

const tones = { approved: "good", returned: "warn", withdrawn: undefined } as const;

/** Whether a request waits, or what came of it and by whom. */
export function DecisionBadge({ approval }: { approval: Pick<Approval, "decision" | "decidedByName"> }) {
  const w = useWords(approvalWords);
  const { decision, decidedByName } = approval;
  if (decision === null) return <Badge tone="info">{w.waiting}</Badge>;
  return <Badge tone={tones[decision]}>{w.decidedBy(decision, decidedByName ?? "")}</Badge>;
}
