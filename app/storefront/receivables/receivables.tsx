import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireBuyer } from "#app/access/doors.server.ts";
import { dayOf } from "#app/domain/period.ts";
import { creditStandingOf } from "#app/domain/receivables/credit-standing.server.ts";
import { receivableStates } from "#app/domain/receivables/receivable.ts";
import { receivableCountsOf, receivablesOf } from "#app/domain/receivables/receivable-list.server.ts";
import { searchOf } from "#app/http/search.ts";
import { ButtonLink } from "#app/kit/button.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { Pagination } from "#app/kit/pagination.tsx";
import { Table } from "#app/kit/table.tsx";
import { Tabs } from "#app/kit/tabs.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { receivableWords } from "#app/words/receivables.ts";
import { CreditCard } from "./credit-card.tsx";
import { useReceivableColumns } from "./receivable-columns.tsx";

const asked = z.object({
  state: z.enum(receivableStates).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});

/** What the buyer's company owes and has paid: what is overdue first, if anything is. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { buyer } = await requireBuyer(request);
  const asOf = new Date();
  const today = dayOf(asOf);
  const { state: wanted, page } = searchOf(request, asked).value;
  const [counts, credit] = await Promise.all([
    receivableCountsOf(buyer.customerId, today),
    creditStandingOf(buyer.customerId, asOf),
  ]);
  const state = wanted ?? (counts.overdue > 0 ? "overdue" : "open");
  const found = await receivablesOf(buyer.customerId, { state, page, today });
  return { found, counts, state, credit, today };
}

export default function Receivables() {
  const { found, counts, state, credit, today } = useLoaderData<typeof loader>();
  const w = useWords(receivableWords);
  const hasAny = Object.values(counts).some((count) => count > 0);
  const tabs = receivableStates
    .filter((key) => key !== "cancelled" || counts.cancelled > 0)
    .map((key) => ({ key, label: w.tabs[key], href: paths.receivables({ state: key }), count: counts[key] }));
  return (
    <div className="page">
      <PageHeader
        title={w.title}
        lead={w.lead}
        actions={
          hasAny ? (
            <ButtonLink href={paths.receivablesStatement()} icon="file">
              {w.statement}
            </ButtonLink>
          ) : null
        }
      />
      <CreditCard credit={credit} />
      {hasAny ? <Tabs label={w.title} tabs={tabs} current={state} /> : null}
      <Table
        caption={w.tabs[state]}
        columns={useReceivableColumns(today)}
        rows={found.rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState icon="receipt" title={hasAny ? w.noneIn[state] : w.none}>
            {hasAny ? null : w.noneLead}
          </EmptyState>
        }
      />
      <Pagination page={found.page} pageSize={found.pageSize} total={found.total} />
    </div>
  );
}
