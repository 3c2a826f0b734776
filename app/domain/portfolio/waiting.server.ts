import { sql } from "#db/connection.server.ts";

/** What waits for somebody of the house to decide. */
export interface WaitingForStaff {
  accessRequests: number;
  newOrders: number;
  unsentMails: number;
}

/** How many requests, orders and mails wait at the moment, for the whole company. */
export async function waitingForStaff(asOf: Date): Promise<WaitingForStaff> {
  const [row] = await sql<WaitingForStaff[]>`
    select (select count(*) from access_requests where decided_at is null) as "accessRequests",
      (select count(*) from orders where kind = 'order' and not is_imported and confirmed_at is null and invoiced_at is null
        and cancelled_at is null and placed_at > ${asOf}::timestamptz - interval '90 days') as "newOrders",
      (select count(*) from outbox where sent_at is null and attempts > 0) as "unsentMails"`;
  return row!;
}
