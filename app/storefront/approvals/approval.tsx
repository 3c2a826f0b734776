import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireBuyer } from "#app/access/doors.server.ts";
import { changesSince } from "#app/domain/approvals/approval.ts";
import { approvalOf } from "#app/domain/approvals/approval-list.server.ts";
import { withdrawRequest } from "#app/domain/approvals/asking.server.ts";
import { waitingCartOf } from "#app/domain/approvals/deciding.server.ts";
import { shownHashOf } from "#app/domain/carts/open-cart.server.ts";
import { foundOr404, seeOther, unlessRefused, unreadable } from "#app/http/answer.ts";
import { formOf } from "#app/http/form.ts";
import { searchOf } from "#app/http/search.ts";
import { rowId } from "#app/http/shapes.ts";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { approvalWords } from "#app/words/approvals.ts";
import { formatAgo } from "#app/words/days.ts";
import { formatCents } from "#app/words/numbers.ts";
import { ApprovalFacts } from "./approval-facts.tsx";
import { approvalForm } from "./approval-form.ts";
import { ApprovalNews } from "./approval-news.tsx";
import { decidedHref, keptWord } from "./deciding.server.ts";
import { DecisionBadge } from "./decision-badge.tsx";
import { RequestedLines } from "./requested-lines.tsx";
import { WaitingCart } from "./waiting-cart.tsx";

/** No approval has a number that is none, and so nobody finds it. */
const idIn = ({ id }: { id?: string }): number => rowId.safeParse(id).data ?? 0;

const asked = z.object({ done: z.enum(["sent", "changed", "approved", "returned"]).optional() });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { buyer, user, actingUser } = await requireBuyer(request);
  const at = new Date();
  const id = idIn(params);
  const { cartId: _cart, requesterId: _who, ...approval } = await foundOr404(approvalOf(buyer, id));
  const waiting = await waitingCartOf(buyer, id, at);
  return {
    approval,
    waiting: waiting && {
      shownHash: shownHashOf(waiting.cart),
      reasons: waiting.reasons,
      changes: changesSince(approval.shownLines, waiting.cart),
      terms: waiting.choices.terms?.name ?? null,
      address: waiting.choices.address,
      goodsCents: waiting.cart.goodsCents,
      freightCents: waiting.cart.freightCents,
      freightKind: waiting.cart.freightKind,
      totalCents: waiting.cart.totalCents,
      creditLeftCents: waiting.cart.credit.isHeld ? null : waiting.cart.credit.leftCents,
      lines: waiting.cart.lines.map(
        ({ sku, name, unit, quantity, packMultiple, available, lineCents, quote, picture }) => ({
          ...{ sku, name, unit, quantity, packMultiple, available, lineCents, picture },
          unitPriceE4: quote?.unitPriceE4 ?? null,
        }),
      ),
    },
    mayDecide: actingUser === null && user.buyerRole === "approves" && !approval.isOwn,
    done: searchOf(request, asked).value.done ?? null,
    asOf: at,
  };
}

export type ShownApproval = Awaited<ReturnType<typeof loader>>;

export async function action({ request, params }: ActionFunctionArgs) {
  const { buyer } = await requireBuyer(request);
  const id = idIn(params);
  await foundOr404(approvalOf(buyer, id));
  const form = await formOf(request, approvalForm);
  if (!form.ok) return unreadable(form);
  const wish = form.value;
  const at = new Date();
  return unlessRefused<Response | ReturnType<typeof keptWord>>(form.typed, async () => {
    switch (wish.act) {
      case "withdraw":
        return seeOther((await withdrawRequest(buyer, id, at)) ? paths.cart() : paths.approval(id));
      default: {
        const href = await decidedHref(buyer, id, wish, at);
        return href === null ? keptWord(form.typed) : seeOther(href);
      }
    }
  });
}

export default function ApprovalScreen() {
  const { approval, waiting, mayDecide, done, asOf } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(approvalWords);
  const locale = useLocale();
  const isChanged = done === "changed" || Boolean(answer && "isChanged" in answer);
  const title = w.request(approval.requesterName, formatCents(waiting?.totalCents ?? approval.totalCents, locale));
  return (
    <div className="page">
      <PageHeader
        title={title}
        trail={[{ label: w.title, href: paths.approvals() }, { label: approval.requesterName }]}
        marks={<DecisionBadge approval={approval} />}
        lead={w.askedAgo(formatAgo(approval.askedAt, asOf, locale))}
      />
      <FormErrors answer={answer} labels={{ word: w.word }} />
      <ApprovalNews approval={approval} done={done} isChanged={isChanged} />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]">
        {waiting && mayDecide ? (
          <WaitingCart key={waiting.shownHash} waiting={waiting} answer={answer} />
        ) : (
          <RequestedLines lines={waiting?.lines ?? approval.shownLines} isNow={waiting !== null} />
        )}
        <ApprovalFacts approval={approval} waiting={waiting} mayDecide={mayDecide} />
      </div>
    </div>
  );
}
