import type { z } from "zod";
import { chosenBy, saidOf } from "#app/domain/choices/choices.server.ts";
import type { Scope } from "#app/domain/customers/buyer.ts";
import { daysAfter } from "#app/domain/period.ts";
import { pricesFromSheet, textOfSheet } from "#app/domain/pricing/price-sheet.ts";
import type { PriceTable, PriceTableDetails } from "#app/domain/pricing/price-table.ts";
import type { TableChange } from "#app/domain/pricing/table-change.ts";
import type { TableAct, tableFields } from "./table-shape.ts";

/** What the form's fields say of the group and the supplier a table is for, and of the table it is made of. */
export async function saidOfTable(scope: Scope, table: PriceTable) {
  const said = await saidOf(scope, { group: ["group", table.groupId], supplier: ["supplier", table.supplierId] });
  return { ...said, base: table.base && `${table.baseName} · ${table.base}` };
}

/** The table as it is kept, from what was typed. */
export async function tableFrom(
  scope: Scope,
  { group, supplier, base, ...typed }: z.output<typeof tableFields>,
  before: Pick<PriceTable, "groupId" | "supplierId"> | null,
): Promise<Omit<PriceTableDetails, "code">> {
  const chosen = await chosenBy(scope, {
    group: { kind: "group", said: group, kept: before?.groupId ?? null },
    supplier: { kind: "supplier", said: supplier, kept: before?.supplierId ?? null },
    base: { kind: "table-to-copy", said: base, kept: null },
  });
  return {
    ...typed,
    groupId: chosen.group?.id ?? null,
    supplierId: chosen.supplier?.id ?? null,
    base: chosen.base?.code ?? null,
    validUntil: typed.validUntil === null ? null : daysAfter(typed.validUntil, 1),
  };
}

/** The change a form asks for, a file or pasted text read as a sheet. */
export async function tableChangeFrom(scope: Scope, typed: TableAct, before: PriceTable): Promise<TableChange> {
  if (typed.act === "set") return typed;
  if (typed.act === "derive") {
    const { from } = await chosenBy(scope, { from: { kind: "table-to-copy", said: typed.from, kept: null } });
    return { act: "derive", from: from?.code ?? "", basisPoints: typed.percent, isOverwriting: typed.overwrite };
  }
  if (typed.act === "revise") {
    const { act: _, ...fields } = typed;
    return { act: "revise", details: await tableFrom(scope, fields, before) };
  }
  const file = typed.file && typed.file.size > 0 ? textOfSheet(new Uint8Array(await typed.file.arrayBuffer())) : "";
  return { act: "sheet", sheet: pricesFromSheet(file || typed.text) };
}
