import type { Taken } from "#app/domain/carts/mends.ts";
import { Notice } from "#app/kit/notice.tsx";
import { useWords } from "#app/kit/words.tsx";
import { mendWords } from "#app/words/mends.ts";
import { MendButton } from "./mend-button.tsx";

/** What an act took away a moment ago, and the way back; drawn once. */
export function TakenNotice({ taken }: { taken: Taken | null }) {
  const w = useWords(mendWords);
  if (!taken) return null;
  const { lines, waiting } = taken;
  const [line] = lines;
  const said = !line
    ? w.notWaiting(waiting[0]?.sku ?? "")
    : lines.length === 1
      ? w.undone(line.sku)
      : w.undoneMany(lines.length);
  return (
    <Notice tone="good">
      <div className="spread" role="status">
        <p>{said}</p>
        <MendButton fields={{ intent: "restore", taken: JSON.stringify(taken) }} label={w.undo}>
          {w.undo}
        </MendButton>
      </div>
    </Notice>
  );
}
