import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireStaff } from "#app/access/doors.server.ts";
import { dayOf } from "#app/domain/period.ts";
import {
  endPromotion,
  promotedBy,
  promotionOf,
  revisePromotion,
} from "#app/domain/pricing/keeping-promotions.server.ts";
import { promotionState } from "#app/domain/pricing/promotion.ts";
import { foundOr404, unlessRefused, unreadable } from "#app/http/answer.ts";
import { formOf } from "#app/http/form.ts";
import { Badge } from "#app/kit/badge.tsx";
import { Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { Dialog } from "#app/kit/dialog.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { UnitPrice } from "#app/kit/money.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { ruleSaid } from "#app/kit/price-chain.tsx";
import { Table } from "#app/kit/table.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { conditionWords } from "#app/words/conditions.ts";
import { priceChainWords } from "#app/words/price-chain.ts";
import { PromotionForm, usePromotionLabels } from "./promotion-form.tsx";
import { promotionFrom, saidOfPromotion } from "./promotion-said.server.ts";
import { promotionFields } from "./promotion-shape.ts";

const numbered = (id: string | undefined): number => (/^\d{1,9}$/.test(id ?? "") ? Number(id) : 0);

/** One promotion and the products whose price it changes. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireStaff(request, "catalog");
  const today = dayOf(new Date());
  const promotion = await foundOr404(promotionOf(numbered(params.id)));
  const [affected, said] = await Promise.all([promotedBy(promotion, today), saidOfPromotion(scope, promotion)]);
  return { promotion, state: promotionState(promotion, today), affected, said };
}

const wanted = z.discriminatedUnion("act", [
  promotionFields.extend({ act: z.literal("keep") }).strict(),
  z.strictObject({ act: z.literal("end") }),
]);

/** Changes the promotion, or ends it. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { scope } = await requireStaff(request, "catalog");
  const before = await foundOr404(promotionOf(numbered(params.id)));
  const form = await formOf(request, wanted);
  if (!form.ok) return unreadable(form);
  return unlessRefused(form.typed, async () => {
    if (form.value.act === "end") await endPromotion(scope, before.id, new Date());
    else {
      const { act: _, ...typed } = form.value;
      await revisePromotion(scope, before.id, await promotionFrom(scope, typed, before), new Date());
    }
    return { done: true as const };
  });
}

export default function Promotion() {
  const { promotion, state, affected, said } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(conditionWords);
  const chain = useWords(priceChainWords);
  const labels = usePromotionLabels();
  const locale = useLocale();
  const kept = { ...promotion, endedAt: null };
  return (
    <div className="page">
      <PageHeader
        title={promotion.name}
        lead={ruleSaid(promotion, chain, locale)}
        marks={<Badge tone={state === "running" ? "good" : "neutral"}>{w.states[state]}</Badge>}
        trail={[{ label: w.promotions, href: paths.office.promotions() }, { label: promotion.name }]}
        actions={
          state === "over" ? null : (
            <Dialog opener={w.end} openerClass="btn btn-danger" title={w.end}>
              <form method="post" className="stack">
                <p>{w.endAsk(promotion.name)}</p>
                <Button look="danger" name="act" value="end">
                  {w.end}
                </Button>
              </form>
            </Dialog>
          )
        }
      />
      <FormErrors answer={answer} labels={labels} />
      {answer?.done ? <Notice tone="good">{w.saved}</Notice> : null}
      <div className="columns">
        <Card title={`${w.affected} · ${w.products(affected.total)}`} flush>
          <Table
            caption={w.affectedLead}
            rows={affected.rows}
            rowKey={(row) => row.sku}
            columns={[
              {
                key: "name",
                head: w.product,
                phone: "title",
                wrap: true,
                cell: (row) => (
                  <>
                    <a className="link-plain" href={paths.office.product(row.sku)}>
                      {row.name}
                    </a>{" "}
                    <span className="faint whitespace-nowrap">{row.sku}</span>
                  </>
                ),
              },
              {
                key: "before",
                head: w.before,
                number: true,
                cell: (row) => (row.generalE4 === null ? w.none : <UnitPrice e4={row.generalE4} />),
              },
              {
                key: "after",
                head: w.after,
                number: true,
                cell: (row) => (row.promotedE4 === null ? w.none : <UnitPrice e4={row.promotedE4} />),
              },
            ]}
          />
        </Card>
        {state === "over" ? null : (
          <Card title={w.rule}>
            <PromotionForm promotion={kept} said={said} answer={answer?.done ? null : answer} />
          </Card>
        )}
      </div>
    </div>
  );
}
