import { isOpen } from "./held.server.ts";

/**
 * The query for the credit of the customer `c` in two numbers (`creditLeftCents`, `overdueCents`), as of the moment it is asked:
 * it stands in the statement that reads who holds a session, which every page asks once.
 */
export const creditSummaryText = `
  select case when c.credit_limit_cents is not null
      then greatest(0, c.credit_limit_cents - c.credit_used_cents)::float8 end as "creditLeftCents", coalesce((
    select sum(r.amount_cents - r.paid_cents)::float8 from receivables r
    where r.customer_id = c.id and r.due_on < (now() at time zone 'America/Sao_Paulo')::date and ${isOpen}), 0) as "overdueCents"`;
