import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireBuyer } from "#app/access/doors.server.ts";
import { settingsAsOf } from "#app/domain/customers/settings.server.ts";
import { answerQuestion, dismissQuestion, questionOf } from "#app/domain/satisfaction/answers.server.ts";
import { scores } from "#app/domain/satisfaction/satisfaction.ts";
import { foundOr404, seeOther, unlessRefused, unreadable } from "#app/http/answer.ts";
import { formOf } from "#app/http/form.ts";
import { searchOf } from "#app/http/search.ts";
import { optionalText, whole } from "#app/http/shapes.ts";
import { refusalIn } from "#app/kit/answered.ts";
import { Button, ButtonLink } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { TextField } from "#app/kit/field.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { orderWords } from "#app/words/orders.ts";
import { satisfactionWords } from "#app/words/satisfaction.ts";

const wanted = z.discriminatedUnion("act", [
  z.strictObject({ act: z.literal("answer"), score: whole(0, 10), why: optionalText(2000) }),
  z.strictObject({ act: z.literal("dismiss") }),
]);
const asked = z.object({ score: z.coerce.number().int().min(0).max(10).optional() });

/** The question about one order, for the buyer it was put to; nobody else finds anything here. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { buyer } = await requireBuyer(request);
  const question = await foundOr404(questionOf(buyer, params.number ?? ""));
  const { companyName } = await settingsAsOf(new Date());
  return { ...question, company: companyName, score: searchOf(request, asked).value.score ?? null };
}

/** Keeps the answer, once, or puts the question away. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { buyer } = await requireBuyer(request);
  const number = params.number ?? "";
  const form = await formOf(request, wanted);
  if (!form.ok) return unreadable(form);
  const said = form.value;
  return unlessRefused(form.typed, async () => {
    if (said.act === "dismiss") await foundOr404(dismissQuestion(buyer, number, new Date()));
    else await foundOr404(answerQuestion(buyer, number, said, new Date()));
    return seeOther(paths.satisfaction(number));
  });
}

export default function QuestionScreen() {
  const { number, isDismissed, answer: given, company, score } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(satisfactionWords);
  const orders = useWords(orderWords);
  const chosen = refusalIn(answer)?.typed.score ?? score;
  return (
    <div className="page max-w-2xl">
      <PageHeader
        title={w.title}
        trail={[
          { label: orders.title, href: paths.orders() },
          { label: number, href: paths.order(number) },
          { label: w.answered },
        ]}
      />
      <FormErrors answer={answer} labels={{ score: w.score, why: w.why }} />
      {given ? (
        <>
          <Notice tone="good" title={w.thanks}>
            {w.thanksLead}
          </Notice>
          <Card>
            <p className="text-md font-semibold">{w.scoreNamed(given.score)}</p>
            <p className="mt-1 break-words whitespace-pre-line">{given.why ?? w.noReason}</p>
          </Card>
          <p>
            <ButtonLink href={paths.order(number)}>{orders.orderNumber(number)}</ButtonLink>
          </p>
        </>
      ) : (
        <>
          {isDismissed ? <Notice title={w.dismissed}>{w.dismissedLead}</Notice> : null}
          <Card>
            <form method="post" className="form">
              <fieldset className="stack-sm">
                <legend className="label mb-1.5">{w.ask(company)}</legend>
                <div className="grid max-w-xl grid-cols-6 gap-1.5 sm:grid-cols-11">
                  {scores.map((one) => (
                    <label key={one} className="score">
                      <input
                        type="radio"
                        name="score"
                        value={one}
                        required
                        defaultChecked={chosen !== null && String(chosen) === String(one)}
                      />
                      <span className="tnum">{one}</span>
                    </label>
                  ))}
                </div>
                <p className="spread max-w-xl">
                  <span className="faint text-sm">{w.lowest}</span>
                  <span className="faint text-sm">{w.highest}</span>
                </p>
              </fieldset>
              <TextField name="why" label={w.why} help={w.whyHelp} answer={answer} optional maxLength={2000} />
              <div className="form-foot">
                <Button look="primary" name="act" value="answer">
                  {w.send}
                </Button>
                {isDismissed ? null : (
                  <Button look="quiet" name="act" value="dismiss" formNoValidate>
                    {w.later}
                  </Button>
                )}
              </div>
            </form>
          </Card>
        </>
      )}
    </div>
  );
}
