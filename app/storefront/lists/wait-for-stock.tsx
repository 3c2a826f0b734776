import { Notice } from "#app/kit/notice.tsx";
import { useWords } from "#app/kit/words.tsx";
import { listWords } from "#app/words/lists.ts";
import { TellMe } from "./mark-buttons.tsx";

/** On the page of a product that cannot be had: the offer to be told when it is back, or that it stands. */
export function WaitForStock({ sku, name, isAwaited }: { sku: string; name: string; isAwaited: boolean }) {
  const w = useWords(listWords);
  return (
    <Notice tone={isAwaited ? "good" : "warn"}>
      <p>{isAwaited ? w.toldLead : w.tellLead}</p>
      <p className="mt-2 max-w-56">
        <TellMe sku={sku} name={name} isAwaited={isAwaited} w={w} />
      </p>
    </Notice>
  );
}
