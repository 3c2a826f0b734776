import type { z } from "zod";
import { chosenBy, saidOf } from "#app/domain/choices/choices.server.ts";
import type { Scope } from "#app/domain/customers/buyer.ts";
import { withNamedGroup } from "#app/domain/customers/choices.server.ts";
import type { CustomerDetails } from "#app/domain/customers/customer.ts";
import type { detailsShape } from "./details-shape.ts";

type Chosen = Pick<CustomerDetails, "priceTableId" | "repId" | "groupId">;

/** What the form's fields say of the table, the rep and the group a customer has. */
export const saidOfDetails = (scope: Scope, { priceTableId, repId, groupId }: Chosen) =>
  saidOf(scope, { priceTable: ["price-table", priceTableId], rep: ["rep", repId], group: ["group", groupId] });

/** The details as they are kept, from what was typed; a rep decides neither table nor rep nor group, and what they hand in for them is not read. */
export async function detailsFrom(
  scope: Scope,
  { priceTable, rep, group, ...typed }: z.output<typeof detailsShape>,
  before: Chosen,
): Promise<CustomerDetails> {
  if (scope.repId !== null) return withNamedGroup(scope, { ...typed, priceTableId: null, repId: null, groupId: null });
  const chosen = await chosenBy(scope, {
    rep: { kind: "rep", said: rep, kept: before.repId },
    group: { kind: "group", said: group, kept: before.groupId },
    priceTable: { kind: "price-table", said: priceTable, kept: before.priceTableId },
  });
  const ids = {
    priceTableId: chosen.priceTable?.id ?? null,
    repId: chosen.rep?.id ?? null,
    groupId: chosen.group?.id ?? null,
  };
  return withNamedGroup(scope, { ...typed, ...ids });
}
