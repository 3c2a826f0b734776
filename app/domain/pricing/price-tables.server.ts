import { eq, type SQL, sql } from "drizzle-orm";
import { recordAudit } from "#app/domain/audit/audit.server.ts";
import type { Scope } from "#app/domain/customers/buyer.ts";
import { offsetOf, type Page } from "#app/domain/page.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { searchable } from "#app/domain/text.ts";
import { db, type Tx, withTx } from "#db/connection.server.ts";
import { constraintOf } from "#db/errors.ts";
import { customers, priceTables } from "#db/schema/index.ts";
import { type PriceTable, type PriceTableDetails, type PriceTableFilter, tablePageSize } from "./price-table.ts";

const withCounts = sql`
  select t.id, t.code, t.name, t.scope, t.uf, t.group_id as "groupId", g.name as "groupName",
    t.supplier_id as "supplierId", s.name as "supplierName", b.code as base, b.name as "baseName",
    t.base_basis_points as "baseBasisPoints", t.valid_from::text as "validFrom", t.valid_until::text as "validUntil", t.is_active as "isActive",
    (select count(distinct p.product_id)::int from prices p where p.price_table_id = t.id) as products,
    (select count(*)::int from customers c where c.price_table_id = t.id) as customers
  from price_tables t left join customer_groups g on g.id = t.group_id
    left join suppliers s on s.id = t.supplier_id left join price_tables b on b.id = t.base_table_id`;

type TableRow = PriceTable & Record<string, unknown>;

function matching({ q, scope, state }: PriceTableFilter): SQL {
  const words = searchable(q).split(/\s+/).filter(Boolean).slice(0, 6);
  const parts = words.map((word) => sql`position(${word} in unaccent(lower(t.name || ' ' || t.code))) > 0`);
  if (scope !== null) parts.push(sql`t.scope = ${scope}`);
  if (state !== null) parts.push(sql`t.is_active = ${state === "active"}`);
  return sql.join([sql`true`, ...parts], sql` and `);
}

const widestFirst = sql`t.is_active desc, array_position(array['general', 'uf', 'group', 'assigned'], t.scope), t.name, t.id`;

/** A page of price tables, those in use first, from the general one to those given to single customers. A page past the end is the first. */
export async function priceTablesIn(filter: PriceTableFilter, page: number, tx: Tx = db): Promise<Page<PriceTable>> {
  const [counted] = await tx.execute<{ total: number }>(
    sql`select count(*)::int as total from price_tables t where ${matching(filter)}`,
  );
  const total = counted?.total ?? 0;
  const shown = offsetOf(page, tablePageSize) < total ? page : 1;
  const rows = await tx.execute<TableRow>(sql`${withCounts} where t.id in (
      select t.id from price_tables t where ${matching(filter)} order by ${widestFirst}
      limit ${tablePageSize} offset ${offsetOf(shown, tablePageSize)})
    order by ${widestFirst}`);
  return { rows, total, page: shown, pageSize: tablePageSize };
}

/** One price table by its code; refused `not_found` when there is none. */
export async function priceTableOf(code: string, tx: Tx = db): Promise<PriceTable> {
  const [table] = await tx.execute<TableRow>(sql`${withCounts} where t.code = ${code}`);
  if (!table) throw new Refusal("not_found", { what: "price table", code });
  return table;
}

/** The base of a formula by its number. Refused: an unknown one, a circle, and more than three tables on top of each other. */
async function baseOf({ code, base, baseBasisPoints }: PriceTableDetails, tx: Tx) {
  if (base === null) return { baseTableId: null, baseBasisPoints: null };
  if (baseBasisPoints === null) throw new Refusal("invalid_input", { field: "baseBasisPoints" });
  // Two formulas at once could make a circle that neither of them sees.
  await tx.execute(sql`lock table price_tables in share row exclusive mode`);
  const ways = await tx.execute<{ id: number; code: string; depth: number }>(sql`
    with recursive above as (
      select id, code, base_table_id, 1 as depth from price_tables where code = ${base}
      union all select t.id, t.code, t.base_table_id, a.depth + 1 from above a join price_tables t on t.id = a.base_table_id where a.depth < 5
    ) select id, code, depth from above order by depth`);
  const [found] = ways;
  if (!found) throw new Refusal("not_found", { what: "price table", code: base });
  if (ways.some((one) => one.code === code)) throw new Refusal("formula_circle", { code: base });
  const [below] = await tx.execute<{ depth: number }>(sql`
    with recursive below as (
      select id, 0 as depth from price_tables where code = ${code}
      union all select t.id, b.depth + 1 from below b join price_tables t on t.base_table_id = b.id where b.depth < 5
    ) select coalesce(max(depth), 0)::int as depth from below`);
  if (ways.length + 1 + (below?.depth ?? 0) > 3) throw new Refusal("formula_too_deep", { code: base });
  return { baseTableId: found.id, baseBasisPoints };
}

/** A table is for one thing: what its scope does not ask for is not kept. */
function columnsFrom({ base: _, ...details }: PriceTableDetails) {
  const { scope, uf, groupId } = details;
  if (scope === "uf" && uf === null) throw new Refusal("invalid_input", { field: "uf" });
  if (scope === "group" && groupId === null) throw new Refusal("invalid_input", { field: "group" });
  return { ...details, uf: scope === "uf" ? uf : null, groupId: scope === "group" ? groupId : null };
}

/** Everybody, a state and a group have one active table each; the second is refused. */
async function unlessTaken<Result>(details: PriceTableDetails, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (fault) {
    const constraint = constraintOf(fault);
    if (constraint?.startsWith("price_tables_one_")) throw new Refusal("price_scope_taken", { name: details.name });
    if (constraint === "price_tables_code_unique") throw new Refusal("code_taken", { code: details.code });
    throw fault;
  }
}

/** Opens an empty price table; a code in use, or a second active table for everybody, a state or a group, is refused. */
export async function openPriceTable(scope: Scope, details: PriceTableDetails, at: Date, tx: Tx = db): Promise<void> {
  await unlessTaken(details, () =>
    withTx(async (tx) => {
      await tx.insert(priceTables).values({ ...columnsFrom(details), ...(await baseOf(details, tx)), createdAt: at });
      const subject = `price table ${details.code}`;
      await recordAudit({ actorId: scope.userId, action: "price_table_opened", subject, after: details }, at, tx);
    }, tx),
  );
}

/** Changes what is written down about a table; one that customers have cannot be put out of use (refused `price_table_in_use`). */
export async function revisePriceTable(
  scope: Scope,
  code: string,
  changes: Omit<PriceTableDetails, "code">,
  at: Date,
  tx: Tx = db,
): Promise<void> {
  const details = { ...changes, code };
  await unlessTaken(details, () =>
    withTx(async (tx) => {
      const [before] = await tx.select().from(priceTables).where(eq(priceTables.code, code)).for("update");
      if (!before) throw new Refusal("not_found", { what: "price table", code });
      if (before.isActive && !details.isActive) {
        const given = await tx.$count(customers, eq(customers.priceTableId, before.id));
        if (given > 0) throw new Refusal("price_table_in_use", { customers: given });
      }
      await tx
        .update(priceTables)
        .set({ ...columnsFrom(details), ...(await baseOf(details, tx)) })
        .where(eq(priceTables.id, before.id));
      const note = { actorId: scope.userId, action: "price_table_revised", subject: `price table ${code}` };
      await recordAudit({ ...note, before, after: details }, at, tx);
    }, tx),
  );
}
