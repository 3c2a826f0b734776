import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { type BuyerSession, requireBuyer } from "#app/access/doors.server.ts";
import { placeAsked } from "#app/access/place-asked.server.ts";
import { askForApproval, tellRepAboutApprover } from "#app/domain/approvals/asking.server.ts";
import { approvalNeeded } from "#app/domain/approvals/need.server.ts";
import { withNeed } from "#app/domain/approvals/need.ts";
import { chooseTerms } from "#app/domain/carts/cart-terms.server.ts";
import { deliverTo, recordLook } from "#app/domain/carts/open-cart.server.ts";
import { reasonsBesideCredit } from "#app/domain/credit/credit.ts";
import { addressesOf, saveAddress } from "#app/domain/customers/addresses.server.ts";
import { checkoutOf, wantTerms } from "#app/domain/orders/checkout.server.ts";
import { type OrderWish, placeOrder } from "#app/domain/orders/orders.server.ts";
import { methodsOffered } from "#app/domain/payments/offered.server.ts";
import { orderAndPay } from "#app/domain/payments/paying.server.ts";
import type { PaymentMethod } from "#app/domain/payments/payment.ts";
import { seeOther, unlessRefused, unreadable } from "#app/http/answer.ts";
import { formOf, type Typed } from "#app/http/form.ts";
import { useAddressLabels } from "#app/kit/address-fields.tsx";
import { refusalIn } from "#app/kit/answered.ts";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { approvalWords } from "#app/words/approvals.ts";
import { cartWords } from "#app/words/cart.ts";
import { orderWords } from "#app/words/orders.ts";
import { actMeant, checkoutForm, newAddressOf, termsChosen } from "./checkout-form.ts";
import { CheckoutSummary } from "./checkout-summary.tsx";
import { ChooseAddress } from "./choose-address.tsx";
import { ChoosePayment } from "./choose-payment.tsx";
import { ChooseTerms } from "./choose-terms.tsx";
import { OwnWords } from "./own-words.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const { buyer } = await requireBuyer(request);
  const at = new Date();
  const checkout = await checkoutOf(buyer, at);
  if (!checkout || checkout.cart.lines.length === 0) throw seeOther(paths.cart());
  const need = await approvalNeeded(buyer, checkout.cart.totalCents, at);
  await recordLook(buyer, "checkout_opened", withNeed(checkout.cart, need), at);
  const { cart, ...rest } = checkout;
  // What a colleague has to approve goes on account: nobody pays before it is approved.
  const methods = need ? [] : await methodsOffered(at);
  const lines = cart.lines.map(({ sku, name, unit, quantity, lineCents, change, quote }) => ({
    ...{ sku, name, unit, quantity, lineCents, change },
    unitPriceE4: quote?.unitPriceE4 ?? null,
  }));
  const { id: _id, suppliers: _s, minimumOrderCents: _m, missingForFreeFreightCents: _f, ...shown } = cart;
  return { ...rest, need, methods, cart: { ...shown, lines } };
}

export type ShownCheckout = Awaited<ReturnType<typeof loader>>;

export async function action({ request, context }: ActionFunctionArgs) {
  const session = await requireBuyer(request);
  const at = new Date();
  const place = await placeAsked(request, context.clientAddress, at);
  if (place) return place;
  const form = await formOf(request, checkoutForm);
  if (!form.ok) return unreadable(form);
  const wish = form.value;
  return unlessRefused<Response | ReturnType<typeof goOn | typeof unreadable>>(form.typed, async () => {
    switch (actMeant(wish)) {
      case "address":
        return addressAdded(session, form.typed, at);
      case "deliver":
        if (wish.addressId) await deliverTo(session.buyer, wish.addressId);
        return goOn(form.typed, null);
      case "choose": {
        const termsId = termsChosen(wish);
        if (termsId === null) return goOn(form.typed, null);
        await chooseTerms(session.buyer, termsId, at);
        return goOn({ ...form.typed, paymentTermsId: String(termsId) }, null);
      }
      case "terms":
        if (wish.termsWanted) await wantTerms(session.buyer, wish.termsWanted, at);
        return goOn({ ...form.typed, termsWanted: "" }, wish.termsWanted ? "terms" : null);
      case "tellRep":
        return goOn(form.typed, (await tellRepAboutApprover(session.buyer, at)) ? "rep" : null);
      case "ask":
      case "place": {
        const { addressId, paymentTermsId, payment, ...rest } = wish;
        const chosen = { ...rest, addressId: addressId ?? 0, paymentTermsId: paymentTermsId ?? 0 };
        const asked = actMeant(wish) === "ask" ? await askForApproval(session.buyer, chosen, at) : null;
        if (asked) return seeOther(paths.approval(asked.id, { done: "sent" }));
        if (payment !== "account") return paidOnline(session, chosen, payment, at);
        const { number } = await placeOrder(session.buyer, chosen, at);
        return seeOther(`${paths.order(number)}?placed=1`);
      }
    }
  });
}

