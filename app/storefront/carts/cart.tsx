import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireBuyer } from "#app/access/doors.server.ts";
import { aroundCartOf } from "#app/domain/approvals/approval-list.server.ts";
import { approvalNeeded } from "#app/domain/approvals/need.server.ts";
import { withNeed } from "#app/domain/approvals/need.ts";
import type { OpenCart } from "#app/domain/carts/cart.ts";
import { chooseTerms } from "#app/domain/carts/cart-terms.server.ts";
import { addToCart, changeQuantity, removeFromCart } from "#app/domain/carts/carts.server.ts";
import { acceptPrices } from "#app/domain/carts/changed-prices.server.ts";
import { besideCartOf } from "#app/domain/carts/kept-carts.server.ts";
import { openCartOf, recordLook, shownHashOf } from "#app/domain/carts/open-cart.server.ts";
import { leastQuantity } from "#app/domain/catalog/quantity.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { methodsOffered } from "#app/domain/payments/offered.server.ts";
import { ownPath, seeOther, unlessRefused, unreadable } from "#app/http/answer.ts";
import { formOf } from "#app/http/form.ts";
import { PageHeader } from "#app/kit/page-header.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { AroundCart } from "#app/storefront/approvals/around-cart.tsx";
import { cartWords } from "#app/words/cart.ts";
import { CartActions } from "./cart-actions.tsx";
import { type CartWish, cartForm } from "./cart-form.ts";
import { CartLines } from "./cart-lines.tsx";
import { CartSummary } from "./cart-summary.tsx";
import { ChangedPrices } from "./changed-prices.tsx";
import { tellAdded } from "./just-added.ts";
import { NoLines } from "./no-lines.tsx";
import { NotAdded } from "./not-added.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const { buyer } = await requireBuyer(request);
  const at = new Date();
  const [cart, beside, around, methods] = await Promise.all([
    openCartOf(buyer, at),
    besideCartOf(buyer),
    aroundCartOf(buyer),
    methodsOffered(at),
  ]);
  const need = await approvalNeeded(buyer, cart.totalCents, at);
  await recordLook(buyer, "cart_viewed", withNeed(cart, need), at);
  const mayPayOnline = methods.length > 0 && need === null;
  return { cart: shownCart(cart), shownHash: shownHashOf(cart), beside, need, around, mayPayOnline };
}

/** What of the cart the page draws. */
function shownCart({ id: _, lines, ...cart }: OpenCart) {
  return {
    ...cart,
    lines: lines.map(({ productId: _id, supplierId: _s, supplierMinimumCents: _m, quote, ...line }) => ({
      ...line,
      least: leastQuantity(line),
      unitPriceE4: quote?.unitPriceE4 ?? null,
      chain: quote?.chain ?? [],
      promotion: quote?.promotion ?? null,
    })),
  };
}

export type ShownCart = ReturnType<typeof shownCart>;
export type ShownLine = ShownCart["lines"][number];

export async function action({ request }: ActionFunctionArgs) {
  const { buyer } = await requireBuyer(request);
  const form = await formOf(request, cartForm);
  if (!form.ok) return unreadable(form);
  return unlessRefused(form.typed, async () => {
    if (form.value.intent === "add") return added(buyer, form.value, new Date());
    await doneBy(buyer, form.value, new Date());
    return seeOther(paths.cart());
  });
}

type Adding = Extract<CartWish, { intent: "add" }>;

/** Back to where the buyer was, with the news of what went in. */
async function added(buyer: Buyer, { sku, quantity, returnTo }: Adding, at: Date): Promise<Response> {
  const line = await addToCart(buyer, { sku, quantity }, at);
  const onlyAvailable = line.available < line.quantity ? Math.max(0, line.available) : null;
  const news = tellAdded({ sku, name: line.name, quantity, inCart: line.quantity, onlyAvailable });
  // Where scripts run the buyer never left: no step back is added to their history.
  return seeOther(ownPath(returnTo, paths.cart()), { ...news, "X-Remix-Replace": "true" });
}

function doneBy(buyer: Buyer, wish: Exclude<CartWish, Adding>, at: Date): Promise<unknown> {
  switch (wish.intent) {
    case "change":
      return changeQuantity(buyer, wish, at);
    case "remove":
      return removeFromCart(buyer, [wish.sku], at);
    case "empty":
      return removeFromCart(buyer, "all", at);
    case "terms":
      return chooseTerms(buyer, wish.paymentTermsId, at);
    case "accept":
      return acceptPrices(buyer, wish.shownHash, at);
  }
}

export default function Cart() {
  const { cart, shownHash, beside, need, around, mayPayOnline } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(cartWords);
  if (cart.lines.length === 0) {
    return (
      <div className="page">
        <PageHeader title={w.title} />
        <AroundCart around={around} />
        <NotAdded answer={answer} />
        <NoLines kept={beside.kept} />
      </div>
    );
  }
  return (
    <div className="page">
      <PageHeader
        title={w.title}
        lead={beside.name ? `${beside.name} · ${w.lines(cart.lines.length)}` : w.lines(cart.lines.length)}
        actions={<CartActions lines={cart.lines.length} {...beside} />}
      />
      <AroundCart around={around} />
      <NotAdded answer={answer} />
      {cart.hasChangedPrices ? <ChangedPrices shownHash={shownHash} /> : null}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <CartLines lines={cart.lines} />
        <CartSummary cart={cart} need={need} mayPayOnline={mayPayOnline} />
      </div>
    </div>
  );
}
