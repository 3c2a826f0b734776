import type { BackOrder } from "#app/domain/carts/back-orders.server.ts";
import { Badge } from "#app/kit/badge.tsx";
import { Card } from "#app/kit/card.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { formatDayOf } from "#app/words/days.ts";
import { mendWords } from "#app/words/mends.ts";
import { formatNumber } from "#app/words/numbers.ts";
import { MendButton } from "./mend-button.tsx";

/** What was split out of a cart and waits for stock: dropped by one key, put into the cart by another once it is there. */
export function Waiting({ products }: { products: readonly BackOrder[] }) {
  const w = useWords(mendWords);
  const locale = useLocale();
  if (products.length === 0) return null;
  return (
    <Card title={w.waiting}>
      <p className="muted mb-2 text-sm">{w.waitingLead}</p>
      <ul className="stack-sm">
        {products.map(({ sku, name, quantity, wishedAt, isThere }) => (
          <li key={sku} className="spread">
            <span className="min-w-0">
              <span className="tnum font-medium">{formatNumber(quantity, locale)} × </span>
              <a className="link-plain" href={paths.product(sku)}>
                {name}
              </a>{" "}
              <span className="faint">{w.since(formatDayOf(wishedAt, locale))}</span>{" "}
              {isThere ? <Badge tone="good">{w.there}</Badge> : null}
            </span>
            <span className="row">
              {isThere ? (
                <MendButton fields={{ intent: "take", sku }} label={w.takeNamed(name)} look="primary">
                  {w.take}
                </MendButton>
              ) : null}
              <MendButton fields={{ intent: "drop", sku }} label={w.dropNamed(name)} look="quiet">
                {w.drop}
              </MendButton>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
