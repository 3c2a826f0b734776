import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireStaff } from "#app/access/doors.server.ts";
import { findings } from "#app/domain/portfolio/found.server.ts";
import { localeOf } from "#app/http/locale.server.ts";
import { searchOf } from "#app/http/search.ts";
import { paths } from "#app/paths.ts";
import { formatDay } from "#app/words/days.ts";
import { findingWords } from "#app/words/findings.ts";
import { wordsOf } from "#app/words/locale.ts";
import { formatCents } from "#app/words/numbers.ts";
import { quoteWords } from "#app/words/quotes.ts";

const asked = z.object({ q: z.string().trim().max(100).default("") });

/** What the office's one search shows: customers, orders, quotes and products in the reader's scope, each with its address. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { scope, user } = await requireStaff(request, "portfolio");
  const locale = localeOf(request, user.locale);
  const w = wordsOf(findingWords, locale);
  const quotes = wordsOf(quoteWords, locale);
  const found = await findings(scope, searchOf(request, asked).value.q, new Date());
  const results = [
    ...found.customers.map(({ id, code, name, place }) => ({
      group: w.customers,
      label: name,
      detail: [code, place].filter(Boolean).join(" · "),
      href: paths.office.customer(id),
    })),
    ...found.orders.map(({ number, customer, placedOn, goodsCents }) => ({
      group: w.orders,
      label: number,
      detail: `${customer} · ${formatDay(placedOn)} · ${formatCents(goodsCents, locale)}`,
      href: paths.office.order(number),
    })),
    ...found.quotes.map(({ number, customer, state, valueCents }) => ({
      group: w.quotes,
      label: quotes.quoteNumber(number),
      detail: `${customer} · ${quotes.states[state]} · ${formatCents(valueCents, locale)}`,
      href: paths.office.quote(number),
    })),
    ...found.products.map(({ sku, name, supplier }) => ({
      group: w.products,
      label: name,
      detail: [sku, supplier].filter(Boolean).join(" · "),
      href: paths.office.product(sku),
    })),
  ];
  return Response.json({ results }, { headers: { "Cache-Control": "private, no-store" } });
}
