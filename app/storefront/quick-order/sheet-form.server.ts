import { z } from "zod";
import { becauses } from "#app/domain/carts/entry-row.ts";
import { mostRows, type SheetAct, type SheetWish } from "#app/domain/carts/quick-order.ts";
import { type OrderFile, orderFileFrom } from "#app/domain/imports/order-file.server.ts";
import { type ReadForm, readForm } from "#app/http/form.ts";
import { uploadOf } from "#app/http/upload.server.ts";

const mostText = 200_000;
const id = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number);
const typed = (most: number) =>
  z
    .string()
    .default("")
    .transform((said) => said.slice(0, most));

const act = z
  .string()
  .default("show")
  .transform((said, context): SheetAct => {
    const [, kind = "", row = "", what = ""] = /^([a-z]+)(?::(\d{1,5}))?(?::(\S.{0,59}))?$/.exec(said) ?? [];
    if (kind === "choose" && row && what) return { kind, row: Number(row), sku: what };
    if (kind === "take" && row && /^\d{1,6}$/.test(what)) return { kind, row: Number(row), quantity: Number(what) };
    if ((kind === "remove" || kind === "round" || kind === "ask") && row) return { kind, row: Number(row) };
    if (kind === "cart" || kind === "clear") return { kind };
    if (kind === "show" || kind === "read") return { kind: "show" };
    context.addIssue({ code: "custom", message: "notOffered" });
    return z.NEVER;
  });

const row = z.strictObject({
  id,
  said: typed(500),
  wanted: typed(200),
  sku: typed(60),
  quantity: typed(40),
  because: z
    .enum([...becauses, ""])
    .default("")
    .transform((said) => said || null),
});

/** Everything the page of a quick order can be asked; no price is among it. */
const sheetForm = z.strictObject({
  act,
  mark: typed(60),
  text: typed(mostText),
  remarks: typed(mostText).transform((said) => said.split("\n").filter((line) => line.trim() !== "")),
  line: z.array(z.strictObject({ wanted: typed(200), quantity: typed(40) })).default([]),
  row: z.array(row).max(mostRows).default([]),
});

/** Reads the page as it was handed in, with the file that came with it. */
export async function sheetFormOf(request: Request): Promise<ReadForm<SheetWish>> {
  const isMultipart = /^multipart\/form-data/i.test(request.headers.get("content-type") ?? "");
  const fields = new FormData();
  let file: OrderFile | null = null;
  if (isMultipart) {
    const upload = await uploadOf(request, "file", (bytes) => orderFileFrom(bytes, mostRows), { mostText });
    for (const [name, value] of Object.entries(upload.fields)) fields.set(name, value);
    file = upload.file?.kept ?? null;
  } else {
    for (const [name, value] of await request.formData()) if (typeof value === "string") fields.append(name, value);
  }
  const form = readForm(fields, sheetForm);
  if (!form.ok) return form;
  const { line, row: rows, ...said } = form.value;
  return { ok: true, typed: form.typed, value: { ...said, lines: line, rows, file } };
}
