import { ButtonLink } from "#app/kit/button.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { SaveAsList } from "#app/storefront/lists/new-list.tsx";
import { cartWords } from "#app/words/cart.ts";
import { keptCartWords } from "#app/words/kept-carts.ts";
import { EmptyCart } from "./empty-cart.tsx";
import { SetAside } from "./set-aside.tsx";

/** What can be done with the cart as a whole, beside ordering it. */
export function CartActions({
  lines,
  name,
  kept,
  isUndone,
}: {
  lines: number;
  name: string | null;
  kept: number;
  isUndone: boolean;
}) {
  const w = useWords(cartWords);
  const keeping = useWords(keptCartWords);
  return (
    <>
      <SaveAsList origin={{ from: "cart" }} />
      <SetAside name={name} />
      {kept > 0 ? <ButtonLink href={paths.keptCarts()}>{keeping.link(kept)}</ButtonLink> : null}
      <EmptyCart lines={lines} isUndone={isUndone} />
      <ButtonLink href={paths.quickOrder()}>{w.toQuickOrder}</ButtonLink>
      <ButtonLink href={paths.catalog()}>{w.keepBuying}</ButtonLink>
    </>
  );
}
