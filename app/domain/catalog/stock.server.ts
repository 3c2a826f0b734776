import { desc, eq, sql } from "drizzle-orm";
import { recordAudit } from "#app/domain/audit/audit.server.ts";
import type { Scope } from "#app/domain/customers/buyer.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { db, type Tx, withTx } from "#db/connection.server.ts";
import { products, stock, stockMovements, users } from "#db/schema/index.ts";
import type { ManualStockReason, MovementLine, StockLevel } from "./stock.ts";
import { tellBackInStock } from "./stock-wishes.server.ts";

/** A movement by hand: units bought in or come back are added, a count says what lies there. */
export interface StockMove {
  sku: string;
  reason: ManualStockReason;
  quantity: number;
  note: string | null;
}

/**
 * Moves stock by hand and keeps the movement; gives what lies there after it. What is promised to orders cannot be counted away
 * (refused `stock_below_reserved`). A count that finds what was known writes no movement.
 */
export async function moveStock(scope: Scope, move: StockMove, at: Date, tx: Tx = db): Promise<StockLevel> {
  return withTx(async (tx) => {
    const [product] = await tx.select({ id: products.id }).from(products).where(eq(products.sku, move.sku));
    if (!product) throw new Refusal("not_found", { what: "product", sku: move.sku });
    await tx.insert(stock).values({ productId: product.id }).onConflictDoNothing();
    const [before] = await tx.select().from(stock).where(eq(stock.productId, product.id)).for("no key update");
    const level = before ?? { onHand: 0, reserved: 0 };
    const onHand = move.reason === "count" ? move.quantity : level.onHand + move.quantity;
    if (onHand < level.reserved) throw new Refusal("stock_below_reserved", { sku: move.sku, reserved: level.reserved });
    const after = { onHand, reserved: level.reserved };
    if (onHand === level.onHand) return after;
    await tx.update(stock).set({ onHand }).where(eq(stock.productId, product.id));
    await tx.insert(stockMovements).values({
      productId: product.id,
      quantity: onHand - level.onHand,
      reason: move.reason,
      note: move.note,
      at,
      byUserId: scope.userId,
    });
    const note = { actorId: scope.userId, action: "stock_moved", subject: `product ${move.sku}` };
    await recordAudit({ ...note, before: { onHand: level.onHand }, after: { ...move, onHand } }, at, tx);
    if (onHand > level.onHand) await tellBackInStock(at, [product.id], tx);
    return after;
  }, tx);
}

/** What lies there of a product and what is promised of it; null while it never had any. */
export async function stockOf(productId: number, tx: Tx = db): Promise<StockLevel | null> {
  const [row] = await tx
    .select({ onHand: stock.onHand, reserved: stock.reserved })
    .from(stock)
    .where(eq(stock.productId, productId));
  return row ?? null;
}

/** The last fifty movements of a product, the newest first. */
export function movementsOf(productId: number, tx: Tx = db): Promise<MovementLine[]> {
  return tx
    .select({
      id: stockMovements.id,
      at: stockMovements.at,
      quantity: stockMovements.quantity,
      reason: stockMovements.reason,
      note: stockMovements.note,
      orderNumber: stockMovements.orderNumber,
      by: sql<string | null>`(select name from ${users} where ${users.id} = ${stockMovements.byUserId})`,
    })
    .from(stockMovements)
    .where(eq(stockMovements.productId, productId))
    .orderBy(desc(stockMovements.at), desc(stockMovements.id))
    .limit(50);
}
