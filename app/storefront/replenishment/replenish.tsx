import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireBuyer } from "#app/access/doors.server.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { dayOf } from "#app/domain/period.ts";
import { replenish } from "#app/domain/replenishment/basket.server.ts";
import {
  forgetQuantity,
  hideProduct,
  rememberQuantities,
  showProduct,
} from "#app/domain/replenishment/choices.server.ts";
import { replenishmentOf } from "#app/domain/replenishment/list.server.ts";
import { apartReasons } from "#app/domain/replenishment/replenishment.ts";
import { seeOther, unlessRefused, unreadable } from "#app/http/answer.ts";
import { formOf } from "#app/http/form.ts";
import { searchOf } from "#app/http/search.ts";
import { refusalIn } from "#app/kit/answered.ts";
import { ButtonLink } from "#app/kit/button.tsx";
import { Disclose } from "#app/kit/disclose.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { formatDay } from "#app/words/days.ts";
import { replenishmentWords } from "#app/words/replenishment.ts";
import { DueForm } from "./due-form.tsx";
import { LeftOut } from "./left-out.tsx";
import { type ReplenishWish, replenishForm } from "./replenish-form.ts";
import { WhatHappened } from "./what-happened.tsx";

const asked = z.object({
  apart: z.enum(apartReasons).nullable().default(null),
  page: z.coerce.number().int().min(1).max(1000).default(1),
  saved: z.literal("1").optional(),
  hidden: z.string().max(60).optional(),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const { buyer, customer, mayOrder } = await requireBuyer(request);
  const at = new Date();
  const { apart, page, saved, hidden } = searchOf(request, asked).value;
  const list = await replenishmentOf(customer.id, { cartOf: buyer.userId, why: apart, page }, at);
  return { list, today: dayOf(at), mayOrder, isSaved: saved === "1", hidden: hidden ?? null };
}

export async function action({ request }: ActionFunctionArgs) {
  const { buyer } = await requireBuyer(request);
  const form = await formOf(request, replenishForm);
  if (!form.ok) return unreadable(form);
  return unlessRefused(form.typed, async () => seeOther(await doneBy(buyer, form.value, new Date())));
}

/** Does what the pressed button says, keeps the changed quantities with it, and says where to go. */
async function doneBy(buyer: Buyer, { act, hide, forget, show, lines }: ReplenishWish, at: Date): Promise<string> {
  if (show) {
    await showProduct(buyer, show, at);
    return paths.replenish();
  }
  if (hide || forget) {
    await rememberQuantities(
      buyer,
      lines.filter(({ sku }) => sku !== hide && sku !== forget),
      at,
    );
    if (hide) await hideProduct(buyer, hide, at);
    if (forget) await forgetQuantity(buyer, forget, at);
    return paths.replenish({ hidden: hide });
  }
  if (act === "remember") {
    await rememberQuantities(buyer, lines, at);
    return paths.replenish({ saved: 1 });
  }
  await replenish(
    buyer,
    lines.filter(({ chosen }) => chosen),
    lines,
    at,
  );
  return paths.cart();
}

export default function Replenish() {
  const { list, today, mayOrder, isSaved, hidden } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(replenishmentWords);
  const locale = useLocale();
  const [first] = list.next;
  const isAny = list.due.length > 0 || list.next.length > 0;
  return (
    <div className="page">
      <PageHeader title={w.title} lead={w.lead} />
      {refusalIn(answer) ? null : <WhatHappened isSaved={isSaved} hidden={hidden} />}
      {list.due.length === 0 ? (
        <EmptyState
          icon="repeat"
          title={w.nothingDue}
          action={<ButtonLink href={paths.catalog()}>{w.toCatalog}</ButtonLink>}
        >
          {first ? w.nothingDueNext(formatDay(first.dueOn, locale)) : w.nothingDueLead}
        </EmptyState>
      ) : null}
      {isAny ? <DueForm list={list} today={today} mayOrder={mayOrder} answer={answer} /> : null}
      <LeftOut list={list} today={today} mayOrder={mayOrder} />
      <Disclose summary={w.howTitle}>
        <p className="muted max-w-prose">{w.how}</p>
      </Disclose>
    </div>
  );
}