/** Orders, and leads to the page where it is paid; where that cannot be had now, the order says how to go on. */
async function paidOnline(
  { buyer }: BuyerSession,
  wish: OrderWish,
  method: PaymentMethod,
  at: Date,
): Promise<Response> {
  const { number, url, why } = await orderAndPay(buyer, wish, method, at);
  return seeOther(url ?? `${paths.order(number)}?placed=1&payment=${why ?? "unpaid"}`);
}

/** The same page again with everything that was typed, and word of what was done. */
function goOn(typed: Typed, saved: "address" | "terms" | "rep" | null) {
  return data({ done: false as const, saved, reasons: [], errors: {}, typed });
}

async function addressAdded({ buyer, user, customer }: BuyerSession, typed: Typed, at: Date) {
  const address = newAddressOf(typed);
  if (!address.ok) return unreadable(address);
  await saveAddress({ userId: user.id, repId: null }, customer.id, null, { ...address.value, isDefault: false }, at);
  const newest = (await addressesOf(customer.id)).reduce((id, one) => Math.max(id, one.id), 0);
  await deliverTo(buyer, newest);
  const kept = Object.fromEntries(Object.entries(typed).filter(([name]) => !(name in address.value)));
  return goOn({ ...kept, addressId: String(newest) }, "address");
}

export default function CheckoutPage() {
  const checkout = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(orderWords);
  const cart = useWords(cartWords);
  const labels = { ...useAddressLabels(), poNumber: w.poNumber, notes: w.notes };
  const savedWords = { address: w.addressSaved, terms: w.termsWantedDone, rep: useWords(approvalWords).repTold };
  const saved: keyof typeof savedWords | null = answer && "saved" in answer ? answer.saved : null;
  const refusal = refusalIn(answer);
  const isRefused = refusal !== null && refusal.reasons.length + Object.keys(refusal.errors).length > 0;
  return (
    <div className="page">
      <PageHeader
        title={w.checkout}
        lead={w.checkoutLead}
        trail={[{ label: cart.title, href: paths.cart() }, { label: w.checkout }]}
      />
      {isRefused ? <FormErrors answer={answer} labels={labels} /> : null}
      {saved ? <Notice tone="good">{savedWords[saved]}</Notice> : null}
      {checkout.cart.hasChangedPrices ? (
        <Notice tone="warn" title={cart.changed}>
          {cart.changedLead}
        </Notice>
      ) : null}
      <form method="post" className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <button type="submit" name="act" value="enter" hidden tabIndex={-1} aria-hidden="true" />
        <input type="hidden" name="shownHash" value={checkout.shownHash} />
        <input type="hidden" name="idempotencyKey" value={checkout.idempotencyKey} />
        <div className="stack">
          <ChooseAddress addresses={checkout.addresses} chosenId={checkout.cart.delivery.addressId} answer={answer} />
          <ChoosePayment
            methods={checkout.methods}
            isCreditShort={reasonsBesideCredit(checkout.cart.reasons).length < checkout.cart.reasons.length}
            answer={answer}
          />
          <ChooseTerms
            terms={checkout.terms}
            chosenId={checkout.cart.terms?.id ?? null}
            cheaper={checkout.cart.cheaperTerms}
            goodsCents={checkout.cart.goodsCents}
            totalCents={checkout.cart.totalCents}
            answer={answer}
          />
          <OwnWords answer={answer} />
        </div>
        <CheckoutSummary
          cart={checkout.cart}
          need={checkout.need}
          mayPayOnline={checkout.methods.length > 0}
          answer={answer}
        />
      </form>
    </div>
  );
}
