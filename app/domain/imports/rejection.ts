/** Why a row was not taken in; each has its sentence in both languages in `words/imports.ts`. */
export const rejectionCodes = [
  "no_customer",
  "no_order_number",
  "no_sku",
  "no_date",
  "no_name",
  "no_code",
  "date_unreadable",
  "date_in_future",
  "quantity_unreadable",
  "quantity_zero",
  "quantity_too_large",
  "stock_too_large",
  "stock_below_reserved",
  "price_unreadable",
  "price_negative",
  "price_too_many_decimals",
  "amount_unreadable",
  "column_count",
  "quote_not_closed",
  "line_too_long",
  "line_encoding",
  "text_too_long",
  "uf_unknown",
  "cnpj_invalid",
  "cnpj_taken",
  "email_invalid",
  "unknown_customer",
  "unknown_product",
  "unknown_price_table",
  "table_or_customer",
  "repeated",
  "order_born_here",
  "number_clash",
  "no_document",
  "no_due_day",
  "paid_over_amount",
  "receivable_of_order",
  "receivable_cancelled",
] as const;

export type RejectionCode = (typeof rejectionCodes)[number];

/** A row that was not taken in, as data: where it stands in the file, why, and what its sentence names. */
export interface Rejection {
  line: number;
  code: RejectionCode;
  /** What was found, for the sentence. */
  said?: string;
  /** The row as it was read. */
  cells: string[];
}

/** What a row's reader answers instead of a row. */
export interface NotTaken {
  code: RejectionCode;
  said?: string;
}
