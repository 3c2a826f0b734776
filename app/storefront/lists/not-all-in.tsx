import type { RefusalCode } from "#app/domain/refusal.ts";
import { type Answer, refusalIn } from "#app/kit/answered.ts";
import { Notice } from "#app/kit/notice.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { formWords } from "#app/words/forms.ts";
import { listWords } from "#app/words/lists.ts";
import { refusalWords } from "#app/words/refusals.ts";

/** How many of the rows are in the cart when not all of them are; what is said of a row stands beside it. */
export function NotAllIn({ answer }: { answer: Answer }) {
  const w = useWords(listWords);
  const form = useWords(formWords);
  const sentences = useWords(refusalWords);
  const refusal = refusalIn(answer);
  const isOfRows = refusal && Object.keys(refusal.typed).some((name) => name.startsWith("lines."));
  if (!refusal || !isOfRows) return null;
  const held = answer && "held" in answer ? Number(answer.held) : null;
  const general = refusal.reasons.filter(({ details }) => details.sku === undefined);
  const isNothing = refusal.reasons.length === 0;
  return (
    <Notice tone="bad" title={isNothing ? w.nothingChosen : held ? w.held(held) : form.notDone}>
      {general.map((reason) => (
        <p key={reason.code}>{sentences[reason.code as RefusalCode](reason.details)}</p>
      ))}
      {isNothing || general.length > 0 ? null : <p>{w.notHeld}</p>}
      {held ? (
        <a className="link" href={paths.cart()}>
          {w.seeCart}
        </a>
      ) : null}
    </Notice>
  );
}
