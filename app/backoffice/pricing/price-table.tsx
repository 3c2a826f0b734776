import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireStaff } from "#app/access/doors.server.ts";
import { choicesIn } from "#app/domain/choices/choices.server.ts";
import { priceTableOf } from "#app/domain/pricing/price-tables.server.ts";
import { changeTable } from "#app/domain/pricing/table-changes.server.ts";
import { pricesIn } from "#app/domain/pricing/table-prices.server.ts";
import { foundOr404, unlessRefused, unreadable } from "#app/http/answer.ts";
import { formOf } from "#app/http/form.ts";
import { searchOf } from "#app/http/search.ts";
import { Badge } from "#app/kit/badge.tsx";
import { Card } from "#app/kit/card.tsx";
import { Disclose } from "#app/kit/disclose.tsx";
import { Filters, SearchBox } from "#app/kit/filters.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { Pagination } from "#app/kit/pagination.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { pricingWords } from "#app/words/pricing.ts";
import { DeriveForm, OnePriceForm, SheetForm } from "./fill-forms.tsx";
import { TableAnswer } from "./table-answer.tsx";
import { TableForm } from "./table-form.tsx";
import { TablePrices } from "./table-prices.tsx";
import { saidOfTable, tableChangeFrom } from "./table-said.server.ts";
import { tableActs } from "./table-shape.ts";

const asked = z.object({
  q: z.string().trim().max(100).default(""),
  has: z.enum(["price", "none"]).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});

/** One price table and a page of its prices beside the general ones. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireStaff(request, "catalog");
  const { q, has, page } = searchOf(request, asked).value;
  const table = await foundOr404(priceTableOf(params.code ?? ""));
  const [prices, said, tables] = await Promise.all([
    pricesIn(table.id, { q, has: has ?? null }, page),
    saidOfTable(scope, table),
    choicesIn(scope, "table-to-copy", { q: "", page: 1 }),
  ]);
  return { table, prices, said, hasOthers: tables.total > 1, q, has: has ?? null };
}

/** Changes the table, one price of it, or many at once. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { scope } = await requireStaff(request, "catalog");
  const code = params.code ?? "";
  const before = await foundOr404(priceTableOf(code));
  const form = await formOf(request, tableActs);
  if (!form.ok) return unreadable(form);
  return unlessRefused(form.typed, async () => ({
    done: true as const,
    ...(await changeTable(scope, code, await tableChangeFrom(scope, form.value, before), new Date())),
  }));
}

export default function PriceTable() {
  const { table, prices, said, hasOthers, q, has } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(pricingWords);
  const typed = answer?.done === false ? answer.typed : null;
  return (
    <div className="page">
      <PageHeader
        title={table.name}
        lead={`${table.code} · ${w.scopes[table.scope]}`}
        marks={table.isActive ? <Badge tone="good">{w.inUse}</Badge> : <Badge>{w.outOfUse}</Badge>}
        trail={[{ label: w.priceTables, href: paths.office.priceTables() }, { label: table.name }]}
      />
      <FormErrors
        answer={answer}
        labels={{
          name: w.name,
          scope: w.scope,
          uf: w.uf,
          group: w.group,
          supplier: w.onlySupplier,
          base: w.base,
          baseBasisPoints: w.basePercent,
          validFrom: w.validFrom,
          validUntil: w.validUntil,
          sku: w.sku,
          fromQuantity: w.fromQuantity,
          unitPriceE4: w.unitPrice,
          from: w.deriveFrom,
          percent: w.percent,
          text: w.sheetText,
          file: w.sheetFile,
        }}
      />
      {answer?.done ? <TableAnswer change={answer} /> : null}
      <div className="columns">
        <div className="stack">
          <Filters
            filters={[
              {
                name: "has",
                label: w.has,
                options: [
                  { value: "price", label: w.hasPrice },
                  { value: "none", label: w.hasNone },
                ],
                chosen: has ? [has] : [],
              },
            ]}
          >
            <SearchBox value={q} label={w.search} />
          </Filters>
          <TablePrices rows={prices.rows} typed={typed} />
          <Pagination page={prices.page} pageSize={prices.pageSize} total={prices.total} />
        </div>
        <div className="stack">
          <Card title={w.setPrice}>
            <OnePriceForm answer={answer} />
          </Card>
          <Card title={w.sheet}>
            <SheetForm answer={answer} />
          </Card>
          {hasOthers ? (
            <Card title={w.derive}>
              <DeriveForm answer={answer} />
            </Card>
          ) : null}
          <Card>
            <Disclose summary={w.details} open={typed?.act === "revise"}>
              <TableForm table={table} said={said} answer={typed?.act === "revise" ? answer : null} act="revise" />
            </Disclose>
          </Card>
        </div>
      </div>
    </div>
  );
}
