import { cartOfWishes } from "#app/domain/carts/open-cart.server.ts";
import type { Buyer, Scope } from "#app/domain/customers/buyer.ts";
import { acceptQuote } from "#app/domain/orders/quoted.server.ts";
import { type Day, dayOf, daysAfter, momentAt } from "#app/domain/period.ts";
import type { Quote } from "#app/domain/pricing/quote.ts";
import { answerQuote } from "#app/domain/quotes/answering.server.ts";
import { askBeside } from "#app/domain/quotes/asking.server.ts";
import { declineQuote } from "#app/domain/quotes/ending.server.ts";
import type { QuoteWish } from "#app/domain/quotes/quote.ts";
import { sql } from "#db/connection.server.ts";
import { shortOf } from "./house.server.ts";

/** One quote as it was lived: how many days ago it was asked and answered, and what became of it. */
interface Story {
  /** Of whom: a demo buyer by e-mail, or the first rep's customer that comes so many places later. */
  of: string | number;
  askedDaysAgo: number;
  /** Which of the usual products, and how many packs of each. */
  from: number;
  lines: number;
  packs: number;
  /** What is taken off the list price by those who wish it, in basis points. */
  wishedOff: number;
  wish: Partial<QuoteWish> & { wantedInDays?: number };
  answer: {
    daysAgo: number;
    off: number;
    validDays: number;
    terms: string;
    note: string;
    isOneMissing?: boolean;
  } | null;
  end: { kind: "accepted" | "declined"; daysAgo: number; reason?: string } | null;
}

const stories: readonly Story[] = [
  {
    ...{ of: "buyer@demo.test", askedDaysAgo: 21, from: 3, lines: 4, packs: 4, wishedOff: 0 },
    wish: { wantedPrice: "5% a menos", message: "Tenho proposta de outra distribuidora." },
    answer: { daysAgo: 20, off: 300, validDays: 7, terms: "28", note: "Preço especial para este volume." },
    end: null,
  },
  {
    ...{ of: "buyer@demo.test", askedDaysAgo: 13, from: 0, lines: 5, packs: 6, wishedOff: 500 },
    wish: { wantedTerms: "28/56", wantedInDays: 5 },
    answer: { daysAgo: 12, off: 450, validDays: 7, terms: "28-56", note: "Fechando esta semana, sai na próxima rota." },
    end: { kind: "accepted", daysAgo: 11 },
  },
  {
    ...{ of: "buyer@demo.test", askedDaysAgo: 3, from: 6, lines: 6, packs: 5, wishedOff: 800 },
    wish: {
      wantedPrice: "chegar perto de 8% a menos",
      wantedTerms: "28/56/84",
      message: "Campanha de fim de mês na loja.",
    },
    answer: {
      ...{ daysAgo: 2, off: 600, validDays: 6, terms: "28-56-84" },
      ...{ note: "Consegui 6% em tudo e o prazo que você pediu. Frete por nossa conta.", isOneMissing: true },
    },
    end: null,
  },
  {
    ...{ of: "buyer@demo.test", askedDaysAgo: 0, from: 2, lines: 3, packs: 8, wishedOff: 500 },
    wish: { wantedTerms: "45 dias", message: "Preciso da resposta hoje, se der." },
    ...{ answer: null, end: null },
  },
  {
    ...{ of: "buyer2@demo.test", askedDaysAgo: 8, from: 1, lines: 4, packs: 3, wishedOff: 1000 },
    wish: { wantedPrice: "10% a menos" },
    answer: { daysAgo: 7, off: 200, validDays: 7, terms: "14", note: "É o que consigo neste volume." },
    end: { kind: "declined", daysAgo: 6, reason: "Fechei com outro fornecedor, 5% mais barato." },
  },
  {
    ...{ of: "buyer2@demo.test", askedDaysAgo: 1, from: 5, lines: 5, packs: 4, wishedOff: 0 },
    wish: { wantedInDays: 4, message: "Entrega até sexta, por favor." },
    ...{ answer: null, end: null },
  },
  {
    ...{ of: 1, askedDaysAgo: 2, from: 0, lines: 7, packs: 5, wishedOff: 400 },
    wish: { wantedPrice: "igual ao do mês passado", wantedTerms: "28/56" },
    ...{ answer: null, end: null },
  },
  {
    ...{ of: 2, askedDaysAgo: 7, from: 2, lines: 4, packs: 4, wishedOff: 0 },
    wish: {},
    answer: { daysAgo: 6, off: 350, validDays: 7, terms: "28", note: "" },
    end: null,
  },
];

interface Asker {
  buyer: Buyer;
  rep: Scope;
}

