import type postgres from "postgres";
import { customerIntake } from "./customers.server.ts";
import type { ImportKind } from "./fields.ts";
import { type Intake, recordIntake } from "./intake.server.ts";
import type { DecimalMark } from "./numbers.ts";
import { orderIntake } from "./orders.server.ts";
import { priceIntake } from "./prices.server.ts";
import { productIntake } from "./products.server.ts";
import { receivableIntake } from "./receivables.server.ts";

/** How a file of this kind is taken in. */
export async function intakeOf(
  kind: ImportKind,
  tx: postgres.TransactionSql,
  reading: { columns: Record<string, number>; mark: DecimalMark; at: Date },
): Promise<Intake> {
  const reps = await repsByName(tx);
  if (kind === "customers") return recordIntake(tx, await customerIntake(tx, { ...reading, reps }));
  if (kind === "products") return recordIntake(tx, await productIntake(tx, reading));
  if (kind === "prices") return recordIntake(tx, await priceIntake(tx, reading));
  if (kind === "receivables") return recordIntake(tx, await receivableIntake(tx, reading));
  return orderIntake(tx, { ...reading, reps });
}

/** Representatives by e-mail and by name, in lower case; a name that two of them bear is nobody's. */
async function repsByName(tx: postgres.TransactionSql): Promise<Map<string, number>> {
  const people = await tx<{ id: number; email: string; name: string }[]>`
    select id, email, lower(name) as name from users where role in ('rep', 'manager', 'admin') order by id`;
  const reps = new Map<string, number>();
  for (const { id, name } of people) {
    if (people.filter((other) => other.name === name).length === 1) reps.set(name, id);
  }
  for (const { id, email } of people) reps.set(email, id);
  return reps;
}
