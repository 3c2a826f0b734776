import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireStaff } from "#app/access/doors.server.ts";
import { demandFor } from "#app/domain/carts/back-orders.server.ts";
import { productsIn } from "#app/domain/catalog/product-list.server.ts";
import { anyProduct } from "#app/domain/catalog/product-list.ts";
import { productOf, reviseProduct } from "#app/domain/catalog/products.server.ts";
import { movementsOf, moveStock, stockOf } from "#app/domain/catalog/stock.server.ts";
import { manualStockReasons } from "#app/domain/catalog/stock.ts";
import {
  addSubstitute,
  preferSubstitute,
  removeSubstitute,
  substitutesOf,
} from "#app/domain/catalog/substitutes.server.ts";
import { tablesWith } from "#app/domain/pricing/table-prices.server.ts";
import { foundOr404, unlessRefused, unreadable } from "#app/http/answer.ts";
import { formOf, problem } from "#app/http/form.ts";
import { searchOf } from "#app/http/search.ts";
import { optionalText, text, whole } from "#app/http/shapes.ts";
import { Badge } from "#app/kit/badge.tsx";
import { Card } from "#app/kit/card.tsx";
import { Count } from "#app/kit/count.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { mendWords } from "#app/words/mends.ts";
import { formatNumber } from "#app/words/numbers.ts";
import { productWords } from "#app/words/products.ts";
import { ProductForm } from "./product-form.tsx";
import { ProductPrices } from "./product-prices.tsx";
import { productFrom, saidOfProduct } from "./product-said.server.ts";
import { productFields } from "./product-shape.ts";
import { StockMoveForm } from "./stock-move-form.tsx";
import { StockMovements } from "./stock-movements.tsx";
import { SubstitutesCard } from "./substitutes-card.tsx";

const asked = z.object({ find: z.string().trim().max(100).default("") });

/** One product with its stock, its movements and what every table says of it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireStaff(request, "catalog");
  const product = await foundOr404(productOf(params.sku ?? ""));
  const { find } = searchOf(request, asked).value;
  const [said, stock, movements, tables, substitutes, found, demand] = await Promise.all([
    saidOfProduct(scope, product),
    stockOf(product.id),
    movementsOf(product.id),
    tablesWith(product.id),
    substitutesOf(product.id),
    find === "" ? null : productsIn({ ...anyProduct, q: find, state: "active" }, "name", 1),
    demandFor(product.id),
  ]);
  return {
    product,
    said,
    stock: stock ?? { onHand: 0, reserved: 0 },
    movements,
    tables,
    substitutes,
    find,
    found:
      found?.rows
        .filter(({ sku }) => sku !== product.sku)
        .slice(0, 8)
        .map(({ sku, name }) => ({ sku, name })) ?? null,
    demand,
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
  ...(["substitute", "prefer", "takeOff"] as const).map((act) =>
    z.strictObject({ act: z.literal(act), substitute: text(60) }),
  ),
]);

const substituteActs = { substitute: addSubstitute, prefer: preferSubstitute, takeOff: removeSubstitute };

/** Changes the product, or moves its stock. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { scope } = await requireStaff(request, "catalog");
  const sku = params.sku ?? "";
  const before = await foundOr404(productOf(sku));
  const form = await formOf(request, wanted);
  if (!form.ok) return unreadable(form);
  const at = new Date();
  const { value } = form;
  return unlessRefused(form.typed, async () => {
    if (value.act === "move") {
      const { onHand } = await moveStock(scope, { ...value, sku }, at);
      return { done: true as const, onHand };
    }
    if ("substitute" in value) {
      await substituteActs[value.act](scope, sku, value.substitute, at);
      return { done: true as const, onHand: null };
    }
    const { act: _, ...details } = value;
    await reviseProduct(scope, sku, await productFrom(scope, details, before), at);
    return { done: true as const, onHand: null };
  });
}

export default function Product() {
  const { product, said, stock, movements, tables, substitutes, find, found, demand } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(productWords);
  const locale = useLocale();
  const refusedAct = answer?.done === false ? answer.typed.act : null;
  const isMove = refusedAct === "move";
  const isSubstitute = answer?.done === false && answer.typed.substitute !== undefined;
  const mends = useWords(mendWords);
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
            <ProductForm product={product} said={said} answer={isMove || isSubstitute ? null : answer} act="revise" />
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
              {demand.quantity > 0 ? (
                <>
                  <dt>{mends.demand}</dt>
                  <dd>{mends.demandLead(formatNumber(demand.quantity, locale), demand.customers)}</dd>
                </>
              ) : null}
            </dl>
            <StockMoveForm answer={isMove ? answer : null} />
          </Card>
          <SubstitutesCard substitutes={substitutes} find={find} found={found} answer={isSubstitute ? answer : null} />
          <Card title={w.prices}>
            <ProductPrices tables={tables} />
          </Card>
        </div>
      </div>
    </div>
  );
}
