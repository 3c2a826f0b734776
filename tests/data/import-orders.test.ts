import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { importFile, importRows } from "#app/domain/imports/imports.server.ts";
import { factsThatDiffer } from "#app/domain/orders/facts.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { rejectionWords } from "#app/words/rejections.ts";
import { sql } from "#db/connection.server.ts";

const at = new Date("2026-11-20T15:00:00Z");
const folder = mkdtempSync(join(tmpdir(), "import-"));
let turn = 0;
const fileOf = (content: string | Buffer, name = "orders.csv") => {
  const path = join(folder, `${++turn}-${name}`);
  writeFileSync(path, content);
  return path;
};
const wish = { kind: "orders" as const, at, words: rejectionWords["pt-BR"] };
const bring = (content: string | Buffer, more: { isDryRun?: boolean } = {}) =>
  importFile(fileOf(content), { ...wish, ...more });
const head = "order;date;customer;sku;description;quantity;unitPrice";
const ordersOf = (customer: string) => sql`
  select number, kind, is_bonus, goods_cents from orders o join customers c on c.id = o.customer_id
  where c.code = ${customer} order by number`;
const refusalOf = (act: Promise<unknown>) =>
  act.then(
    () => null,
    (why: unknown) => (why instanceof Refusal ? why.code : why),
  );

const excerpt = "tests/fixtures/online-retail-excerpt.csv";
const map = {
  order: "invoice_no",
  sku: "stock_code",
  quantity: "quantity",
  date: "invoice_date",
  unitPrice: "unit_price",
  customer: "customer_id",
};

/** The file as a table of text, taken in by nothing of the import, so that plain SQL can say what should come out. */
async function rawExcerpt(): Promise<void> {
  await sql`create table if not exists raw (line serial, no text, sku text, name text, q int, at text, price numeric, customer text, country text)`;
  const rows = readFileSync(excerpt, "utf8").trimEnd().split("\n").slice(1);
  for (const row of rows) {
    const cells = [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
      (cell) => cell[1]?.replaceAll('""', '"') ?? cell[2] ?? "",
    );
    const [no = "", sku = "", name = "", q = "", moment = "", price = "", customer = "", country = ""] = cells;
    await sql`insert into raw (no, sku, name, q, at, price, customer, country)
      values (${no}, ${sku}, ${name}, ${Number(q)}, ${moment}, ${Number(price)}, ${customer}, ${country})`;
  }
}

test("real orders come out as plain SQL over the file says, and a second time nothing changes", async () => {
  await rawExcerpt();
  const [told] = await sql`
    with document as (
      select customer, no, no like 'C%' as is_return, bool_and(price = 0) and no not like 'C%' as is_bonus,
        sum(sign(q) * round(abs(q) * price, 2)) as value
      from raw where customer <> '' group by 1, 2)
    select (select count(*) from raw) as read, (select count(*) from raw where customer = '') as rejected,
      (select count(distinct customer) from raw where customer <> '') as customers,
      (select count(distinct upper(sku)) from raw where customer <> '') as products,
      count(*) filter (where not is_return and not is_bonus) as orders, count(*) filter (where is_bonus) as bonus,
      count(*) filter (where is_return) as returns, sum(value) as net from document`;
  const shadow = fileOf(readFileSync(excerpt));
  const summary = await importFile(shadow, { ...wish, map });
  expect(summary).toMatchObject({
    read: told?.read,
    rejected: told?.rejected,
    accepted: (told?.read as number) - (told?.rejected as number),
    created: { customers: told?.customers, products: told?.products, orders: told?.orders, returns: told?.returns },
    bonus: told?.bonus,
    unchanged: 0,
  });
  expect(told?.bonus).toBeGreaterThan(0);
  const [kept] = await sql`
    select (select sum(goods_cents) from orders) as orders, (select sum(total_cents) from order_lines) as lines,
      (select sum(gross_cents - returns_cents) from customer_days) as days,
      (select sum(gross_cents - returns_cents) from product_days) as "productDays",
      (select count(*) from orders where placed_on <> (placed_at at time zone 'America/Sao_Paulo')::date) as misdated`;
  const net = Math.round((told?.net as number) * 100);
  expect(kept).toEqual({ orders: net, lines: net, days: net, productDays: net, misdated: 0 });
  expect(await factsThatDiffer()).toEqual([]);
  const countries = await sql`
    select c.code, c.country, (select country from raw r where r.customer = c.code order by r.at desc, line desc limit 1) as latest
    from customers c where exists (select 1 from raw r where r.customer = c.code)`;
  for (const row of countries) expect(row.country).toBe(row.latest);
  const names = await sql`
    select p.name, (select trim(name) from raw r where upper(r.sku) = p.sku and r.customer <> '' and trim(r.name) <> ''
      order by r.at desc, line desc limit 1) as latest from products p where exists (select 1 from raw r where upper(r.sku) = p.sku)`;
  for (const row of names) expect(row.name).toBe(row.latest);

  const before = await sql`select * from orders order by id`;
  const again = await importFile(shadow, { ...wish, map });
  expect(again).toMatchObject({
    accepted: summary.accepted,
    unchanged: summary.accepted,
    created: { customers: 0, products: 0, orders: 0, returns: 0 },
    replaced: 0,
  });
  expect([...(await sql`select * from orders order by id`)]).toEqual([...before]);
  expect(await factsThatDiffer()).toEqual([]);
  const rejected = readFileSync(summary.rejectedFile as string, "utf8")
    .trimEnd()
    .split("\r\n");
  expect(rejected).toHaveLength((told?.rejected as number) + 1);
  expect(rejected[0]).toBe(
    "\ufefflinha;motivo;invoice_no;stock_code;description;quantity;invoice_date;unit_price;customer_id;country",
  );
  expect(rejected[1]).toMatch(/^\d+;A linha não diz qual é o cliente\.;/);
});

