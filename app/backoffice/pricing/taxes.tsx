import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireStaff } from "#app/access/doors.server.ts";
import { chosenBy } from "#app/domain/choices/choices.server.ts";
import { dayOf } from "#app/domain/period.ts";
import { addTaxRule, endTaxRule, taxRulesOfTheHouse } from "#app/domain/pricing/tax-rules.server.ts";
import { unlessRefused, unreadable } from "#app/http/answer.ts";
import { formOf, problem } from "#app/http/form.ts";
import { basisPoints, day, maybe, optionalText, rowId, text, uf } from "#app/http/shapes.ts";
import { Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { Field } from "#app/kit/field.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { Picker } from "#app/kit/picker.tsx";
import { Table } from "#app/kit/table.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { conditionWords } from "#app/words/conditions.ts";
import { formatBasisPoints } from "#app/words/numbers.ts";
import { PricingTabs } from "./pricing-tabs.tsx";
import { Validity } from "./validity.tsx";

/** The rules by which taxes are estimated, and a form for one more. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, "catalog");
  const today = dayOf(new Date());
  return { rules: await taxRulesOfTheHouse(today), today };
}

const wanted = z.discriminatedUnion("act", [
  z.strictObject({
    act: z.literal("add"),
    component: text(20),
    rate: basisPoints.refine((said) => said >= 0 && said <= 20_000, problem("invalid")),
    category: optionalText(200),
    supplier: optionalText(200),
    uf: maybe(uf),
    validFrom: day,
  }),
  z.strictObject({ act: z.literal("end"), id: rowId }),
]);

/** Adds a rule, or ends one. */
export async function action({ request }: ActionFunctionArgs) {
  const { scope } = await requireStaff(request, "catalog");
  const form = await formOf(request, wanted);
  if (!form.ok) return unreadable(form);
  const at = new Date();
  return unlessRefused(form.typed, async () => {
    if (form.value.act === "end") await endTaxRule(scope, form.value.id, dayOf(at), at);
    else {
      const { act: _, rate, category, supplier, ...rule } = form.value;
      const chosen = await chosenBy(scope, {
        category: { kind: "category", said: category, kept: null },
        supplier: { kind: "supplier", said: supplier, kept: null },
      });
      const about = { categoryId: chosen.category?.id ?? null, supplierId: chosen.supplier?.id ?? null };
      await addTaxRule(scope, { ...rule, ...about, basisPoints: rate }, at);
    }
    return { done: true as const };
  });
}

export default function Taxes() {
  const { rules, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(conditionWords);
  const locale = useLocale();
  const own = answer?.done ? null : answer;
  return (
    <div className="page">
      <PageHeader title={w.taxes} lead={w.taxesLead} />
      <PricingTabs current="taxes" />
      {answer?.done ? <Notice tone="good">{w.saved}</Notice> : null}
      <div className="columns">
        <Table
          caption={w.taxes}
          rows={rules}
          rowKey={(row) => row.id}
          empty={
            <EmptyState icon="price" title={w.noRules}>
              {w.noRulesLead}
            </EmptyState>
          }
          columns={[
            { key: "component", head: w.component, phone: "title", cell: (row) => row.component },
            { key: "rate", head: w.rate, number: true, cell: (row) => formatBasisPoints(row.basisPoints, locale) },
            {
              key: "scope",
              head: w.scope,
              wrap: true,
              cell: (row) => [row.categoryName, row.supplierName].filter(Boolean).join(" · ") || w.anyProduct,
            },
            { key: "uf", head: w.uf, cell: (row) => row.uf ?? w.anyUf },
            {
              key: "validity",
              head: w.validity,
              phone: "wide",
              cell: (row) => <Validity from={row.validFrom} until={row.validUntil} />,
            },
            {
              key: "end",
              head: "",
              cell: (row) =>
                row.validUntil !== null && row.validUntil <= today ? null : (
                  <form method="post">
                    <input type="hidden" name="id" value={row.id} />
                    <Button
                      look="quiet"
                      size="sm"
                      name="act"
                      value="end"
                      aria-label={`${w.endRule}: ${row.component} ${row.id}`}
                    >
                      {w.endRule}
                    </Button>
                  </form>
                ),
            },
          ]}
        />
        <Card title={w.add}>
          <form method="post" className="form">
            <FormErrors
              answer={answer}
              labels={{
                component: w.component,
                rate: w.rate,
                category: w.category,
                supplier: w.supplier,
                uf: w.uf,
                validFrom: w.validFrom,
              }}
            />
            <input type="hidden" name="act" value="add" />
            <div className="form-row">
              <Field name="component" label={w.component} help={w.componentHelp} answer={own} required maxLength={20} />
              <Field name="rate" label={w.rate} help={w.rateHelp} answer={own} inputMode="decimal" required />
            </div>
            <Picker
              name="category"
              label={w.category}
              optional
              answer={own}
              empty={w.anyCategory}
              source={paths.office.choices("category")}
            />
            <Picker
              name="supplier"
              label={w.supplier}
              optional
              answer={own}
              empty={w.anySupplier}
              source={paths.office.choices("supplier")}
            />
            <div className="form-row">
              <Field name="uf" label={w.uf} optional answer={own} maxLength={2} />
              <Field name="validFrom" type="date" label={w.validFrom} answer={own} value={today} required />
            </div>
            <div className="form-foot">
              <Button look="primary">{w.add}</Button>
            </div>
          </form>
        </Card>
      </div>
    </div>
  );
}
