import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireBuyer } from "#app/access/doors.server.ts";
import { stockWishesOf } from "#app/domain/catalog/stock-wishes.server.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { putOnList, saveAsList } from "#app/domain/lists/list-lines.server.ts";
import { bringListBack, listsOf, removedListsOf, startList } from "#app/domain/lists/lists.server.ts";
import { foundOr404, ownPath, seeOther, unlessRefused, unreadable } from "#app/http/answer.ts";
import { formOf } from "#app/http/form.ts";
import { searchOf } from "#app/http/search.ts";
import { Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { Icon } from "#app/kit/icon.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { listWords } from "#app/words/lists.ts";
import { Awaited } from "./awaited.tsx";
import { listsForm } from "./list-forms.ts";
import { NewList } from "./new-list.tsx";

const asked = z.object({ removed: z.coerce.number().int().min(1).optional() });

export async function loader({ request }: LoaderFunctionArgs) {
  const { buyer } = await requireBuyer(request);
  const [lists, removed, awaited] = await Promise.all([listsOf(buyer), removedListsOf(buyer), stockWishesOf(buyer)]);
  const { removed: justRemoved } = searchOf(request, asked).value;
  const favourites = lists.find((list) => list.isFavourites)?.lines ?? 0;
  return {
    favourites,
    lists: lists.flatMap(({ changedAt: _, ...list }) => (list.isFavourites ? [] : [list])),
    removed,
    justRemoved: removed.find((list) => list.id === justRemoved) ?? null,
    awaited,
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { buyer } = await requireBuyer(request);
  const form = await formOf(request, listsForm);
  if (!form.ok) return unreadable(form);
  return unlessRefused(form.typed, async () => seeOther(await doneBy(buyer, form.value, new Date())));
}

/** Does what was asked and says where to look at it. */
async function doneBy(buyer: Buyer, wish: z.output<typeof listsForm>, at: Date): Promise<string> {
  switch (wish.act) {
    case "back":
      await foundOr404(bringListBack(buyer, wish.id));
      return paths.list(wish.id);
    case "keep": {
      const { listId } = await putOnList(buyer, wish.list, { sku: wish.sku, quantity: null }, at);
      const back = ownPath(wish.returnTo, paths.list(wish.list));
      return back === paths.product(wish.sku) ? `${back}?kept=${listId}` : back;
    }
    case "begin": {
      const { name, isShared, from, order } = wish;
      if (order !== undefined) return paths.list(await saveAsList(buyer, { order }, { name, isShared }, at));
      if (from === "cart") return paths.list(await saveAsList(buyer, "cart", { name, isShared }, at));
      return paths.list(await startList(buyer, { name, isShared }, at));
    }
  }
}

export default function ListsScreen() {
  const { favourites, lists, removed, justRemoved, awaited } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(listWords);
  return (
    <div className="page">
      <PageHeader title={w.title} lead={w.lead} />
      {justRemoved ? (
        <Notice tone="good" title={w.removed(justRemoved.name)}>
          <BringBack list={justRemoved} />
        </Notice>
      ) : null}
      <div className="columns">
        <div className="stack">
          <ul className="grid gap-3 sm:grid-cols-2">
            <ListCard href={paths.list("favourites")} name={w.favourites} lines={favourites} note={w.own} icon="star" />
            {lists.map((list) => (
              <ListCard
                key={list.id}
                href={paths.list(list.id)}
                name={list.name}
                lines={list.lines}
                note={list.isShared ? (list.isOwn ? w.shared : w.sharedBy(list.ownerName)) : w.own}
                icon={list.isShared ? "users" : "list"}
              />
            ))}
          </ul>
          {lists.length === 0 ? (
            <EmptyState icon="list" title={w.none}>
              {w.noneLead}
            </EmptyState>
          ) : null}
          <Awaited products={awaited} />
          <Removed lists={removed} />
        </div>
        <Card title={w.newList}>
          <NewList answer={answer} />
        </Card>
      </div>
    </div>
  );
}

function ListCard({
  href,
  name,
  lines,
  note,
  icon,
}: {
  href: string;
  name: string;
  lines: number;
  note: string;
  icon: "star" | "users" | "list";
}) {
  const w = useWords(listWords);
  return (
    <li className="flex">
      <a className="aisle-card flex-1" href={href}>
        <span className="grid size-10 shrink-0 place-items-center rounded-md bg-sunken text-muted">
          <Icon name={icon} />
        </span>
        <span className="min-w-0">
          <span className="block truncate">{name}</span>
          <span className="faint block font-normal">
            {w.products(lines)} · {note}
          </span>
        </span>
      </a>
    </li>
  );
}

function BringBack({ list }: { list: { id: number; name: string } }) {
  const w = useWords(listWords);
  return (
    <form method="post">
      <input type="hidden" name="act" value="back" />
      <input type="hidden" name="id" value={list.id} />
      <Button size="sm" icon="undo" aria-label={w.bringBackNamed(list.name)}>
        {w.bringBack}
      </Button>
    </form>
  );
}

function Removed({ lists }: { lists: { id: number; name: string }[] }) {
  const w = useWords(listWords);
  if (lists.length === 0) return null;
  return (
    <Card title={w.removedTitle}>
      <ul className="stack-sm">
        {lists.map((list) => (
          <li key={list.id} className="spread">
            <span className="min-w-0 truncate text-muted">{list.name}</span>
            <BringBack list={list} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
