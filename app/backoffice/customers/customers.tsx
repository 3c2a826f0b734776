import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useLocation } from "@remix-run/react";
import { z } from "zod";
import { requireStaff } from "#app/access/doors.server.ts";
import { isPermitted } from "#app/access/permissions.ts";
import { chosenBy } from "#app/domain/choices/choices.server.ts";
import { assignRep } from "#app/domain/customers/assignments.server.ts";
import { filterChoices } from "#app/domain/customers/choices.server.ts";
import { asksNothing, customerFilterShape } from "#app/domain/customers/filter.ts";
import { tagCustomers } from "#app/domain/customers/tags.server.ts";
import { customerIdsIn, customersIn } from "#app/domain/portfolio/customer-list.server.ts";
import { customerSorts } from "#app/domain/portfolio/customer-sort.ts";
import { unlessRefused, unreadable } from "#app/http/answer.ts";
import { formOf, problem } from "#app/http/form.ts";
import { searchOf } from "#app/http/search.ts";
import { optionalText, rowId, ticked } from "#app/http/shapes.ts";
import { ButtonLink } from "#app/kit/button.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { Pagination } from "#app/kit/pagination.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { customerWords } from "#app/words/customers.ts";
import { formatDayOf } from "#app/words/days.ts";
import { commonWords } from "#app/words/everyday.ts";
import { formatNumber } from "#app/words/numbers.ts";
import { BulkActs } from "./bulk-acts.tsx";
import { CustomerFilters } from "./customer-filters.tsx";
import { CustomerTable, shownOf } from "./customer-table.tsx";
import { NoCustomers } from "./no-customers.tsx";

const asked = customerFilterShape.extend({
  sort: z.enum(customerSorts).default("-value"),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope, user } = await requireStaff(request, "portfolio");
  const { value, ignored } = searchOf(request, asked);
  const { sort, page, ...filter } = value;
  const asOf = new Date();
  const [customers, choices] = await Promise.all([
    customersIn(scope, filter, { sort, page }, asOf),
    filterChoices(scope, filter),
  ]);
  return {
    customers: { ...customers, rows: customers.rows.map(shownOf) },
    choices,
    filter,
    sort,
    ignored,
    asOf,
    mayAssign: isPermitted(user.role, "customers"),
  };
}

const wanted = z
  .object({
    act: z.enum(["tag", "untag", "assign", "unassign"]),
    customer: z.array(rowId).min(1),
    all: ticked,
    tag: optionalText(40),
    rep: optionalText(200),
  })
  .refine((said) => !said.act.endsWith("tag") || said.tag !== null, { ...problem("required"), path: ["tag"] })
  .refine((said) => said.act !== "assign" || said.rep !== null, { ...problem("required"), path: ["rep"] });

export async function action({ request }: ActionFunctionArgs) {
  const { scope } = await requireStaff(request, "portfolio");
  const form = await formOf(request, wanted);
  if (!form.ok) return unreadable(form);
  const { act, tag, all, customer } = form.value;
  const at = new Date();
  return unlessRefused(form.typed, async () => {
    const ids = all ? await customerIdsIn(scope, searchOf(request, customerFilterShape).value, at) : customer;
    if (act === "tag" || act === "untag") {
      return {
        done: true as const,
        changed: await tagCustomers(scope, ids, { tag: tag ?? "", isOn: act === "tag" }, at),
      };
    }
    const { rep } = await chosenBy(scope, {
      rep: { kind: "rep", said: act === "assign" ? form.value.rep : null, kept: null },
    });
    return { done: true as const, changed: await assignRep(scope, ids, rep?.id ?? null, at) };
  });
}

export default function Customers() {
  const { customers, choices, filter, sort, ignored, asOf, mayAssign } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(customerWords);
  const common = useWords(commonWords);
  const locale = useLocale();
  const { search } = useLocation();
  const total = formatNumber(customers.total, locale);
  return (
    <div className="page">
      <PageHeader
        title={w.customers}
        lead={w.lead(total, formatDayOf(asOf, locale))}
        actions={
          <>
            <ButtonLink icon="download" href={`${paths.office.customersCsv()}${search}`}>
              {common.exportCsv}
            </ButtonLink>
            {mayAssign ? (
              <ButtonLink look="primary" icon="plus" href={paths.office.newCustomer()}>
                {w.newCustomer}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <CustomerFilters filter={filter} choices={choices} />
      {ignored.length > 0 ? <Notice tone="warn">{common.ignoredFilters(ignored.join(", "))}</Notice> : null}
      <FormErrors answer={answer} labels={{ tag: w.tagName, rep: w.rep, customer: w.nothingMarked }} />
      {answer && "changed" in answer ? <Notice tone="good">{w.changed(answer.changed)}</Notice> : null}
      <div className="group stack-sm">
        <CustomerTable
          rows={customers.rows}
          sort={sort}
          answer={answer}
          empty={<NoCustomers isFiltered={!asksNothing(filter)} mayAssign={mayAssign} />}
        />
        <BulkActs total={customers.total} choices={choices} mayAssign={mayAssign} answer={answer} />
      </div>
      <Pagination page={customers.page} pageSize={customers.pageSize} total={customers.total} />
    </div>
  );
}
