import type postgres from "postgres";
import type { RecordIntake } from "./intake.server.ts";
import { asCount, asDay, asPrice, asText, type RecordReading, recordRows } from "./record-rows.ts";
import { refuseStaged, settledRecords } from "./settling.server.ts";

const table = "staged_price";

/** Takes prices in: of a price table by its code, or agreed with one customer. Tables, customers and products must be known. */
export async function priceIntake(tx: postgres.TransactionSql, reading: RecordReading): Promise<RecordIntake> {
  await tx.unsafe(`
    create temp table ${table} (line integer, price_table text, customer text, sku text, unit_price_e4 bigint,
      from_quantity integer, valid_from date, valid_until date, table_id integer, customer_id integer, product_id integer)
    on commit drop`);
  const take = recordRows(
    reading,
    {
      table: asText,
      customer: asText,
      sku: (text) => asText(text.toUpperCase()),
      unitPrice: asPrice(reading.mark),
      fromQuantity: asCount(reading.mark),
      validFrom: asDay,
      validUntil: asDay,
    },
    (row) => {
      if ((row.table === null) === (row.customer === null)) return { code: "table_or_customer" };
      return row.sku === null ? { code: "no_sku" } : null;
    },
  );
  return {
    table: `${table} (line, price_table, customer, sku, unit_price_e4, from_quantity, valid_from, valid_until)`,
    take,
    async settle() {
      await tx.unsafe(`
        update ${table} set from_quantity = coalesce(from_quantity, 1);
        update ${table} s set table_id = t.id from price_tables t where lower(t.code) = lower(s.price_table);
        update ${table} s set customer_id = c.id from customers c where c.code = s.customer;
        update ${table} s set customer_id = c.id from customers c where s.customer is not null and s.customer_id is null
          and c.cnpj = upper(regexp_replace(s.customer, '[^0-9A-Za-z]', '', 'g'));
        update ${table} s set product_id = p.id from products p where upper(p.sku) = s.sku`);
      const later = `exists (select 1 from ${table} t where t.line > s.line and t.product_id = s.product_id
        and t.from_quantity = s.from_quantity and t.table_id is not distinct from s.table_id
        and t.customer_id is not distinct from s.customer_id)`;
      const rejected = [
        ...(await refuseStaged(tx, table, "unknown_product", "s.product_id is null", "s.sku")),
        ...(await refuseStaged(tx, table, "unknown_price_table", noTable, "s.price_table")),
        ...(await refuseStaged(tx, table, "unknown_customer", noCustomer, "s.customer")),
        ...(await refuseStaged(tx, table, "repeated", later, "s.sku")),
      ];
      const [{ staged } = { staged: 0 }] = await tx<{ staged: number }[]>`select count(*) as staged from staged_price`;
      const inTables = await tx`
        insert into prices as p (price_table_id, product_id, from_quantity, unit_price_e4)
        select table_id, product_id, from_quantity, unit_price_e4 from staged_price where table_id is not null
        on conflict (price_table_id, product_id, from_quantity) do update set unit_price_e4 = excluded.unit_price_e4
        where p.unit_price_e4 <> excluded.unit_price_e4`;
      const agreed = await tx`
        insert into customer_prices as p (customer_id, product_id, from_quantity, unit_price_e4, valid_from, valid_until)
        select customer_id, product_id, from_quantity, unit_price_e4, valid_from, valid_until
        from staged_price where customer_id is not null
        on conflict (customer_id, product_id, from_quantity) do update set unit_price_e4 = excluded.unit_price_e4,
          valid_from = excluded.valid_from, valid_until = excluded.valid_until
        where (p.unit_price_e4, p.valid_from, p.valid_until)
          is distinct from (excluded.unit_price_e4, excluded.valid_from, excluded.valid_until)`;
      return settledRecords({ staged, changed: inTables.count + agreed.count }, rejected);
    },
  };
}

const noTable = "s.price_table is not null and s.table_id is null";
const noCustomer = "s.customer is not null and s.customer_id is null";
