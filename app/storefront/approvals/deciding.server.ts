import { data } from "@remix-run/node";
import {
  approveRequest,
  changeWaitingLines,
  returnRequest,
  waitingCartOf,
} from "#app/domain/approvals/deciding.server.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Typed } from "#app/http/form.ts";
import { paths } from "#app/paths.ts";
import type { DecidingWish } from "./approval-form.ts";

/** The same page again with what was typed, after quantities were changed that had not been shown yet. */
export const keptWord = (typed: Typed) =>
  data({ done: false as const, isChanged: true, reasons: [], errors: {}, typed });

/**
 * Does what the approver's one form asks, and says where to look at it. Quantities typed but not yet shown with their prices are
 * written first, and null asks to be looked at again: nothing is approved that was not seen.
 */
export async function decidedHref(approver: Buyer, id: number, wish: DecidingWish, at: Date): Promise<string | null> {
  if (wish.remove !== undefined) {
    await changeWaitingLines(approver, id, [{ sku: wish.remove, quantity: 0 }], at);
    return paths.approval(id, { done: "changed" });
  }
  if (wish.act === "return") {
    if (wish.word === null) throw new Refusal("word_missing");
    await returnRequest(approver, id, wish.word, at);
    return paths.approval(id, { done: "returned" });
  }
  const waiting = await waitingCartOf(approver, id, at);
  const now = new Map(waiting?.cart.lines.map((line) => [line.sku, line.quantity]) ?? []);
  const changed = wish.lines.filter(({ sku, quantity }) => now.has(sku) && now.get(sku) !== quantity);
  if (changed.length > 0) await changeWaitingLines(approver, id, changed, at);
  if (wish.act === "change") return paths.approval(id, { done: "changed" });
  if (changed.length > 0) return null;
  await approveRequest(approver, id, { shownHash: wish.shownHash, word: wish.word }, at);
  return paths.approval(id, { done: "approved" });
}
