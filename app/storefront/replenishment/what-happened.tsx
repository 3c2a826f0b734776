import { Button } from "#app/kit/button.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { replenishmentWords } from "#app/words/replenishment.ts";

/** What the last press did, with the way back. */
export function WhatHappened({ isSaved, hidden }: { isSaved: boolean; hidden: string | null }) {
  const w = useWords(replenishmentWords);
  if (hidden) {
    return (
      <Notice>
        <form method="post" action={paths.replenish()} className="spread">
          <span>{w.hidden(hidden)}</span>
          <input type="hidden" name="show" value={hidden} />
          <Button size="sm" icon="undo">
            {w.undo}
          </Button>
        </form>
      </Notice>
    );
  }
  return isSaved ? <Notice tone="good">{w.saved}</Notice> : null;
}
