import { Icon } from "#app/kit/icon.tsx";
import { Menu } from "#app/kit/menu.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { listWords } from "#app/words/lists.ts";

/** A list as the menu of a product names it. */
export interface ListChoice {
  id: number;
  name: string;
  isOn: boolean;
}

/** Puts a product on one of the buyer's lists, and comes back to it. */
export function KeepMenu({ sku, lists }: { sku: string; lists: readonly ListChoice[] }) {
  const w = useWords(listWords);
  return (
    <Menu
      side="left"
      label={
        <>
          <Icon name="list" />
          {w.keep}
        </>
      }
    >
      {lists.map((list) => (
        <form key={list.id} method="post" action={paths.lists()}>
          <input type="hidden" name="act" value="keep" />
          <input type="hidden" name="list" value={list.id} />
          <input type="hidden" name="sku" value={sku} />
          <input type="hidden" name="returnTo" value={paths.product(sku)} />
          <button type="submit" className="menu-item" aria-label={list.isOn ? w.isOn(list.name) : w.keepIn(list.name)}>
            <Icon name={list.isOn ? "check" : "plus"} />
            {list.name}
          </button>
        </form>
      ))}
      <a className="menu-item" href={paths.lists()}>
        <Icon name="list" />
        {w.newList}
      </a>
    </Menu>
  );
}
