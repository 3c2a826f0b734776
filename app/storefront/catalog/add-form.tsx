import { QuantityStepper } from "#app/kit/quantity-stepper.tsx";
import { paths } from "#app/paths.ts";
import type { CatalogWords, ShownItem } from "./shown-item.ts";

/** Puts a product into the cart and comes back to where it stood. A plain form, for it is drawn 24 times a page. */
export function AddForm({
  item,
  w,
  returnTo,
  quantity = item.least,
}: {
  item: ShownItem;
  w: CatalogWords;
  returnTo: string;
  /** What stands in the field at first. */
  quantity?: number;
}) {
  return (
    <form method="post" action={paths.cart()}>
      <input type="hidden" name="intent" value="add" />
      <input type="hidden" name="sku" value={item.sku} />
      <input type="hidden" name="returnTo" value={returnTo} />
      <QuantityStepper
        label={w.quantityOf(item.name)}
        value={quantity}
        multiple={item.packMultiple}
        least={item.least}
      />
      <button type="submit" className="btn btn-primary" aria-label={w.addNamed(item.name)}>
        {w.add}
      </button>
    </form>
  );
}
