import type postgres from "postgres";
import { type Intake, openCopy, type Settled, writeRows } from "./intake.server.ts";
import { classifyOrders, ordersBornHere } from "./order-documents.server.ts";
import { type OrderReading, orderRows } from "./order-rows.ts";
import { writeOrders } from "./order-writing.server.ts";
import { binaryCopy } from "./packing.ts";

const mostBeside = 1 << 22;

/** Takes order lines in: staged as they come, then customers, products, orders, returns and facts in a few statements. */
export async function orderIntake(tx: postgres.TransactionSql, reading: OrderReading): Promise<Intake> {
  await tx.unsafe(`
    create temp table staged_line (line integer, part integer, product integer, name integer, quantity integer,
      unit_price_e4 bigint, cents bigint) on commit drop;
    create temp table staged_part (at integer, customer integer, number text, is_return boolean, placed_at timestamptz,
      circumstance integer, first_line integer, lines integer, cents bigint, is_free boolean, print_a bigint, print_b bigint)
      on commit drop;
    create temp table staged_name (at integer, name text) on commit drop;
    create temp table staged_customer (at integer, code text, name text, uf text, country text, rep_id integer,
      search_text text, id integer) on commit drop;
    create temp table staged_product (at integer, sku text, name text, search_text text, id integer) on commit drop;
    create temp table staged_circumstance (at integer, uf text, country text, channel text, rep_id integer) on commit drop`);
  const rows = orderRows(reading);
  let copy: Awaited<ReturnType<typeof openCopy>> | undefined;

  async function sendLines(isEnd: boolean): Promise<void> {
    for (const block of rows.lineBlocks(isEnd)) {
      if (!copy) {
        copy = await openCopy(tx, "staged_line from stdin with (format binary)");
        await copy.write(binaryCopy.start);
      }
      await copy.write(block);
    }
  }

  /** A connection copies into one table at a time, and each change of table costs it some hundredths of a second. */
  async function sendBeside(isEnd: boolean): Promise<void> {
    await copy?.write(binaryCopy.end);
    await copy?.end();
    copy = undefined;
    const { parts, names } = rows.beside(isEnd);
    await writeRows(tx, "staged_part", [parts]);
    await writeRows(tx, "staged_name", [names]);
  }

  return {
    take: rows.take,
    async send() {
      await sendLines(false);
      if (rows.weightBeside() > mostBeside) await sendBeside(false);
    },
    async end() {
      await sendLines(true);
      await sendBeside(true);
      await writeRows(tx, "staged_customer (at, code, name, uf, country, rep_id, search_text)", rows.customerRows());
      await writeRows(tx, "staged_product (at, sku, name, search_text)", rows.productRows());
      await writeRows(tx, "staged_circumstance", rows.circumstanceRows());
    },
    abort: () => copy?.abort(),
    async settle({ at, isDryRun }): Promise<Settled> {
      const made = await knownOrCreated(tx, at);
      const found = await classifyOrders(tx);
      const rejected = await ordersBornHere(tx);
      if (!isDryRun) await writeOrders(tx, found.linesToWrite);
      return {
        created: { ...made, orders: found.orders, returns: found.returns },
        receivables: 0,
        bonus: found.bonus,
        replaced: found.replaced,
        unchanged: found.unchangedLines,
        rejected,
      };
    },
  };
}

/** Finds customers by code or CNPJ and products by SKU; those nobody knows are made and marked as imported. */
async function knownOrCreated(tx: postgres.TransactionSql, at: Date): Promise<{ customers: number; products: number }> {
  await tx.unsafe(`
    analyze staged_customer; analyze staged_product; analyze staged_circumstance; analyze staged_part; analyze staged_name;
    update staged_customer s set id = c.id from customers c where c.code = s.code;
    update staged_customer s set id = c.id from customers c
      where s.id is null and c.cnpj = upper(regexp_replace(s.code, '[^0-9A-Za-z]', '', 'g'));
    update staged_product s set id = p.id from products p where p.sku = s.sku`);
  await tx`update staged_product s set id = p.id from products p where s.id is null and upper(p.sku) = s.sku`;
  const customers = await tx`
    insert into customers (code, legal_name, trade_name, uf, country, rep_id, is_imported, search_text, created_at)
    select code, name, name, uf, country, rep_id, true, search_text, ${at} from staged_customer where id is null order by at`;
  const products = await tx`
    insert into products (sku, name, is_imported, search_text, created_at)
    select sku, name, true, search_text, ${at} from staged_product where id is null order by at`;
  await tx`
    insert into portfolio_assignments (customer_id, rep_id, from_at)
    select c.id, c.rep_id, ${at} from staged_customer s join customers c on c.code = s.code
    where s.id is null and c.rep_id is not null`;
  await tx.unsafe(`
    update staged_customer s set id = c.id from customers c where s.id is null and c.code = s.code;
    update staged_product s set id = p.id from products p where s.id is null and p.sku = s.sku`);
  return { customers: customers.count, products: products.count };
}
