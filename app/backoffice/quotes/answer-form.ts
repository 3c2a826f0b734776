import { z } from "zod";
import type { SaidLine } from "#app/domain/quotes/quote.ts";
import { problem } from "#app/http/form.ts";
import {
  basisPoints,
  cents,
  day,
  maybe,
  optionalText,
  priceE4,
  quantity,
  rowId,
  text,
  ticked,
} from "#app/http/shapes.ts";

const discount = basisPoints.pipe(z.number().int().min(0, problem("invalid")).max(10_000, problem("invalid")));

const line = z.strictObject({
  sku: text(60),
  quantity: maybe(quantity),
  price: maybe(priceE4),
  discount: maybe(discount),
  isUnavailable: ticked,
  note: optionalText(300),
});

const answer = {
  lines: z.array(line).max(500),
  paymentTermsId: rowId,
  freight: cents,
  validUntil: day,
  answerNote: optionalText(2000),
};

/** What the office can do with a quote: work an answer out, send it, or open a further version. */
export const officeQuoteForm = z.discriminatedUnion("act", [
  z.strictObject({ act: z.enum(["preview", "answer"]), ...answer }),
  z.strictObject({ act: z.literal("version") }),
]);

/** The lines of the form as the domain hears them. */
export const saidLines = (lines: readonly z.output<typeof line>[]): SaidLine[] =>
  lines.map(({ sku, quantity, price, discount, isUnavailable, note }) => ({
    ...{ sku, quantity, isUnavailable, note },
    unitPriceE4: price,
    discountBasisPoints: discount,
  }));
