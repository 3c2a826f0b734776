import type { SessionUser } from "#app/access/session.ts";
import { addToCart } from "#app/domain/carts/carts.server.ts";
import { setAside } from "#app/domain/carts/kept-carts.server.ts";
import { putOnList } from "#app/domain/lists/list-lines.server.ts";
import { startList } from "#app/domain/lists/lists.server.ts";
import { askBeside } from "#app/domain/quotes/asking.server.ts";
import { sql } from "#db/connection.server.ts";
import { product, termsOfTheHouse } from "#tests/builders/distributor.ts";
import { customer, person } from "#tests/builders/people.ts";

/** Somebody who asks at every door; without a user id a stranger. */
export interface Persona {
  name: string;
  userId: number | null;
  role: SessionUser["role"];
  isDisabled: boolean;
  /** The customer a member of staff acts as. */
  actingAs: number | null;
  mayKnowB: boolean;
}

const nameOfB = "Mercearia Segredo";
const streetOfB = "Travessa Escondida";
const orderOfB = "998877";
const documentOfB = "TIT-SEGREDO-1";

/** Two customers with a rep each, and everything B has that A must never learn. */
export async function twoCustomers() {
  const at = new Date();
  const [repA, repB] = [await person("rep"), await person("rep")];
  const customerA = await customer({ repId: repA.id, name: "Mercearia Aberta" });
  const customerB = await customer({ repId: repB.id, name: nameOfB });
  const buyerA = await person("buyer", { customerId: customerA });
  const buyerB = await person("buyer", { customerId: customerB, email: "segredo@compra.test" });
  const manager = await person("manager");
  const disabled = await person("buyer", { customerId: customerA });
  await sql`update users set is_disabled = true where id = ${disabled.id}`;
  await termsOfTheHouse();
  const soap = await product({ priceE4: 120_000 });
  await sql`insert into customer_addresses (customer_id, label, street, number, city, uf, postal_code, is_default)
    values (${customerB}, 'Loja', ${streetOfB}, '7', 'Santos', 'SP', '11010000', true)`;
  await sql`insert into customer_prices (customer_id, product_id, from_quantity, unit_price_e4)
    values (${customerB}, ${soap.id}, 1, 771300)`;
  const asB = { userId: buyerB.id, customerId: customerB, actingUserId: null, mayOrder: true };
  await addToCart(asB, { sku: soap.sku, quantity: 3 }, at);
  await setAside(asB, "Carrinho secreto", at);
  await addToCart(asB, { sku: soap.sku, quantity: 3 }, at);
  await sql`insert into orders (customer_id, number, placed_by, channel, placed_at, placed_on, goods_cents)
    values (${customerB}, ${orderOfB}, ${buyerB.id}, 'storefront', ${at}, current_date, 23139)`;
  const [cart] = await sql<{ id: number }[]>`select id from carts where customer_id = ${customerB} and is_current`;
  const [visit] = await sql<{ id: number }[]>`insert into activities
    (customer_id, user_id, kind, planned_at, subject, created_at)
    values (${customerB}, ${repB.id}, 'visit', ${at}, 'Segredo da visita', ${at}) returning id`;
  await sql`insert into satisfaction_questions (customer_id, order_id, buyer_id, asked_at)
    select customer_id, id, placed_by, ${at} from orders where customer_id = ${customerB} and number = ${orderOfB}`;
  const [receivable] = await sql<{ id: number }[]>`insert into receivables
    (customer_id, kind, document, order_number, issued_on, due_on, amount_cents, created_at)
    values (${customerB}, 'imported', ${documentOfB}, ${orderOfB}, '2026-01-05', '2026-02-05', 23139, ${at}) returning id`;
  const [orderRow] = await sql<{ id: number }[]>`select id from orders where customer_id = ${customerB}`;
  const [payment] = await sql<{ id: number }[]>`insert into payment_attempts
    (customer_id, order_id, method, amount_cents, key, started_at, expires_at, failed_at)
    values (${customerB}, ${orderRow?.id ?? 0}, 'card', 23139, 'segredo', ${at}, ${at}, ${at}) returning id`;
  const listOfB = await startList(asB, { name: "Lista secreta", isShared: true }, at);
  await putOnList(asB, listOfB, { sku: soap.sku, quantity: 3 }, at);
  const [approval] = await sql<{ id: number }[]>`insert into approvals
    (customer_id, cart_id, requester_id, asked_at, why, total_cents, shown_hash, shown_lines, over_limits)
    values (${customerB}, 987654, ${buyerB.id}, ${at}, 'Motivo secreto', 23139, '', '[]', '[]') returning id`;
  const wish = { wantedPrice: "Preço secreto", wantedTerms: null, wantedOn: null, message: null };
  const quoteOfB = await askBeside(asB, [{ sku: soap.sku, quantity: 3, wishedUnitPriceE4: null }], wish, at);
  const persona = (name: string, userId: number | null, role: SessionUser["role"], mayKnowB = false): Persona => ({
    name,
    userId,
    role,
    mayKnowB,
    isDisabled: userId === disabled.id,
    actingAs: null,
  });
  return {
    customerA,
    customerB,
    orderOfB,
    sku: soap.sku,
    cartOfB: (cart as { id: number }).id,
    listOfB,
    approvalOfB: (approval as { id: number }).id,
    quoteOfB,
    visitOfB: (visit as { id: number }).id,
    paymentOfB: (payment as { id: number }).id,
    receivableOfB: (receivable as { id: number }).id,
    people: {
      stranger: persona("a stranger", null, "buyer"),
      disabled: persona("somebody disabled", disabled.id, "buyer"),
      buyerA: persona("the buyer of A", buyerA.id, "buyer"),
      repA: persona("the rep of A", repA.id, "rep"),
      actingA: { ...persona("the rep of A, acting as A", repA.id, "rep"), actingAs: customerA },
      buyerB: persona("the buyer of B", buyerB.id, "buyer", true),
      repB: persona("the rep of B", repB.id, "rep", true),
      manager: persona("the manager", manager.id, "manager", true),
    },
    buyerOfB: buyerB.id,
    /** What somebody who means harm would send to every address. */
    formAgainstB: {
      customerId: String(customerB),
      id: String(customerB),
      ids: String(customerB),
      repId: String(repA.id),
      number: orderOfB,
      cart: String((cart as { id: number }).id),
      sku: soap.sku,
      quantity: "5",
      act: "remove",
    },
    /** All rows that are B's, as one text. */
    stateOfB: async () => {
      const rows = await Promise.all([
        sql`select * from customers where id = ${customerB}`,
        sql`select * from carts where customer_id = ${customerB} order by id`,
        sql`select * from cart_lines where customer_id = ${customerB} order by cart_id, product_id`,
        sql`select * from back_orders where customer_id = ${customerB} order by product_id`,
        sql`select * from orders where customer_id = ${customerB} order by number`,
        sql`select * from approvals where customer_id = ${customerB} order by id`,
        sql`select * from lists where customer_id = ${customerB} order by id`,
        sql`select * from list_lines where customer_id = ${customerB} order by list_id, product_id`,
        sql`select * from quotes where customer_id = ${customerB} order by number`,
        sql`select * from quote_lines where customer_id = ${customerB} order by quote_number, line`,
        sql`select * from stock_wishes where customer_id = ${customerB} order by buyer_id, product_id`,
        sql`select * from satisfaction_questions where customer_id = ${customerB} order by order_id`,
        sql`select * from customer_addresses where customer_id = ${customerB} order by id`,
        sql`select * from customer_contacts where customer_id = ${customerB} order by id`,
        sql`select * from activities where customer_id = ${customerB} order by id`,
        sql`select * from receivables where customer_id = ${customerB} order by id`,
        sql`select * from receivable_payments where customer_id = ${customerB} order by id`,
        sql`select * from payment_attempts where customer_id = ${customerB} order by id`,
        sql`select * from credit_entries where customer_id = ${customerB} order by id`,
        sql`select * from credit_overrides where customer_id = ${customerB} order by id`,
        sql`select * from replenishment_choices where customer_id = ${customerB} order by product_id`,
        sql`select id, email, name, role, buyer_role, order_limit_cents, month_limit_cents, is_disabled, password_hash from users where customer_id = ${customerB} order by id`,
      ]);
      return JSON.stringify(rows);
    },
  };
}

