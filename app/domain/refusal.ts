/** Every expected no of the house; each has its sentence in both languages in `words/refusals.ts`. */
export const refusalCodes = [
  "wrong_credentials",
  "too_many_attempts",
  "account_disabled",
  "wrong_code",
  "wrong_password_or_code",
  "second_factor_required",
  "link_expired",
  "password_too_short",
  "email_taken",
  "invalid_input",
  "not_allowed",
  "not_found",
  "choice_unknown",
  "choice_ambiguous",
  "invalid_cnpj",
  "cnpj_taken",
  "code_taken",
  "no_price",
  "product_inactive",
  "quantity_invalid",
  "below_minimum_quantity",
  "not_pack_multiple",
  "out_of_stock",
  "cart_empty",
  "nothing_chosen",
  "below_minimum_order",
  "below_supplier_minimum",
  "payment_terms_not_offered",
  "payment_terms_minimum",
  "address_missing",
  "freight_not_served",
  "credit_held",
  "credit_overdue",
  "credit_exceeded",
  "over_order_limit",
  "over_month_limit",
  "no_approver",
  "own_request",
  "above_own_limit",
  "approval_decided",
  "word_missing",
  "last_approver",
  "prices_changed",
  "already_ordered",
  "views_only",
  "order_not_cancellable",
  "order_under_way",
  "already_answered",
  "order_state",
  "already_followed_up",
  "cart_already_ordered",
  "visit_already_done",
  "stock_below_reserved",
  "price_table_in_use",
  "price_scope_taken",
  "formula_circle",
  "formula_too_deep",
  "promotion_taken",
  "promotion_over",
  "promotion_sold_out",
  "already_decided",
  "not_a_picture",
  "receivable_moved",
  "receivable_overpaid",
  "receivable_closed",
  "payment_in_future",
  "payment_countered",
  "day_over",
  "file_unreadable",
  "file_encoding",
  "file_columns_missing",
  "file_separator",
  "file_too_large",
  "file_empty",
  "too_many_lines",
  "lists_full",
  "list_full",
  "quote_not_answered",
  "quote_answered",
  "quote_closed",
  "quote_expired",
  "quote_version_ordered",
  "quote_price_twice",
  "quote_discount_limit",
  "quote_validity",
  "carts_full",
  "order_unpaid",
  "payment_not_offered",
  "payment_too_small",
  "payment_freight_open",
  "payment_over",
  "payment_done",
  "payment_pending",
  "payment_silent",
  "payment_refused",
  "payment_too_often",
  "payment_settled",
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

/** What the sentence of a refusal needs to name: amounts in centavos, quantities, names, fields. */
export type RefusalDetails = Record<string, string | number | boolean | null | undefined>;

/** Why something cannot be done, as data; a screen shows it, an act throws it. */
export interface Reason {
  code: RefusalCode;
  details: RefusalDetails;
}

/** An expected no: rolls the act back and is said to the reader in their language. */
export class Refusal extends Error {
  override readonly name = "Refusal";

  constructor(
    readonly code: RefusalCode,
    readonly details: RefusalDetails = {},
    /** More of the same, where an act has several reasons at once. */
    readonly reasons: Reason[] = [{ code, details }],
  ) {
    super(code);
  }
}

/** Refuses with the first of the reasons and all the others beside it; with none, nothing is refused. */
export function refuseFor(reasons: Reason[]): void {
  const [first] = reasons;
  if (first) throw new Refusal(first.code, first.details, reasons);
}

/** True for a reason as it was written down, whose code the house still knows. */
export function isReason(noted: unknown): noted is Reason {
  if (noted === null || typeof noted !== "object" || !("code" in noted) || !("details" in noted)) return false;
  return (refusalCodes as readonly unknown[]).includes(noted.code) && noted.details !== null;
}
