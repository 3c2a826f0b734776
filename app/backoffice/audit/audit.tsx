import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireStaff } from "#app/access/doors.server.ts";
import { auditTrail } from "#app/domain/audit/audit.server.ts";
import { searchOf } from "#app/http/search.ts";
import { day, maybe, rowId } from "#app/http/shapes.ts";
import { Button, ButtonLink } from "#app/kit/button.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { Field } from "#app/kit/field.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { Pagination } from "#app/kit/pagination.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { auditWords } from "#app/words/audit.ts";
import { commonWords } from "#app/words/everyday.ts";
import { AuditTable } from "./audit-table.tsx";

const asked = z.object({
  q: z.string().trim().max(100).default(""),
  actor: maybe(rowId),
  customer: maybe(rowId),
  from: maybe(day),
  to: maybe(day),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});

/** The audit trail, searched by words, person, customer and days. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, "audit");
  const { value } = searchOf(request, asked);
  const { q, actor, customer, from, to, page } = value;
  const trail = await auditTrail({ q: q || null, actorId: actor, customerId: customer, from, to }, page);
  return { ...value, trail };
}

export default function Audit() {
  const data = useLoaderData<typeof loader>();
  const w = useWords(auditWords);
  const common = useWords(commonWords);
  return (
    <div className="page">
      <PageHeader
        title={w.audit}
        lead={w.lead}
        actions={
          <ButtonLink href={paths.office.outbox()} icon="mail">
            {w.outbox}
          </ButtonLink>
        }
      />
      <search>
        <form method="get" className="flex flex-wrap items-end gap-3">
          {data.actor ? <input type="hidden" name="actor" value={data.actor} /> : null}
          {data.customer ? <input type="hidden" name="customer" value={data.customer} /> : null}
          <div className="w-full sm:w-72">
            <Field name="q" type="search" label={w.search} value={data.q} />
          </div>
          <Field name="from" type="date" label={w.from} value={data.from} />
          <Field name="to" type="date" label={w.to} value={data.to} />
          <Button icon="search">{common.search}</Button>
        </form>
      </search>
      <AuditTable
        lines={data.trail.rows}
        empty={
          <EmptyState icon="shield" title={w.nothing}>
            {w.nothingLead}
          </EmptyState>
        }
      />
      <Pagination page={data.trail.page} pageSize={data.trail.pageSize} total={data.trail.total} />
    </div>
  );
}
