import { Card } from "#app/kit/card.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { formatDayOf } from "#app/words/days.ts";
import { listWords } from "#app/words/lists.ts";
import { TellMe } from "./mark-buttons.tsx";

/** What the buyer waits for, each with the way to wait no longer. */
export function Awaited({ products }: { products: readonly { sku: string; name: string; wishedAt: Date }[] }) {
  const w = useWords(listWords);
  const locale = useLocale();
  if (products.length === 0) return null;
  return (
    <Card title={w.awaited}>
      <ul className="stack-sm">
        {products.map(({ sku, name, wishedAt }) => (
          <li key={sku} className="spread">
            <span className="min-w-0">
              <a className="link-plain" href={paths.product(sku)}>
                {name}
              </a>{" "}
              <span className="faint">{w.awaitedSince(formatDayOf(wishedAt, locale))}</span>
            </span>
            <span>
              <TellMe sku={sku} name={name} isAwaited w={w} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
