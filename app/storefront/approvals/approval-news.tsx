import { Notice } from "#app/kit/notice.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { approvalWords } from "#app/words/approvals.ts";
import type { ShownApproval } from "./approval.tsx";

/** What has just happened to the request, and what came of it. */
export function ApprovalNews({
  approval,
  done,
  isChanged,
}: Pick<ShownApproval, "approval" | "done"> & { isChanged: boolean }) {
  const w = useWords(approvalWords);
  const { requesterName: name, decidedByName, decision, orderNumber, word, isOwn, isAside } = approval;
  return (
    <>
      {done === "sent" && decision === null ? (
        <Notice tone="good" title={w.sent}>
          {w.sentLead}
        </Notice>
      ) : null}
      {isChanged && decision === null ? <Notice tone="good">{w.changed}</Notice> : null}
      {done === "approved" && decision === "approved" ? <Notice tone="good">{w.approvedNotice(name)}</Notice> : null}
      {done === "returned" && decision === "returned" ? <Notice tone="good">{w.returnedNotice(name)}</Notice> : null}
      {decision !== null && word ? (
        <Notice tone={decision === "approved" ? "info" : "warn"} title={w.decidedBy(decision, decidedByName ?? "")}>
          <p className="whitespace-pre-line">{word}</p>
        </Notice>
      ) : null}
      {isOwn && isAside ? (
        <Notice>
          <p>{w.aside}</p>
          <a className="link" href={paths.keptCarts()}>
            {w.keptCarts}
          </a>
        </Notice>
      ) : null}
      {orderNumber ? (
        <p>
          <a className="link font-medium" href={paths.order(orderNumber)}>
            {w.orderMade(orderNumber)}
          </a>
        </p>
      ) : null}
    </>
  );
}
