import { Button } from "#app/kit/button.tsx";
import { Dialog } from "#app/kit/dialog.tsx";
import { useWords } from "#app/kit/words.tsx";
import { cartWords } from "#app/words/cart.ts";

/** Takes everything out: at once where it can be undone, else after asking once. */
export function EmptyCart({ lines, isUndone }: { lines: number; isUndone: boolean }) {
  const w = useWords(cartWords);
  if (isUndone) {
    return (
      <form method="post">
        <Button name="intent" value="empty">
          {w.emptyCart}
        </Button>
      </form>
    );
  }
  return (
    <Dialog opener={w.emptyCart} title={w.emptyCart}>
      <form method="post" className="stack">
        <p>{w.emptyCartAsk(w.lines(lines))}</p>
        <input type="hidden" name="intent" value="empty" />
        <Button type="submit" look="danger">
          {w.emptyCart}
        </Button>
      </form>
    </Dialog>
  );
}
