import { moveStock } from "#app/domain/catalog/stock.server.ts";
import type { Scope } from "#app/domain/customers/buyer.ts";
import { importRows } from "#app/domain/imports/imports.server.ts";
import { type Day, dayOf, daysAfter, momentAt, startOf } from "#app/domain/period.ts";
import { setTablePrice } from "#app/domain/pricing/table-prices.server.ts";
import { rejectionWords } from "#app/words/rejections.ts";
import { sql } from "#db/connection.server.ts";
import { fillApprovals } from "./approvals.server.ts";
import { fillCarts } from "./carts.server.ts";
import { demoCustomers } from "./customers.ts";
import { fillKey } from "./fill-mark.ts";
import { historyFields, historyRows } from "./history.ts";
import { fillHouse, fillProducts, shortOf } from "./house.server.ts";
import { fillLists } from "./lists.server.ts";
import { type Happening, happeningsOf, type Life } from "./lives.server.ts";
import { moveOrders } from "./order-moves.server.ts";
import { fillPaidOnline } from "./paid-online.server.ts";
import { fillPortfolio, fillPrices } from "./portfolio.server.ts";
import { demoTables, ownPrices, tablePriceE4 } from "./price-lists.ts";
import { type DemoProduct, demoProducts } from "./products.ts";
import { fillPromotions } from "./promotions.server.ts";
import { fillQuotes } from "./quotes.server.ts";
import { fillReceivables } from "./receivables.server.ts";
import { fillChoices } from "./replenishment.server.ts";
import { fillRequests } from "./requests.server.ts";
import { daysBehind } from "./rhythms.ts";
import { fillSatisfaction } from "./satisfaction.server.ts";
import { fillShareLinks } from "./share-links.server.ts";
import { reps } from "./team.ts";
import { finishTasks } from "./visits.server.ts";

/** Days ago on which a dozen prices went up by six per cent. */
const raisedDaysAgo = 20;
const atOnce = 4;

/** Runs customers side by side, each in its own order of time. */
async function lived(lives: readonly Happening[][]): Promise<void> {
  const waiting = [...lives];
  const worker = async () => {
    for (let life = waiting.shift(); life; life = waiting.shift()) for (const one of life) await one.live();
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** The products whose price goes up: the two most wanted of every supplier. */
function raisedOf(products: readonly DemoProduct[]): DemoProduct[] {
  const houses = [...new Set(products.map((product) => product.supplierCode))];
  return houses.flatMap((house) =>
    products
      .filter((product) => product.supplierCode === house)
      .sort((a, b) => b.favour - a.favour)
      .slice(0, 2),
  );
}

async function raisePrices(by: Scope, raised: readonly DemoProduct[], at: Date): Promise<void> {
  const raise = async (table: (typeof demoTables)[number]) => {
    for (const product of raised) {
      for (const [level, packs] of [1, 5, 10].entries()) {
        const unitPriceE4 = tablePriceE4(table, product, table.levels[level]! * 1.06);
        const fromQuantity = packs === 1 ? 1 : packs * product.pack;
        await setTablePrice(by, table.code, { sku: product.sku, fromQuantity, unitPriceE4 }, at);
      }
    }
  };
  await Promise.all(demoTables.map(raise));
}

/** Takes away what a fill that was cut off left behind, and marks that one has begun. */
async function emptyAll(at: Date): Promise<void> {
  const tables = await sql<{ name: string }[]>`
    select format('%I', tablename) as name from pg_tables where schemaname = 'public'`;
  await sql.unsafe(`truncate ${tables.map(({ name }) => name).join(", ")} restart identity cascade`);
  await sql`insert into company_settings (key, from_at, value) values (${fillKey}, ${at}, '"begun"')`;
}

/**
 * The demo company: two years of a distributor that sells to 240 customers. Older orders come in by the import; the last sixty days
 * are lived through the shop and the office. The same every time but for `at`.
 */
export async function fillDemo(at: Date, say: (line: string) => void): Promise<void> {
  await emptyAll(at);
  const today: Day = dayOf(at);
  const begun = startOf(daysAfter(today, -daysBehind));
  const [products, customers] = [demoProducts(), demoCustomers()];
  const people = await fillHouse(begun);
  const ids = await fillProducts(products, begun);
  const tables = await fillPrices(products, ids, begun);
  const portfolio = await fillPortfolio(customers, products, ids, people, tables, today);
  say(`${products.length} products, ${customers.length} customers`);
  const rows = historyRows(customers, products, reps, ownPrices(customers, products), today);
  const words = rejectionWords["pt-BR"];
  const history = await importRows(rows, { kind: "orders", at, words, fields: [...historyFields] });
  say(`${history.created.orders} older orders, ${history.created.returns} returns`);
  const manager: Scope = { userId: people.get("manager@demo.test")!, repId: null };
  for (const [sku, left] of shortOf) {
    const counted = { sku, reason: "count" as const, quantity: left, note: "Contagem" };
    await moveStock(manager, counted, momentAt(daysAfter(today, -61), "07:30:00"));
  }
  const raised = raisedOf(products);
  const lives = customers.map((customer): Life => {
    const customerId = portfolio.ids.get(customer.code)!;
    const repId = people.get(reps[customer.rep]!.email)!;
    const buyerId = portfolio.buyers.get(customerId) ?? null;
    return { customer, customerId, buyerId, rep: { userId: repId, repId }, products, ids, raised, today };
  });
  const happenings = lives.map((life) => happeningsOf(life, at));
  const raisedAt = momentAt(daysAfter(today, -raisedDaysAgo), "06:00:00");
  await lived(happenings.map((life) => life.filter((one) => one.at < raisedAt)));
  await raisePrices(manager, raised, raisedAt);
  await lived(happenings.map((life) => life.filter((one) => one.at >= raisedAt)));
  say(`${happenings.reduce((sum, life) => sum + life.length, 0)} happenings of the last sixty days`);
  await finishTasks(at);
  say(`${await fillQuotes(at)} quotes`);
  say(`${await fillPaidOnline(manager, at)} orders paid online, or not`);
  await moveOrders(manager, at);
  say(`${await fillReceivables(manager, at)} receivables`);
  await fillRequests(manager, customers, at);
  await fillChoices(portfolio.buyers, at);
  await fillLists(at);
  say(`${await fillSatisfaction(at, today)} answers about deliveries`);
  await fillPromotions(manager, at);
  await fillApprovals(at);
  await fillCarts(manager, at);
  const rep = people.get("rep@demo.test")!;
  await fillShareLinks({ userId: rep, repId: rep }, at);
  await sql`update company_settings set value = '"done"' where key = ${fillKey}`;
  // A first look; autovacuum takes its own later.
  await sql.unsafe("set local default_statistics_target = 25; analyze");
}
