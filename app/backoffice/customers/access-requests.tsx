import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { admit, decline } from "#app/access/admission.server.ts";
import { requireStaff } from "#app/access/doors.server.ts";
import { chosenBy } from "#app/domain/choices/choices.server.ts";
import { accessRequestsPage } from "#app/domain/customers/access-requests.server.ts";
import type { Scope } from "#app/domain/customers/buyer.ts";
import { customerChoices } from "#app/domain/customers/choices.server.ts";
import { ufs } from "#app/domain/customers/customer.ts";
import { seeOther, unlessRefused, unreadable } from "#app/http/answer.ts";
import { formOf } from "#app/http/form.ts";
import { searchOf } from "#app/http/search.ts";
import { cents, maybe, optionalText, rowId, text } from "#app/http/shapes.ts";
import { refusalIn } from "#app/kit/answered.ts";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { Filters, SearchBox } from "#app/kit/filters.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { Pagination } from "#app/kit/pagination.tsx";
import { Tabs } from "#app/kit/tabs.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { teamWords } from "#app/words/team.ts";
import { AccessRequestCard } from "./access-request-card.tsx";

const asked = z.object({
  state: z.enum(["waiting", "decided"]).default("waiting"),
  q: z.string().trim().max(100).default(""),
  uf: z.array(z.enum(ufs)).default([]),
  done: z.enum(["approvedDone", "declinedDone"]).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});

const buyerRole = z.enum(["orders", "approves", "views"]);
const wanted = z.discriminatedUnion("act", [
  z.strictObject({ act: z.literal("approve-existing"), id: rowId, customerId: rowId, buyerRole }),
  z.strictObject({
    act: z.literal("approve-new"),
    id: rowId,
    tradeName: text(),
    priceTable: optionalText(200),
    rep: optionalText(200),
    group: optionalText(200),
    creditLimitCents: maybe(cents),
    paymentTermsIds: z.preprocess((said) => (said === undefined ? [] : [said].flat()), z.array(rowId)),
    buyerRole,
  }),
  z.strictObject({ act: z.literal("decline"), id: rowId, note: optionalText(500) }),
]);

/** Who wants to buy here: those who wait for an answer, or those answered. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, "customers");
  const { value } = searchOf(request, asked);
  const [requests, choices] = await Promise.all([accessRequestsPage(value, value.page), customerChoices()]);
  return { ...value, asOf: new Date(), requests, paymentTerms: choices.paymentTerms };
}

type NewCustomer = Extract<z.output<typeof wanted>, { act: "approve-new" }>;

async function termsFrom(
  scope: Scope,
  { priceTable, rep, group, tradeName, creditLimitCents, paymentTermsIds }: NewCustomer,
) {
  const chosen = await chosenBy(scope, {
    priceTable: { kind: "price-table", said: priceTable, kept: null },
    rep: { kind: "rep", said: rep, kept: null },
    group: { kind: "group", said: group, kept: null },
  });
  return {
    tradeName,
    creditLimitCents,
    paymentTermsIds,
    priceTableId: chosen.priceTable?.id ?? null,
    repId: chosen.rep?.id ?? null,
    groupId: chosen.group?.id ?? null,
  };
}

/** Lets somebody in, as a buyer of a known or of a new customer, or declines. */
export async function action({ request }: ActionFunctionArgs) {
  const { scope } = await requireStaff(request, "customers");
  const form = await formOf(request, wanted);
  if (!form.ok) return unreadable(form);
  const at = new Date();
  const wish = form.value;
  return unlessRefused(form.typed, async () => {
    if (wish.act === "decline") {
      await decline(scope, wish.id, wish.note, at);
      return seeOther(paths.office.accessRequests({ done: "declinedDone" }));
    }
    const { id, buyerRole } = wish;
    if (wish.act === "approve-existing") {
      await admit(scope, id, { kind: "existing", customerId: wish.customerId, buyerRole }, at);
    } else {
      await admit(scope, id, { kind: "new", terms: await termsFrom(scope, wish), buyerRole }, at);
    }
    return seeOther(paths.office.accessRequests({ done: "approvedDone" }));
  });
}

export default function AccessRequests() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(teamWords);
  const isWaiting = data.state === "waiting";
  const isFiltered = data.q !== "" || data.uf.length > 0;
  const answeredId = refusalIn(answer)?.typed.id;
  const isElsewhere = !data.requests.rows.some((request) => String(request.id) === answeredId);
  return (
    <div className="page">
      <PageHeader title={w.requests} lead={w.requestsLead} />
      {data.done && !answer ? <Notice tone="good">{w[data.done]}</Notice> : null}
      <Tabs
        label={w.requests}
        current={data.state}
        tabs={[
          {
            key: "waiting",
            label: w.waiting,
            href: paths.office.accessRequests(),
            count: isWaiting ? data.requests.total : undefined,
          },
          { key: "decided", label: w.decided, href: paths.office.accessRequests({ state: "decided" }) },
        ]}
      />
      {isElsewhere ? <FormErrors answer={answer} /> : null}
      <Filters
        filters={[
          {
            name: "uf",
            label: w.uf,
            many: true,
            chosen: data.uf,
            options: ufs.map((uf) => ({ value: uf, label: uf })),
          },
        ]}
      >
        <SearchBox value={data.q} label={w.searchRequests} />
      </Filters>
      {data.requests.rows.length === 0 ? (
        <Empty isWaiting={isWaiting} isFiltered={isFiltered} />
      ) : (
        <ul className="stack">
          {data.requests.rows.map((request, place) => (
            <li key={request.id}>
              <AccessRequestCard
                request={request}
                paymentTerms={data.paymentTerms}
                asOf={data.asOf}
                answer={answer}
                isOpen={place === 0}
              />
            </li>
          ))}
        </ul>
      )}
      <Pagination page={data.requests.page} pageSize={data.requests.pageSize} total={data.requests.total} />
    </div>
  );
}

function Empty({ isWaiting, isFiltered }: { isWaiting: boolean; isFiltered: boolean }) {
  const w = useWords(teamWords);
  if (isFiltered) {
    return (
      <EmptyState icon="search" title={w.noRequestFound}>
        {w.noRequestFoundLead}
      </EmptyState>
    );
  }
  return (
    <EmptyState icon="enter" title={isWaiting ? w.nothingWaiting : w.nothingDecided}>
      {isWaiting ? w.nothingWaitingLead : w.nothingDecidedLead}
    </EmptyState>
  );
}
