import { Icon, type IconName } from "#app/kit/icon.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { shopFrameWords } from "#app/words/frames.ts";

const stops = [
  { key: "home", icon: "home", href: paths.home() },
  { key: "catalog", icon: "grid", href: paths.catalog() },
  { key: "quickOrder", icon: "list", href: paths.quickOrder() },
  { key: "orders", icon: "receipt", href: paths.orders() },
  { key: "cart", icon: "cart", href: paths.cart() },
] as const satisfies readonly { key: string; icon: IconName; href: string }[];

/** The shop under one thumb, on narrow screens. */
export function BottomBar({ pathname, lines }: { pathname: string; lines: number }) {
  const w = useWords(shopFrameWords);
  return (
    <nav className="bottom-bar" aria-label={w.main}>
      {stops.map((stop) => {
        const isHere = stop.href === "/" ? pathname === "/" : pathname.startsWith(stop.href);
        return (
          <a key={stop.key} href={stop.href} aria-current={isHere ? "page" : undefined}>
            <Icon name={stop.icon} />
            {w[stop.key]}
            {stop.key === "cart" && lines > 0 ? <span className="bottom-count">{lines}</span> : null}
          </a>
        );
      })}
    </nav>
  );
}
