import { useEffect, useState } from "react";
import { Icon } from "#app/kit/icon.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { cartWords } from "#app/words/cart.ts";
import { commonWords } from "#app/words/everyday.ts";
import { formatNumber } from "#app/words/numbers.ts";
import type { JustAdded } from "./just-added.ts";

/** What went into the cart just now, said where the buyer is, with the way to the cart. */
export function AddedNotice({ added }: { added: JustAdded }) {
  const w = useWords(cartWords);
  const common = useWords(commonWords);
  const locale = useLocale();
  const [isAlive, setAlive] = useState(false);
  const [closed, setClosed] = useState<JustAdded | null>(null);
  // A status that came with the page is not read aloud; one that is written again into a page that stands is.
  useEffect(() => setAlive(true), []);
  if (closed === added) return null;
  const count = (quantity: number) => formatNumber(quantity, locale);
  const { quantity, inCart, onlyAvailable } = added;
  return (
    <div className="added" role="status">
      <Icon name="success" />
      <p key={`${isAlive} ${added.sku} ${added.inCart}`} className="min-w-0 flex-1">
        <strong className="font-medium">{w.added(count(quantity), added.name)}</strong>
        {inCart > quantity ? ` ${w.nowInCart(count(inCart))}` : null}
        {onlyAvailable === null ? null : (
          <span className="block text-warn">
            {onlyAvailable > 0 ? w.addedShort(count(onlyAvailable)) : w.addedSoldOut}
          </span>
        )}{" "}
        <a className="link whitespace-nowrap" href={paths.cart()}>
          {w.seeCart}
        </a>
      </p>
      {isAlive ? (
        <button
          type="button"
          className="btn btn-quiet btn-sm btn-icon"
          aria-label={common.close}
          onClick={() => setClosed(added)}
        >
          <Icon name="close" />
        </button>
      ) : null}
    </div>
  );
}
