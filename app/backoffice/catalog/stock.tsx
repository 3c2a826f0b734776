import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireStaff } from "#app/access/doors.server.ts";
import { productsIn } from "#app/domain/catalog/product-list.server.ts";
import { moveStock } from "#app/domain/catalog/stock.server.ts";
import { unlessRefused, unreadable } from "#app/http/answer.ts";
import { formOf } from "#app/http/form.ts";
import { text, whole } from "#app/http/shapes.ts";
import { Count } from "#app/kit/count.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { Pagination } from "#app/kit/pagination.tsx";
import { Table } from "#app/kit/table.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { commonWords } from "#app/words/everyday.ts";
import { mendWords } from "#app/words/mends.ts";
import { formatNumber } from "#app/words/numbers.ts";
import { productWords } from "#app/words/products.ts";
import { askedProducts } from "./list-ask.ts";
import { listChoices } from "./list-choices.server.ts";
import { NoProducts } from "./no-products.tsx";
import { ProductFilters } from "./product-filters.tsx";

/** What lies there of every product, to be counted line by line. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, "catalog");
  const { filter, sort, page, ignored } = askedProducts(request);
  const [products, choices] = await Promise.all([productsIn(filter, sort, page), listChoices(filter)]);
  return { products, ...choices, filter, sort, ignored };
}

const counted = z.object({ sku: text(60), quantity: whole(0, 10_000_000) });

/** Takes the count of one product. */
export async function action({ request }: ActionFunctionArgs) {
  const { scope } = await requireStaff(request, "catalog");
  const form = await formOf(request, counted);
  if (!form.ok) return unreadable(form);
  return unlessRefused(form.typed, async () => {
    const { onHand } = await moveStock(scope, { ...form.value, reason: "count", note: null }, new Date());
    return { done: true as const, sku: form.value.sku, onHand };
  });
}

export default function Stock() {
  const { products, suppliers, categories, filter, sort, ignored } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(productWords);
  const common = useWords(commonWords);
  const mends = useWords(mendWords);
  const locale = useLocale();
  const typed = answer?.done === false ? answer.typed : {};
  return (
    <div className="page">
      <PageHeader title={w.stock} lead={w.stockLead} />
      <ProductFilters filter={filter} suppliers={suppliers} categories={categories} />
      {ignored.length > 0 ? <Notice tone="warn">{common.ignoredFilters(ignored.join(", "))}</Notice> : null}
      <FormErrors answer={answer} labels={{ quantity: w.quantity }} />
      {answer?.done ? (
        <Notice tone="good">
          {answer.sku}: {w.moved(formatNumber(answer.onHand, locale))}
        </Notice>
      ) : null}
      <Table
        caption={w.stock}
        rows={products.rows}
        rowKey={(row) => row.sku}
        sort={sort}
        empty={<NoProducts filter={filter} />}
        columns={[
          { key: "sku", head: w.sku, sort: true, cell: (row) => <span className="tnum text-muted">{row.sku}</span> },
          {
            key: "name",
            head: w.name,
            sort: true,
            phone: "title",
            cell: (row) => (
              <a className="link-plain" href={paths.office.product(row.sku)}>
                {row.name}
              </a>
            ),
          },
          { key: "supplier", head: w.supplier, sort: true, phone: "hide", cell: (row) => row.supplierName ?? w.none },
          { key: "onHand", head: w.onHand, number: true, sort: true, cell: (row) => <Count value={row.onHand} /> },
          {
            key: "reserved",
            head: w.reserved,
            number: true,
            phone: "hide",
            cell: (row) => <Count value={row.reserved} />,
          },
          {
            key: "available",
            head: w.available,
            number: true,
            sort: true,
            cell: (row) => (
              <span className={row.available <= 0 ? "text-bad" : undefined}>
                <Count value={row.available} />
              </span>
            ),
          },
          {
            key: "awaited",
            head: mends.demand,
            number: true,
            cell: (row) => (row.awaited > 0 ? <Count value={row.awaited} /> : null),
          },
          {
            key: "count",
            head: w.count,
            number: true,
            phone: "wide",
            cell: (row) => (
              <form method="post" className="inline-flex gap-1.5">
                <input type="hidden" name="sku" value={row.sku} />
                <input
                  className="input input-sm w-24 text-right tabular-nums"
                  name="quantity"
                  inputMode="numeric"
                  aria-label={w.countFor(row.name)}
                  defaultValue={typed.sku === row.sku ? String(typed.quantity ?? "") : undefined}
                  placeholder={String(row.onHand)}
                  required
                />
                <button type="submit" className="btn btn-sm">
                  {w.count}
                </button>
              </form>
            ),
          },
        ]}
      />
      <Pagination page={products.page} pageSize={products.pageSize} total={products.total} />
    </div>
  );
}
