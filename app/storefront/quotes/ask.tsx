import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireBuyer } from "#app/access/doors.server.ts";
import { openCartOf, shownHashOf } from "#app/domain/carts/open-cart.server.ts";
import { dayOf } from "#app/domain/period.ts";
import { askForQuote } from "#app/domain/quotes/asking.server.ts";
import { seeOther, unlessRefused, unreadable } from "#app/http/answer.ts";
import { formOf } from "#app/http/form.ts";
import { Button, ButtonLink } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { Field, TextField } from "#app/kit/field.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { cartWords } from "#app/words/cart.ts";
import { commonWords } from "#app/words/everyday.ts";
import { quoteWords } from "#app/words/quotes.ts";
import { shopQuoteWords } from "#app/words/quotes-shop.ts";
import { askForm } from "./ask-form.ts";
import { AskLines } from "./ask-lines.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const { buyer, mayOrder } = await requireBuyer(request);
  const at = new Date();
  const cart = await openCartOf(buyer, at);
  if (cart.id === null || cart.lines.length === 0 || !mayOrder) throw seeOther(paths.cart());
  const lines = cart.lines.map(({ sku, name, picture, unit, quantity, packMultiple, available, quote }) => ({
    ...{ sku, name, picture, unit, quantity, packMultiple, available },
    unitPriceE4: quote?.unitPriceE4 ?? null,
  }));
  return { cartId: cart.id, shownHash: shownHashOf(cart), lines, goodsCents: cart.goodsCents, today: dayOf(at) };
}

export type LineToAsk = Awaited<ReturnType<typeof loader>>["lines"][number];

export async function action({ request }: ActionFunctionArgs) {
  const { buyer } = await requireBuyer(request);
  const form = await formOf(request, askForm);
  if (!form.ok) return unreadable(form);
  const { lines, ...asked } = form.value;
  return unlessRefused(form.typed, async () => {
    const wishes = lines.map(({ wishedPrice, ...line }) => ({ ...line, wishedUnitPriceE4: wishedPrice }));
    const number = await askForQuote(buyer, { ...asked, lines: wishes }, new Date());
    return seeOther(paths.quote(number, { done: "asked" }));
  });
}

export default function AskForQuote() {
  const { cartId, shownHash, lines, goodsCents, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(shopQuoteWords);
  const q = useWords(quoteWords);
  const cart = useWords(cartWords);
  const common = useWords(commonWords);
  const ofLines = lines.flatMap((line, at) => [
    [`lines.${at}.quantity`, w.quantityOf(line.name)],
    [`lines.${at}.wishedPrice`, w.wishedPriceOf(line.name)],
  ]);
  const labels = { ...Object.fromEntries(ofLines), wantedOn: q.wantedOn, message: q.message };
  return (
    <div className="page">
      <PageHeader
        title={w.ask}
        lead={w.askLead}
        trail={[{ label: cart.title, href: paths.cart() }, { label: w.ask }]}
      />
      <FormErrors answer={answer} labels={labels} />
      <form method="post" className="columns">
        <input type="hidden" name="cartId" value={cartId} />
        <input type="hidden" name="shownHash" value={shownHash} />
        <AskLines lines={lines} goodsCents={goodsCents} answer={answer} />
        <Card title={w.whole}>
          <div className="form">
            <Field
              name="wantedPrice"
              label={q.wantedPrice}
              help={w.wantedPriceHelp}
              optional
              answer={answer}
              maxLength={200}
            />
            <Field
              name="wantedTerms"
              label={q.wantedTerms}
              help={w.wantedTermsHelp}
              optional
              answer={answer}
              maxLength={200}
            />
            <Field name="wantedOn" label={q.wantedOn} type="date" min={today} optional answer={answer} />
            <TextField
              name="message"
              label={q.message}
              help={w.messageHelp}
              optional
              answer={answer}
              maxLength={2000}
            />
            <div className="form-foot">
              <Button look="primary" icon="send">
                {w.send}
              </Button>
              <ButtonLink href={paths.cart()}>{common.cancel}</ButtonLink>
            </div>
          </div>
        </Card>
      </form>
    </div>
  );
}
