import { z } from "zod";
import { decimalOfPrice } from "#app/domain/money.ts";
import { orderChannels, orderStates, stateOf } from "#app/domain/orders/order.ts";
import type { ListedOrder } from "#app/domain/orders/order-cursor.server.ts";
import type { OrderSheet } from "#app/domain/orders/order-sheet.server.ts";
import { type PriceStep, stepSources } from "#app/domain/pricing/price-chain.ts";

const moment = z.iso.datetime({ offset: true });
const cents = z.int().describe("whole centavos");
const price = z
  .string()
  .regex(/^-?\d+\.\d{2,4}$/)
  .describe("decimal string in reais, up to four places");

/** An order in a list of the API. */
export const listedOrder = z.strictObject({
  number: z.string(),
  kind: z.enum(["order", "return"]),
  state: z.enum(orderStates),
  placedAt: moment,
  channel: z.enum(orderChannels),
  customer: z.strictObject({ id: z.int(), code: z.string(), name: z.string() }),
  poNumber: z.string().nullable(),
  goodsCents: cents,
  freightCents: cents,
  totalCents: cents,
});

const address = z.strictObject({
  ...{ id: z.int(), label: z.string(), street: z.string(), number: z.string() },
  complement: z.string().nullable(),
  district: z.string().nullable(),
  ...{ city: z.string(), uf: z.string(), postalCode: z.string() },
});

const chainStep = z.strictObject({
  source: z.enum(stepSources),
  name: z.string(),
  fromQuantity: z.int(),
  unitPrice: price,
  basisPoints: z.int().describe("change against the step before; 100 = 1 %"),
  validFrom: z.iso.date().nullish(),
  validUntil: z.iso.date().nullable(),
  formula: z
    .strictObject({ of: z.string(), basisPoints: z.int() })
    .optional()
    .describe("the table this one is made of"),
  rule: z
    .strictObject({
      ...{ id: z.int(), offBasisPoints: z.int().nullable(), fromQuantity: z.int(), isLimited: z.boolean() },
      unitPrice: price.nullable(),
    })
    .optional()
    .describe("what the promotion does"),
});

const line = z.strictObject({
  ...{ line: z.int(), sku: z.string(), name: z.string(), quantity: z.int(), unitPrice: price, totalCents: cents },
  taxes: z.array(z.strictObject({ component: z.string(), basisPoints: z.int(), cents })).describe("an estimate"),
  priceChain: z.array(chainStep).describe("how the price came about; empty where the order was imported"),
});

/** An order of the API, whole. */
export const wholeOrder = z.strictObject({
  ...listedOrder.shape,
  placedBy: z.string().nullable(),
  rep: z.string().nullable(),
  paymentTerms: z.string().nullable(),
  taxes: z
    .array(z.strictObject({ component: z.string(), cents }))
    .describe("what was expected on top of the total; the invoice decides"),
  address: address.nullable(),
  notes: z.string().nullable(),
  confirmedAt: moment.nullable(),
  invoicedAt: moment.nullable(),
  invoiceKey: z.string().nullable(),
  shippedAt: moment.nullable(),
  deliveredAt: moment.nullable(),
  cancelledAt: moment.nullable(),
  lines: z.array(line),
});

/** An order of a list as the API writes it. */
export function listedOrderFrom(order: ListedOrder | OrderSheet): z.output<typeof listedOrder> {
  return {
    number: order.number,
    kind: order.kind,
    state: stateOf(order),
    placedAt: order.placedAt.toISOString(),
    channel: order.channel,
    customer: { id: order.customerId, code: order.customerCode, name: order.customerName },
    poNumber: order.poNumber,
    goodsCents: order.goodsCents,
    freightCents: order.freightCents,
    totalCents: order.goodsCents + order.freightCents,
  };
}

const said = (at: Date | null): string | null => at?.toISOString() ?? null;

function stepFrom({ unitPriceE4, rule, ...step }: PriceStep): z.output<typeof chainStep> {
  const unitPrice = decimalOfPrice(unitPriceE4);
  if (!rule) return { ...step, unitPrice };
  const { unitPriceE4: fixedE4, ...said } = rule;
  return { ...step, unitPrice, rule: { ...said, unitPrice: fixedE4 === null ? null : decimalOfPrice(fixedE4) } };
}

/** A whole order as the API writes it. */
export function wholeOrderFrom(order: OrderSheet): z.output<typeof wholeOrder> {
  return {
    ...listedOrderFrom(order),
    placedBy: order.placedByName,
    rep: order.repName,
    paymentTerms: order.paymentTermsName,
    taxes: order.taxes,
    address: order.address,
    notes: order.notes,
    confirmedAt: said(order.confirmedAt),
    invoicedAt: said(order.invoicedAt),
    invoiceKey: order.invoiceKey,
    shippedAt: said(order.shippedAt),
    deliveredAt: said(order.deliveredAt),
    cancelledAt: said(order.cancelledAt),
    lines: order.lines.map(({ line, sku, name, quantity, unitPriceE4, totalCents, chain, taxes }) => ({
      ...{ line, sku, name, quantity, totalCents },
      unitPrice: decimalOfPrice(unitPriceE4),
      priceChain: chain.map(stepFrom),
      taxes,
    })),
  };
}
