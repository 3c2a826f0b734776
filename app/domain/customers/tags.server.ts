import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { recordAudit } from "#app/domain/audit/audit.server.ts";
import { db, type Tx, withTx } from "#db/connection.server.ts";
import { customers, customerTags, tags } from "#db/schema/index.ts";
import type { Scope } from "./buyer.ts";
import { inScope } from "./customers.server.ts";
import { forgetFilterChoices } from "./kept-choices.ts";

/** All tags somebody has used, by name. */
export async function tagsOfTheHouse(tx: Tx = db): Promise<string[]> {
  const rows = await tx.select({ name: tags.name }).from(tags).orderBy(asc(tags.name));
  return rows.map((row) => row.name);
}

/** The tags of one customer, by name. */
export async function tagsOf(customerId: number, tx: Tx = db): Promise<string[]> {
  const rows = await tx
    .select({ name: tags.name })
    .from(customerTags)
    .innerJoin(tags, eq(tags.id, customerTags.tagId))
    .where(eq(customerTags.customerId, customerId))
    .orderBy(asc(tags.name));
  return rows.map((row) => row.name);
}

async function tagIdOf(name: string, tx: Tx): Promise<number> {
  const [known] = await tx.select({ id: tags.id }).from(tags).where(sql`lower(${tags.name}) = lower(${name})`);
  if (known) return known.id;
  const [made] = await tx
    .insert(tags)
    .values({ name })
    .onConflictDoUpdate({ target: tags.name, set: { name } })
    .returning({ id: tags.id });
  return made!.id;
}

/** Puts a tag on customers of the scope, or takes it off; gives how many changed. A new tag is made, upper and lower case are one. */
export async function tagCustomers(
  scope: Scope,
  ids: number[],
  { tag, isOn }: { tag: string; isOn: boolean },
  at: Date,
  tx: Tx = db,
): Promise<number> {
  return withTx(async (tx) => {
    const mine = await tx
      .select({ id: customers.id })
      .from(customers)
      .where(and(inArray(customers.id, ids), inScope(scope)));
    if (mine.length === 0) return 0;
    const tagId = await tagIdOf(tag.trim(), tx);
    const customerIds = mine.map((customer) => customer.id);
    const changed = isOn
      ? await tx
          .insert(customerTags)
          .values(customerIds.map((customerId) => ({ customerId, tagId })))
          .onConflictDoNothing()
          .returning({ id: customerTags.customerId })
      : await tx
          .delete(customerTags)
          .where(and(inArray(customerTags.customerId, customerIds), eq(customerTags.tagId, tagId)))
          .returning({ id: customerTags.customerId });
    for (const { id } of changed) {
      const action = isOn ? "tag_added" : "tag_removed";
      await recordAudit(
        { actorId: scope.userId, customerId: id, action, subject: `customer ${id}`, after: { tag } },
        at,
        tx,
      );
    }
    return changed.length;
  }, tx).finally(forgetFilterChoices);
}
