import { formatCents } from "#app/words/numbers.ts";
import { peopleWords } from "#app/words/people.ts";
import type { Answer } from "./answered.ts";
import { Badge } from "./badge.tsx";
import { MoneyField } from "./field.tsx";
import { Select } from "./select.tsx";
import { useLocale, useWords } from "./words.tsx";

/** A buyer as the fields and lists of both faces know them. */
export interface BuyerTerms {
  buyerRole: "orders" | "approves" | "views";
  orderLimitCents: number | null;
  monthLimitCents: number | null;
}

/** Centavos as a person types them, without separators of thousands. */
const typedAmount = (cents: number | null, locale: string): string =>
  cents === null ? "" : (cents / 100).toFixed(2).replace(".", locale === "en" ? "." : ",");

/** What a buyer may do and up to which amounts: the fields of `buyerTerms`; ids end in `-key` where the form stands several times. */
export function BuyerTermsFields({ buyer, answer, idEnd }: { buyer: BuyerTerms; answer: Answer; idEnd: string }) {
  const w = useWords(peopleWords);
  const locale = useLocale();
  const roles = (["orders", "approves", "views"] as const).map((value) => ({ value, label: w.roles[value] }));
  return (
    <>
      <Select
        name="buyerRole"
        id={`buyerRole-${idEnd}`}
        label={w.role}
        options={roles}
        answer={answer}
        value={buyer.buyerRole}
      />
      <div className="form-row">
        <MoneyField
          name="orderLimitCents"
          id={`orderLimitCents-${idEnd}`}
          label={w.orderLimit}
          answer={answer}
          value={typedAmount(buyer.orderLimitCents, locale)}
          optional
        />
        <MoneyField
          name="monthLimitCents"
          id={`monthLimitCents-${idEnd}`}
          label={w.monthLimit}
          answer={answer}
          value={typedAmount(buyer.monthLimitCents, locale)}
          optional
        />
      </div>
      <p className="help">
        {w.limitHelp} {w.approverLimitHelp}
      </p>
    </>
  );
}

/** The limits of a buyer in words. */
export function LimitsShown({ buyer }: { buyer: Omit<BuyerTerms, "buyerRole"> }) {
  const w = useWords(peopleWords);
  const locale = useLocale();
  const { orderLimitCents, monthLimitCents } = buyer;
  const said = [
    orderLimitCents === null ? null : w.perOrder(formatCents(orderLimitCents, locale)),
    monthLimitCents === null ? null : w.perMonth(formatCents(monthLimitCents, locale)),
  ].filter((one) => one !== null);
  return said.length === 0 ? w.noLimit : said.join(" · ");
}

/** Whether a buyer enters the shop: active, invited and not here yet, or disabled. */
export function BuyerStateBadge({ buyer }: { buyer: { isDisabled: boolean; hasPassword: boolean } }) {
  const w = useWords(peopleWords);
  if (buyer.isDisabled) return <Badge>{w.disabled}</Badge>;
  return buyer.hasPassword ? <Badge tone="good">{w.active}</Badge> : <Badge tone="info">{w.invited}</Badge>;
}
