import { sql } from "drizzle-orm";
import type { AbcClass } from "#app/domain/customers/filter.ts";
import type { Page } from "#app/domain/page.ts";
import type { Period } from "#app/domain/period.ts";
import { reports, type Tx } from "#db/connection.server.ts";
import { abcRows } from "./abc.server.ts";
import { stintsTable } from "./asked.server.ts";
import type { ReadingScope } from "./indicator.ts";
import { askedForMain, asking } from "./read.server.ts";

/** One of the ranked on the curve's list: a customer, or a product with its SKU as code. */
export interface CurveRow {
  id: number;
  name: string;
  code: string;
  rank: number;
  abcClass: AbcClass;
  cents: number;
  share: number;
  cumulative: number;
}

/** The ABC curve: its whole, some points of it in rank order, and one page of the ranked. */
export interface AbcCurve {
  window: Period;
  counts: Record<AbcClass, number>;
  cents: number;
  points: { rank: number; share: number; abcClass: AbcClass; name: string }[];
  list: Page<CurveRow>;
}

interface Row extends Record<string, unknown>, CurveRow {
  is_point: boolean;
  is_listed: boolean;
  A: number;
  B: number;
  C: number;
  all_cents: number;
}

/** More points than these are not told apart on a screen. */
const mostPoints = 200;

/** The curve of customers or products as the indicator `abc` counts it, from the same rows; `only` lists one class. */
export async function abcCurve(
  reading: ReadingScope,
  { only, page, pageSize }: { only: AbcClass | null; page: number; pageSize: number },
  tx: Tx = reports,
): Promise<AbcCurve> {
  const question = await asking("abc", { ...reading, by: null, every: null }, tx);
  const { stints } = question;
  const asked = await askedForMain(question, reading, tx);
  const isOfProducts = reading.of === "products";
  const place = only
    ? sql`case when a.abc_class = ${only} then row_number() over (partition by a.abc_class order by a.rank) end`
    : sql`a.rank`;
  const rows = await tx.execute<Row>(sql`
    with ${stintsTable(asked)}, ranked as materialized (${abcRows(asked)}), whole as (
      select count(*) as everyone, count(*) filter (where abc_class = 'A') as in_a, count(*) filter (where abc_class = 'B') as in_b,
        count(*) filter (where abc_class = 'C') as in_c, sum(value_cents) as all_cents from ranked
    ), chosen as (
      select a.*, whole.*, (a.rank - 1) % greatest(1, whole.everyone / ${mostPoints}::integer) = 0 or a.rank = whole.everyone as is_point,
        a.place > ${(page - 1) * pageSize} and a.place <= ${page * pageSize} as is_listed
      from (select a.*, ${place} as place from ranked a) a cross join whole
    )
    select coalesce(r.customer_id, r.product_id) as id, ${isOfProducts ? sql`pr.name` : sql`c.trade_name`} as name,
      ${isOfProducts ? sql`pr.sku` : sql`c.code`} as code, r.rank, r.abc_class as "abcClass", r.value_cents as cents, r.share,
      r.cumulative, r.is_point, coalesce(r.is_listed, false) as is_listed, r.in_a as "A", r.in_b as "B", r.in_c as "C", r.all_cents
    from chosen r ${isOfProducts ? sql`join products pr on pr.id = r.product_id` : sql`join customers c on c.id = r.customer_id`}
    where r.is_point or r.is_listed order by r.rank`);
  const whole = rows[0];
  const counts = { A: whole?.A ?? 0, B: whole?.B ?? 0, C: whole?.C ?? 0 };
  return {
    window: { from: stints.main.from, to: stints.main.to },
    counts,
    cents: whole?.all_cents ?? 0,
    points: rows
      .filter((row) => row.is_point)
      .map(({ rank, cumulative, abcClass, name }) => ({ rank, share: cumulative, abcClass, name })),
    list: {
      rows: rows
        .filter((row) => row.is_listed)
        .map(({ id, name, code, rank, abcClass, cents, share, cumulative }) => ({
          id,
          name,
          code,
          rank,
          abcClass,
          cents,
          share,
          cumulative,
        })),
      total: only ? counts[only] : counts.A + counts.B + counts.C,
      page,
      pageSize,
    },
  };
}
