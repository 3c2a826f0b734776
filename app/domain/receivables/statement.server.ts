import type { Cents } from "#app/domain/money.ts";
import type { Day } from "#app/domain/period.ts";
import { openCentsOf } from "./receivable.ts";
import { type ReceivableRow, receivablesOf } from "./receivable-list.server.ts";

/** Everything that is open of a customer on a day, with its sums. */
export interface Statement {
  rows: ReceivableRow[];
  openCents: Cents;
  overdueCents: Cents;
}

/** More than this is no longer a statement; the list pages on. */
const most = 1000;

/** What a customer has to pay as of a day: what is overdue first, then by due day. */
export async function statementOf(customerId: number, today: Day): Promise<Statement> {
  const ask = { page: 1, today, size: most };
  const [overdue, open] = await Promise.all([
    receivablesOf(customerId, { ...ask, state: "overdue" }),
    receivablesOf(customerId, { ...ask, state: "open" }),
  ]);
  const rows = [...overdue.rows, ...open.rows];
  return {
    rows,
    openCents: rows.reduce((sum, row) => sum + openCentsOf(row), 0),
    overdueCents: overdue.rows.reduce((sum, row) => sum + openCentsOf(row), 0),
  };
}
