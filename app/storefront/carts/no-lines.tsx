import { ButtonLink } from "#app/kit/button.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { cartWords } from "#app/words/cart.ts";
import { keptCartWords } from "#app/words/kept-carts.ts";

/** A cart that holds nothing, and the ways to fill it. */
export function NoLines({ kept }: { kept: number }) {
  const w = useWords(cartWords);
  const keeping = useWords(keptCartWords);
  return (
    <EmptyState
      icon="cart"
      title={w.empty}
      action={
        <div className="row justify-center">
          <ButtonLink href={paths.catalog()} look="primary">
            {w.toCatalog}
          </ButtonLink>
          <ButtonLink href={paths.quickOrder()}>{w.toQuickOrder}</ButtonLink>
          {kept > 0 ? <ButtonLink href={paths.keptCarts()}>{keeping.link(kept)}</ButtonLink> : null}
        </div>
      }
    >
      {w.emptyLead}
    </EmptyState>
  );
}
