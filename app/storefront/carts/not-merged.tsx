import type { RefusalCode } from "#app/domain/refusal.ts";
import { type Answer, refusalIn } from "#app/kit/answered.ts";
import { Notice } from "#app/kit/notice.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { keptCartWords } from "#app/words/kept-carts.ts";
import { refusalWords } from "#app/words/refusals.ts";

/** How much of a kept cart went into the current one, and why the rest did not. */
export function NotMerged({ answer, held }: { answer: Answer; held: number }) {
  const w = useWords(keptCartWords);
  const sentences = useWords(refusalWords);
  const reasons = refusalIn(answer)?.reasons ?? [];
  return (
    <Notice tone="warn" title={w.notAll(held)}>
      <ul className="list-disc pl-4">
        {reasons.map((reason) => (
          <li key={`${reason.code} ${reason.details.sku}`}>
            <span className="tnum">{reason.details.sku}</span>: {sentences[reason.code as RefusalCode](reason.details)}
          </li>
        ))}
      </ul>
      <a className="link" href={paths.cart()}>
        {w.toCart}
      </a>
    </Notice>
  );
}
