import type { BackOrder } from "#app/domain/carts/back-orders.server.ts";
import { Badge } from "#app/kit/badge.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { formatDayOf } from "#app/words/days.ts";
import { mendWords } from "#app/words/mends.ts";
import { formatNumber } from "#app/words/numbers.ts";

/** What the customer's buyers split out of their carts and wait for; what has come is worth a call. */
export function AwaitedList({ awaited }: { awaited: readonly (BackOrder & { buyer: string })[] }) {
  const w = useWords(mendWords);
  const locale = useLocale();
  if (awaited.length === 0) return <p className="muted">{w.nothingAwaited}</p>;
  return (
    <ul className="stack-sm">
      {awaited.map(({ sku, name, quantity, wishedAt, isThere, buyer }) => (
        <li key={`${sku} ${buyer}`}>
          <span className="tnum font-medium">{formatNumber(quantity, locale)} × </span>
          {name} <span className="faint tnum">{sku}</span> {isThere ? <Badge tone="good">{w.there}</Badge> : null}
          <span className="faint block text-sm">
            {w.awaitedBy(buyer)} · {w.since(formatDayOf(wishedAt, locale))}
          </span>
        </li>
      ))}
    </ul>
  );
}