export type World = Awaited<ReturnType<typeof twoCustomers>>;

/** Words that are B's alone. */
export const secretsOfB: string[] = [
  nameOfB,
  streetOfB,
  "segredo@compra.test",
  "77,13",
  "771300",
  "231,39",
  "Segredo da visita",
  documentOfB,
  "Lista secreta",
  "Motivo secreto",
  "Carrinho secreto",
  "Preço secreto",
];

/** Everybody, those who must learn nothing of B first. */
export const personas = (world: World): Persona[] => Object.values(world.people);

/** The addresses a pattern of routes.ts stands for: with B's things where it names one, and with nothing known. */
export function placesOf(world: World, pattern: string): { path: string; isOfB: boolean }[] {
  if (pattern === "/*") return [{ path: "/nowhere/at/all", isOfB: false }];
  const ofB: Record<string, string> = {
    "/orders/:number": world.orderOfB,
    "/orders/:number/again": world.orderOfB,
    "/quotes/:number": String(world.quoteOfB),
    "/quotes/:number/pdf": String(world.quoteOfB),
    "/office/quotes/:number": String(world.quoteOfB),
    "/office/quotes/:number/pdf": String(world.quoteOfB),
    "/orders/:number/cancel": world.orderOfB,
    "/orders/:number/satisfaction": world.orderOfB,
    "/orders/:number/pdf": world.orderOfB,
    "/office/orders/:number/pdf": world.orderOfB,
    "/office/customers/:id/statement.pdf": String(world.customerB),
    "/lists/:id": String(world.listOfB),
    "/approvals/:id": String(world.approvalOfB),
    "/office/orders/:number": world.orderOfB,
    "/api/v1/orders/:number": world.orderOfB,
    "/office/customers/:id": String(world.customerB),
    "/office/customers/:id/edit": String(world.customerB),
    "/office/recovery/:cart": String(world.cartOfB),
    "/office/visits/:id": String(world.visitOfB),
    "/orders/:number/pay": world.orderOfB,
    "/office/payments/:id": String(world.paymentOfB),
    "/office/receivables/:id": String(world.receivableOfB),
    "/office/team/:id": String(world.buyerOfB),
    "/office/indicators/:key": "revenue",
    "/office/choices/:kind": "customer",
    "/office/indicators/:key/rows.csv": "revenue",
    "/products/:sku": world.sku,
    "/office/catalog/:sku": world.sku,
  };
  if (pattern === "/api/v1/*") return [{ path: "/api/v1/nowhere", isOfB: false }];
  const bare = pattern.replace(/\/:\w+\?/g, "");
  if (!bare.includes(":")) return [{ path: bare, isOfB: false }];
  const named = (value: string) => bare.replace(/:\w+/, value);
  const thing = ofB[pattern];
  const unknown = { path: named("987654321"), isOfB: false };
  return thing === undefined ? [unknown] : [{ path: named(thing), isOfB: true }, unknown];
}
