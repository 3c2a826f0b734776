import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireBuyer } from "#app/access/doors.server.ts";
import { aroundCartOf } from "#app/domain/approvals/approval-list.server.ts";
import { approvalNeeded } from "#app/domain/approvals/need.server.ts";
import { withNeed } from "#app/domain/approvals/need.ts";
import { backOrdersOf, dropBackOrder, takeBackOrder } from "#app/domain/carts/back-orders.server.ts";
import type { OpenCart } from "#app/domain/carts/cart.ts";
import { chooseTerms } from "#app/domain/carts/cart-terms.server.ts";
import { addToCart, changeQuantity } from "#app/domain/carts/carts.server.ts";
import { acceptPrices } from "#app/domain/carts/changed-prices.server.ts";
import { fillUpsFor } from "#app/domain/carts/fill-ups.server.ts";
import { besideCartOf } from "#app/domain/carts/kept-carts.server.ts";
import {
  emptyCart,
  keepWhatIsThere,
  mendAll,
  restore,
  splitLine,
  swapLine,
  takeOut,
} from "#app/domain/carts/mending.server.ts";
import { mendsOf, type Taken } from "#app/domain/carts/mends.ts";
import { openCartOf, recordLook, shownHashOf } from "#app/domain/carts/open-cart.server.ts";
import { substitutesFor } from "#app/domain/carts/substitutes.server.ts";
import type { Candidate } from "#app/domain/carts/substitutes.ts";
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
import { MendAll } from "./mend-all.tsx";
import { NoLines } from "./no-lines.tsx";
import { NotAdded } from "./not-added.tsx";
import { TakenNotice } from "./taken-notice.tsx";
import { mayBeTold, takenIn, tellTaken } from "./undo.ts";
import { Waiting } from "./waiting.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const { buyer, mayOrder } = await requireBuyer(request);
  const at = new Date();
  const [cart, beside, around, waiting, methods] = await Promise.all([
    openCartOf(buyer, at),
    besideCartOf(buyer),
    aroundCartOf(buyer),
    backOrdersOf(buyer),
    methodsOffered(at),
  ]);
  const [need, substitutes, fillUps] = await Promise.all([
    approvalNeeded(buyer, cart.totalCents, at),
    substitutesFor(buyer, cart, at),
    fillUpsFor(buyer, cart, at),
  ]);
  await recordLook(buyer, "cart_viewed", withNeed(cart, need), at);
  const { taken, headers } = takenIn(request);
  const mayPayOnline = methods.length > 0 && need === null;
  // What the rules would not take back as it was is asked about before it goes.
  const isUndone =
    cart.lines.every(({ reasons }) => reasons.length === 0) &&
    mayBeTold({ lines: cart.lines.map(wishOf), waiting: [] });
  const helps = { mayOrder, mayPayOnline, waiting, fillUps, taken, isUndone };
  return data(
    { cart: shownCart(cart, substitutes), shownHash: shownHashOf(cart), beside, need, around, ...helps },
    { headers },
  );
}

const wishOf = ({ sku, quantity }: { sku: string; quantity: number }) => ({ sku, quantity });

/** What of the cart the page draws. */
function shownCart({ id: _, lines, ...cart }: OpenCart, substitutes: Map<string, Candidate[]>) {
  return {
    ...cart,
    lines: lines.map(({ productId: _id, supplierId: _s, supplierMinimumCents: _m, ...whole }) => {
      const { quote, ...line } = whole;
      return {
        ...line,
        mends: line.reasons.length > 0 ? mendsOf(whole) : null,
        substitutes: substitutes.get(line.sku) ?? [],
        least: leastQuantity(line),
        unitPriceE4: quote?.unitPriceE4 ?? null,
        chain: quote?.chain ?? [],
        promotion: quote?.promotion ?? null,
      };
    }),
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
    if (form.value.intent === "terms") return termsChosen(buyer, form.value, new Date());
    return seeOther(paths.cart(), tellTaken((await doneBy(buyer, form.value, new Date())) ?? noneTaken));
  });
}

type Adding = Extract<CartWish, { intent: "add" }>;
type OnTerms = Extract<CartWish, { intent: "terms" }>;

/** Back to where the buyer was, with the news of what went in. */
async function added(buyer: Buyer, { sku, quantity, returnTo }: Adding, at: Date): Promise<Response> {
  const line = await addToCart(buyer, { sku, quantity }, at);
  const onlyAvailable = line.available < line.quantity ? Math.max(0, line.available) : null;
  const news = tellAdded({ sku, name: line.name, quantity, inCart: line.quantity, onlyAvailable });
  // Where scripts run the buyer never left: no step back is added to their history.
  return seeOther(ownPath(returnTo, paths.cart()), { ...news, "X-Remix-Replace": "true" });
}

/** Back to where the buyer was, at the prices of the terms they chose. */
async function termsChosen(buyer: Buyer, { paymentTermsId, returnTo }: OnTerms, at: Date): Promise<Response> {
  await chooseTerms(buyer, paymentTermsId, at);
  return seeOther(ownPath(returnTo, paths.cart()), { "X-Remix-Replace": "true" });
}

const noneTaken: Taken = { lines: [], waiting: [] };

/** Does what was asked; what it took away comes back, for the way back. */
async function doneBy(buyer: Buyer, wish: Exclude<CartWish, Adding | OnTerms>, at: Date): Promise<Taken | undefined> {
  switch (wish.intent) {
    case "change":
      await changeQuantity(buyer, wish, at);
      return;
    case "remove":
      return takeOut(buyer, wish.sku, at);
    case "empty":
      return emptyCart(buyer, at);
    case "accept":
      await acceptPrices(buyer, wish.shownHash, at);
      return;
    case "split":
      return splitLine(buyer, wish.sku, at);
    case "keep":
      return keepWhatIsThere(buyer, wish.sku, at);
    case "swap":
      return swapLine(buyer, wish.sku, wish.by, at);
    case "mend":
      return mendAll(buyer, at);
    case "restore":
      await restore(buyer, wish.taken, at);
      return;
    case "take":
      await takeBackOrder(buyer, wish.sku, at);
      return;
    case "drop":
      return { lines: [], waiting: [{ sku: wish.sku, quantity: await dropBackOrder(buyer, wish.sku) }] };
  }
}

export default function Cart() {
  const { cart, shownHash, beside, need, around, mayOrder, mayPayOnline, waiting, fillUps, taken, isUndone } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(cartWords);
  if (cart.lines.length === 0) {
    return (
      <div className="page">
        <PageHeader title={w.title} />
        <AroundCart around={around} />
        <NotAdded answer={answer} />
        <TakenNotice taken={taken} />
        <NoLines kept={beside.kept} />
        <Waiting products={waiting} />
      </div>
    );
  }
  return (
    <div className="page">
      <PageHeader
        title={w.title}
        lead={beside.name ? `${beside.name} · ${w.lines(cart.lines.length)}` : w.lines(cart.lines.length)}
        actions={<CartActions lines={cart.lines.length} isUndone={isUndone} {...beside} />}
      />
      <AroundCart around={around} />
      <NotAdded answer={answer} />
      <TakenNotice taken={taken} />
      {cart.hasChangedPrices ? <ChangedPrices shownHash={shownHash} /> : null}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="stack">
          <MendAll lines={cart.lines} />
          <CartLines cart={cart} mayOrder={mayOrder} />
          <Waiting products={waiting} />
        </div>
        <CartSummary cart={cart} need={need} mayPayOnline={mayPayOnline} fillUps={fillUps} />
      </div>
    </div>
  );
}
