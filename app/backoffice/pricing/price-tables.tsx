import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireStaff } from "#app/access/doors.server.ts";
import { suppliersOfTheHouse } from "#app/domain/catalog/suppliers.server.ts";
import { groupsOfTheHouse, openPriceTable, priceTablesOfTheHouse } from "#app/domain/pricing/price-tables.server.ts";
import { seeOther, unlessRefused, unreadable } from "#app/http/answer.ts";
import { formOf } from "#app/http/form.ts";
import { Badge } from "#app/kit/badge.tsx";
import { ButtonLink } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { Count } from "#app/kit/count.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { Table } from "#app/kit/table.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { conditionWords } from "#app/words/conditions.ts";
import { formatBasisPoints } from "#app/words/numbers.ts";
import { pricingWords } from "#app/words/pricing.ts";
import { TableForm } from "./table-form.tsx";
import { tableCode, tableFields, tableFrom } from "./table-shape.ts";
import { Validity } from "./validity.tsx";

/** Every price table with whom it is for and how much hangs on it. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, "catalog");
  const [tables, groups, suppliers] = await Promise.all([
    priceTablesOfTheHouse(),
    groupsOfTheHouse(),
    suppliersOfTheHouse(),
  ]);
  return { tables, groups, suppliers: suppliers.map(({ id, name }) => ({ id, name })) };
}

const wanted = tableFields.extend({ act: z.literal("open"), code: tableCode });

/** Opens a table and goes on to its prices. */
export async function action({ request }: ActionFunctionArgs) {
  const { scope } = await requireStaff(request, "catalog");
  const form = await formOf(request, wanted);
  if (!form.ok) return unreadable(form);
  return unlessRefused(form.typed, async () => {
    const { act: _, code, ...typed } = form.value;
    await openPriceTable(scope, { code, ...tableFrom(typed) }, new Date());
    return seeOther(paths.office.priceTable(code));
  });
}

export default function PriceTables() {
  const { tables, groups, suppliers } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(pricingWords);
  const c = useWords(conditionWords);
  const locale = useLocale();
  return (
    <div className="page">
      <PageHeader
        title={w.priceTables}
        lead={w.priceTablesLead}
        actions={
          <>
            <ButtonLink href={paths.office.promotions()}>{c.promotions}</ButtonLink>
            <ButtonLink href={paths.office.paymentTerms()}>{c.terms}</ButtonLink>
            <ButtonLink href={paths.office.taxes()}>{c.taxes}</ButtonLink>
            <ButtonLink icon="eye" href={paths.office.pricePreview()}>
              {w.preview}
            </ButtonLink>
          </>
        }
      />
      <div className="columns">
        <Table
          caption={w.priceTables}
          rows={tables}
          rowKey={(row) => row.code}
          empty={
            <EmptyState icon="price" title={w.noTables}>
              {w.noTablesLead}
            </EmptyState>
          }
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
                  {(row.uf ?? row.groupName) ? <span className="text-muted"> · {row.uf ?? row.groupName}</span> : null}
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
        <Card title={w.newTable}>
          <div className="stack">
            <FormErrors
              answer={answer}
              labels={{
                code: w.code,
                name: w.name,
                scope: w.scope,
                uf: w.uf,
                groupId: w.group,
                validFrom: w.validFrom,
                validUntil: w.validUntil,
              }}
            />
            <TableForm table={null} groups={groups} suppliers={suppliers} answer={answer} act="open" />
          </div>
        </Card>
      </div>
    </div>
  );
}
