import { sql } from "drizzle-orm";
import { recordAudit } from "#app/domain/audit/audit.server.ts";
import type { Scope } from "#app/domain/customers/buyer.ts";
import type { Day } from "#app/domain/period.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { db, type Tx, withTx } from "#db/connection.server.ts";
import { constraintOf } from "#db/errors.ts";
import { forgetOwnCells } from "./own-cells.server.ts";
import { priceFactsFor } from "./prices.server.ts";
import { type KeptPromotion, type PromotionDetails, promotedPrice } from "./promotion.ts";
import { quote } from "./quote.ts";

const kept = sql`
  select p.id, p.name, p.off_basis_points as "offBasisPoints", p.unit_price_e4 as "unitPriceE4", p.from_quantity as "fromQuantity",
    p.scope, p.category_id as "categoryId", p.supplier_id as "supplierId", p.audience, p.group_id as "groupId", p.uf,
    p.valid_from::text as "validFrom", p.valid_until::text as "validUntil", p.unit_limit as "unitLimit", p.used_units as "usedUnits",
    p.ended_at as "endedAt", coalesce(c.name, s.name) as "scopeName", g.name as "groupName",
    array(select x.sku from promotion_products pp join products x on x.id = pp.product_id where pp.promotion_id = p.id order by x.sku) as skus,
    array(select x.code from promotion_customers pc join customers x on x.id = pc.customer_id where pc.promotion_id = p.id order by x.code)
      as "customerCodes"
  from promotions p left join categories c on c.id = p.category_id left join suppliers s on s.id = p.supplier_id
    left join customer_groups g on g.id = p.group_id`;

type KeptRow = Omit<KeptPromotion, "endedAt"> & { endedAt: string | null } & Record<string, unknown>;

const fromRow = (row: KeptRow): KeptPromotion => ({
  ...row,
  endedAt: row.endedAt === null ? null : new Date(row.endedAt),
});

/** The promotions of the house: those that run or will, by their end; then the latest that are over. */
export async function promotionsOfTheHouse(on: Day, tx: Tx = db): Promise<KeptPromotion[]> {
  const rows = await tx.execute<KeptRow>(sql`${kept}
    order by (p.ended_at is not null or p.valid_until <= ${on}::date),
      case when p.ended_at is null and p.valid_until > ${on}::date then p.valid_until end, p.valid_until desc, p.id limit 200`);
  return rows.map(fromRow);
}

/** One promotion; refused `not_found` when there is none. */
export async function promotionOf(id: number, tx: Tx = db): Promise<KeptPromotion> {
  const [row] = await tx.execute<KeptRow>(sql`${kept} where p.id = ${id}`);
  if (!row) throw new Refusal("not_found", { what: "promotion", id });
  return fromRow(row);
}

/** Refuses a rule, scope or audience that does not say what it is about. */
function refuseUnlessWhole(details: PromotionDetails): void {
  const invalid = (field: string) => new Refusal("invalid_input", { field });
  const { scope, audience } = details;
  if ((details.offBasisPoints === null) === (details.unitPriceE4 === null)) throw invalid("percent");
  if (details.unitPriceE4 !== null && details.unitPriceE4 <= 0) throw invalid("unitPriceE4");
  if (scope === "products" && details.skus.length === 0) throw invalid("skus");
  if (scope === "category" && details.categoryId === null) throw invalid("category");
  if (scope === "supplier" && details.supplierId === null) throw invalid("supplier");
  if (audience === "group" && details.groupId === null) throw invalid("group");
  if (audience === "uf" && details.uf === null) throw invalid("uf");
  if (audience === "customers" && details.customerCodes.length === 0) throw invalid("customerCodes");
  if (details.validUntil <= details.validFrom) throw invalid("validUntil");
}

/** What is kept: what the scope and the audience do not ask for is let go of. */
function columnsOf(details: PromotionDetails) {
  const { scope, audience } = details;
  return {
    categoryId: scope === "category" ? details.categoryId : null,
    supplierId: scope === "supplier" ? details.supplierId : null,
    groupId: audience === "group" ? details.groupId : null,
    uf: audience === "uf" ? details.uf : null,
    skus: scope === "products" ? details.skus : [],
    customerCodes: audience === "customers" ? details.customerCodes : [],
  };
}

/** Puts the promotion on its products and customers; a code nobody knows is refused `not_found`. */
async function nameMembers(id: number, { skus, customerCodes }: { skus: string[]; customerCodes: string[] }, tx: Tx) {
  await tx.execute(sql`delete from promotion_products where promotion_id = ${id}`);
  await tx.execute(sql`delete from promotion_customers where promotion_id = ${id}`);
  const known = await tx.execute<{ sku: string }>(sql`
    with named as (insert into promotion_products (product_id, promotion_id)
      select p.id, ${id}::int from products p where p.sku in (select jsonb_array_elements_text(${JSON.stringify(skus)}::jsonb)) returning product_id)
    select p.sku from named n join products p on p.id = n.product_id`);
  const sku = skus.find((one) => !known.some((row) => row.sku === one));
  if (sku !== undefined) throw new Refusal("not_found", { what: "product", sku });
  const codes = await tx.execute<{ code: string }>(sql`
    with named as (insert into promotion_customers (customer_id, promotion_id)
      select c.id, ${id}::int from customers c where c.code in (select jsonb_array_elements_text(${JSON.stringify(customerCodes)}::jsonb))
      returning customer_id)
    select c.code from named n join customers c on c.id = n.customer_id`);
  const code = customerCodes.find((one) => !codes.some((row) => row.code === one));
  if (code !== undefined) throw new Refusal("not_found", { what: "customer", code });
}

