import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import writeXlsx from "write-excel-file/node";
import type { ImportKind } from "#app/domain/imports/fields.ts";
import { importFile } from "#app/domain/imports/imports.server.ts";
import { importRunOf, noteArrivedFile, startRun } from "#app/domain/imports/runs.server.ts";
import { keepUpload } from "#app/domain/imports/uploads.server.ts";
import { rejectionWords } from "#app/words/rejections.ts";
import { sql } from "#db/connection.server.ts";
import { person } from "#tests/builders/people.ts";

const at = new Date("2026-11-20T15:00:00Z");
const folder = mkdtempSync(join(tmpdir(), "import-"));
const words = rejectionWords["pt-BR"];
// What is sent on the screen lies beside the data of `npm start`; here it lies elsewhere.
process.chdir(folder);
let turn = 0;

function bring(kind: ImportKind, content: string, isDryRun = false) {
  const path = join(folder, `${++turn}.csv`);
  writeFileSync(path, content);
  return importFile(path, { kind, at, words, isDryRun });
}

test("customers come in once, and the second time only what changed is changed", async () => {
  const file =
    "código;cnpj;nome fantasia;razão social;uf;cidade;limite\nC1;11.222.333/0001-81;Empório Sul;Empório Sul Ltda;sc;Joinville;1.500,00\nC2;;Mercado Ágil;;XX;;\nC3;123;Bar do Zé;;;;\n;;Sem código;;;;";
  const first = await bring("customers", file);
  expect(first).toMatchObject({
    read: 4,
    accepted: 1,
    created: { customers: 1 },
    reasons: { uf_unknown: 1, cnpj_invalid: 1, no_code: 1 },
  });
  const [kept] =
    await sql`select code, cnpj, trade_name, uf, city, credit_limit_cents, is_imported, search_text from customers where code = 'C1'`;
  expect(kept).toEqual({
    code: "C1",
    cnpj: "11222333000181",
    trade_name: "Empório Sul",
    uf: "SC",
    city: "Joinville",
    credit_limit_cents: 150_000,
    is_imported: true,
    search_text: "c1 11222333000181 emporio sul emporio sul ltda joinville",
  });
  expect(await bring("customers", file)).toMatchObject({ unchanged: 1, replaced: 0, created: { customers: 0 } });
  const moved = await bring("customers", "codigo,nome,cidade\nC1,Empório Sul,Blumenau");
  expect(moved).toMatchObject({ replaced: 1, unchanged: 0 });
  expect((await sql`select city, uf from customers where code = 'C1'`)[0]).toEqual({ city: "Blumenau", uf: "SC" });
});

test("a CNPJ that is another customer's is refused, and the last of two rows about one customer counts", async () => {
  await bring("customers", "code,name,cnpj\nD1,Um,33.000.167/0001-01\nD2,Dois,");
  const summary = await bring("customers", "code,name,cnpj\nD2,Dois,33000167000101\nD3,Três,\nD3,Terceiro,");
  expect(summary.reasons).toEqual({ cnpj_taken: 1, repeated: 1 });
  expect((await sql`select trade_name from customers where code = 'D3'`)[0]).toEqual({ trade_name: "Terceiro" });
});

test("a representative named in the file looks after the customer from then on", async () => {
  const rep = await person("rep", { email: "bia@reps.test" });
  await bring("customers", "code,name,rep\nE1,Um,bia@reps.test");
  const rows =
    await sql`select a.rep_id, c.rep_id as keeper, a.until_at from portfolio_assignments a join customers c on c.id = a.customer_id where c.code = 'E1'`;
  expect([...rows]).toEqual([{ rep_id: rep.id, keeper: rep.id, until_at: null }]);
});

test("products come in with supplier and category, known by SKU whatever its case", async () => {
  const summary = await bring(
    "products",
    "sku;nome;fornecedor;categoria;múltiplo\nab-1;Sabão;Casa Clara;Limpeza;12\nab-2;Óleo;casa clara;Mercearia;0",
  );
  expect(summary).toMatchObject({ accepted: 1, created: { products: 1 }, reasons: { quantity_zero: 1 } });
  const [kept] = await sql`select p.sku, p.pack_multiple, f.name as supplier, c.slug from products p
    join suppliers f on f.id = p.supplier_id join categories c on c.id = p.category_id where sku = 'AB-1'`;
  expect(kept).toEqual({ sku: "AB-1", pack_multiple: 12, supplier: "Casa Clara", slug: "limpeza" });
  expect(await bring("products", "sku;nome\nAB-1;Sabão em pó")).toMatchObject({
    replaced: 1,
    created: { products: 0 },
  });
  expect((await sql`select name, pack_multiple from products where sku = 'AB-1'`)[0]).toEqual({
    name: "Sabão em pó",
    pack_multiple: 12,
  });
});

