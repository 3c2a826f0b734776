import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { deviceShown } from "#app/access/device.ts";
import { requireStaff } from "#app/access/doors.server.ts";
import { endSessionsOf, personOf, resetSecondFactorOf, revisePerson, sendLinkTo } from "#app/access/team.server.ts";
import { foundOr404, notFound, seeOther, unlessRefused, unreadable } from "#app/http/answer.ts";
import { formOf } from "#app/http/form.ts";
import { searchOf } from "#app/http/search.ts";
import { optionalText, rowId, text } from "#app/http/shapes.ts";
import { Notice } from "#app/kit/notice.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { teamWords } from "#app/words/team.ts";
import { AccessCard } from "./access-card.tsx";
import { PersonState } from "./people-table.tsx";
import { PersonForm } from "./person-form.tsx";

const doneKinds = ["saved", "linkSent", "sessionsEnded", "factorReset"] as const;
const asked = z.object({ done: z.enum(doneKinds).optional() });
const wanted = z.discriminatedUnion("act", [
  z.strictObject({
    act: z.literal("revise"),
    name: text(120),
    phone: optionalText(40),
    role: z.enum(["rep", "manager", "admin"]).optional(),
    buyerRole: z.enum(["orders", "approves", "views"]).optional(),
  }),
  z.strictObject({ act: z.literal("send-link") }),
  z.strictObject({ act: z.literal("end-sessions") }),
  z.strictObject({ act: z.literal("reset-factor") }),
  z.strictObject({ act: z.literal("disable") }),
  z.strictObject({ act: z.literal("enable") }),
]);

const doneBy = {
  revise: "saved",
  "send-link": "linkSent",
  "end-sessions": "sessionsEnded",
  "reset-factor": "factorReset",
  disable: "saved",
  enable: "saved",
} as const satisfies Record<z.output<typeof wanted>["act"], (typeof doneKinds)[number]>;

function personIdIn(params: { id?: string }): number {
  const id = rowId.safeParse(params.id);
  if (!id.success) throw notFound();
  return id.data;
}

/** One person's sign-in: who they are, what they may do, where they are signed in. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user } = await requireStaff(request, "team");
  const at = new Date();
  const found = await foundOr404(personOf(personIdIn(params), at));
  const { lastSeenAt: _seen, ...person } = found.person;
  return {
    asOf: at,
    done: searchOf(request, asked).value.done ?? null,
    person,
    devices: found.devices.map(({ userAgent, lastSeenAt, address }) => ({
      ...{ shown: deviceShown(userAgent), lastSeenAt, address },
    })),
    isSelf: user.id === person.id,
    mayChange: user.role === "admin" || person.role !== "admin",
    mayMakeAdmins: user.role === "admin",
    mayResetFactor: user.role === "admin" && user.id !== person.id,
  };
}

/** Changes a person, sends them a link, signs them out, disables or enables them. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { user } = await requireStaff(request, "team");
  const form = await formOf(request, wanted);
  if (!form.ok) return unreadable(form);
  const id = personIdIn(params);
  const at = new Date();
  const wish = form.value;
  return unlessRefused(form.typed, async () => {
    if (wish.act === "revise") {
      const { act: _act, ...change } = wish;
      await revisePerson(user, id, change, at);
    } else if (wish.act === "send-link") {
      await sendLinkTo(user, id, at);
    } else if (wish.act === "end-sessions") {
      await endSessionsOf(user, id, at);
    } else if (wish.act === "reset-factor") {
      await resetSecondFactorOf(user, id, at);
    } else {
      await revisePerson(user, id, { isDisabled: wish.act === "disable" }, at);
    }
    return seeOther(`${paths.office.member(id)}?done=${doneBy[wish.act]}`);
  });
}

export default function Member() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(teamWords);
  const side = data.person.role === "buyer" ? "buyers" : "staff";
  return (
    <div className="page">
      <PageHeader
        trail={[
          { label: w.team, href: `${paths.office.team()}${side === "buyers" ? "?side=buyers" : ""}` },
          { label: data.person.name },
        ]}
        title={data.person.name}
        lead={data.person.email}
        marks={<PersonState {...data.person} />}
      />
      {data.done && !answer ? <Notice tone="good">{w[data.done]}</Notice> : null}
      <div className="columns">
        <PersonForm {...data} answer={answer} />
        <AccessCard {...data} />
      </div>
    </div>
  );
}
