import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireStaff } from "#app/access/doors.server.ts";
import { type PriceTableFilter, priceScopes } from "#app/domain/pricing/price-table.ts";
import { openPriceTable, priceTablesIn } from "#app/domain/pricing/price-tables.server.ts";
import { seeOther, unlessRefused, unreadable } from "#app/http/answer.ts";
import { formOf } from "#app/http/form.ts";
import { searchOf } from "#app/http/search.ts";
import { Badge } from "#app/kit/badge.tsx";
import { ButtonLink } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { Count } from "#app/kit/count.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { Filters, SearchBox } from "#app/kit/filters.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { Pagination } from "#app/kit/pagination.tsx";
import { Table } from "#app/kit/table.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { commonWords } from "#app/words/everyday.ts";
import { formatBasisPoints } from "#app/words/numbers.ts";
import { pricingWords } from "#app/words/pricing.ts";
import { PricingTabs } from "./pricing-tabs.tsx";
import { TableForm } from "./table-form.tsx";
import { tableFrom } from "./table-said.server.ts";
import { tableCode, tableFields } from "./table-shape.ts";
import { Validity } from "./validity.tsx";

const asked = z.object({
  q: z.string().trim().max(100).default(""),
  scope: z.enum(priceScopes).optional(),
  state: z.enum(["active", "inactive"]).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});

/** A page of the price tables, with whom each is for and how much hangs on it. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, "catalog");
  const { value, ignored } = searchOf(request, asked);
  const filter: PriceTableFilter = { q: value.q, scope: value.scope ?? null, state: value.state ?? null };
  return { tables: await priceTablesIn(filter, value.page), filter, ignored };
}

const wanted = tableFields.extend({ act: z.literal("open"), code: tableCode });

/** Opens a table and goes on to its prices. */
export async function action({ request }: ActionFunctionArgs) {
  const { scope } = await requireStaff(request, "catalog");
  const form = await formOf(request, wanted);
  if (!form.ok) return unreadable(form);
  return unlessRefused(form.typed, async () => {
    const { act: _, code, ...typed } = form.value;
    await openPriceTable(scope, { code, ...(await tableFrom(scope, typed, null)) }, new Date());
    return seeOther(paths.office.priceTable(code));
  });
}

export default function PriceTables() {
  const { tables, filter, ignored } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(pricingWords);
  const common = useWords(commonWords);
  const locale = useLocale();
  return (
    <div className="page">
      <PageHeader
        title={w.priceTables}
        lead={w.priceTablesLead}
        actions={
          <ButtonLink icon="eye" href={paths.office.pricePreview()}>
            {w.preview}
          </ButtonLink>
        }
      />
      <PricingTabs current="tables" />
      <div className="columns">
        <div className="stack">
          <TableFilters filter={filter} />
          {ignored.length > 0 ? <Notice tone="warn">{common.ignoredFilters(ignored.join(", "))}</Notice> : null}
          <Table
            caption={w.priceTables}
            rows={tables.rows}
            rowKey={(row) => row.code}
            empty={<NoTables filter={filter} />}
            columns={[
              {
                key: "name",
                head: w.name,
                phone: "title",
                cell: (row) => (
                  <>
                    <a className="link-plain" href={paths.office.priceTable(row.code)}>
                      {row.name}
                    </a>{" "}
                    <span className="faint">{row.code}</span> {row.isActive ? null : <Badge>{w.outOfUse}</Badge>}
                  </>
                ),
              },
              {
                key: "scope",
                head: w.scope,
                cell: (row) => (
                  <>
                    {w.scopes[row.scope]}
                    {row.supplierName ? <span className="text-muted"> · {row.supplierName}</span> : null}
                    {row.baseName ? (
                      <span className="block text-sm text-muted">
                        {row.baseName} {formatBasisPoints(row.baseBasisPoints ?? 0, locale)}
                      </span>
                    ) : null}
                    {(row.uf ?? row.groupName) ? (
                      <span className="text-muted"> · {row.uf ?? row.groupName}</span>
                    ) : null}
                  </>
                ),
              },
              {
                key: "validity",
                head: w.validity,
                phone: "hide",
                cell: (row) => <Validity from={row.validFrom} until={row.validUntil} />,
              },
              { key: "products", head: w.products, number: true, cell: (row) => <Count value={row.products} /> },
              { key: "customers", head: w.customers, number: true, cell: (row) => <Count value={row.customers} /> },
            ]}
          />
          <Pagination page={tables.page} pageSize={tables.pageSize} total={tables.total} />
        </div>
        <Card title={w.newTable}>
          <div className="stack">
            <FormErrors
              answer={answer}
              labels={{
                code: w.code,
                name: w.name,
                scope: w.scope,
                uf: w.uf,
                group: w.group,
                supplier: w.onlySupplier,
                validFrom: w.validFrom,
                validUntil: w.validUntil,
                base: w.base,
                baseBasisPoints: w.basePercent,
              }}
            />
            <TableForm
              table={null}
              said={null}
              answer={answer}
              act="open"
              isFirst={tables.total === 0 && !isNarrowed(filter)}
            />
          </div>
        </Card>
      </div>
    </div>
  );
}

/** What the list can be narrowed to; the state is the address. */
function TableFilters({ filter }: { filter: PriceTableFilter }) {
  const w = useWords(pricingWords);
  return (
    <Filters
      filters={[
        {
          name: "scope",
          label: w.scope,
          options: priceScopes.map((scope) => ({ value: scope, label: w.scopes[scope] })),
          chosen: filter.scope ? [filter.scope] : [],
        },
        {
          name: "state",
          label: w.use,
          options: [
            { value: "active", label: w.inUse },
            { value: "inactive", label: w.outOfUse },
          ],
          chosen: filter.state ? [filter.state] : [],
        },
      ]}
    >
      <SearchBox value={filter.q} label={w.searchTables} />
    </Filters>
  );
}

const isNarrowed = (filter: PriceTableFilter): boolean =>
  filter.q !== "" || filter.scope !== null || filter.state !== null;

function NoTables({ filter }: { filter: PriceTableFilter }) {
  const w = useWords(pricingWords);
  const isFiltered = isNarrowed(filter);
  return (
    <EmptyState icon={isFiltered ? "search" : "price"} title={isFiltered ? w.noMatch : w.noTables}>
      {isFiltered ? w.noMatchLead : w.noTablesLead}
    </EmptyState>
  );
}