test("a dry run tells the same numbers and writes nothing", async () => {
  const content = `${head}\nT1;20/11/2025;TRY;A1;Sabão;2;3,50\nT2;20/11/2025;TRY;A1;Sabão;-1;3,50\nT3;;TRY;A1;Sabão;1;1`;
  const tried = await bring(content, { isDryRun: true });
  expect(tried).toMatchObject({
    read: 3,
    accepted: 2,
    rejected: 1,
    created: { customers: 1, products: 1, orders: 1, returns: 1 },
  });
  expect(tried.rejectedFile).toBeNull();
  expect(await ordersOf("TRY")).toHaveLength(0);
  const done = await bring(content);
  expect(done).toMatchObject({ created: tried.created, accepted: tried.accepted, rejected: tried.rejected });
});

test("an order with lines of return becomes an order and a return; free lines alone are a bonus", async () => {
  await bring(
    `${head}\n10;2025-11-03;MIX;a1;Sabão;3;10\n10;2025-11-03;MIX;A1;Sabão;-1;10\nC11;2025-11-05;MIX;A1;Sabão;2;10\n12;2025-11-06;MIX;A2;Brinde;5;0`,
  );
  expect([...(await ordersOf("MIX"))]).toEqual([
    { number: "10", kind: "order", is_bonus: false, goods_cents: 3000 },
    { number: "10-D", kind: "return", is_bonus: false, goods_cents: -1000 },
    { number: "12", kind: "order", is_bonus: true, goods_cents: 0 },
    { number: "C11", kind: "return", is_bonus: false, goods_cents: -2000 },
  ]);
  const days =
    await sql`select day, orders, gross_cents, returns_cents from customer_days d join customers c on c.id = d.customer_id
    where c.code = 'MIX' order by day`;
  expect([...days]).toEqual([
    { day: "2025-11-03", orders: 1, gross_cents: 3000, returns_cents: 1000 },
    { day: "2025-11-05", orders: 0, gross_cents: 0, returns_cents: 2000 },
  ]);
  expect(await sql`select 1 from products where upper(sku) = 'A1'`).toHaveLength(1);
});

test("an order that comes again with other lines is replaced and the facts follow", async () => {
  await bring(
    `${head}\n20;2025-11-03 10:00;REP;B1;Óleo;3;10\n20;2025-11-03 09:00;REP;B2;Sal;1;1,255\n21;2025-11-03;REP;B1;Óleo;1;10`,
  );
  const [first] = await sql`select id, placed_at from orders where number = '20'`;
  expect(first?.placed_at).toEqual(new Date("2025-11-03T12:00:00Z"));
  const changed = await bring(`${head}\n20;2025-11-04;REP;B1;Óleo;5;10\n21;2025-11-03;REP;B1;Óleo;1;10`);
  expect(changed).toMatchObject({ replaced: 1, unchanged: 1, created: { orders: 0 } });
  const [now] = await sql`select id, goods_cents, placed_on from orders where number = '20'`;
  expect(now).toEqual({ id: first?.id, goods_cents: 5000, placed_on: "2025-11-04" });
  expect(await sql`select 1 from order_lines where order_id = ${first?.id as number}`).toHaveLength(1);
  expect(await factsThatDiffer()).toEqual([]);
});

