import { z } from "zod";
import { daysAfter } from "#app/domain/period.ts";
import { pricesFromSheet, textOfSheet } from "#app/domain/pricing/price-sheet.ts";
import { type PriceTableDetails, priceScopes } from "#app/domain/pricing/price-table.ts";
import type { TableChange } from "#app/domain/pricing/table-change.ts";
import { problem } from "#app/http/form.ts";
import { basisPoints, day, maybe, priceE4, quantity, rowId, text, ticked } from "#app/http/shapes.ts";

/** What the office types about a price table; the last day is typed, the first day after it is kept. */
export const tableFields = z.object({
  name: text(120),
  scope: z.enum(priceScopes, problem("notOffered")),
  uf: maybe(
    z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z]{2}$/, problem("invalid")),
  ),
  groupId: maybe(rowId),
  validFrom: maybe(day),
  validUntil: maybe(day),
  isActive: ticked,
  supplierId: maybe(rowId),
  base: maybe(text(40).transform((said) => said.toUpperCase())),
  baseBasisPoints: maybe(basisPoints.refine((said) => said > -10_000 && said <= 100_000, problem("invalid"))),
});

/** A table's code as it is typed once: capital letters, digits, points and dashes. */
export const tableCode = z
  .string(problem("required"))
  .trim()
  .toUpperCase()
  .min(1, problem("required"))
  .max(40)
  .regex(/^[A-Z0-9._-]+$/, problem("invalid"));

/** The table as it is kept, from what was typed. */
export function tableFrom(typed: z.output<typeof tableFields>): Omit<PriceTableDetails, "code"> {
  return { ...typed, validUntil: typed.validUntil === null ? null : daysAfter(typed.validUntil, 1) };
}

/** What can be done to a price table, one form each. */
export const tableActs = z.discriminatedUnion("act", [
  tableFields.extend({ act: z.literal("revise") }).strict(),
  z.strictObject({ act: z.literal("set"), sku: text(60), fromQuantity: quantity, unitPriceE4: maybe(priceE4) }),
  z.strictObject({
    act: z.literal("sheet"),
    text: z.string().max(5_000_000).default(""),
    file: z.instanceof(Blob).optional(),
  }),
  z.strictObject({
    act: z.literal("derive"),
    from: text(40).transform((said) => said.toUpperCase()),
    percent: basisPoints.refine((said) => said > -10_000, problem("invalid")),
    overwrite: ticked,
  }),
]);

export type TableAct = z.output<typeof tableActs>;

/** The change a form asks for, a file or pasted text read as a sheet. */
export async function tableChangeFrom(typed: TableAct): Promise<TableChange> {
  if (typed.act === "set") return typed;
  if (typed.act === "derive") {
    return { act: "derive", from: typed.from, basisPoints: typed.percent, isOverwriting: typed.overwrite };
  }
  if (typed.act === "revise") {
    const { act: _, ...details } = typed;
    return { act: "revise", details: tableFrom(details) };
  }
  const file = typed.file && typed.file.size > 0 ? textOfSheet(new Uint8Array(await typed.file.arrayBuffer())) : "";
  return { act: "sheet", sheet: pricesFromSheet(file || typed.text) };
}
