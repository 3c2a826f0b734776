import { sql } from "drizzle-orm";
import { recordAudit } from "#app/domain/audit/audit.server.ts";
import { cartOfWishes } from "#app/domain/carts/open-cart.server.ts";
import type { Scope } from "#app/domain/customers/buyer.ts";
import { settingsAsOf } from "#app/domain/customers/settings.server.ts";
import type { Cents } from "#app/domain/money.ts";
import { type Day, dayOf, daysAfter } from "#app/domain/period.ts";
import { Refusal, refuseFor } from "#app/domain/refusal.ts";
import { db, type Tx, withTx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import { customerOfQuote, lockedQuote } from "./locked.server.ts";
import {
  type AnsweredLine,
  type AskedLine,
  answeredLineOf,
  reasonAgainstValidity,
  reasonNotToAnswer,
  reasonsAgainstAnswer,
  type SaidLine,
} from "./quote.ts";
import { tellAnswered } from "./quote-mails.server.ts";
import type { QuoteSheet } from "./quote-sheet.server.ts";

/** What the house answers: every line, and what counts for all of them. */
export interface Answer {
  lines: readonly SaidLine[];
  paymentTermsId: number;
  freightCents: Cents;
  validUntil: Day;
  answerNote: string | null;
}

/** Payment terms the house has, whoever they are usually offered to. */
export interface HouseTerms {
  id: number;
  name: string;
  days: number[];
}

/** The payment terms a quote can offer, the shortest first. */
export const termsOfTheHouse = (tx: Tx = db): Promise<HouseTerms[]> =>
  preparedRows(
    sql`select t.id, t.name, to_json(t.days) as days from payment_terms t where t.is_active order by t.days, t.id`,
    tx,
  );

/** The most discount on the list price whoever has this scope may give; null: as much as they like. */
export async function mostDiscountOf(scope: Scope, at: Date, tx: Tx = db): Promise<number | null> {
  return scope.repId === null ? null : (await settingsAsOf(at, tx)).mostQuoteDiscountBasisPoints;
}

const askedLines = (customerId: number, number: number, tx: Tx): Promise<AskedLine[]> =>
  preparedRows(
    sql`select l.sku, l.wished_quantity as "wishedQuantity", l.list_unit_price_e4 as "listUnitPriceE4",
        p.pack_multiple as "packMultiple", p.minimum_quantity as "minimumQuantity"
      from quote_lines l join products p on p.id = l.product_id
      where l.customer_id = ${customerId}::int and l.quote_number = ${number}::int order by l.line`,
    tx,
  );

/** What an answer begins with: the customer's terms, today's freight for what was asked, the validity the company usually gives. */
export async function suggestionFor(
  sheet: QuoteSheet,
  at: Date,
): Promise<{ termsId: number | null; freightCents: Cents; validUntil: Day }> {
  const wishes = sheet.lines.map(({ sku, wishedQuantity }) => ({ sku, quantity: wishedQuantity }));
  const [cart, settings] = await Promise.all([
    cartOfWishes(sheet.customerId, wishes, { termsId: null, addressId: null }, at),
    settingsAsOf(at),
  ]);
  const { freightCents, terms } = cart;
  return { termsId: terms?.id ?? null, freightCents, validUntil: daysAfter(dayOf(at), settings.quoteValidDays) };
}

/**
 * The lines of an answer, if each line that was asked is answered as the house may; refused with all that stands against it,
 * and for a product that was not asked (`not_found`).
 */
export function answeredLines(
  asked: readonly AskedLine[],
  said: readonly SaidLine[],
  mostBasisPoints: number | null,
): AnsweredLine[] {
  const bySku = new Map(said.map((line) => [line.sku, line]));
  const known = new Set(asked.map((line) => line.sku));
  const foreign = said.filter((line) => !known.has(line.sku));
  refuseFor(foreign.map(({ sku }) => ({ code: "not_found", details: { what: "product", sku } })));
  const silent = { isUnavailable: false, quantity: null, unitPriceE4: null, discountBasisPoints: null, note: null };
  const pairs = asked.map((line) => ({ line, answer: bySku.get(line.sku) ?? { sku: line.sku, ...silent } }));
  refuseFor(pairs.flatMap(({ line, answer }) => reasonsAgainstAnswer(line, answer, mostBasisPoints)));
  return pairs.map(({ line, answer }) => answeredLineOf(line, answer));
}

/** What the answer would be, without giving it; the same refusals. */
export async function triedAnswer(
  scope: Scope,
  number: number,
  said: readonly SaidLine[],
  at: Date,
): Promise<AnsweredLine[]> {
  const customerId = await customerOfQuote(scope, number);
  return answeredLines(await askedLines(customerId, number, db), said, await mostDiscountOf(scope, at));
}

/**
 * Answers a quote of the scope, once: after this nobody changes it any more. Refused: a quote that was answered or ended before,
 * more discount than a rep may give, no whole packs, terms the house does not have, a day that is over.
 */
export async function answerQuote(
  scope: Scope,
  number: number,
  answer: Answer,
  at: Date,
  outer: Tx = db,
): Promise<void> {
  await withTx(async (tx) => {
    const customerId = await customerOfQuote(scope, number, tx);
    const quote = await lockedQuote(customerId, number, dayOf(at), tx);
    const closed = reasonNotToAnswer(quote.state);
    if (closed) throw new Refusal(closed.code, closed.details);
    const asked = await askedLines(customerId, number, tx);
    const lines = answeredLines(asked, answer.lines, await mostDiscountOf(scope, at, tx));
    const wrongDay = reasonAgainstValidity(answer.validUntil, dayOf(at));
    if (wrongDay) throw new Refusal(wrongDay.code, wrongDay.details);
    const terms = (await termsOfTheHouse(tx)).find((one) => one.id === answer.paymentTermsId);
    if (!terms) throw new Refusal("payment_terms_not_offered");
    await preparedRows(
      sql`with quote as (
        update quotes q set answered_by = ${scope.userId}::int, answered_at = ${at.toISOString()}::timestamptz,
          valid_until = ${answer.validUntil}::date, payment_terms_id = ${terms.id}::int, payment_terms_name = ${terms.name}::text,
          payment_terms_days = ${`{${terms.days.join(",")}}`}::int[], freight_cents = ${answer.freightCents}::bigint,
          answer_note = ${answer.answerNote}::text
        where q.customer_id = ${customerId}::int and q.number = ${number}::int
      )
      update quote_lines l set quantity = a.quantity, unit_price_e4 = a."unitPriceE4", is_unavailable = a."isUnavailable",
        note = a.note
      from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
        as a (sku text, quantity int, "unitPriceE4" bigint, "isUnavailable" boolean, note text)
      where l.customer_id = ${customerId}::int and l.quote_number = ${number}::int and l.sku = a.sku`,
      tx,
    );
    const note = { actorId: scope.userId, customerId, action: "quote_answered", subject: `quote ${number}` };
    const { validUntil, freightCents } = answer;
    const prices = Object.fromEntries(lines.map((line) => [line.sku, line.unitPriceE4]));
    await recordAudit({ ...note, after: { validUntil, terms: terms.name, freightCents, prices } }, at, tx);
    await tellAnswered({ customerId, number, validUntil }, at, tx);
  }, outer);
}
