import { type SQL, sql } from "drizzle-orm";
import type { Buyer, Scope } from "#app/domain/customers/buyer.ts";
import type { Cents, PriceE4 } from "#app/domain/money.ts";
import type { Day } from "#app/domain/period.ts";
import type { PriceStep } from "#app/domain/pricing/price-chain.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { db, type Tx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import type { AskedLine, PricedLine, QuoteMoments, QuoteWish } from "./quote.ts";
import type { Offer } from "./quoted-cart.server.ts";

/** A line of a quote as it was asked and answered, beside what is known of its product now. */
export interface QuoteLine extends AskedLine, PricedLine {
  line: number;
  name: string;
  unit: string;
  picture: string | null;
  listChain: PriceStep[];
  wishedUnitPriceE4: PriceE4 | null;
  note: string | null;
  available: number;
  /** What this customer last paid for it, and when; null when they never bought it. */
  lastPaidE4: PriceE4 | null;
  lastPaidOn: Day | null;
}

/** A quote, whole. */
export interface QuoteSheet extends QuoteMoments, QuoteWish {
  number: number;
  version: number;
  copiedFrom: number | null;
  copiedTo: number | null;
  cartId: number;
  customerId: number;
  customerName: string;
  customerCode: string;
  repName: string | null;
  askedAt: Date;
  askedByName: string;
  /** True when a member of staff asked in the customer's name. */
  isAskedByStaff: boolean;
  /** Who of the customer hears of the answer, where one person asked, and the telephone to reach them by. */
  reader: { name: string; phone: string | null; locale: string | null };
  answeredByName: string | null;
  paymentTermsId: number | null;
  paymentTermsName: string | null;
  paymentTermsDays: number[] | null;
  freightCents: Cents | null;
  answerNote: string | null;
  orderNumber: string | null;
  declineReason: string | null;
  endedByName: string | null;
  lines: QuoteLine[];
}

type Moments = "askedAt" | "answeredAt" | "acceptedAt" | "declinedAt" | "withdrawnAt";
type SheetRow = Omit<QuoteSheet, Moments | "lines"> & { [M in Moments]: string | null };

const momentOf = (text: string | null): Date | null => (text === null ? null : new Date(text));

async function sheetWhere(condition: SQL, tx: Tx): Promise<QuoteSheet> {
  const [row] = await preparedRows<SheetRow>(
    sql`select q.number, q.version, q.copied_from as "copiedFrom", q.cart_id as "cartId", q.customer_id as "customerId",
      (select n.number from quotes n where n.customer_id = q.customer_id and n.copied_from = q.number) as "copiedTo",
      c.trade_name as "customerName", c.code as "customerCode", r.name as "repName", q.asked_at as "askedAt",
      u.name as "askedByName", u.role <> 'buyer' as "isAskedByStaff",
      json_build_object('name', case when u.role = 'buyer' then u.name else c.trade_name end,
        'phone', coalesce(case when u.role = 'buyer' then u.phone end, c.phone), 'locale', case when u.role = 'buyer' then u.locale end)
        as reader, q.wanted_price as "wantedPrice",
      q.wanted_terms as "wantedTerms", q.wanted_on as "wantedOn", q.message, q.answered_at as "answeredAt",
      a.name as "answeredByName", q.valid_until as "validUntil", q.payment_terms_id as "paymentTermsId",
      q.payment_terms_name as "paymentTermsName", to_json(q.payment_terms_days) as "paymentTermsDays",
      q.freight_cents as "freightCents", q.answer_note as "answerNote", q.accepted_at as "acceptedAt",
      q.order_number as "orderNumber", q.declined_at as "declinedAt", q.decline_reason as "declineReason",
      q.withdrawn_at as "withdrawnAt", e.name as "endedByName"
    from quotes q
    join customers c on c.id = q.customer_id
    join users u on u.id = q.asked_by
    left join users r on r.id = c.rep_id
    left join users a on a.id = q.answered_by
    left join users e on e.id = q.ended_by
    where ${condition}`,
    tx,
  );
  if (!row) throw new Refusal("not_found", { what: "quote" });
  return {
    ...row,
    askedAt: momentOf(row.askedAt) as Date,
    answeredAt: momentOf(row.answeredAt),
    acceptedAt: momentOf(row.acceptedAt),
    declinedAt: momentOf(row.declinedAt),
    withdrawnAt: momentOf(row.withdrawnAt),
    lines: await linesOf(row.customerId, row.number, tx),
  };
}

const linesOf = (customerId: number, number: number, tx: Tx): Promise<QuoteLine[]> =>
  preparedRows(
    sql`select l.line, l.sku, l.name, l.unit, coalesce(p.picture, g.picture) as picture, l.wished_quantity as "wishedQuantity",
      l.list_unit_price_e4 as "listUnitPriceE4", l.list_chain as "listChain", l.wished_unit_price_e4 as "wishedUnitPriceE4",
      l.quantity, l.unit_price_e4 as "unitPriceE4", l.is_unavailable as "isUnavailable", l.note,
      p.pack_multiple as "packMultiple", p.minimum_quantity as "minimumQuantity",
      greatest(0, coalesce(s.on_hand - s.reserved, 0)) as available,
      paid.e4 as "lastPaidE4", paid.placed_on as "lastPaidOn"
    from quote_lines l
    join products p on p.id = l.product_id
    left join categories g on g.id = p.category_id
    left join stock s on s.product_id = p.id
    left join lateral (
      select b.unit_price_e4 as e4, o.placed_on from order_lines b
      join orders o on o.customer_id = b.customer_id and o.id = b.order_id
      where b.customer_id = l.customer_id and b.product_id = l.product_id and o.kind = 'order' and o.cancelled_at is null
        and b.unit_price_e4 > 0
      order by o.placed_at desc limit 1
    ) paid on true
    where l.customer_id = ${customerId}::int and l.quote_number = ${number}::int order by l.line`,
    tx,
  );

/** A quote of the buyer's own company; anybody else's does not exist (refused `not_found`). */
export const quoteOf = (buyer: Pick<Buyer, "customerId">, number: number, tx: Tx = db): Promise<QuoteSheet> =>
  sheetWhere(sql`q.customer_id = ${buyer.customerId}::int and q.number = ${number}::int`, tx);

/** A quote of the scope; one outside of it does not exist (refused `not_found`). */
export const quoteIn = (scope: Pick<Scope, "repId">, number: number, tx: Tx = db): Promise<QuoteSheet> =>
  sheetWhere(sql`q.number = ${number}::int and (${scope.repId}::int is null or c.rep_id = ${scope.repId}::int)`, tx);

/** The terms a quote was answered with. */
export interface OfferedWith {
  id: number;
  name: string;
  days: number[];
}

/** What of an answered quote can become an order; null while nobody answered it. */
export function offerOf(sheet: QuoteSheet): (Offer & { terms: OfferedWith }) | null {
  const { number, cartId, validUntil, freightCents, paymentTermsId, paymentTermsName, paymentTermsDays } = sheet;
  if (validUntil === null || freightCents === null || paymentTermsId === null || paymentTermsName === null) return null;
  const lines = sheet.lines.flatMap(({ sku, quantity, unitPriceE4, listChain }) =>
    quantity === null || unitPriceE4 === null ? [] : [{ sku, quantity, unitPriceE4, listChain }],
  );
  const terms = { id: paymentTermsId, name: paymentTermsName, days: paymentTermsDays ?? [] };
  return { number, cartId, validUntil, freightCents, lines, terms };
}
