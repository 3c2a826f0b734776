import { Button } from "#app/kit/button.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { shopFrameWords } from "#app/words/frames.ts";

/** Says that a rep is at the keys, for whom, and how to stop. */
export function ActingBar({ customer, rep }: { customer: string; rep: string }) {
  const w = useWords(shopFrameWords);
  return (
    <div className="acting-bar" role="status">
      <div className="shop-wide">
        <span>
          <strong className="font-semibold">{w.acting(customer)}</strong> {w.actingLead(rep)}
        </span>
        <form method="post" action={paths.office.stopActingAs()}>
          <Button size="sm">{w.stopActing}</Button>
        </form>
      </div>
    </div>
  );
}
