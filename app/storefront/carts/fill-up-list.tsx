import type { FillUp } from "#app/domain/carts/fill-ups.server.ts";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { mendWords } from "#app/words/mends.ts";
import { formatCents, formatNumber } from "#app/words/numbers.ts";
import { MendButton } from "./mend-button.tsx";

/** Products that would bring a minimum nearer, each with its amount and one key to add it. */
export function FillUpList({ products }: { products: readonly FillUp[] }) {
  const w = useWords(mendWords);
  const locale = useLocale();
  if (products.length === 0) return null;
  return (
    <div className="mt-2 text-sm">
      <p className="muted">{w.fillUp}</p>
      <ul>
        {products.map(({ sku, name, unit, quantity, cents }) => (
          <li key={sku} className="row flex-nowrap justify-between gap-2 py-1">
            <span className="min-w-0">
              <a className="link-plain" href={paths.product(sku)}>
                {name}
              </a>
              <span className="muted tnum block">
                {w.fillUpOne(formatNumber(quantity, locale), unit, formatCents(cents, locale))}
              </span>
            </span>
            <MendButton
              fields={{ intent: "add", sku, quantity, returnTo: paths.cart() }}
              label={w.addNamed(formatNumber(quantity, locale), name)}
            >
              {w.add}
            </MendButton>
          </li>
        ))}
      </ul>
    </div>
  );
}
