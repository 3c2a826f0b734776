import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireStaff } from "#app/access/doors.server.ts";
import { dayOf, daysAfter } from "#app/domain/period.ts";
import {
  agreementsOf,
  agreePrice,
  customersLike,
  endAgreement,
  pricedCustomerOf,
} from "#app/domain/pricing/agreements.server.ts";
import { explainedShelf } from "#app/domain/pricing/explained-shelf.server.ts";
import { anyShelf, type ShelfWish } from "#app/domain/pricing/shelf.ts";
import { foundOr404, unlessRefused, unreadable } from "#app/http/answer.ts";
import { formOf } from "#app/http/form.ts";
import { searchOf } from "#app/http/search.ts";
import { day, maybe, optionalText, priceE4, quantity, sku } from "#app/http/shapes.ts";
import { ButtonLink } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { SearchBox } from "#app/kit/filters.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { Pagination } from "#app/kit/pagination.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { pricingWords } from "#app/words/pricing.ts";
import { AgreementForm, AgreementTable } from "./agreements.tsx";
import { CustomerFinder } from "./customer-finder.tsx";
import { SeenPrices } from "./seen-prices.tsx";

const asked = z.object({
  customer: z.string().trim().max(60).default(""),
  find: z.string().trim().max(100).default(""),
  q: z.string().trim().max(100).default(""),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});

/** The shop's prices as one customer sees them, each with the way it came about; or customers to choose from. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { scope } = await requireStaff(request, "catalog");
  const { customer: code, find, q, page } = searchOf(request, asked).value;
  if (code === "") return { customer: null, found: find === "" ? null : await customersLike(scope, find), find };
  const customer = await foundOr404(pricedCustomerOf(scope, code));
  const today = dayOf(new Date());
  const wish: ShelfWish = { ...anyShelf, q, sort: q ? "relevance" : "name", page };
  const [shelf, agreements] = await Promise.all([explainedShelf(customer, wish, today), agreementsOf(customer.id)]);
  const { code: name, tradeName, priceTableName, uf } = customer;
  return { customer: { code: name, tradeName, priceTableName, uf }, shelf, agreements, q, today };
}

const wanted = z.discriminatedUnion("act", [
  z.strictObject({
    act: z.literal("agree"),
    sku,
    fromQuantity: quantity,
    unitPriceE4: priceE4,
    validFrom: maybe(day),
    validUntil: maybe(day),
    note: optionalText(300),
  }),
  z.strictObject({ act: z.literal("end"), sku, fromQuantity: quantity }),
]);

/** Agrees a price with the customer of the address, or ends an agreement. */
export async function action({ request }: ActionFunctionArgs) {
  const { scope } = await requireStaff(request, "catalog");
  const { customer: code } = searchOf(request, asked).value;
  await foundOr404(pricedCustomerOf(scope, code));
  const form = await formOf(request, wanted);
  if (!form.ok) return unreadable(form);
  const { value } = form;
  return unlessRefused(form.typed, async () => {
    const at = new Date();
    if (value.act === "end") {
      await endAgreement(scope, code, value, at);
      return { done: true as const, act: value.act };
    }
    const { act, validUntil, ...agreement } = value;
    const until = validUntil === null ? null : daysAfter(validUntil, 1);
    await agreePrice(scope, code, { ...agreement, validUntil: until }, at);
    return { done: true as const, act };
  });
}

export default function Preview() {
  const seen = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(pricingWords);
  const trail = [{ label: w.priceTables, href: paths.office.priceTables() }, { label: w.preview }];
  if (seen.customer === null) {
    return (
      <div className="page">
        <PageHeader title={w.preview} lead={w.previewLead} trail={trail} />
        <CustomerFinder find={seen.find} found={seen.found} />
      </div>
    );
  }
  const { customer, shelf, agreements, q, today } = seen;
  return (
    <div className="page">
      <PageHeader
        title={customer.tradeName}
        lead={`${customer.code}${customer.uf ? ` · ${customer.uf}` : ""} · ${w.his(customer.priceTableName)}`}
        trail={trail}
        actions={<ButtonLink href={paths.office.pricePreview()}>{w.otherCustomer}</ButtonLink>}
      />
      <FormErrors
        answer={answer}
        labels={{
          sku: w.sku,
          fromQuantity: w.fromQuantity,
          unitPriceE4: w.unitPrice,
          validFrom: w.validFrom,
          validUntil: w.validUntil,
        }}
      />
      {answer?.done ? <Notice tone="good">{answer.act === "end" ? w.ended : w.saved}</Notice> : null}
      <div className="columns">
        <div className="stack">
          <SearchBox value={q} label={w.search} />
          <SeenPrices rows={shelf.rows} />
          <Pagination page={shelf.page} pageSize={shelf.pageSize} total={shelf.total} />
        </div>
        <div className="stack">
          <Card title={w.agreements}>
            <AgreementTable agreements={agreements} today={today} />
          </Card>
          <Card title={w.agree}>
            <AgreementForm answer={answer} />
          </Card>
        </div>
      </div>
    </div>
  );
}
