type SaidByPostgres = { code?: string; constraint_name?: string; cause?: unknown };

const gone = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ENOTFOUND",
  "ETIMEDOUT",
  "CONNECT_TIMEOUT",
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  "53300",
  "57P01",
  "57P02",
  "57P03",
  "08000",
  "08001",
  "08003",
  "08004",
  "08006",
]);

/** The SQLSTATE of a fault that PostgreSQL reported, also when Drizzle has wrapped it. */
export function sqlStateOf(error: unknown): string | undefined {
  return saidIn(error)?.code;
}

/** The name of the constraint a write ran into, such as a unique index. */
export function constraintOf(error: unknown): string | undefined {
  return saidIn(error)?.constraint_name;
}

/** Whether the fault means that the database cannot be reached at the moment, so that trying later may succeed. */
export function isDatabaseGone(error: unknown): boolean {
  return gone.has(sqlStateOf(error) ?? "");
}

function saidIn(error: unknown): SaidByPostgres | undefined {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; depth++) {
    const said: SaidByPostgres = at;
    if (typeof said.code === "string") return said;
    if (at instanceof AggregateError && at.errors.length > 0) at = at.errors[0];
    else at = said.cause;
  }
  return undefined;
}
