import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireStaff } from "#app/access/doors.server.ts";
import { type KeptTerms, keepPaymentTerms, termsOfTheHouse } from "#app/domain/customers/keeping-terms.server.ts";
import { daysFrom } from "#app/domain/customers/payment-terms.ts";
import { unlessRefused, unreadable } from "#app/http/answer.ts";
import { formOf, problem } from "#app/http/form.ts";
import { basisPoints, cents, text, ticked } from "#app/http/shapes.ts";
import { type Answer, refusalIn } from "#app/kit/answered.ts";
import { Badge } from "#app/kit/badge.tsx";
import { Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { Checkbox } from "#app/kit/checkbox.tsx";
import { Disclose } from "#app/kit/disclose.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { Field, MoneyField } from "#app/kit/field.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { conditionWords } from "#app/words/conditions.ts";
import { commonWords } from "#app/words/everyday.ts";
import { formatBasisPoints, formatCents } from "#app/words/numbers.ts";
import { PricingTabs } from "./pricing-tabs.tsx";

/** The payment terms of the house, and what each does to a price. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, "catalog");
  return { terms: await termsOfTheHouse() };
}

const wanted = z.strictObject({
  act: z.enum(["open", "revise"]),
  code: text(40).transform((said) => said.toUpperCase()),
  name: text(60),
  days: text(120).transform((said, context) => {
    const days = daysFrom(said);
    if (days) return days;
    context.addIssue({ code: "custom", ...problem("invalid") });
    return z.NEVER;
  }),
  minimumOrderCents: cents,
  priceBasisPoints: basisPoints.refine((said) => said > -5_000 && said <= 5_000, problem("invalid")),
  isActive: ticked,
});

/** Changes terms, or opens new ones. */
export async function action({ request }: ActionFunctionArgs) {
  const { scope } = await requireStaff(request, "catalog");
  const form = await formOf(request, wanted);
  if (!form.ok) return unreadable(form);
  return unlessRefused(form.typed, async () => {
    const { act, ...terms } = form.value;
    await keepPaymentTerms(scope, terms, act === "open", new Date());
    return { done: true as const };
  });
}

export default function PaymentTermsPage() {
  const { terms } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(conditionWords);
  const locale = useLocale();
  const typed = refusalIn(answer)?.typed ?? {};
  const labels = {
    code: w.code,
    name: w.name,
    days: w.days,
    minimumOrderCents: w.minimum,
    priceBasisPoints: w.pricePercent,
  };
  return (
    <div className="page">
      <PageHeader title={w.terms} lead={w.termsLead} />
      <PricingTabs current="terms" />
      <FormErrors
        answer={answer}
        labels={labels}
        idOf={(name) => `${name}-${String(typed.act === "open" ? "new" : typed.code)}`}
      />
      {answer?.done ? <Notice tone="good">{w.saved}</Notice> : null}
      <div className="columns">
        <div className="stack">
          {terms.length === 0 ? (
            <EmptyState icon="calendar" title={w.noTerms}>
              {w.noTermsLead}
            </EmptyState>
          ) : null}
          {terms.map((one) => (
            <Card key={one.code}>
              <Disclose
                open={typed.act === "revise" && typed.code === one.code}
                summary={
                  <span>
                    <span className="font-medium text-ink">{one.name}</span>{" "}
                    {one.isActive ? null : <Badge>{w.outOfUse}</Badge>}
                    <span className="block">
                      {one.priceBasisPoints === 0 ? null : (
                        <span className={one.priceBasisPoints < 0 ? "text-good" : undefined}>
                          {w.onThePrice(
                            `${one.priceBasisPoints > 0 ? "+" : ""}${formatBasisPoints(one.priceBasisPoints, locale)}`,
                          )}
                          {" · "}
                        </span>
                      )}
                      {[
                        w.dueAfter(one.days.join("/")),
                        ...(one.minimumOrderCents > 0
                          ? [w.leastOrder(formatCents(one.minimumOrderCents, locale))]
                          : []),
                        w.usedBy(one.customers),
                      ].join(" · ")}
                    </span>
                  </span>
                }
              >
                <TermsForm terms={one} answer={typed.act === "revise" && typed.code === one.code ? answer : null} />
              </Disclose>
            </Card>
          ))}
        </div>
        <Card title={w.newTerms}>
          <TermsForm terms={null} answer={typed.act === "open" ? answer : null} />
        </Card>
      </div>
    </div>
  );
}

function TermsForm({ terms, answer }: { terms: KeptTerms | null; answer: Answer }) {
  const w = useWords(conditionWords);
  const common = useWords(commonWords);
  const own = (name: string) => ({ id: `${name}-${terms?.code ?? "new"}`, name, answer });
  const decimal = (value: number) => String(value / 100).replace(".", ",");
  return (
    <form method="post" className="form">
      <input type="hidden" name="act" value={terms ? "revise" : "open"} />
      {terms ? (
        <input type="hidden" name="code" value={terms.code} />
      ) : (
        <Field {...own("code")} label={w.code} required maxLength={40} />
      )}
      <div className="form-row">
        <Field {...own("name")} label={w.name} value={terms?.name} required maxLength={60} />
        <Field
          {...own("days")}
          label={w.days}
          help={w.daysHelp}
          value={terms?.days.join("/")}
          required
          maxLength={120}
        />
      </div>
      <div className="form-row">
        <MoneyField
          {...own("minimumOrderCents")}
          label={w.minimum}
          value={decimal(terms?.minimumOrderCents ?? 0)}
          required
        />
        <Field
          {...own("priceBasisPoints")}
          label={w.pricePercent}
          help={w.pricePercentHelp}
          value={decimal(terms?.priceBasisPoints ?? 0)}
          required
        />
      </div>
      <Checkbox name="isActive" value="true" label={w.isActive} defaultChecked={terms?.isActive ?? true} />
      <div className="form-foot">
        <Button look="primary">{common.save}</Button>
      </div>
    </form>
  );
}
