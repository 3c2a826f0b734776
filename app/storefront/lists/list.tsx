import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireBuyer } from "#app/access/doors.server.ts";
import { leastQuantity } from "#app/domain/catalog/quantity.ts";
import { mostListLines } from "#app/domain/lists/list.ts";
import type { OpenList } from "#app/domain/lists/lists.server.ts";
import { listOf } from "#app/domain/lists/lists.server.ts";
import { refusalCodes } from "#app/domain/refusal.ts";
import { foundOr404, notFound, unlessRefused, unreadable } from "#app/http/answer.ts";
import { readForm } from "#app/http/form.ts";
import { localeOf } from "#app/http/locale.server.ts";
import { searchOf } from "#app/http/search.ts";
import { Badge } from "#app/kit/badge.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { listWords } from "#app/words/lists.ts";
import { wordsOf } from "#app/words/locale.ts";
import { refusalWords } from "#app/words/refusals.ts";
import { doneToList, doneToRows } from "./list-acts.server.ts";
import { listForm, listKeyOf, rowsForm } from "./list-forms.ts";
import { ListRows } from "./list-rows.tsx";
import { AddBySku, ListTools, MendName } from "./list-tools.tsx";

const asked = z.object({ saved: z.literal("1").optional(), refused: z.enum(refusalCodes).optional() });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { buyer, mayOrder } = await requireBuyer(request);
  const key = listKeyOf(params.id);
  if (key === null) throw notFound();
  const list = await foundOr404(listOf(buyer, key, new Date()));
  const { saved, refused } = searchOf(request, asked).value;
  return { list: shownList(list), mayOrder, isSaved: saved === "1", refused: refused ?? null };
}

/** What of a list its page draws. */
function shownList({ lines, changedAt: _, ...list }: OpenList) {
  return {
    ...list,
    lines: lines.map((line) => ({
      sku: line.sku,
      name: line.name,
      picture: line.picture,
      supplierName: line.supplierName,
      unit: line.unit,
      packMultiple: line.packMultiple,
      least: leastQuantity(line),
      available: line.available,
      quantity: line.quantity,
      keptQuantity: line.keptQuantity,
      unitPriceE4: line.quote?.unitPriceE4 ?? null,
      lineCents: line.lineCents,
      isSold: line.isActive && line.quote !== null,
      reasons: line.reasons,
    })),
  };
}

export type ShownList = ReturnType<typeof shownList>;
export type ShownListLine = ShownList["lines"][number];

export async function action({ request, params }: ActionFunctionArgs) {
  const { buyer, user } = await requireBuyer(request);
  const key = listKeyOf(params.id);
  if (key === null) throw notFound();
  const at = new Date();
  await foundOr404(listOf(buyer, key, at));
  const sent = await request.formData();
  if (sent.has("act")) {
    const form = readForm(sent, listForm);
    if (!form.ok) return unreadable(form);
    const { copyMark, favourites } = wordsOf(listWords, localeOf(request, user.locale));
    return unlessRefused(form.typed, () => doneToList(buyer, key, form.value, { copyMark, favourites }, at));
  }
  const form = readForm(sent, rowsForm);
  if (!form.ok) return unreadable(form);
  return unlessRefused(form.typed, () => doneToRows(buyer, key, form.value, form.typed, at));
}

export default function ListScreen() {
  const { list, mayOrder, isSaved, refused } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(listWords);
  const sentences = useWords(refusalWords);
  const name = list.isFavourites ? w.favourites : list.name;
  return (
    <div className="page">
      <PageHeader
        title={name}
        trail={[{ label: w.title, href: paths.lists() }, { label: name }]}
        lead={list.isFavourites ? w.favouritesLead : w.products(list.lines.length)}
        marks={
          list.isFavourites ? null : (
            <Badge>{list.isShared ? (list.isOwn ? w.shared : w.sharedBy(list.ownerName)) : w.own}</Badge>
          )
        }
        actions={<ListTools list={list} />}
      />
      {refused && !answer ? (
        <Notice tone="warn" title={w.notKept}>
          {sentences[refused]({ most: mostListLines })}
        </Notice>
      ) : null}
      {isSaved && !answer ? <Notice tone="good">{w.saved}</Notice> : null}
      <MendName list={list} answer={answer} />
      {list.lines.length === 0 ? (
        <EmptyState
          icon={list.isFavourites ? "star" : "list"}
          title={w.empty}
          action={
            <a className="btn btn-primary" href={paths.catalog()}>
              {w.toCatalog}
            </a>
          }
        >
          {list.isFavourites ? w.emptyFavourites : w.emptyLead}
        </EmptyState>
      ) : (
        <ListRows list={list} mayOrder={mayOrder} answer={answer} />
      )}
      <AddBySku answer={answer} />
    </div>
  );
}
