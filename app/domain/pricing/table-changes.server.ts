import type { Scope } from "#app/domain/customers/buyer.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { db, type Tx } from "#db/connection.server.ts";
import { mostSheetLines } from "./price-sheet.ts";
import { revisePriceTable } from "./price-tables.server.ts";
import { rejectedShown, type TableChange, type TableChanged } from "./table-change.ts";
import { derivePrices, setTablePrice, takeSheet } from "./table-prices.server.ts";

/** Changes a price table in one of the ways it can change, and says what came of it. An empty sheet, or one too long, is refused. */
export async function changeTable(
  scope: Scope,
  code: string,
  change: TableChange,
  at: Date,
  tx: Tx = db,
): Promise<TableChanged> {
  if (change.act === "revise") {
    await revisePriceTable(scope, code, change.details, at, tx);
    return { act: "revise" };
  }
  if (change.act === "set") {
    const { act: _, ...wanted } = change;
    await setTablePrice(scope, code, wanted, at, tx);
    return { act: wanted.unitPriceE4 === null ? "take" : "set" };
  }
  if (change.act === "derive") {
    const { from, basisPoints, isOverwriting } = change;
    const written = await derivePrices(scope, code, { code: from, basisPoints, isOverwriting }, at, tx);
    return { act: "derive", written };
  }
  const lines = change.sheet.prices.length + change.sheet.rejected.length;
  if (lines === 0) throw new Refusal("file_empty");
  if (lines > mostSheetLines) throw new Refusal("file_too_large", { limit: mostSheetLines });
  const { taken, rejected } = await takeSheet(scope, code, change.sheet, at, tx);
  return { act: "sheet", taken, rejected: rejected.slice(0, rejectedShown), rejectedCount: rejected.length };
}
