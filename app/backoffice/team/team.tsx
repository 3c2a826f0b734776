import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireStaff } from "#app/access/doors.server.ts";
import { invite, people } from "#app/access/team.server.ts";
import { mostSaid } from "#app/domain/choices/choice.ts";
import { customerMeant } from "#app/domain/choices/choices.server.ts";
import { seeOther, unlessRefused, unreadable } from "#app/http/answer.ts";
import { formOf } from "#app/http/form.ts";
import { searchOf } from "#app/http/search.ts";
import { email, optionalText, text } from "#app/http/shapes.ts";
import { refusalIn } from "#app/kit/answered.ts";
import { ButtonLink } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { Disclose } from "#app/kit/disclose.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { SearchBox } from "#app/kit/filters.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { Pagination } from "#app/kit/pagination.tsx";
import { Tabs } from "#app/kit/tabs.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { teamWords } from "#app/words/team.ts";
import { InvitationForm } from "./invitation-form.tsx";
import { PeopleTable } from "./people-table.tsx";

const asked = z.object({
  side: z.enum(["staff", "buyers"]).default("staff"),
  q: z.string().trim().max(100).default(""),
  /** The customer a buyer is to be invited for, when one comes from its record. */
  customer: z.string().trim().max(30).default(""),
  invited: z.string().max(254).default(""),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});

const person = { email, name: text(120), phone: optionalText(40) };
const wanted = z.discriminatedUnion("side", [
  z.strictObject({ side: z.literal("staff"), role: z.enum(["rep", "manager", "admin"]), ...person }),
  z.strictObject({
    side: z.literal("buyers"),
    customer: text(mostSaid),
    buyerRole: z.enum(["orders", "approves", "views"]),
    ...person,
  }),
]);

/** Who signs in here: the team, or the buyers of the customers. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { user } = await requireStaff(request, "team");
  const { value } = searchOf(request, asked);
  return {
    ...value,
    asOf: new Date(),
    mayMakeAdmins: user.role === "admin",
    people: await people(value.side, value.q, value.page),
  };
}

/** Invites somebody to the team, or a buyer of a customer. */
export async function action({ request }: ActionFunctionArgs) {
  const { user, scope } = await requireStaff(request, "team");
  const form = await formOf(request, wanted);
  if (!form.ok) return unreadable(form);
  const wish = form.value;
  return unlessRefused(form.typed, async () => {
    const { email, name, phone, side } = wish;
    const place =
      side === "staff"
        ? { role: wish.role, customerId: null, buyerRole: null }
        : {
            role: "buyer" as const,
            customerId: (await customerMeant(scope, wish.customer)).id,
            buyerRole: wish.buyerRole,
          };
    await invite(user, { email, name, phone, ...place }, new Date());
    return seeOther(`${paths.office.team()}?${new URLSearchParams({ side, invited: email })}`);
  });
}

export default function Team() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(teamWords);
  const isStaffSide = data.side === "staff";
  return (
    <div className="page">
      <PageHeader
        title={w.team}
        lead={w.lead}
        actions={
          <ButtonLink href={paths.office.accessRequests()} icon="enter">
            {w.requests}
          </ButtonLink>
        }
      />
      {data.invited && !answer ? <Notice tone="good">{w.invitedDone(data.invited)}</Notice> : null}
      <Tabs
        label={w.team}
        current={data.side}
        tabs={[
          { key: "staff", label: w.staff, href: paths.office.team() },
          { key: "buyers", label: w.buyers, href: `${paths.office.team()}?side=buyers` },
        ]}
      />
      <div className="row">
        <SearchBox value={data.q} label={w.search} />
      </div>
      <Disclose
        summary={isStaffSide ? w.inviteStaff : w.inviteBuyer}
        open={data.customer !== "" || Boolean(refusalIn(answer))}
      >
        <Card>
          <p className="help mb-3">{w.inviteStaffLead}</p>
          <InvitationForm
            side={data.side}
            customer={data.customer}
            mayMakeAdmins={data.mayMakeAdmins}
            answer={answer}
          />
        </Card>
      </Disclose>
      <PeopleTable
        side={data.side}
        people={data.people.rows}
        asOf={data.asOf}
        empty={
          <EmptyState icon="team" title={w.noneFound}>
            {w.noneFoundLead}
          </EmptyState>
        }
      />
      <Pagination page={data.people.page} pageSize={data.people.pageSize} total={data.people.total} />
    </div>
  );
}
