import { createHash, randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { type Reason, Refusal } from "#app/domain/refusal.ts";
import { type Tx, withTx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import { learnAlias } from "./aliases.server.ts";
import { addToCart, type WantedLine } from "./carts.server.ts";
import { enteredRows } from "./entry-match.server.ts";
import type { EnteredRow } from "./entry-row.ts";
import { rowsAfter, type Sheet, type SheetWish, sumsOf, withWritten } from "./quick-order.ts";

/** A line that is ready, with its place on the page. */
export interface ReadyLine extends WantedLine {
  id: number;
}

/** What became of the lines: those that are in the cart now, and why others are not. */
export interface Entered {
  added: number[];
  refused: Map<number, Reason[]>;
}

/** A mark for a page with a list on it, so that the list goes into the cart once however often it is sent. */
export const newMark = (): string => randomBytes(16).toString("base64url");

const keyOf = (mark: string, lines: ReadyLine[]): string =>
  createHash("sha256")
    .update(JSON.stringify([mark, lines.map(({ sku, quantity }) => [sku, quantity])]))
    .digest("hex");

/** True for the first time only that this list of this page is sent; a second one waits for the first. */
async function isFirst(buyer: Buyer, key: string, at: Date, tx: Tx): Promise<boolean> {
  const noted = await preparedRows<{ key: string }>(
    sql`insert into quick_orders (customer_id, key, buyer_id, at)
    values (${buyer.customerId}::int, ${key}::text, ${buyer.userId}::int, ${at.toISOString()}::timestamptz)
    on conflict do nothing returning key`,
    tx,
  );
  return noted.length > 0;
}

/**
 * Puts the lines of a quick order into the buyer's cart, each as `addToCart` does and by its rules; what it refuses stays out
 * and is named. The same list of the same page, sent again (a double click, a reload), adds nothing more.
 */
export async function enterLines(buyer: Buyer, lines: ReadyLine[], mark: string, at: Date): Promise<Entered> {
  return withTx(async (tx) => {
    const entered: Entered = { added: [], refused: new Map() };
    const isAgain = lines.length > 0 && !(await isFirst(buyer, keyOf(mark, lines), at, tx));
    for (const { id, sku, quantity } of lines) {
      try {
        if (!isAgain) await addToCart(buyer, { sku, quantity }, at, tx);
        entered.added.push(id);
      } catch (fault) {
        if (!(fault instanceof Refusal)) throw fault;
        entered.refused.set(id, fault.reasons);
      }
    }
    return entered;
  });
}

/** A row that was told to round: its quantity becomes the nearest one that can be ordered. */
const roundedRow = (row: EnteredRow): EnteredRow =>
  row.rounded === null ? row : { ...row, quantity: String(row.rounded) };

/** The lines of the page that go into the cart as they stand: those the buyer saw, not those that were only just written. */
function readyLines(rows: EnteredRow[], seen: Set<number>): ReadyLine[] {
  return rows.flatMap(({ id, sku, quantity, isReady }) =>
    isReady && seen.has(id) ? [{ id, sku, quantity: Number(quantity) }] : [],
  );
}

/**
 * A page of a quick order after what the buyer wrote and asked: every line priced and judged, answers learned, and what is ready
 * put into the cart when that is asked. No line leaves the page but by the buyer's hand or into the cart.
 */
export async function quickOrderAfter(buyer: Buyer, wish: SheetWish, at: Date): Promise<Sheet> {
  const { act } = wish;
  const { rows: written, ...sheet } = withWritten(wish);
  const chosen = act.kind === "choose" ? wish.rows.find((row) => row.id === act.row) : undefined;
  if (act.kind === "choose" && chosen) await learnAlias(buyer, chosen, act.sku, at);
  let rows = await enteredRows(buyer, rowsAfter(act, written), at);
  let added: number | null = null;
  if (act.kind === "round") {
    rows = await enteredRows(
      buyer,
      rows.map((row) => (row.id === act.row ? roundedRow(row) : row)),
      at,
    );
  }
  if (act.kind === "cart") {
    const lines = readyLines(rows, new Set(wish.rows.map((row) => row.id)));
    const entered = await enterLines(buyer, lines, wish.mark, at);
    const left = rows.filter((row) => !entered.added.includes(row.id));
    rows = (await enteredRows(buyer, left, at)).map((row) => withRefusal(row, entered.refused.get(row.id)));
    added = entered.added.length;
  }
  const remarks = act.kind === "clear" ? [] : sheet.remarks;
  return { ...sheet, remarks, rows, ...sumsOf(rows), added, mark: newMark() };
}

const withRefusal = (row: EnteredRow, reasons: Reason[] | undefined): EnteredRow =>
  reasons ? { ...row, reasons, isReady: false } : row;
