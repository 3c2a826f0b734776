import { Button } from "#app/kit/button.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { useWords } from "#app/kit/words.tsx";
import { cartWords } from "#app/words/cart.ts";

/** Prices moved since the buyer last looked: says so and asks to confirm. */
export function ChangedPrices({ shownHash }: { shownHash: string }) {
  const w = useWords(cartWords);
  return (
    <Notice tone="warn" title={w.changed}>
      <form method="post" className="spread mt-1">
        <p>{w.changedLead}</p>
        <input type="hidden" name="intent" value="accept" />
        <input type="hidden" name="shownHash" value={shownHash} />
        <Button type="submit" look="primary" size="sm">
          {w.accept}
        </Button>
      </form>
    </Notice>
  );
}
