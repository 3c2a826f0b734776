import { sql } from "drizzle-orm";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import type { Cents } from "#app/domain/money.ts";
import { spendingOf } from "#app/domain/spending/spending.server.ts";
import { limitsExceeded } from "#app/domain/spending/spending.ts";
import { preparedRows } from "#db/prepared.server.ts";
import { approversFor } from "./approvers.server.ts";
import type { ApprovalNeed } from "./need.ts";

/** What a buyer's cart of this total needs before it is an order; null when they order alone. */
export async function approvalNeeded(buyer: Buyer, totalCents: Cents, at: Date): Promise<ApprovalNeed | null> {
  const over = limitsExceeded(await spendingOf(buyer, at), totalCents);
  if (over.length === 0) return null;
  const [approvers, reps] = await Promise.all([
    approversFor(buyer, totalCents),
    preparedRows(
      sql`select from customers c join users r on r.id = c.rep_id and not r.is_disabled where c.id = ${buyer.customerId}::int`,
    ),
  ]);
  return { over, approvers: approvers.map(({ name }) => name), hasRep: reps.length > 0 };
}
