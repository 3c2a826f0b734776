import { type SQL, sql } from "drizzle-orm";
import { recordAudit } from "#app/domain/audit/audit.server.ts";
import { tellBackInStock } from "#app/domain/catalog/stock-wishes.server.ts";
import { releaseCredit } from "#app/domain/credit/credit.server.ts";
import type { Scope } from "#app/domain/customers/buyer.ts";
import { dayOf } from "#app/domain/period.ts";
import { returnUnits } from "#app/domain/pricing/promotion-units.server.ts";
import { cancelReceivablesOf, makeReceivables } from "#app/domain/receivables/receivables.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { db, type Tx, withTx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import { removeFacts } from "./facts.server.ts";
import { moveTable, type OrderMove } from "./order.ts";
import { stateText } from "./state-sql.server.ts";

type Hand = Pick<Scope, "repId"> & { userId: number | null };

/** Whoever moves an order: staff with their scope, a buyer with their own company's orders only, or the house itself (nobody's id). */
export type Mover = Hand | (Hand & { customerId: number });

const ownerOf = (mover: Mover): number | null => ("customerId" in mover ? mover.customerId : null);

interface MovingOrder {
  customerId: number;
  id: number;
  number: string;
}

/**
 * The order, if the scope has it. Its customer's row is locked, so that the moves of one customer's orders queue up; the order
 * itself is not yet, for credit and stock come first.
 */
async function movingOrder(scope: Mover, number: string, tx: Tx): Promise<MovingOrder> {
  const [order] = await preparedRows<MovingOrder>(
    sql`
    select o.customer_id as "customerId", o.id, o.number from orders o join customers c on c.id = o.customer_id
    where o.number = ${number} and o.kind = 'order' and (${scope.repId}::int is null or c.rep_id = ${scope.repId}::int)
      and (${ownerOf(scope)}::int is null or c.id = ${ownerOf(scope)}::int)
    order by o.placed_at desc limit 1 for no key update of c`,
    tx,
  );
  if (!order) throw new Refusal("not_found", { what: "order" });
  return order;
}

/** True for the order while the move may start; what was imported never moves, what is unpaid is only given up. */
const isWhere = (
  order: MovingOrder,
  move: OrderMove,
): SQL => sql`o.customer_id = ${order.customerId} and o.id = ${order.id}
  and not o.is_imported and (${move === "cancel"}::boolean or o.payment_method = 'account' or o.paid_at is not null)
  and ${sql.raw(stateText)} in (${sql.join(
    moveTable[move].from.map((state) => sql`${state}`),
    sql`, `,
  )})`;

/** Refuses a move that is not open before anything beside the order is touched. */
async function refuseUnlessOpen(order: MovingOrder, move: OrderMove, tx: Tx): Promise<void> {
  const open = await preparedRows(sql`select o.id from orders o where ${isWhere(order, move)}`, tx);
  if (open.length === 0) throw await refusalOfMove(order, move, tx);
}

/** Why the move is not open: the order lacks its payment, or is no longer where the move starts. */
async function refusalOfMove(order: MovingOrder, move: OrderMove, tx: Tx): Promise<Refusal> {
  if (move === "cancel") return new Refusal("order_not_cancellable");
  const unpaid = await preparedRows(
    sql`select o.id from orders o where o.customer_id = ${order.customerId} and o.id = ${order.id}
      and o.payment_method = 'online' and o.paid_at is null and o.cancelled_at is null`,
    tx,
  );
  return new Refusal(unpaid.length > 0 ? "order_unpaid" : "order_state");
}

/** Writes what a move writes, if the order is still where the move starts. */
async function moved(order: MovingOrder, move: OrderMove, write: SQL, tx: Tx): Promise<void> {
  const rows = await preparedRows(sql`update orders o set ${write} where ${isWhere(order, move)} returning o.id`, tx);
  if (rows.length === 0) throw await refusalOfMove(order, move, tx);
}

const moment = (at: Date): SQL => sql`${at.toISOString()}::timestamptz`;

/** The products of an order with their quantities, the stock rows locked by id. */
const lockedStock = (order: MovingOrder): SQL => sql`
  wanted as materialized (
    select l.product_id, sum(l.quantity)::int as quantity from order_lines l
    where l.customer_id = ${order.customerId} and l.order_id = ${order.id} group by l.product_id
  ), locked as materialized (
    select s.product_id from stock s where s.product_id in (select product_id from wanted) order by s.product_id for no key update
  )`;

type Work = (order: MovingOrder, tx: Tx) => Promise<void>;

async function move(scope: Mover, number: string, kind: OrderMove, at: Date, tx: Tx, work: Work, note: object = {}) {
  await withTx(async (inside) => {
    const order = await movingOrder(scope, number, inside);
    await work(order, inside);
    await recordAudit(
      {
        actorId: scope.userId,
        customerId: order.customerId,
        action: `order_${moveTable[kind].to}`,
        subject: `order ${number}`,
        after: { state: moveTable[kind].to, ...note },
      },
      at,
      inside,
    );
  }, tx);
}

