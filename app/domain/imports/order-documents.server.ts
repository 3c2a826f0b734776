import type postgres from "postgres";
import type { Rejection } from "./rejection.ts";

/** What the lines of a file come to, before anything is written. */
export interface FoundDocuments {
  orders: number;
  bonus: number;
  returns: number;
  replaced: number;
  unchangedLines: number;
  linesToWrite: number;
}

/**
 * Puts the staged parts together to orders and returns and compares each with what is there: new, the same, changed, or born
 * here. The first moment of an order counts. The same lines in another sequence are the same order. An imported order that was
 * cancelled here stays as it is.
 */
export async function classifyOrders(tx: postgres.TransactionSql): Promise<FoundDocuments> {
  await tx.unsafe(`
    create temp table document on commit drop as
    with summed as (
      select customer, number, is_return, min((first_line::bigint << 20) + circumstance) as first, sum(lines) as lines,
        min(placed_at) as placed_at, sum(cents) as cents, bool_and(is_free) and not is_return as is_bonus,
        sum(print_a) % 4294967296 as print_a, sum(print_b) % 4294967296 as print_b
      from staged_part
      group by customer, number, is_return
    ),
    found as (
      select s.customer, s.number, s.is_return, (s.first >> 20)::integer as first_line, s.lines::integer as lines, s.placed_at,
        (s.placed_at at time zone 'America/Sao_Paulo')::date as placed_on, s.cents::bigint as cents, s.is_bonus,
        c.id as customer_id, k.uf, k.country, k.channel, coalesce(k.rep_id, r.rep_id) as rep_id, o.id as order_id,
        encode(sha256(convert_to(concat_ws('|', s.print_a, s.print_b, s.lines, s.cents, extract(epoch from s.placed_at),
          k.channel, k.uf, k.country), 'UTF8')), 'hex') as import_hash,
        o.is_imported, o.import_hash as known_hash, o.cancelled_at,
        count(*) over (partition by c.id, s.number collate "C") as same_number
      from summed s
      join staged_customer c on c.at = s.customer
      join customers r on r.id = c.id
      join staged_circumstance k on k.at = (s.first & 1048575)
      left join orders o on o.customer_id = c.id and o.number = s.number
    )
    select *, case
      when same_number > 1 then 'clash'
      when order_id is null then 'new'
      when not is_imported then 'born'
      when import_hash = known_hash or cancelled_at is not null then 'same'
      else 'changed' end as state
    from found;
    analyze document`);
  const [found] = await tx<FoundDocuments[]>`
    select
      count(*) filter (where state = 'new' and not is_return and not is_bonus) as orders,
      count(*) filter (where state = 'new' and is_bonus) as bonus,
      count(*) filter (where state = 'new' and is_return) as returns,
      count(*) filter (where state = 'changed') as replaced,
      coalesce(sum(lines) filter (where state = 'same'), 0) as "unchangedLines",
      coalesce(sum(lines) filter (where state in ('new', 'changed')), 0) as "linesToWrite"
    from document`;
  if (!found) throw new Error("a count without a row");
  return found;
}

/** The lines of orders that were placed here, which a file never changes, and of numbers that an order and a return claim. */
export async function ordersBornHere(tx: postgres.TransactionSql): Promise<Rejection[]> {
  const rows = await tx<{ line: number; number: string; state: string }[]>`
    select l.line, d.number, d.state
    from document d
    join staged_part s on s.customer = d.customer and s.number = d.number and s.is_return = d.is_return
    join staged_line l on l.part = s.at
    where d.state in ('born', 'clash')
    order by l.line`;
  return rows.map(({ line, number, state }) => ({
    line,
    code: state === "born" ? "order_born_here" : "number_clash",
    said: number,
    cells: [number],
  }));
}
