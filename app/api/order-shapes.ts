import { z } from "zod";
import { mostUnits } from "#app/domain/catalog/quantity.ts";
import { orderChannels } from "#app/domain/orders/order.ts";
import type { OrderCursor } from "#app/domain/orders/order-cursor.server.ts";
import { isDay } from "#app/domain/period.ts";

const rowId = z.int().min(1).max(2_147_483_647);
const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .nullish()
    .transform((said) => said || null);

/** A customer as other systems name it: our code, or a CNPJ with or without its marks. */
const customerName = z.string().trim().min(1).max(60);

/** An order as it is handed in. No field holds a price: prices are ours. */
export const newOrder = z.strictObject({
  customer: customerName.describe("customer code or CNPJ"),
  lines: z
    .array(z.strictObject({ sku: z.string().trim().min(1).max(60), quantity: z.int().min(1).max(mostUnits) }))
    .min(1)
    .max(500),
  paymentTermsId: rowId.nullish().describe("absent: the terms of the customer's latest order"),
  addressId: rowId.nullish().describe("absent: the customer's main address"),
  poNumber: words(60),
  notes: words(1000),
  channel: z.enum(orderChannels).default("other"),
  totalCents: z.int().min(0).nullish().describe("refused with prices_changed when the order is worth something else"),
});

const day = z.string().refine(isDay, "is not a day (YYYY-MM-DD)").optional();

/** What a list of orders is asked for. */
export const ordersQuery = z.strictObject({
  customer: customerName.optional(),
  from: day.describe("first day, in São Paulo"),
  to: day.describe("first day that no longer counts"),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  next: z
    .string()
    .max(200)
    .transform((said, context): OrderCursor => {
      const [, placedAt, id] = written.exec(Buffer.from(said, "base64url").toString()) ?? [];
      if (placedAt && id) return { placedAt, id: Number(id) };
      context.addIssue({ code: "custom", message: "is not what a list before gave as next" });
      return z.NEVER;
    })
    .optional(),
});

/** Text of a cursor as PostgreSQL wrote the moment, and the row's number. */
const written = /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?[+-]\d\d)\|(\d{1,15})$/;

/** Where a list goes on, as text for the next question. */
export const nextFrom = ({ placedAt, id }: OrderCursor): string =>
  Buffer.from(`${placedAt}|${id}`).toString("base64url");
