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

/** What a visit and a call cost in sixtieths of a centavo, so that minutes of an hour's cost stay whole. */
export const servingSixtieths = (costs: ServiceCosts) => ({
  visitSixtieths: costs.visitMinutes * costs.hourCostCents + 60 * costs.visitKilometres * costs.kilometreCostCents,
  callSixtieths: costs.callMinutes * costs.hourCostCents,
});

/** Cost to serve in centavos: visits × (time + way) + calls × time, rounded once for the customer. */
export function costToServe(visits: number, calls: number, costs: ServiceCosts): number {
  const { visitSixtieths, callSixtieths } = servingSixtieths(costs);
  return Math.round((visits * visitSixtieths + calls * callSixtieths) / 60);
}

/** What a customer leaves after serving them, in centavos: value × margin (half away from zero) − cost to serve. */
export const channelMargin = (valueCents: number, marginBasisPoints: number, costCents: number): number =>
  Math.sign(valueCents) * Math.round((Math.abs(valueCents) * marginBasisPoints) / 10_000) - costCents;
