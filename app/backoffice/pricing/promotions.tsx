import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireStaff } from "#app/access/doors.server.ts";
import { dayOf } from "#app/domain/period.ts";
import { openPromotion, promotionsOfTheHouse } from "#app/domain/pricing/keeping-promotions.server.ts";
import { promotionState } from "#app/domain/pricing/promotion.ts";
import { seeOther, unlessRefused, unreadable } from "#app/http/answer.ts";
import { formOf } from "#app/http/form.ts";
import { Badge } from "#app/kit/badge.tsx";
import { Card } from "#app/kit/card.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { ruleSaid } from "#app/kit/price-chain.tsx";
import { Table } from "#app/kit/table.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { conditionWords } from "#app/words/conditions.ts";
import { formatNumber } from "#app/words/numbers.ts";
import { priceChainWords } from "#app/words/price-chain.ts";
import { PricingTabs } from "./pricing-tabs.tsx";
import { PromotionForm, usePromotionLabels } from "./promotion-form.tsx";
import { promotionFrom } from "./promotion-said.server.ts";
import { promotionFields } from "./promotion-shape.ts";
import { Validity } from "./validity.tsx";

/** Every promotion, those that run first, and a form for a new one. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, "catalog");
  const today = dayOf(new Date());
  const all = await promotionsOfTheHouse(today);
  return { promotions: all.map((one) => ({ ...one, state: promotionState(one, today) })) };
}

const wanted = promotionFields.extend({ act: z.literal("keep") });

/** Opens a promotion and goes on to what it changes. */
export async function action({ request }: ActionFunctionArgs) {
  const { scope } = await requireStaff(request, "catalog");
  const form = await formOf(request, wanted);
  if (!form.ok) return unreadable(form);
  return unlessRefused(form.typed, async () => {
    const { act: _, ...typed } = form.value;
    return seeOther(
      paths.office.promotion(await openPromotion(scope, await promotionFrom(scope, typed, null), new Date())),
    );
  });
}

export default function Promotions() {
  const { promotions } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(conditionWords);
  const chain = useWords(priceChainWords);
  const labels = usePromotionLabels();
  const locale = useLocale();
  return (
    <div className="page">
      <PageHeader title={w.promotions} lead={w.promotionsLead} />
      <PricingTabs current="promotions" />
      <div className="columns">
        <Table
          caption={w.promotions}
          rows={promotions}
          rowKey={(row) => row.id}
          empty={
            <EmptyState icon="price" title={w.noPromotions}>
              {w.noPromotionsLead}
            </EmptyState>
          }
          columns={[
            {
              key: "name",
              head: w.name,
              phone: "title",
              wrap: true,
              cell: (row) => (
                <>
                  <a className="link-plain" href={paths.office.promotion(row.id)}>
                    {row.name}
                  </a>{" "}
                  <Badge tone={row.state === "running" ? "good" : "neutral"}>{w.states[row.state]}</Badge>
                  <span className="block text-sm text-muted">{ruleSaid(row, chain, locale)}</span>
                </>
              ),
            },
            {
              key: "scope",
              head: w.scope,
              wrap: true,
              cell: (row) => (
                <>
                  {row.scopeName ?? w.products(row.skus.length)}
                  <span className="block text-sm text-muted">
                    {row.groupName ?? row.uf ?? w.audiences[row.audience]}
                  </span>
                </>
              ),
            },
            {
              key: "days",
              head: w.validity,
              phone: "wide",
              cell: (row) => (
                <>
                  <Validity from={row.validFrom} until={row.validUntil} />
                  {row.unitLimit === null ? null : (
                    <span className="block text-sm text-muted">
                      {w.used(formatNumber(row.usedUnits, locale), formatNumber(row.unitLimit, locale))}
                    </span>
                  )}
                </>
              ),
            },
          ]}
        />
        <Card title={w.newPromotion}>
          <div className="stack">
            <FormErrors answer={answer} labels={labels} />
            <PromotionForm promotion={null} said={null} answer={answer} />
          </div>
        </Card>
      </div>
    </div>
  );
}
