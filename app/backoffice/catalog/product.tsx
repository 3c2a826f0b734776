import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireStaff } from "#app/access/doors.server.ts";
import { productOf, reviseProduct } from "#app/domain/catalog/products.server.ts";
import { movementsOf, moveStock, stockOf } from "#app/domain/catalog/stock.server.ts";
import { manualStockReasons } from "#app/domain/catalog/stock.ts";
import { categoriesOfTheHouse, suppliersOfTheHouse } from "#app/domain/catalog/suppliers.server.ts";
import { tablesWith } from "#app/domain/pricing/table-prices.server.ts";
import { foundOr404, unlessRefused, unreadable } from "#app/http/answer.ts";
import { formOf, problem } from "#app/http/form.ts";
import { optionalText, whole } from "#app/http/shapes.ts";
import { Badge } from "#app/kit/badge.tsx";
import { Card } from "#app/kit/card.tsx";
import { Count } from "#app/kit/count.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { formatNumber } from "#app/words/numbers.ts";
import { productWords } from "#app/words/products.ts";
import { ProductForm } from "./product-form.tsx";
import { ProductPrices } from "./product-prices.tsx";
import { productFields } from "./product-shape.ts";
import { StockMoveForm } from "./stock-move-form.tsx";
import { StockMovements } from "./stock-movements.tsx";

/** One product with its stock, its movements and what every table says of it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireStaff(request, "catalog");
  const product = await foundOr404(productOf(params.sku ?? ""));
  const [suppliers, categories, stock, movements, tables] = await Promise.all([
    suppliersOfTheHouse(),
    categoriesOfTheHouse(),
    stockOf(product.id),
    movementsOf(product.id),
    tablesWith(product.id),
  ]);
  const choice = ({ id, name }: { id: number; name: string }) => ({ id, name });
  return {
    product,
    choices: { suppliers: suppliers.map(choice), categories: categories.map(choice) },
    stock: stock ?? { onHand: 0, reserved: 0 },
    movements,
    tables,
  };
}

const wanted = z.discriminatedUnion("act", [
  productFields.extend({ act: z.literal("revise") }).strict(),
  z.strictObject({
    act: z.literal("move"),
    reason: z.enum(manualStockReasons, problem("notOffered")),
    quantity: whole(0, 10_000_000),
    note: optionalText(200),
  }),
]);

/** Changes the product, or moves its stock. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { scope } = await requireStaff(request, "catalog");
  const sku = params.sku ?? "";
  await foundOr404(productOf(sku));
  const form = await formOf(request, wanted);
  if (!form.ok) return unreadable(form);
  const at = new Date();
  const { value } = form;
  return unlessRefused(form.typed, async () => {
    if (value.act === "move") {
      const { onHand } = await moveStock(scope, { ...value, sku }, at);
      return { done: true as const, onHand };
    }
    const { act: _, ...details } = value;
    await reviseProduct(scope, sku, details, at);
    return { done: true as const, onHand: null };
  });
}

export default function Product() {
  const { product, choices, stock, movements, tables } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(productWords);
  const locale = useLocale();
  const isMove = answer?.done === false && answer.typed.act === "move";
  return (
    <div className="page">
      <PageHeader
        title={product.name}
        lead={product.sku}
        marks={product.isActive ? <Badge tone="good">{w.active}</Badge> : <Badge>{w.inactive}</Badge>}
        trail={[{ label: w.products, href: paths.office.products() }, { label: product.name }]}
      />
      {answer?.done ? (
        <Notice tone="good">{answer.onHand === null ? w.saved : w.moved(formatNumber(answer.onHand, locale))}</Notice>
      ) : null}
      <div className="columns">
        <div className="stack">
          <Card title={w.details}>
            <ProductForm product={product} choices={choices} answer={isMove ? null : answer} act="revise" />
          </Card>
          <Card title={w.movements} flush={movements.length > 0}>
            {movements.length > 0 ? <StockMovements movements={movements} /> : <p className="muted">{w.noMovements}</p>}
          </Card>
        </div>
        <div className="stack">
          <Card title={w.stock}>
            <dl className="facts mb-4">
              <dt>{w.onHand}</dt>
              <dd>
                <Count value={stock.onHand} />
              </dd>
              <dt>{w.reserved}</dt>
              <dd>
                <Count value={stock.reserved} />
              </dd>
              <dt>{w.available}</dt>
              <dd className="font-semibold">
                <Count value={stock.onHand - stock.reserved} />
              </dd>
            </dl>
            <StockMoveForm answer={isMove ? answer : null} />
          </Card>
          <Card title={w.prices}>
            <ProductPrices tables={tables} />
          </Card>
        </div>
      </div>
    </div>
  );
}
