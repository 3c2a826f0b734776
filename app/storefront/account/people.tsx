import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { colleaguesOf, inviteColleague, inviteColleagueAgain, reviseColleague } from "#app/access/colleagues.server.ts";
import { type BuyerSession, requireBuyer } from "#app/access/doors.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { foundOr404, seeOther, unlessRefused, unreadable } from "#app/http/answer.ts";
import { buyerTerms } from "#app/http/buyer-shapes.ts";
import { formOf } from "#app/http/form.ts";
import { searchOf } from "#app/http/search.ts";
import { email, rowId, text } from "#app/http/shapes.ts";
import { Notice } from "#app/kit/notice.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { accountWords } from "#app/words/account.ts";
import { peopleWords } from "#app/words/people.ts";
import { Colleagues, InviteColleague } from "./colleagues.tsx";

const doneKinds = ["invited", "saved", "disabled", "enabled", "sent"] as const;
const asked = z.object({ done: z.enum(doneKinds).optional() });

const wanted = z.discriminatedUnion("act", [
  z.strictObject({ act: z.literal("invite"), name: text(120), email, ...buyerTerms }),
  z.strictObject({ act: z.literal("save"), id: rowId, ...buyerTerms }),
  z.strictObject({ act: z.enum(["disable", "enable", "again"]), id: rowId }),
]);

/** Whoever approves looks after the sign-ins of their company; staff do so on the customer's record. */
const mayDecide = ({ user, actingUser }: BuyerSession): boolean => actingUser === null && user.buyerRole === "approves";

export async function loader({ request }: LoaderFunctionArgs) {
  const session = await requireBuyer(request);
  const all = await colleaguesOf(session.customer.id);
  const approvers = all.filter((one) => one.buyerRole === "approves" && !one.isDisabled && one.hasPassword);
  return {
    approvers: approvers.map(({ name }) => name),
    people: mayDecide(session)
      ? all.map(({ locale: _, ...one }) => ({ ...one, isYou: one.id === session.user.id }))
      : null,
    done: searchOf(request, asked).value.done ?? null,
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const session = await requireBuyer(request);
  const form = await formOf(request, wanted);
  if (!form.ok) return unreadable(form);
  return unlessRefused(form.typed, async () => {
    if (!mayDecide(session)) throw new Refusal("not_allowed");
    return seeOther(paths.people({ done: await foundOr404(doneBy(session, form.value, new Date())) }));
  });
}

async function doneBy(
  { user, customer }: BuyerSession,
  wish: z.output<typeof wanted>,
  at: Date,
): Promise<(typeof doneKinds)[number]> {
  const by = { userId: user.id };
  switch (wish.act) {
    case "invite": {
      const { act: _act, ...invitation } = wish;
      await inviteColleague(by, customer.id, invitation, at);
      return "invited";
    }
    case "save": {
      const { act: _act, id, ...change } = wish;
      await reviseColleague(by, customer.id, id, change, at);
      return "saved";
    }
    case "again":
      await inviteColleagueAgain(customer.id, wish.id, at);
      return "sent";
    default:
      await reviseColleague(by, customer.id, wish.id, { isDisabled: wish.act === "disable" }, at);
      return wish.act === "disable" ? "disabled" : "enabled";
  }
}

export default function People() {
  const { approvers, people, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(peopleWords);
  const names = new Intl.ListFormat(useLocale(), { type: "conjunction" }).format(approvers);
  const trail = [{ label: useWords(accountWords).account, href: paths.account() }, { label: w.title }];
  if (people === null) {
    return (
      <div className="page">
        <PageHeader title={w.title} trail={trail} />
        <Notice title={w.onlyApprovers}>{approvers.length > 0 ? w.theyAre(names) : w.nobodyApproves}</Notice>
      </div>
    );
  }
  return (
    <div className="page">
      <PageHeader title={w.title} lead={w.lead} trail={trail} />
      {done && !answer ? <Notice tone="good">{w.done[done]}</Notice> : null}
      <div className="columns">
        <Colleagues people={people} answer={answer} />
        <InviteColleague answer={answer} />
      </div>
    </div>
  );
}
