import type postgres from "postgres";
import { slugOf } from "#app/domain/text.ts";
import type { RecordIntake } from "./intake.server.ts";
import { asCount, asStock, asText, type RecordReading, recordRows } from "./record-rows.ts";
import { refuseStaged, settledRecords } from "./settling.server.ts";

const kept = ["name", "ean", "description", "unit", "pack_multiple", "minimum_quantity", "supplier_id", "category_id"];

/**
 * Takes products in, known by SKU whatever its case. The file's cells win where they are not empty; suppliers and categories that
 * nobody knows are made; a stock that is said counts like one counted by hand.
 */
export async function productIntake(tx: postgres.TransactionSql, reading: RecordReading): Promise<RecordIntake> {
  await tx.unsafe(`
    create temp table staged_product (line integer, sku text, name text, ean text, description text, unit text,
      pack_multiple integer, minimum_quantity integer, stock integer, supplier text, category text, supplier_id integer, category_id integer,
      id integer) on commit drop`);
  const take = recordRows(
    reading,
    {
      sku: (text) => asText(text.toUpperCase()),
      name: asText,
      ean: asText,
      description: (text) => text.slice(0, 2_000) || null,
      unit: asText,
      packMultiple: asCount(reading.mark),
      minimumQuantity: asCount(reading.mark),
      stock: asStock(reading.mark),
      supplier: asText,
      category: asText,
    },
    ({ sku, name }) => {
      if (typeof sku === "string" && sku.length > 60) return { code: "text_too_long" };
      return sku === null ? { code: "no_sku" } : name === null ? { code: "no_name" } : null;
    },
  );
  return {
    table:
      "staged_product (line, sku, name, ean, description, unit, pack_multiple, minimum_quantity, stock, supplier, category)",
    take,
    async settle({ at }) {
      const later = "exists (select 1 from staged_product t where t.sku = s.sku and t.line > s.line)";
      const rejected = await refuseStaged(tx, "staged_product", "repeated", later, "s.sku");
      await nameSuppliersAndCategories(tx);
      await tx`update staged_product s set id = p.id from products p where upper(p.sku) = s.sku`;
      rejected.push(...(await refuseUnderReserved(tx)));
      const [{ staged } = { staged: 0 }] = await tx<
        { staged: number }[]
      >`select count(*) as staged from staged_product`;
      const changed = await tx.unsafe<{ id: number }[]>(`
        update products p set ${kept.map((name) => `${name} = coalesce(s.${name}, p.${name})`).join(", ")}
        from staged_product s
        where p.id = s.id and (${kept.map((name) => `p.${name}`).join(", ")}) is distinct from
          (${kept.map((name) => `coalesce(s.${name}, p.${name})`).join(", ")})
        returning p.id`);
      const made = await tx`
        insert into products (sku, name, ean, description, unit, pack_multiple, minimum_quantity, supplier_id, category_id,
          is_imported, created_at)
        select sku, name, ean, description, coalesce(unit, 'un'), coalesce(pack_multiple, 1), coalesce(minimum_quantity, 1),
          supplier_id, category_id, true, ${at}
        from staged_product where id is null order by line returning id`;
      await tx`
        update products p set search_text = lower(unaccent(regexp_replace(concat_ws(' ', p.name, p.sku, p.ean,
          (select name from suppliers where id = p.supplier_id), (select name from categories where id = p.category_id)),
          '\\s+', ' ', 'g')))
        from staged_product s where upper(p.sku) = s.sku`;
      const moved = await stockSaid(tx, at);
      const isMade = new Set(made.map((row) => row.id));
      const touched = new Set([...changed, ...moved].map((row) => row.id).filter((id) => !isMade.has(id)));
      return settledRecords({ products: made.count, staged, changed: touched.size }, rejected);
    },
  };
}

/** Refuses rows whose stock would take away what orders have been promised; their stock stays locked until the file is in. */
async function refuseUnderReserved(tx: postgres.TransactionSql) {
  await tx`
    select from stock where product_id in (select id from staged_product where stock is not null)
    order by product_id for no key update`;
  const under = "exists (select 1 from stock k where k.product_id = s.id and s.stock < k.reserved)";
  return refuseStaged(tx, "staged_product", "stock_below_reserved", under, "s.stock");
}

/** Writes what the file found in the warehouse, as movements beside the stock they make; gives the products it moved. */
async function stockSaid(tx: postgres.TransactionSql, at: Date): Promise<{ id: number }[]> {
  await tx`update staged_product s set id = p.id from products p where s.id is null and p.sku = s.sku`;
  await tx`
    insert into stock (product_id) select id from staged_product where stock is not null order by id on conflict do nothing`;
  return tx<{ id: number }[]>`
    with said as (
      select s.id, s.stock, s.stock - k.on_hand as moved from staged_product s join stock k on k.product_id = s.id
      where s.stock is not null and s.stock <> k.on_hand),
    noted as (
      insert into stock_movements (product_id, quantity, reason, at) select id, moved, 'import', ${at} from said order by id)
    update stock k set on_hand = said.stock from said where k.product_id = said.id returning k.product_id as id`;
}

async function nameSuppliersAndCategories(tx: postgres.TransactionSql): Promise<void> {
  const wanted = await tx<{ supplier: string | null; category: string | null }[]>`
    select distinct supplier, category from staged_product`;
  for (const name of new Set(wanted.flatMap((row) => row.supplier ?? []))) {
    const code = slugOf(name).toUpperCase().slice(0, 40);
    if (code === "") continue;
    await tx`
      insert into suppliers (code, name) select ${code}, ${name}
      where not exists (select 1 from suppliers where lower(name) = lower(${name}) or code = ${code} or code = ${name})`;
    await tx`
      update staged_product s set supplier_id = f.id from suppliers f
      where s.supplier = ${name} and (lower(f.name) = lower(${name}) or f.code = ${code} or f.code = ${name})`;
  }
  for (const name of new Set(wanted.flatMap((row) => row.category ?? []))) {
    const slug = slugOf(name);
    if (slug === "") continue;
    await tx`insert into categories (slug, name) values (${slug}, ${name}) on conflict (slug) do nothing`;
    await tx`update staged_product s set category_id = c.id from categories c where s.category = ${name} and c.slug = ${slug}`;
  }
}
