import { data } from "@remix-run/node";
import type { z } from "zod";
import { fillCart } from "#app/domain/carts/filling.server.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { type ListKey, nameOfCopy } from "#app/domain/lists/list.ts";
import { changeLines, moveLine, putOnList, takeOffList } from "#app/domain/lists/list-lines.server.ts";
import { copyList, listOf, removeList, renameList } from "#app/domain/lists/lists.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { type NotDone, notFound, seeOther } from "#app/http/answer.ts";
import type { Typed } from "#app/http/form.ts";
import { paths } from "#app/paths.ts";
import { linesWanted } from "./lines-form.ts";
import type { listForm, rowsForm } from "./list-forms.ts";

/** Does what is asked of a list as a whole, and leads to where it can be seen. */
export async function doneToList(
  buyer: Buyer,
  key: ListKey,
  wish: z.output<typeof listForm>,
  words: { copyMark: string; favourites: string },
  at: Date,
): Promise<Response> {
  if (wish.act === "put") {
    await putOnList(buyer, key, { sku: wish.sku, quantity: null }, at);
    return seeOther(paths.list(key, { saved: 1 }));
  }
  if (wish.act === "copy") {
    const { name } = await listOf(buyer, key, at);
    return seeOther(paths.list(await copyList(buyer, key, nameOfCopy(name || words.favourites, words.copyMark), at)));
  }
  // Favourites are always there, under the name each language has for them.
  if (key === "favourites") throw new Refusal("not_allowed");
  if (wish.act === "remove") {
    await removeList(buyer, key, at);
    return seeOther(paths.lists({ removed: key }));
  }
  await renameList(buyer, key, wish, at);
  return seeOther(paths.list(key, { saved: 1 }));
}

/** Does what is asked of the rows of a list; what was typed into them is saved with it, unless it only goes into the cart. */
export async function doneToRows(
  buyer: Buyer,
  key: ListKey,
  { lines, rows, off, up, down }: z.output<typeof rowsForm>,
  typed: Typed,
  at: Date,
) {
  const isMove = off !== undefined || up !== undefined || down !== undefined;
  if (!isMove && rows !== "save") return intoCart(buyer, linesWanted(lines, rows === "all"), typed, at);
  await changeLines(
    buyer,
    key,
    lines.filter((line) => line.sku !== off),
    at,
  );
  if (off) await takeOffList(buyer, key, off, at);
  if (up) await moveLine(buyer, key, up, "up", at);
  if (down) await moveLine(buyer, key, down, "down", at);
  const row = up ?? down;
  return seeOther(row ? `${paths.list(key)}#p-${row}` : paths.list(key, { saved: 1 }));
}

/**
 * Puts rows into the cart: to the cart when all of them went in, else back with the reason beside each that did not. Sending it
 * again changes nothing for those that are in.
 */
export async function intoCart(buyer: Buyer, wanted: ReturnType<typeof linesWanted>, typed: Typed, at: Date) {
  const nothing: NotDone = { done: false, reasons: [], errors: {}, typed };
  if (wanted.length === 0) return data({ ...nothing, held: 0 }, { status: 422 });
  const { held, refused } = await fillCart(buyer, wanted, at);
  if (refused.length === 0) return seeOther(paths.cart());
  if (refused.length === wanted.length && refused.every(({ code }) => code === "not_found")) throw notFound();
  return data({ ...nothing, reasons: refused, held }, { status: 422 });
}