/** The house has seen the order and will serve it. */
export function confirmOrder(scope: Scope, number: string, at: Date, tx: Tx = db): Promise<void> {
  return move(scope, number, "confirm", at, tx, (order, inside) =>
    moved(order, "confirm", sql`confirmed_at = ${moment(at)}`, inside),
  );
}

/**
 * The goods leave the books with the invoice: on hand and reserved go down together, each with its movement; what is owed for
 * them becomes receivables, by the order's payment terms.
 */
export function invoiceOrder(
  scope: Scope,
  number: string,
  invoiceKey: string | null,
  at: Date,
  tx: Tx = db,
): Promise<void> {
  const work: Work = async (order, inside) => {
    await refuseUnlessOpen(order, "invoice", inside);
    const taking = sql`
      with ${lockedStock(order)}, taken as (
        update stock s set on_hand = s.on_hand - w.quantity, reserved = s.reserved - w.quantity
        from wanted w join locked l on l.product_id = w.product_id where s.product_id = w.product_id
        returning s.product_id, w.quantity
      )
      insert into stock_movements (product_id, quantity, reason, at, by_user_id, order_number)
      select product_id, -quantity, 'invoiced', ${moment(at)}, ${scope.userId}::int, ${number}::text from taken`;
    await preparedRows(taking, inside);
    await moved(order, "invoice", sql`invoiced_at = ${moment(at)}, invoice_key = ${invoiceKey}`, inside);
    await makeReceivables(order, dayOf(at), at, inside);
  };
  return move(scope, number, "invoice", at, tx, work, { invoiceKey });
}

/** The goods are on their way. */
export function shipOrder(scope: Scope, number: string, at: Date, tx: Tx = db): Promise<void> {
  return move(scope, number, "ship", at, tx, (order, inside) =>
    moved(order, "ship", sql`shipped_at = ${moment(at)}`, inside),
  );
}

/** The customer has the goods. */
export function deliverOrder(scope: Scope, number: string, at: Date, tx: Tx = db): Promise<void> {
  return move(scope, number, "deliver", at, tx, (order, inside) =>
    moved(order, "deliver", sql`delivered_at = ${moment(at)}`, inside),
  );
}

/** The order is given up before its invoice: credit, stock and what it took of promotions are free again, and no number counts it any more. */
export function cancelOrder(scope: Mover, number: string, reason: string, at: Date, tx: Tx = db): Promise<void> {
  const work: Work = async (order, inside) => {
    await refuseUnlessOpen(order, "cancel", inside);
    await cancelReceivablesOf(order, reason, scope.userId, at, inside);
    await releaseCredit(order.customerId, number, scope.userId, at, inside);
    const freed = await preparedRows<{ id: number }>(
      sql`
      with ${lockedStock(order)}
      update stock s set reserved = s.reserved - w.quantity
      from wanted w join locked l on l.product_id = w.product_id where s.product_id = w.product_id
      returning s.product_id as id`,
      inside,
    );
    await returnUnits(order, at, inside);
    await moved(order, "cancel", sql`cancelled_at = ${moment(at)}, cancel_reason = ${reason}`, inside);
    await removeFacts(order.customerId, order.id, inside);
    await tellBackInStock(
      at,
      freed.map(({ id }) => id),
      inside,
    );
  };
  return move(scope, number, "cancel", at, tx, work, { reason });
}

/** Says where the invoice of an order can be seen. */
async function linkInvoice(scope: Scope, number: string, link: string, tx: Tx): Promise<void> {
  const { customerId, id } = await movingOrder(scope, number, tx);
  await preparedRows(
    sql`update orders set invoice_link = ${link}::text where customer_id = ${customerId} and id = ${id}`,
    tx,
  );
}

/** A move as the office asks for it, with what it needs to know. */
export type WantedMove =
  | { move: "confirm" | "ship" | "deliver" }
  | { move: "invoice"; invoiceKey: string | null; invoiceLink: string | null }
  | { move: "cancel"; reason: string };

/** Does the move that is asked for; refused when the order is no longer where it starts. */
export function moveOrder(scope: Scope, number: string, wanted: WantedMove, at: Date, tx: Tx = db): Promise<void> {
  switch (wanted.move) {
    case "confirm":
      return confirmOrder(scope, number, at, tx);
    case "invoice":
      return withTx(async (inside) => {
        await invoiceOrder(scope, number, wanted.invoiceKey, at, inside);
        if (wanted.invoiceLink !== null) await linkInvoice(scope, number, wanted.invoiceLink, inside);
      }, tx);
    case "ship":
      return shipOrder(scope, number, at, tx);
    case "deliver":
      return deliverOrder(scope, number, at, tx);
    case "cancel":
      return cancelOrder(scope, number, wanted.reason, at, tx);
  }
}
