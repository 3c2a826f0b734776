import { unpacked } from "#app/http/packed.ts";
import { Badge } from "#app/kit/badge.tsx";
import { Icon } from "#app/kit/icon.tsx";
import { Menu } from "#app/kit/menu.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { shopFrameWords } from "#app/words/frames.ts";
import { formatCents } from "#app/words/numbers.ts";
import { CreditLine } from "./credit-line.tsx";
import type { ShopFrame } from "./layout.tsx";
import { SearchBox } from "./search-box.tsx";

/** Logo, search, account and the cart in sight; the aisles below on wide screens. */
export function Header({ frame, pathname, search }: { frame: ShopFrame; pathname: string; search: string }) {
  const w = useWords(shopFrameWords);
  const total = formatCents(frame.cart.cents, useLocale());
  const query = pathname === paths.search() ? (new URLSearchParams(search).get("q") ?? "") : "";
  return (
    <header className="shop-head">
      <div className="shop-wide">
        <div className="shop-top">
          <a className="shop-name" href={paths.home()}>
            {frame.logo ? <img src={frame.logo} alt={frame.company} /> : frame.company}
          </a>
          <SearchBox query={query} />
          <CreditLine credit={frame.credit} />
          <AccountMenu frame={frame} />
          <a className="shop-cart max-lg:hidden" href={paths.cart()} aria-label={w.cartWith(frame.cart.lines, total)}>
            <Icon name="cart" />
            {frame.cart.lines > 0 ? (
              <span className="tnum">
                {total} · {w.items(frame.cart.lines)}
              </span>
            ) : (
              <span>{w.cart}</span>
            )}
          </a>
        </div>
        <nav className="shop-aisles" aria-label={w.categories}>
          <div>
            <a href={paths.catalog()} aria-current={pathname === paths.catalog() ? "page" : undefined}>
              {w.allProducts}
            </a>
            <a href={paths.quickOrder()} aria-current={pathname === paths.quickOrder() ? "page" : undefined}>
              {w.quickOrder}
            </a>
            <a href={paths.replenish()} aria-current={pathname === paths.replenish() ? "page" : undefined}>
              {w.replenish}
            </a>
            {unpacked(frame.categories).map((category) => (
              <a
                key={category.key}
                href={paths.catalog(category.key)}
                aria-current={pathname === paths.catalog(category.key) ? "page" : undefined}
              >
                {category.name}
              </a>
            ))}
          </div>
          <a href={`${paths.home()}#categories`}>{w.allCategories}</a>
        </nav>
      </div>
    </header>
  );
}

function AccountMenu({ frame }: { frame: ShopFrame }) {
  const w = useWords(shopFrameWords);
  return (
    <Menu
      className="btn btn-quiet max-lg:btn-icon"
      ariaLabel={frame.approvalsWaiting > 0 ? w.accountWith(frame.approvalsWaiting) : w.account}
      label={
        <>
          <Icon name="user" />
          <span className="max-w-40 truncate max-lg:hidden">{frame.customer}</span>
          {frame.approvalsWaiting > 0 ? <Badge tone="accent">{frame.approvalsWaiting}</Badge> : null}
        </>
      }
    >
      <p className="px-2.5 py-1.5 text-sm text-muted">
        {frame.name}
        <br />
        {frame.customer}
      </p>
      <a className="menu-item" href={paths.quickOrder()}>
        <Icon name="list" />
        {w.quickOrder}
      </a>
      <a className="menu-item" href={paths.orders()}>
        <Icon name="receipt" />
        {w.orders}
      </a>
      <a className="menu-item" href={paths.quotes()}>
        <Icon name="tag" />
        {w.quotes}
      </a>
      <a className="menu-item" href={paths.receivables()}>
        <Icon name="money" />
        {w.receivables}
      </a>
      <a className="menu-item" href={paths.replenish()}>
        <Icon name="repeat" />
        {w.replenish}
      </a>
      <a className="menu-item" href={paths.lists()}>
        <Icon name="star" />
        {w.lists}
      </a>
      <a className="menu-item" href={paths.approvals()}>
        <Icon name="success" />
        {w.approvals}
        {frame.approvalsWaiting > 0 ? <Badge tone="accent">{frame.approvalsWaiting}</Badge> : null}
      </a>
      <a className="menu-item" href={paths.account()}>
        <Icon name="settings" />
        {w.account}
      </a>
      <form method="post" action={paths.signOut()}>
        <button type="submit" className="menu-item">
          <Icon name="out" />
          {w.signOut}
        </button>
      </form>
    </Menu>
  );
}
