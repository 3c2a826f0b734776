import type { RequestHandler } from "express";
import postgres from "postgres";
import type { PaymentClock } from "#app/domain/payments/news.server.ts";
import { knownMigrations } from "#db/migrate.ts";

/** How far our clock runs ahead of the payment house's, and whether its messages can still be believed; nothing without one. */
function paymentsSaid(clock: PaymentClock | null) {
  if (clock === null) return {};
  const events = clock.isWrong ? "refused: the clock is wrong" : "believed";
  return { payments: { clockSkewSeconds: clock.skewSeconds, events } };
}

/** Tells a balancer whether to send people here: the database answers and has the tables this source knows. */
export function readiness(house: {
  databaseUrl: string;
  isStopping: () => boolean;
  paymentClock?: () => PaymentClock | null;
}) {
  const sql = postgres(house.databaseUrl, {
    max: 1,
    idle_timeout: 20,
    connect_timeout: 2,
    backoff: () => 0.1,
    onnotice: () => {},
  });
  const known = knownMigrations();

  const stateOfDatabase = async () => {
    try {
      const [row] = await sql`select count(*)::int as done from drizzle.__drizzle_migrations`;
      return row?.done === known ? "ready" : `has ${row?.done} of ${known} migrations`;
    } catch {
      return "does not answer";
    }
  };

  const tell: RequestHandler = async (_request, response) => {
    const late = new Promise<string>((resolve) => setTimeout(resolve, 2000, "does not answer").unref());
    const database = await Promise.race([stateOfDatabase(), late]);
    const isReady = database === "ready" && !house.isStopping();
    response
      .status(isReady ? 200 : 503)
      .set("Cache-Control", "no-store")
      .json({
        ready: isReady,
        database,
        stopping: house.isStopping(),
        ...paymentsSaid(house.paymentClock?.() ?? null),
      });
  };
  return { tell, close: () => sql.end({ timeout: 1 }) };
}
