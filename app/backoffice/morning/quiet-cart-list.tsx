import { ReasonBadge } from "#app/backoffice/recovery/cart-table.tsx";
import type { QuietCart } from "#app/domain/recovery/queue.server.ts";
import { Ago } from "#app/kit/day.tsx";
import { Money } from "#app/kit/money.tsx";
import { paths } from "#app/paths.ts";

/** Quiet carts, each a line that opens its story. */
export function QuietCartList({ carts, asOf }: { carts: readonly QuietCart[]; asOf: Date }) {
  return (
    <ul className="divide-y divide-line">
      {carts.map((cart) => (
        <li key={cart.cartId}>
          <a
            className="flex items-start gap-3 px-4 py-2.5 no-underline hover:bg-raised"
            href={paths.office.recoveryCart(cart.cartId)}
          >
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium text-ink">{cart.customerName}</span>
              <span className="mt-1 flex flex-wrap items-center gap-2 text-sm text-muted">
                <ReasonBadge reason={cart.reason} />
                <Ago at={cart.lastAt} asOf={asOf} />
              </span>
            </span>
            <span className="shrink-0 font-medium text-ink">
              <Money cents={cart.valueCents} />
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
