import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useLocation } from "@remix-run/react";
import { z } from "zod";
import { requireBuyer } from "#app/access/doors.server.ts";
import { openCartOf } from "#app/domain/carts/open-cart.server.ts";
import { mostUnits } from "#app/domain/catalog/quantity.ts";
import { recordStep } from "#app/domain/journey/steps.server.ts";
import { listsHolding, listsOf } from "#app/domain/lists/lists.server.ts";
import { dayOf, daysBetween } from "#app/domain/period.ts";
import { offerOf } from "#app/domain/pricing/offer.server.ts";
import { notFound } from "#app/http/answer.ts";
import { searchOf } from "#app/http/search.ts";
import { Notice } from "#app/kit/notice.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { ProductPicture } from "#app/kit/product-picture.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { KeepMenu } from "#app/storefront/lists/keep-menu.tsx";
import { Star } from "#app/storefront/lists/mark-buttons.tsx";
import { WaitForStock } from "#app/storefront/lists/wait-for-stock.tsx";
import { catalogWords } from "#app/words/catalog.ts";
import { formatDaysAgo } from "#app/words/days.ts";
import { listWords } from "#app/words/lists.ts";
import { formatUnitPrice } from "#app/words/numbers.ts";
import { AddForm } from "./add-form.tsx";
import { BreakTable, PricePanel } from "./price-panel.tsx";
import { productStep } from "./product-step.tsx";
import { ShelfCards } from "./shelf-cards.tsx";
import { isOnSale, isSoldOut, type ShownItem, shown, stockSaid } from "./shown-item.ts";

const asked = z.object({
  kept: z.coerce.number().int().min(1).optional(),
  quantity: z.coerce.number().int().min(1).max(mostUnits).optional(),
});

/** One product at the customer's own price, with the reason for it; the look is written down with what was seen. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { customer, mayOrder, buyer, cart } = await requireBuyer(request);
  const { kept, quantity } = searchOf(request, asked).value;
  const now = new Date();
  const today = dayOf(now);
  const offer = await offerOf(customer, params.sku ?? "", today, buyer.userId, quantity);
  if (!offer) throw notFound();
  const { id, similar, ...product } = offer;
  const seen = { unitPriceE4: offer.quote?.unitPriceE4 ?? null, stockSeen: offer.available };
  const mayChange = mayOrder && cart.lines > 0 && offer.steps.some(({ kind }) => kind === "terms");
  const [open, lists, holding] = await Promise.all([
    mayChange ? openCartOf(buyer, now) : null,
    listsOf(buyer),
    listsHolding(buyer, id),
    recordStep(buyer, { kind: "viewed", productId: id, ...seen }, now),
  ]);
  const named = lists.filter((list) => !list.isFavourites);
  return {
    product,
    similar: similar.map(shown),
    lists: named.map((list) => ({ id: list.id, name: list.name, isOn: holding.includes(list.id) })),
    kept: named.find((list) => list.id === kept)?.name ?? null,
    today,
    mayOrder,
    cartTermsId: open?.cheaperTerms?.termsId ?? null,
  };
}

export default function Product() {
  const { product, similar, lists, kept, today, mayOrder, cartTermsId } = useLoaderData<typeof loader>();
  const w = useWords(catalogWords);
  const l = useWords(listWords);
  const locale = useLocale();
  const { pathname } = useLocation();
  const { quote, category } = product;
  const asShown = product.quantity > product.least ? { quantity: product.quantity } : {};
  const item: ShownItem = {
    ...product,
    marks: null,
    unitPriceE4: quote?.unitPriceE4 ?? null,
    next: quote?.next ?? null,
    promotion: quote?.promotion ?? null,
  };
  const trail = [
    { label: w.catalog, href: paths.catalog() },
    ...(category ? [{ label: category.name, href: paths.catalog(category.slug) }] : []),
    { label: product.name },
  ];
  return (
    <div className="page gap-8">
      <PageHeader title={product.name} lead={product.supplierName} trail={trail} />
      {kept ? <Notice tone="good">{l.keptIn(kept)}</Notice> : null}
      <div className="grid items-start gap-6 md:grid-cols-2 md:grid-rows-[auto_1fr] lg:gap-x-10">
        <div className="card card-pad product-picture">
          <ProductPicture picture={product.picture} alt={product.name} size={560} eager />
        </div>
        <div className="stack md:row-span-2">
          {quote ? (
            <PricePanel
              quote={quote}
              unit={product.unit}
              steps={product.steps}
              pressOf={(step) =>
                productStep(step, { ...product, cartTermsId, mayOrder, returnTo: paths.product(product.sku, asShown) })
              }
            />
          ) : (
            <Notice tone="warn" title={w.noPrice}>
              {w.noPriceLead}
            </Notice>
          )}
          {mayOrder && isOnSale(item) ? (
            <div className="add-large">
              <AddForm key={product.quantity} item={item} w={w} returnTo={pathname} quantity={product.quantity} />
            </div>
          ) : null}
          {isSoldOut(item) ? (
            <WaitForStock sku={product.sku} name={product.name} isAwaited={product.isAwaited} />
          ) : null}
          <div className="row">
            <Star sku={product.sku} name={product.name} isFavourite={product.isFavourite} w={l} />
            <KeepMenu sku={product.sku} lists={lists} />
          </div>
          {mayOrder ? null : <p className="muted">{w.viewsOnly}</p>}
          {product.ladder ? <BreakTable ladder={product.ladder} least={product.least} /> : null}
          <dl className="facts card card-pad">
            <dt>{w.sku}</dt>
            <dd className="tnum">{product.sku}</dd>
            {product.ean ? (
              <>
                <dt>{w.ean}</dt>
                <dd className="tnum">{product.ean}</dd>
              </>
            ) : null}
            <dt>{w.packing}</dt>
            <dd>{w.packOf(product.packMultiple, product.unit)}</dd>
            <dt>{w.minimum}</dt>
            <dd>{w.minimumOf(product.least, product.unit)}</dd>
            <dt>{w.stock}</dt>
            <dd className={product.available < product.least ? "text-bad" : undefined}>{stockSaid(item, w, locale)}</dd>
          </dl>
          {product.lastBoughtOn ? (
            <p className="muted">
              {w.lastBought(product.bought, formatDaysAgo(daysBetween(product.lastBoughtOn, today), locale))}{" "}
              {product.lastPriceE4 === null ? null : w.lastPaid(formatUnitPrice(product.lastPriceE4, locale))}
            </p>
          ) : null}
        </div>
        {product.description ? (
          <section className="stack-sm">
            <h2>{w.about}</h2>
            <p className="prose">{product.description}</p>
          </section>
        ) : null}
      </div>
      {similar.length > 0 ? (
        <section className="stack" aria-labelledby="similar">
          <h2 id="similar">{w.similar}</h2>
          <ShelfCards items={similar} today={today} returnTo={pathname} mayOrder={mayOrder} />
        </section>
      ) : null}
    </div>
  );
}
