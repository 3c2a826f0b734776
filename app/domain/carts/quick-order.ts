import type { Cents } from "#app/domain/money.ts";
import { summedTaxes, type TaxEstimate } from "#app/domain/pricing/tax.ts";
import type { Reason } from "#app/domain/refusal.ts";
import { entriesFrom } from "./entry.ts";
import { type EnteredRow, type EntryRow, readingsOf } from "./entry-row.ts";

/** How many lines one page of a quick order holds. */
export const mostRows = 200;

/** What the buyer asks of the page, beside what they wrote on it. */
export type SheetAct =
  | { kind: "show" | "cart" | "clear" }
  | { kind: "remove" | "round" | "ask"; row: number }
  | { kind: "take"; row: number; quantity: number }
  | { kind: "choose"; row: number; sku: string };

/** A page of a quick order as it is handed in. */
export interface SheetWish {
  act: SheetAct;
  /** The mark of the page, see `newMark`. */
  mark: string;
  rows: EntryRow[];
  /** Lines of the list that name no product: greetings, heads of columns. */
  remarks: string[];
  /** Lines typed one by one. */
  lines: { wanted: string; quantity: string }[];
  /** A pasted list. */
  text: string;
  /** A list from a file; null without one. */
  file: { text: string; reason: null } | { text: null; reason: Reason } | null;
}

/** A page of a quick order as it is shown. */
export interface Sheet {
  mark: string;
  rows: EnteredRow[];
  remarks: string[];
  /** The pasted list, where it could not be taken; else empty. */
  text: string;
  textReason: Reason | null;
  fileReason: Reason | null;
  ready: number;
  readyCents: Cents;
  /** The taxes expected on top of what is ready, by name; the invoice decides. */
  taxes: TaxEstimate[];
  questions: number;
  /** How many lines went into the cart just now; null where nothing was asked of it. */
  added: number | null;
}

/** A page nothing has been written on. */
export const emptySheet = (mark: string): Sheet => ({
  mark,
  rows: [],
  remarks: [],
  text: "",
  textReason: null,
  fileReason: null,
  ready: 0,
  readyCents: 0,
  taxes: [],
  questions: 0,
  added: null,
});

const plain = (typed: string): string => typed.replace(/\s+/g, " ").trim();

/** A line typed for itself: what is wanted and how many, or both in one field. */
const lineText = ({ wanted, quantity }: SheetWish["lines"][number]): string =>
  quantity.trim() === "" ? wanted : `${plain(wanted)}\t${plain(quantity)}`;

interface Written {
  rows: EntryRow[];
  remarks: string[];
  lines: number;
}

/** The lines of a text as rows that come after those there are. */
export function rowsFrom(text: string, after: EntryRow[]): Written {
  const written: Written = { rows: [], remarks: [], lines: 0 };
  let id = Math.max(0, ...after.map((row) => row.id));
  for (const { said, readings } of entriesFrom(text)) {
    const kept = said.slice(0, 500);
    if (readings.length === 0) written.remarks.push(kept);
    else written.rows.push({ id: ++id, said: kept, wanted: "", sku: "", quantity: "", because: null });
  }
  written.lines = written.rows.length + written.remarks.length;
  return written;
}

/** The page with what was typed, pasted and sent as a file at its end; what is too long stays where it was written, with the reason. */
export function withWritten(
  wish: SheetWish,
): Pick<Sheet, "remarks" | "text" | "textReason" | "fileReason"> & { rows: EntryRow[] } {
  const sheet = { rows: wish.rows, remarks: wish.remarks, text: "", textReason: null as Reason | null };
  const take = (text: string): Reason | null => {
    const written = rowsFrom(text, sheet.rows);
    const lines = sheet.rows.length + written.rows.length;
    if (lines > mostRows) return { code: "too_many_lines", details: { lines, most: mostRows } };
    sheet.rows = [...sheet.rows, ...written.rows];
    sheet.remarks = [...sheet.remarks, ...written.remarks].slice(0, mostRows);
    return null;
  };
  for (const line of wish.lines) if (plain(line.wanted) !== "") sheet.textReason ??= take(lineText(line));
  sheet.textReason ??= take(wish.text);
  if (sheet.textReason) sheet.text = wish.text;
  const fileReason = wish.file === null ? null : (wish.file.reason ?? take(wish.file.text));
  return { ...sheet, fileReason };
}

/** The rows after the buyer's own hand: one taken out, its product chosen, asked about again, or so many of it wanted. */
export function rowsAfter(act: SheetAct, rows: EntryRow[]): EntryRow[] {
  const changed = (id: number, change: (row: EntryRow) => Partial<EntryRow>): EntryRow[] =>
    rows.map((row) => (row.id === id ? { ...row, ...change(row) } : row));
  switch (act.kind) {
    case "clear":
      return [];
    case "remove":
      return rows.filter((row) => row.id !== act.row);
    case "take":
      return changed(act.row, () => ({ quantity: String(act.quantity) }));
    case "choose":
      return changed(act.row, () => ({ sku: act.sku, because: "chosen" }));
    case "ask":
      // So many boxes of another product are another quantity.
      return changed(act.row, (row) => ({
        sku: "",
        because: "asked",
        quantity: readingsOf(row)[0].quantity === null ? row.quantity : "",
      }));
    default:
      return rows;
  }
}

/** What the rows come to: those that are ready, and those that wait for an answer. */
export const sumsOf = (rows: EnteredRow[]): Pick<Sheet, "ready" | "readyCents" | "taxes" | "questions"> => {
  const ready = rows.filter((row) => row.isReady);
  return {
    ready: ready.length,
    readyCents: ready.reduce((sum, row) => sum + row.lineCents, 0),
    taxes: summedTaxes(ready.map((row) => row.taxes)),
    questions: rows.length - ready.length,
  };
};

/** True when the whole list went into the cart and nothing is left to say about it. */
export const isDone = (sheet: Sheet): boolean =>
  sheet.added !== null && sheet.added > 0 && sheet.rows.length === 0 && !sheet.textReason && !sheet.fileReason;
