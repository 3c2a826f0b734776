import type { ApprovalNeed } from "#app/domain/approvals/need.ts";
import type { Answer } from "#app/kit/answered.ts";
import { Button } from "#app/kit/button.tsx";
import { TextField } from "#app/kit/field.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { approvalWords } from "#app/words/approvals.ts";
import { OverLimits } from "./over-limits.tsx";

/** Why this cart has to be approved and by whom, or that nobody can. */
export function ApprovalNotice({ need }: { need: ApprovalNeed }) {
  const w = useWords(approvalWords);
  const names = new Intl.ListFormat(useLocale(), { type: "disjunction" }).format(need.approvers);
  const isHopeless = need.approvers.length === 0;
  return (
    <Notice tone={isHopeless ? "warn" : "info"} title={w.needsApproval}>
      <OverLimits over={need.over} isOwn />
      <span className="block">{isHopeless ? w.nobody : w.goesTo(names)}</span>
    </Notice>
  );
}

/** The end of the checkout of a cart above its buyer's limit: why, and the button that sends it to a colleague. */
export function AskApproval({ need, isReady, answer }: { need: ApprovalNeed; isReady: boolean; answer: Answer }) {
  const w = useWords(approvalWords);
  return (
    <>
      <ApprovalNotice need={need} />
      <input type="hidden" name="isForApproval" value="true" />
      {need.approvers.length > 0 ? (
        <>
          <TextField name="why" label={w.why} help={w.whyHelp} answer={answer} optional rows={2} maxLength={500} />
          <Button look="primary" size="lg" className="btn-wide" icon="send" name="act" value="ask" disabled={!isReady}>
            {w.send}
          </Button>
        </>
      ) : need.hasRep ? (
        <Button className="btn-wide" icon="mail" name="act" value="tellRep">
          {w.tellRep}
        </Button>
      ) : null}
    </>
  );
}
