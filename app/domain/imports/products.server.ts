import type postgres from "postgres";
import { slugOf } from "#app/domain/text.ts";
import type { RecordIntake } from "./intake.server.ts";
import { asCount, asText, type RecordReading, recordRows } from "./record-rows.ts";
import { refuseStaged, settledRecords } from "./settling.server.ts";

const kept = ["name", "ean", "description", "unit", "pack_multiple", "minimum_quantity", "supplier_id", "category_id"];

/**
 * Takes products in, known by SKU whatever its case. The file's cells win where they are not empty; suppliers and categories that
 * nobody knows are made.
 */
export async function productIntake(tx: postgres.TransactionSql, reading: RecordReading): Promise<RecordIntake> {
  await tx.unsafe(`
    create temp table staged_product (line integer, sku text, name text, ean text, description text, unit text,
      pack_multiple integer, minimum_quantity integer, supplier text, category text, supplier_id integer, category_id integer,
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
      "staged_product (line, sku, name, ean, description, unit, pack_multiple, minimum_quantity, supplier, category)",
    take,
    async settle({ at }) {
      const later = "exists (select 1 from staged_product t where t.sku = s.sku and t.line > s.line)";
      const rejected = await refuseStaged(tx, "staged_product", "repeated", later, "s.sku");
      await nameSuppliersAndCategories(tx);
      await tx`update staged_product s set id = p.id from products p where upper(p.sku) = s.sku`;
      const [{ staged } = { staged: 0 }] = await tx<
        { staged: number }[]
      >`select count(*) as staged from staged_product`;
      const changed = await tx.unsafe(`
        update products p set ${kept.map((name) => `${name} = coalesce(s.${name}, p.${name})`).join(", ")}
        from staged_product s
        where p.id = s.id and (${kept.map((name) => `p.${name}`).join(", ")}) is distinct from
          (${kept.map((name) => `coalesce(s.${name}, p.${name})`).join(", ")})`);
      const made = await tx`
        insert into products (sku, name, ean, description, unit, pack_multiple, minimum_quantity, supplier_id, category_id,
          is_imported, created_at)
        select sku, name, ean, description, coalesce(unit, 'un'), coalesce(pack_multiple, 1), coalesce(minimum_quantity, 1),
          supplier_id, category_id, true, ${at}
        from staged_product where id is null order by line`;
      await tx`
        update products p set search_text = lower(unaccent(regexp_replace(concat_ws(' ', p.name, p.sku, p.ean,
          (select name from suppliers where id = p.supplier_id), (select name from categories where id = p.category_id)),
          '\\s+', ' ', 'g')))
        from staged_product s where upper(p.sku) = s.sku`;
      return settledRecords({ products: made.count, staged, changed: changed.count }, rejected);
    },
  };
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
