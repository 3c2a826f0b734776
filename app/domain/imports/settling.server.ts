import type postgres from "postgres";
import type { Settled } from "./intake.server.ts";
import type { Rejection, RejectionCode } from "./rejection.ts";

interface Said {
  line: number;
  said: string;
}

/** Takes rows out of a staging table again, and says why: `condition` may speak of the row as `s`. */
export async function refuseStaged(
  tx: postgres.TransactionSql,
  table: string,
  code: RejectionCode,
  condition: string,
  said: string,
): Promise<Rejection[]> {
  const rows = await tx.unsafe<Said[]>(
    `delete from ${table} s where ${condition} returning s.line, coalesce((${said})::text, '') as said`,
  );
  return rows.map((row) => ({ line: row.line, code, said: row.said, cells: [row.said] }));
}

/** What came of records of which `written` were new or different. */
export function settledRecords(
  of: { customers?: number; products?: number; staged: number; changed: number },
  rejected: Rejection[],
): Settled {
  const made = (of.customers ?? 0) + (of.products ?? 0);
  return {
    created: { customers: of.customers ?? 0, products: of.products ?? 0, orders: 0, returns: 0 },
    receivables: 0,
    bonus: 0,
    replaced: of.changed,
    unchanged: Math.max(0, of.staged - made - of.changed),
    rejected: rejected.sort((a, b) => a.line - b.line),
  };
}
