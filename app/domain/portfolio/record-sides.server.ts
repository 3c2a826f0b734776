import { awaitedBy } from "#app/domain/carts/back-orders.server.ts";
import { addressesOf } from "#app/domain/customers/addresses.server.ts";
import { assignmentsOf } from "#app/domain/customers/assignments.server.ts";
import { contactsOf } from "#app/domain/customers/contacts.server.ts";
import { tagsOfTheHouse } from "#app/domain/customers/tags.server.ts";
import { dayOf } from "#app/domain/period.ts";
import { quoteStateOf } from "#app/domain/quotes/quote.ts";
import { latestQuotesOf } from "#app/domain/quotes/quote-list.server.ts";
import { creditLedgerOf, creditStandingOf, overridesOf } from "#app/domain/receivables/credit-standing.server.ts";
import { receivablesOf } from "#app/domain/receivables/receivable-list.server.ts";
import { callScriptOf } from "#app/domain/replenishment/call-script.server.ts";
import type { RecordSideName } from "./happening.ts";
import { happeningsOf } from "./record-happenings.server.ts";
import { lastOrdersOf, waitingCartsOf } from "./record-orders.server.ts";
import { mixGapOf, mixOf, topProductsOf } from "./record-products.server.ts";
import { buyersOf, changesOf, priceExceptionsOf, termsNamesOf } from "./record-terms.server.ts";

async function overview(id: number, asOf: Date) {
  const [orders, carts, products, happenings, contacts, knownTags] = await Promise.all([
    lastOrdersOf(id, asOf, 5),
    waitingCartsOf(id, asOf),
    topProductsOf(id, asOf, 5),
    happeningsOf(id, asOf, 6),
    contactsOf(id),
    tagsOfTheHouse(),
  ]);
  return { name: "overview" as const, orders, carts, products, happenings, contacts, knownTags };
}

async function products(id: number, asOf: Date) {
  const [top, gaps, mix] = await Promise.all([topProductsOf(id, asOf, 40), mixGapOf(id, asOf, 15), mixOf(id, asOf)]);
  return { name: "products" as const, top, gaps, mix };
}

async function replenishment(id: number, asOf: Date) {
  return { name: "replenishment" as const, script: await callScriptOf(id, asOf) };
}

async function orders(id: number, asOf: Date) {
  const [last, carts, latest, awaited] = await Promise.all([
    lastOrdersOf(id, asOf, 25),
    waitingCartsOf(id, asOf),
    latestQuotesOf(id, 10),
    awaitedBy(id),
  ]);
  const quotes = latest.map((quote) => ({ ...quote, state: quoteStateOf(quote, dayOf(asOf)) }));
  return { name: "orders" as const, last, carts, quotes, awaited };
}

async function credit(id: number, asOf: Date) {
  const [standing, receivables, ledger, overrides] = await Promise.all([
    creditStandingOf(id, asOf),
    receivablesOf(id, { state: null, page: 1, today: dayOf(asOf), size: 15 }),
    creditLedgerOf(id, 10),
    overridesOf(id, asOf),
  ]);
  return { name: "credit" as const, credit: standing, receivables: receivables.rows, ledger, overrides };
}

async function history(id: number, asOf: Date) {
  return { name: "history" as const, happenings: await happeningsOf(id, asOf, 80) };
}

async function details(id: number) {
  const [contacts, addresses, terms, exceptions, assignments, changes] = await Promise.all([
    contactsOf(id),
    addressesOf(id),
    termsNamesOf(id),
    priceExceptionsOf(id, 50),
    assignmentsOf(id),
    changesOf(id, 20),
  ]);
  return { name: "details" as const, contacts, addresses, terms, exceptions, assignments, changes };
}

async function access(id: number) {
  return { name: "access" as const, buyers: await buyersOf(id) };
}

const sides = { overview, products, replenishment, orders, credit, history, details, access } satisfies Record<
  RecordSideName,
  unknown
>;

/** What one side of a customer's record shows, and no more; the caller has found the customer in scope before. */
export const recordSide = (name: RecordSideName, id: number, asOf: Date) => sides[name](id, asOf);

/** One side of the record, by its name. */
export type RecordSide<Name extends RecordSideName> = Awaited<ReturnType<(typeof sides)[Name]>>;