test("an order born here is never overwritten, and the rejected row says so with its cells", async () => {
  await bring(`${head}\n30;2025-11-03;BORN;B1;Óleo;3;10`);
  await sql`update orders set is_imported = false where number = '30'`;
  const summary = await bring(`${head}\n30;2025-11-03;BORN;B1;Óleo;9;10\n31;2025-11-03;BORN;B1;Óleo;1;10`);
  expect(summary).toMatchObject({ accepted: 1, rejected: 1, created: { orders: 1 }, reasons: { order_born_here: 1 } });
  expect(readFileSync(summary.rejectedFile as string, "utf8")).toContain("30;2025-11-03;BORN;B1;Óleo;9;10");
  expect((await ordersOf("BORN"))[0]?.goods_cents).toBe(3000);
});

test("broken lines in the middle are named and the good ones are kept", async () => {
  const summary = await bring(
    `${head}\n40;2025-11-03;BRK;B1;Óleo;3;10\n41;2025-11-03;BRK\n42;2025-11-03;BRK;B1;"Óleo;1;10\n43;2025-11-03;BRK;B1;Óleo;x;10\n44;2025-11-03;BRK;B1;Óleo;1;10`,
  );
  expect(summary).toMatchObject({
    read: 5,
    accepted: 2,
    reasons: { column_count: 1, quote_not_closed: 1, quantity_unreadable: 1 },
  });
  expect(summary.samples.map((row) => row.line)).toEqual([3, 4, 5]);
});

test("what is no table of orders is refused with its own reason", async () => {
  expect(await refusalOf(bring(""))).toBe("file_empty");
  expect(await refusalOf(bring(`${head}\n`))).toBe("file_empty");
  expect(await refusalOf(bring("order|date|customer\n1|2|3"))).toBe("file_separator");
  expect(await refusalOf(bring("order;date;customer\n1;2;3"))).toBe("file_columns_missing");
  expect(await refusalOf(bring(Buffer.from(`\ufeff${head}\n1`, "utf16le")))).toBe("file_encoding");
  expect(await refusalOf(bring(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])))).toBe("file_unreadable");
  expect(await refusalOf(bring(Buffer.from("PK\x03\x04 no zip at all")))).toBe("file_unreadable");
  expect(await refusalOf(bring(Array(1_000_000).fill("a").join(";")))).toBe("file_unreadable");
  expect(await refusalOf(bring(gzipSync(Buffer.alloc(60_000_000, "a;b\n"))))).toBe("file_columns_missing");
  expect(await refusalOf(bring(gzipSync(`${head}\n${"1;2025-11-03;BOMB;B1;x;1;1\n".repeat(900_000)}`)))).toBe(
    "file_too_large",
  );
  expect(await ordersOf("BOMB")).toHaveLength(0);
});

test("Windows-1252, packed and with a tab are read like any other file", async () => {
  const text = `${head}\n50;03/11/2025 14:30;ENC;É1;Água sanitária;3;1.234,5678\n`.replaceAll(";", "\t");
  const summary = await bring(gzipSync(Buffer.from(text, "latin1")));
  expect(summary).toMatchObject({ accepted: 1, rejected: 0 });
  const [line] =
    await sql`select l.sku, l.name, unit_price_e4, total_cents from order_lines l join orders o on o.id = l.order_id where number = '50'`;
  expect(line).toEqual({ sku: "É1", name: "Água sanitária", unit_price_e4: 12_345_678, total_cents: 370_370 });
});

test("rows of our own come in with channel and representative", async () => {
  const [rep] = await sql`
    insert into users (email, name, role, created_at) values ('ana@reps.test', 'Ana Prado', 'rep', ${at}) returning id`;
  const row = {
    order: "60",
    date: "2025-11-03T10:00:00",
    customer: "OWN",
    sku: "B1",
    description: "Óleo",
    quantity: "2",
    unitPrice: "1.5",
  };
  const fields = [...Object.keys(row), "channel", "rep"];
  await importRows(
    [
      { ...row, channel: "visita", rep: "Ana Prado" },
      { ...row, order: "61", channel: "loja", rep: "" },
    ],
    { ...wish, fields },
  );
  const rows =
    await sql`select number, channel, o.rep_id, c.rep_id as keeper from orders o join customers c on c.id = o.customer_id
    where c.code = 'OWN' order by number`;
  expect([...rows]).toEqual([
    { number: "60", channel: "visit", rep_id: rep?.id, keeper: rep?.id },
    { number: "61", channel: "storefront", rep_id: rep?.id, keeper: rep?.id },
  ]);
});
