import type { Buyer, Scope } from "#app/domain/customers/buyer.ts";
import type { PriceStep } from "#app/domain/pricing/price-chain.ts";
import type { LineTax, TaxEstimate } from "#app/domain/pricing/tax.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { sql } from "#db/connection.server.ts";
import type { DeliveryAddress } from "./checkout.ts";
import type { OrderChannel, OrderMoments, OrderPayment } from "./order.ts";
import type { Fragment } from "./state-sql.server.ts";

/** A line of an order as it was agreed, with the way its price came about. */
export interface OrderLine {
  line: number;
  sku: string;
  name: string;
  quantity: number;
  unitPriceE4: number;
  totalCents: number;
  /** Empty where the price came with an import. */
  chain: PriceStep[];
  /** The taxes expected on the line when it was ordered. */
  taxes: LineTax[];
  /** As the catalogue has it now. */
  picture: string | null;
  unit: string;
  isActive: boolean;
}

/** An order, whole. */
export interface OrderSheet extends OrderMoments, OrderPayment {
  id: number;
  number: string;
  kind: "order" | "return";
  isBonus: boolean;
  placedAt: Date;
  channel: OrderChannel;
  placedByName: string | null;
  /** True when a member of staff placed it in the customer's name. */
  isPlacedByStaff: boolean;
  /** The colleague who approved what was above the buyer's limit. */
  approvedByName: string | null;
  repName: string | null;
  customerId: number;
  customerName: string;
  customerCode: string;
  goodsCents: number;
  freightCents: number;
  /** Freight is agreed by hand after the order; `freightCents` is 0 then. */
  isFreightOpen: boolean;
  /** The taxes expected on top when it was ordered; no part of what is owed. */
  taxes: TaxEstimate[];
  paymentTermsName: string | null;
  address: DeliveryAddress | null;
  poNumber: string | null;
  notes: string | null;
  invoiceKey: string | null;
  /** Where the invoice can be seen, if the house said so. */
  invoiceLink: string | null;
  cancelReason: string | null;
  cartId: number | null;
  lines: OrderLine[];
}

async function sheetWhere(condition: Fragment): Promise<OrderSheet> {
  const [order] = await sql<Omit<OrderSheet, "lines">[]>`
    select o.id, o.number, o.kind, o.is_bonus as "isBonus", o.placed_at as "placedAt", o.channel, coalesce(u.name, k.name) as "placedByName",
      coalesce(u.role <> 'buyer', false) as "isPlacedByStaff", v.name as "approvedByName", r.name as "repName", c.id as "customerId",
      c.trade_name as "customerName", c.code as "customerCode", o.goods_cents as "goodsCents",
      o.freight_cents as "freightCents", o.is_freight_open as "isFreightOpen", coalesce(o.taxes, '[]') as taxes,
      o.payment_terms_name as "paymentTermsName", o.address, o.po_number as "poNumber",
      o.notes, o.invoice_key as "invoiceKey", o.invoice_link as "invoiceLink", o.cancel_reason as "cancelReason", o.cart_id as "cartId",
      o.payment_method as "paymentMethod", o.pay_by_at as "payByAt", o.paid_at as "paidAt",
      o.is_imported as "isImported", o.confirmed_at as "confirmedAt", o.invoiced_at as "invoicedAt",
      o.shipped_at as "shippedAt", o.delivered_at as "deliveredAt", o.cancelled_at as "cancelledAt"
    from orders o
    join customers c on c.id = o.customer_id
    left join users u on u.id = o.placed_by
    left join users v on v.id = o.approved_by
    left join api_tokens k on k.id = o.placed_by_token_id
    left join users r on r.id = coalesce(o.rep_id, c.rep_id)
    where ${condition}
    order by o.placed_at desc limit 1`;
  if (!order) throw new Refusal("not_found", { what: "order" });
  const lines = await sql<OrderLine[]>`
    select l.line, l.sku, l.name, l.quantity, l.unit_price_e4 as "unitPriceE4", l.total_cents as "totalCents",
      coalesce(l.price_chain, '[]') as chain, coalesce(l.taxes, '[]') as taxes, coalesce(p.picture, g.picture) as picture, p.unit, p.is_active as "isActive"
    from order_lines l
    join products p on p.id = l.product_id
    left join categories g on g.id = p.category_id
    where l.customer_id = ${order.customerId} and l.order_id = ${order.id}
    order by l.line`;
  return { ...order, lines: [...lines] };
}

/** An order of the buyer's own company; anybody else's does not exist (refused `not_found`). */
export const orderOf = (buyer: Buyer, number: string): Promise<OrderSheet> =>
  sheetWhere(sql`o.customer_id = ${buyer.customerId} and o.number = ${number}`);

/** An order of the scope; one outside of it does not exist (refused `not_found`). */
export const orderIn = (scope: Pick<Scope, "repId">, number: string): Promise<OrderSheet> =>
  sheetWhere(sql`o.number = ${number} and ${scope.repId === null ? sql`true` : sql`c.rep_id = ${scope.repId}`}`);
