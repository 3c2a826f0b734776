import type { Address } from "#app/domain/customers/addresses.server.ts";
import type { Reason } from "#app/domain/refusal.ts";
import { type Answer, typedOr } from "#app/kit/answered.ts";
import { Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { Field, TextField } from "#app/kit/field.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { AddressShown } from "#app/storefront/orders/address-shown.tsx";
import { formatCents } from "#app/words/numbers.ts";
import { orderWords } from "#app/words/orders.ts";
import { shopQuoteWords } from "#app/words/quotes-shop.ts";
import { refusalWords } from "#app/words/refusals.ts";
import type { ShownQuote } from "./quote.tsx";

/** Accepting an answered quote: where the goods go, the buyer's own number, and what stands against it now. */
export function AcceptCard({
  quote,
  totalCents,
  reasons,
  within,
  addresses,
  mayOrder,
  answer,
}: {
  quote: ShownQuote;
  totalCents: number;
  reasons: readonly Reason[];
  /** Whose limit reaches, where the buyer's own does not; null where it does. */
  within: readonly string[] | null;
  addresses: readonly Address[];
  mayOrder: boolean;
  answer: Answer;
}) {
  const w = useWords(shopQuoteWords);
  const order = useWords(orderWords);
  const sentences = useWords(refusalWords);
  const locale = useLocale();
  const names = new Intl.ListFormat(locale, { type: "disjunction" });
  if (!mayOrder) return <Notice>{w.viewsOnly}</Notice>;
  if (reasons.some((reason) => reason.code === "cart_empty")) return <Notice tone="warn">{w.nothingLeft}</Notice>;
  const usual = addresses.find((one) => one.isDefault) ?? addresses[0];
  const chosen = typedOr(answer, "addressId", usual?.id);
  return (
    <Card title={w.acceptTitle}>
      <form method="post" className="form">
        <p className="muted">{w.acceptLead(formatCents(totalCents, locale), quote.paymentTermsName ?? "")}</p>
        <fieldset className="grid gap-2" id="addressId">
          <legend className="label mb-1">{w.address}</legend>
          {addresses.length === 0 ? <p className="muted">{order.addressMissing}</p> : null}
          {addresses.map((address) => (
            <label className="pick" key={address.id}>
              <input
                type="radio"
                name="addressId"
                value={address.id}
                defaultChecked={String(address.id) === chosen}
                required
              />
              <span className="min-w-0">
                <span className="font-medium">{address.label}</span>
                <AddressShown address={address} />
              </span>
            </label>
          ))}
          <a className="link text-sm" href={paths.account()}>
            {w.otherAddress}
          </a>
        </fieldset>
        <Field
          name="poNumber"
          label={order.poNumber}
          help={order.poNumberHelp}
          optional
          answer={answer}
          maxLength={60}
          autoComplete="off"
        />
        <TextField name="notes" label={order.notes} help={order.notesHelp} optional answer={answer} maxLength={1000} />
        {reasons.length > 0 ? (
          <Notice tone="warn" title={w.cannotYet}>
            <ul className="list-disc pl-4">
              {reasons.map((reason) => (
                <li key={JSON.stringify(reason)}>{sentences[reason.code](reason.details)}</li>
              ))}
            </ul>
            {within ? (
              <p className="mt-1">{within.length > 0 ? w.colleague(names.format(within)) : w.noColleague}</p>
            ) : null}
          </Notice>
        ) : null}
        <Button
          look="primary"
          size="lg"
          className="btn-wide"
          name="act"
          value="accept"
          disabled={reasons.length > 0 || addresses.length === 0}
        >
          {w.accept}
        </Button>
      </form>
    </Card>
  );
}
