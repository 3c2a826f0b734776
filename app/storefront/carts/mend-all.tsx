import { useWords } from "#app/kit/words.tsx";
import { mendWords } from "#app/words/mends.ts";
import type { ShownLine } from "./cart.tsx";
import { MendButton } from "./mend-button.tsx";

/** The one key that mends every line, where more than one needs it. */
export function MendAll({ lines }: { lines: ShownLine[] }) {
  const w = useWords(mendWords);
  const many = lines.filter(({ mends }) => mends && (mends.rounded.length > 0 || mends.short || mends.isUnsold)).length;
  if (many < 2) return null;
  return (
    <div className="notice notice-warn spread">
      <p className="min-w-0 flex-1">{w.mendAllLead(many)}</p>
      <MendButton fields={{ intent: "mend" }} label={w.mendAll} look="primary">
        {w.mendAll}
      </MendButton>
    </div>
  );
}
