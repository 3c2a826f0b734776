import { data } from "@remix-run/node";
import { fillCart } from "#app/domain/carts/filling.server.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { acceptQuote } from "#app/domain/orders/quoted.server.ts";
import { askAgain } from "#app/domain/quotes/asking.server.ts";
import { declineQuote, withdrawQuote } from "#app/domain/quotes/ending.server.ts";
import { linesToBuy } from "#app/domain/quotes/quote.ts";
import { quoteOf } from "#app/domain/quotes/quote-sheet.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { type NotDone, seeOther } from "#app/http/answer.ts";
import type { Typed } from "#app/http/form.ts";
import { paths } from "#app/paths.ts";
import type { QuoteAct } from "./quote-form.ts";

/** Does what is asked of a quote, and leads to where it can be seen. */
export async function doneToQuote(buyer: Buyer, number: number, wish: QuoteAct, typed: Typed, at: Date) {
  switch (wish.act) {
    case "accept": {
      const order = await acceptQuote(buyer, number, wish, at);
      return seeOther(`${paths.order(order.number)}?placed=1`);
    }
    case "decline":
      await declineQuote(buyer, number, wish.reason, at);
      return seeOther(paths.quote(number, { done: "declined" }));
    case "withdraw":
      await withdrawQuote(buyer, number, at);
      return seeOther(paths.quote(number, { done: "withdrawn" }));
    case "again":
      return seeOther(paths.quote(await askAgain(buyer, number, at), { done: "asked" }));
    case "withdrawToCart":
      await withdrawQuote(buyer, number, at);
      return intoCart(buyer, number, typed, at);
    case "cart":
      return intoCart(buyer, number, typed, at);
  }
}

/** Puts what the quote was about into the cart at today's prices: to the cart when all of it went in, else back with the reasons. */
async function intoCart(buyer: Buyer, number: number, typed: Typed, at: Date) {
  if (!buyer.mayOrder) throw new Refusal("views_only");
  const { held, refused } = await fillCart(buyer, linesToBuy((await quoteOf(buyer, number)).lines), at);
  if (refused.length === 0) return seeOther(paths.cart());
  const nothing: NotDone = { done: false, reasons: refused, errors: {}, typed };
  return data({ ...nothing, held }, { status: 422 });
}