async function askerOf(of: Story["of"]): Promise<Asker | null> {
  const [row] = await sql<{ userId: number; customerId: number; repId: number }[]>`
    select u.id as "userId", c.id as "customerId", c.rep_id as "repId" from users u join customers c on c.id = u.customer_id
    where u.role = 'buyer' and c.access_granted_at is not null and c.rep_id is not null and case
      when ${typeof of === "string"} then u.email = ${String(of)}
      else u.email like 'comprador.%' and c.credit_limit_cents > 1000000
        and c.rep_id = (select id from users where email = 'rep@demo.test') end
    order by u.id offset ${typeof of === "string" ? 0 : of} limit 1`;
  if (!row) return null;
  const { userId, customerId, repId } = row;
  return { buyer: { userId, customerId, actingUserId: null, mayOrder: true }, rep: { userId: repId, repId } };
}

/** What a customer buys most, of what is there in plenty. */
const usualOf = (customerId: number, from: number, lines: number) =>
  sql<{ sku: string; pack: number }[]>`
    select p.sku, p.pack_multiple as pack from product_days d join products p on p.id = d.product_id
    where d.customer_id = ${customerId} and p.is_active and p.sku <> all(${shortOf.map(([sku]) => sku)})
    group by p.id order by sum(d.orders) desc, p.sku limit ${lines} offset ${from}`;

const timeOn = (today: Day, daysAgo: number, time: string, at: Date): Date =>
  daysAgo === 0 ? new Date(at.getTime() - 40 * 60_000) : momentAt(daysAfter(today, -daysAgo), time);

/** The price a buyer hopes for, in whole centavos. */
const wished = ({ wishedOff }: Story, quote: Quote | null): number | null =>
  wishedOff === 0 || quote === null ? null : Math.round((quote.unitPriceE4 * (10_000 - wishedOff)) / 1_000_000) * 100;

async function lived(story: Story, at: Date): Promise<void> {
  const asker = await askerOf(story.of);
  if (!asker) return;
  const { buyer, rep } = asker;
  const today = dayOf(at);
  const usual = await usualOf(buyer.customerId, story.from, story.lines);
  const { wantedInDays, ...said } = story.wish;
  const wantedOn = wantedInDays === undefined ? null : daysAfter(today, wantedInDays - story.askedDaysAgo);
  const wish = { wantedPrice: null, wantedTerms: null, message: null, ...said, wantedOn };
  const askedAt = timeOn(today, story.askedDaysAgo, "10:20:00", at);
  const wanted = usual.map(({ sku, pack }) => ({ sku, quantity: pack * story.packs }));
  const priced = await cartOfWishes(buyer.customerId, wanted, { cartOf: buyer }, askedAt);
  const lines = priced.lines.map(({ sku, quantity, quote }) => ({
    sku,
    quantity,
    wishedUnitPriceE4: wished(story, quote),
  }));
  const number = await askBeside(buyer, lines, wish, askedAt);
  if (!story.answer) return;
  const { daysAgo, off, validDays, terms, note, isOneMissing } = story.answer;
  const [chosen] = await sql<{ id: number }[]>`select id from payment_terms where code = ${terms}`;
  const answered = lines.map(({ sku }, place) => ({
    ...{ sku, quantity: null, unitPriceE4: null },
    isUnavailable: isOneMissing === true && place === lines.length - 1,
    discountBasisPoints: place % 2 === 0 ? off : off - 100,
    note:
      isOneMissing && place === lines.length - 1 ? "Chega em dez dias; enquanto isso, veja a versão de 500 g." : null,
  }));
  const validUntil = daysAfter(today, validDays - daysAgo);
  const whole = { paymentTermsId: chosen!.id, freightCents: 0, validUntil, answerNote: note || null };
  await answerQuote(rep, number, { ...whole, lines: answered }, timeOn(today, daysAgo, "15:40:00", at));
  if (!story.end) return;
  const endedAt = timeOn(today, story.end.daysAgo, "09:15:00", at);
  if (story.end.kind === "declined") return declineQuote(buyer, number, story.end.reason ?? null, endedAt);
  const [address] = await sql<{ id: number }[]>`select id from customer_addresses
    where customer_id = ${buyer.customerId} order by is_default desc, id limit 1`;
  await acceptQuote(buyer, number, { addressId: address!.id, poNumber: "OC-2210", notes: null }, endedAt);
}

/** Quotes in every state, most of them of the demo sign-ins; gives how many. */
export async function fillQuotes(at: Date): Promise<number> {
  for (const story of stories) await lived(story, at);
  return stories.length;
}