test("a stock column counts what lies there: with its movements, never below what orders hold, and nothing where it is empty", async () => {
  const heads = "sku;nome;estoque";
  const first = await bring(
    "products",
    `${heads}\nst-1;Arroz;1.200\nst-2;Feijão;\nst-3;Sal;-4\nst-4;Mel;0\nst-5;Chá;99999999`,
  );
  expect(first).toMatchObject({ accepted: 3, reasons: { quantity_unreadable: 1, stock_too_large: 1 } });
  const level = (sku: string) =>
    sql`select k.on_hand, (select sum(quantity)::int from stock_movements m where m.product_id = p.id) as moved
      from products p join stock k on k.product_id = p.id where p.sku = ${sku}`;
  expect([...(await level("ST-1"))]).toEqual([{ on_hand: 1_200, moved: 1_200 }]);
  expect([...(await level("ST-2"))]).toEqual([]);
  expect([...(await level("ST-4"))]).toEqual([{ on_hand: 0, moved: null }]);
  await sql`update stock set reserved = 30 where product_id = (select id from products where sku = 'ST-1')`;
  const second = await bring("products", `${heads}\nST-1;Arroz fino;29\nST-2;Feijão;7`);
  expect(second).toMatchObject({ replaced: 1, reasons: { stock_below_reserved: 1 } });
  expect([...(await level("ST-2"))]).toEqual([{ on_hand: 7, moved: 7 }]);
  expect(await bring("products", `${heads}\nST-1;Arroz;30\nST-2;Feijão;7`)).toMatchObject({
    replaced: 1,
    unchanged: 1,
  });
  expect([...(await level("ST-1"))]).toEqual([{ on_hand: 30, moved: 30 }]);
  await bring("products", `${heads}\nST-1;Arroz;500`, true);
  expect([...(await level("ST-1"))]).toEqual([{ on_hand: 30, moved: 30 }]);
});

test("prices go to a known table or a known customer, and unknown ones are named", async () => {
  await bring("products", "sku;nome\nPX;Sal");
  await bring("customers", "code,name\nP1,Um");
  await sql`insert into price_tables (code, name, scope, created_at) values ('VAREJO', 'Varejo', 'assigned', ${at})`;
  const file =
    "tabela;cliente;sku;preço;a partir de\nvarejo;;px;12,3456;\nvarejo;;PX;11,5;10\n;P1;PX;9,9;\nATACADO;;PX;1;\n;P9;PX;1;\nvarejo;;ZZ;1;\nvarejo;P1;PX;1;";
  const summary = await bring("prices", file);
  expect(summary).toMatchObject({
    accepted: 3,
    replaced: 3,
    reasons: { unknown_price_table: 1, unknown_customer: 1, unknown_product: 1, table_or_customer: 1 },
  });
  const rows = await sql`select from_quantity, unit_price_e4 from prices order by 1`;
  expect([...rows]).toEqual([
    { from_quantity: 1, unit_price_e4: 123_456 },
    { from_quantity: 10, unit_price_e4: 115_000 },
  ]);
  expect(await bring("prices", file)).toMatchObject({ unchanged: 3, replaced: 0 });
});

test("an Excel sheet is read like a CSV file", async () => {
  const path = join(folder, "orders.xlsx");
  const head = ["Pedido", "Data", "Cliente", "SKU", "Quantidade", "Preço"].map((value) => ({ value }));
  const day = { value: new Date("2025-11-03T00:00:00Z"), type: Date, format: "dd/mm/yyyy" };
  const rows = [[{ value: 900 }, day, { value: "XL" }, { value: "PX" }, { value: 3 }, { value: 1.255 }]];
  await writeXlsx([head, ...rows]).toFile(path);
  expect(await importFile(path, { kind: "orders", at, words })).toMatchObject({ accepted: 1, created: { orders: 1 } });
  const [kept] = await sql`select number, placed_on, goods_cents from orders where number = '900'`;
  expect(kept).toEqual({ number: "900", placed_on: "2025-11-03", goods_cents: 377 });
});

test("a file sent on the screen is tried, brought in and can be found again", async () => {
  const { id: userId } = await person("manager");
  const scope = { userId, repId: null };
  const content = "pedido;data;cliente;sku;quantidade;preço\nR1;03/11/2025;RUN;PX;3;10,00\nR2;03/11/2025;;PX;3;10,00";
  const arrived = await keepUpload(
    (async function* () {
      yield Buffer.from(content);
    })(),
  );
  const id = await noteArrivedFile(scope, { kind: "orders", fileName: "pedidos.csv", arrived }, at);
  expect((await importRunOf(id, at)).state).toBe("matching");
  for (const isDryRun of [true, false]) {
    await startRun(scope, id, { map: {}, isDryRun, words }, at);
    await expect.poll(async () => (await importRunOf(id, at)).state, { timeout: 10_000 }).toBe("done");
    const run = await importRunOf(id, at);
    expect(run).toMatchObject({ isDryRun, summary: { accepted: 1, rejected: 1, created: { orders: 1 } } });
    expect(run.rejectedFile === null).toBe(isDryRun);
    expect(await sql`select 1 from orders where number = 'R1'`).toHaveLength(isDryRun ? 0 : 1);
  }
  await expect(startRun(scope, id, { map: {}, isDryRun: false, words }, at)).rejects.toMatchObject({
    code: "invalid_input",
  });
});
