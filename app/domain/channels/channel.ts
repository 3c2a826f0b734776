import type { CustomerChannel } from "#app/domain/customers/filter.ts";

/** Days a customer's channel looks back. */
export const channelDays = 180;

/** Counted orders of a customer by the way they were placed. */
export interface OrdersByWay {
  storefront: number;
  visitOrPhone: number;
  all: number;
}

/** Online from 70 % of orders placed in the storefront, visited from 70 % by a rep's visit or phone, else hybrid; dormant without an order. */
export function channelOf({ storefront, visitOrPhone, all }: OrdersByWay): CustomerChannel {
  if (all === 0) return "dormant";
  if (storefront * 10 >= all * 7) return "online";
  if (visitOrPhone * 10 >= all * 7) return "visited";
  return "hybrid";
}

/** What a visit and a call take, as the company set it. */
export interface ServiceCosts {
  visitMinutes: number;
  visitKilometres: number;
  callMinutes: number;
  hourCostCents: number;
  kilometreCostCents: number;
}

/** Cost to serve in centavos: visits × (time + way) + calls × time, rounded once. */
export function costToServe(visits: number, calls: number, costs: ServiceCosts): number {
  const visit = (costs.visitMinutes / 60) * costs.hourCostCents + costs.visitKilometres * costs.kilometreCostCents;
  const call = (costs.callMinutes / 60) * costs.hourCostCents;
  return Math.round(visits * visit + calls * call);
}

/** What a customer leaves after serving them, in centavos: value × margin − cost to serve. */
export const channelMargin = (valueCents: number, marginBasisPoints: number, costCents: number): number =>
  Math.round((valueCents * marginBasisPoints) / 10_000) - costCents;
