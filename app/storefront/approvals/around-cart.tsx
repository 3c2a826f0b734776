import type { AroundCart as Around } from "#app/domain/approvals/approval-list.server.ts";
import { Notice } from "#app/kit/notice.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { approvalWords } from "#app/words/approvals.ts";

/** On top of the cart: the word it came back with, and what of the buyer's waits elsewhere. */
export function AroundCart({ around }: { around: Around }) {
  const w = useWords(approvalWords);
  const [waiting] = around.waiting;
  return (
    <>
      {around.returned ? (
        <Notice tone="warn" title={w.returnedTitle(around.returned.by)}>
          <p className="whitespace-pre-line">{around.returned.word}</p>
        </Notice>
      ) : null}
      {waiting ? (
        <Notice>
          {w.waitingYours(around.waiting.length)}.{" "}
          <a className="link" href={around.waiting.length === 1 ? paths.approval(waiting.id) : paths.approvals()}>
            {w.see}
          </a>
        </Notice>
      ) : null}
      {around.returnedAside > 0 ? (
        <Notice tone="warn">
          {w.asideYours(around.returnedAside)}.{" "}
          <a className="link" href={paths.keptCarts()}>
            {w.see}
          </a>
        </Notice>
      ) : null}
    </>
  );
}