/** Opens a promotion and gives its number. */
export async function openPromotion(scope: Scope, details: PromotionDetails, at: Date, tx: Tx = db): Promise<number> {
  refuseUnlessWhole(details);
  return withTx(async (tx) => {
    const own = columnsOf(details);
    const [made] = await tx.execute<{ id: number }>(sql`
      insert into promotions (name, off_basis_points, unit_price_e4, from_quantity, scope, category_id, supplier_id, audience, group_id,
        uf, valid_from, valid_until, unit_limit, created_at)
      values (${details.name}, ${details.offBasisPoints}, ${details.unitPriceE4}, ${details.fromQuantity}, ${details.scope},
        ${own.categoryId}, ${own.supplierId}, ${details.audience}, ${own.groupId}, ${own.uf}, ${details.validFrom},
        ${details.validUntil}, ${details.unitLimit}, ${at.toISOString()}) returning id`);
    const { id } = made as { id: number };
    await nameMembers(id, own, tx);
    const subject = `promotion ${id}`;
    await recordAudit({ actorId: scope.userId, action: "promotion_opened", subject, after: details }, at, tx);
    return id;
  }, tx).finally(forgetOwnCells);
}

/**
 * Changes a promotion that is not over; whether it is limited stays as it was opened. Refused: a limit below what was taken
 * already (`promotion_taken`), and one that was ended (`promotion_over`).
 */
export async function revisePromotion(
  scope: Scope,
  id: number,
  details: PromotionDetails,
  at: Date,
  tx: Tx = db,
): Promise<void> {
  refuseUnlessWhole(details);
  await withTx(async (tx) => {
    const before = await promotionOf(id, tx);
    if (before.endedAt !== null) throw new Refusal("promotion_over");
    const unitLimit = before.unitLimit === null ? null : (details.unitLimit ?? before.unitLimit);
    const own = columnsOf(details);
    await tx.execute(sql`
      update promotions set name = ${details.name}, off_basis_points = ${details.offBasisPoints}, unit_price_e4 = ${details.unitPriceE4},
        from_quantity = ${details.fromQuantity}, scope = ${details.scope}, category_id = ${own.categoryId},
        supplier_id = ${own.supplierId}, audience = ${details.audience}, group_id = ${own.groupId}, uf = ${own.uf},
        valid_from = ${details.validFrom}, valid_until = ${details.validUntil}, unit_limit = ${unitLimit}
      where id = ${id}`);
    await nameMembers(id, own, tx);
    const note = { actorId: scope.userId, action: "promotion_revised", subject: `promotion ${id}` };
    await recordAudit({ ...note, before, after: details }, at, tx);
  }, tx)
    .catch((fault) => {
      throw constraintOf(fault) === "promotions_units" ? new Refusal("promotion_taken") : fault;
    })
    .finally(forgetOwnCells);
}

/** Ends a promotion at once: from now on nobody is shown its price. Ending it again changes nothing. */
export async function endPromotion(scope: Scope, id: number, at: Date, tx: Tx = db): Promise<void> {
  await withTx(async (tx) => {
    const ended = await tx.execute(sql`
      update promotions set ended_at = ${at.toISOString()} where id = ${id} and ended_at is null returning id`);
    if (ended.length === 0) return;
    await recordAudit({ actorId: scope.userId, action: "promotion_ended", subject: `promotion ${id}` }, at, tx);
  }, tx).finally(forgetOwnCells);
}

/** A product a promotion is on: its general price for the least quantity of the promotion, and what becomes of it. */
export interface PromotedProduct {
  sku: string;
  name: string;
  generalE4: number | null;
  promotedE4: number | null;
}

/** The products a promotion is on, the first twenty-four by name, and how many there are. */
export async function promotedBy(
  promotion: KeptPromotion,
  on: Day,
): Promise<{ total: number; rows: PromotedProduct[] }> {
  const { id, scope, categoryId, supplierId, fromQuantity } = promotion;
  const rows = await db.execute<{ id: number; sku: string; name: string; total: number }>(sql`
    select p.id, p.sku, p.name, count(*) over ()::int as total from products p where p.is_active and case ${scope}::text
      when 'category' then p.category_id = ${categoryId}::int when 'supplier' then p.supplier_id = ${supplierId}::int
      else exists (select from promotion_products pp where pp.product_id = p.id and pp.promotion_id = ${id}) end
    order by p.name, p.id limit 24`);
  const nobody = { id: 0, priceTableId: null, groupId: null, uf: null, terms: null };
  const facts = await priceFactsFor(
    nobody,
    rows.map((row) => row.id),
    on,
  );
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map((row) => {
      const own = facts.get(row.id);
      const generalE4 = own ? (quote({ ...own, promotions: [] }, fromQuantity, on)?.unitPriceE4 ?? null) : null;
      const promotedE4 = promotedPrice({ ...promotion, unitsLeft: null }, generalE4, fromQuantity);
      return { sku: row.sku, name: row.name, generalE4, promotedE4 };
    }),
  };
}
