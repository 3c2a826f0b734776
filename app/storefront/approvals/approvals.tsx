import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireBuyer } from "#app/access/doors.server.ts";
import type { Approval } from "#app/domain/approvals/approval.ts";
import { approvalsOf } from "#app/domain/approvals/approval-list.server.ts";
import { searchOf } from "#app/http/search.ts";
import { Card } from "#app/kit/card.tsx";
import { Ago, MomentShown } from "#app/kit/day.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { Money } from "#app/kit/money.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { type Column, Table } from "#app/kit/table.tsx";
import { Tabs } from "#app/kit/tabs.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { approvalWords } from "#app/words/approvals.ts";
import { DecisionBadge } from "./decision-badge.tsx";
import { OverLimits } from "./over-limits.tsx";

const views = ["waiting", "decided"] as const;
const asked = z.object({ view: z.enum(views).default("waiting") });

export async function loader({ request }: LoaderFunctionArgs) {
  const { buyer, user } = await requireBuyer(request);
  const { view } = searchOf(request, asked).value;
  return {
    view,
    approvals: await approvalsOf(buyer, view),
    seesAll: user.buyerRole !== "orders" && user.buyerRole !== "views",
    asOf: new Date(),
  };
}

export default function ApprovalsScreen() {
  const { view, approvals, seesAll, asOf } = useLoaderData<typeof loader>();
  const w = useWords(approvalWords);
  const tabs = views.map((key) => ({
    key,
    label: w.views[key],
    href: paths.approvals({ view: key === "waiting" ? null : key }),
  }));
  const outcome: Column<Approval> =
    view === "waiting"
      ? { key: "asked", head: w.asked, cell: (row) => <Ago at={row.askedAt} asOf={asOf} /> }
      : {
          key: "outcome",
          head: w.outcome,
          cell: (row) => (
            <>
              <DecisionBadge approval={row} />
              <span className="faint block">{row.decidedAt ? <MomentShown at={row.decidedAt} /> : null}</span>
            </>
          ),
        };
  const columns: Column<Approval>[] = [
    {
      key: "requester",
      head: w.requester,
      phone: "title",
      cell: (row) => (
        <a className="link" href={paths.approval(row.id)} aria-label={w.openRequest(row.requesterName)}>
          {row.requesterName}
        </a>
      ),
    },
    { key: "total", head: w.total, number: true, cell: (row) => <Money cents={row.totalCents} /> },
    {
      key: "reason",
      head: w.reason,
      phone: "wide",
      wrap: true,
      cell: (row) => (
        <>
          <OverLimits over={row.overLimits} isOwn={false} />
          {row.why ? <span className="block text-muted">{row.why}</span> : null}
        </>
      ),
    },
    outcome,
  ];
  const isWaiting = view === "waiting";
  return (
    <div className="page">
      <PageHeader title={w.title} lead={seesAll ? w.leadApprover : w.leadRequester} />
      <Tabs label={w.title} tabs={tabs} current={view} />
      <Card flush>
        <Table
          caption={w.views[view]}
          columns={columns}
          rows={approvals}
          rowKey={(row) => row.id}
          empty={
            <EmptyState icon="check" title={isWaiting ? w.noneWaiting : w.noneDecided}>
              {isWaiting ? w.noneWaitingLead : w.noneDecidedLead}
            </EmptyState>
          }
        />
      </Card>
    </div>
  );
}
