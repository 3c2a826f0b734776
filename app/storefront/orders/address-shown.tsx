import { postalCodeShown } from "#app/domain/customers/postal-code.ts";
import type { DeliveryAddress } from "#app/domain/orders/checkout.ts";

/** An address in two lines. */
export function AddressShown({ address }: { address: Omit<DeliveryAddress, "id"> }) {
  const { street, number, complement, district, city, uf, postalCode } = address;
  return (
    <span className="block text-sm text-muted">
      {[`${street}, ${number}`, complement, district].filter(Boolean).join(" · ")}
      <br />
      {city}/{uf} · {postalCodeShown(postalCode)}
    </span>
  );
}
