import postgres from "postgres";
import { expect, test } from "./fixtures.ts";

const coffee = "Café Serra torrado e moído tradicional 500 g";

test("a buyer stars a product in place, saves the cart as a list, and puts the list into the cart again", async ({
  signedIn,
}) => {
  const ana = await signedIn("buyer2@demo.test");
  await ana.goto("/search?q=cafe+torrado");
  await ana.evaluate(() => Object.assign(window, { isTheSamePage: true }));
  const star = ana.getByRole("button", { name: `Favorito: ${coffee}` });
  const wasPressed = await star.getAttribute("aria-pressed");
  await star.click();
  await expect(star).toHaveAttribute("aria-pressed", wasPressed === "true" ? "false" : "true");
  if (wasPressed === "true") {
    await star.click();
    await expect(star).toHaveAttribute("aria-pressed", "true");
  }
  expect(await ana.evaluate(() => "isTheSamePage" in window)).toBe(true);

  await ana.getByRole("spinbutton", { name: `Quantidade de ${coffee}` }).fill("40");
  await ana.getByRole("button", { name: `Adicionar ${coffee}` }).click();
  await ana.getByRole("link", { name: /^Carrinho: 1 item/ }).click();
  await ana.getByRole("button", { name: "Salvar como lista" }).click();
  await ana.getByRole("textbox", { name: "Nome da lista" }).fill("Cafés da semana");
  await ana.getByRole("button", { name: "Salvar o carrinho como lista" }).click();
  await expect(ana.getByRole("heading", { level: 1, name: "Cafés da semana" })).toBeVisible();

  await ana.goto("/cart");
  await ana.getByRole("button", { name: `Tirar ${coffee} do carrinho` }).click();
  await expect(ana.getByText("Seu carrinho está vazio")).toBeVisible();
  await ana.goto("/lists");
  await ana.getByRole("link", { name: /^Favoritos/ }).click();
  await expect(ana.getByRole("link", { name: coffee })).toBeVisible();
  await ana.goto("/lists");
  await ana.getByRole("link", { name: /^Cafés da semana/ }).click();
  const quantity = ana.getByRole("spinbutton", { name: `Quantidade de ${coffee}` });
  await ana.evaluate(() => document.querySelector("main form:has(li)")?.setAttribute("novalidate", ""));
  await quantity.fill("47");
  await ana.getByRole("button", { name: "Colocar os marcados no carrinho" }).click();
  await expect(ana.getByRole("listitem").filter({ hasText: coffee })).toContainText("múltiplos de 20");
  await expect(quantity).toHaveValue("47");
  await quantity.fill("60");
  await ana.getByRole("button", { name: "Colocar os marcados no carrinho" }).click();
  await expect(ana.getByRole("heading", { level: 1, name: "Carrinho" })).toBeVisible();
  await expect(ana.getByRole("spinbutton", { name: `Quantidade de ${coffee}` })).toHaveValue("60");
});

test("without JavaScript a list is begun, filled by code, removed and brought back", async ({ signedIn }) => {
  const ana = await signedIn("buyer2@demo.test", { javaScriptEnabled: false });
  await ana.goto("/lists");
  await ana.getByRole("textbox", { name: "Nome da lista" }).fill("Sem script");
  await ana.getByRole("button", { name: "Criar lista" }).click();
  await ana.getByRole("textbox", { name: "Código do produto" }).fill("NUNCA-1");
  await ana.getByRole("button", { name: "Incluir" }).click();
  await expect(ana.getByText("Não há produto à venda com este código.")).toBeVisible();
  await expect(ana.getByRole("textbox", { name: "Código do produto" })).toHaveValue("NUNCA-1");
  await ana.getByRole("textbox", { name: "Código do produto" }).fill("ser-1180");
  await ana.getByRole("button", { name: "Incluir" }).click();
  await expect(ana.getByRole("main").getByRole("spinbutton")).toHaveCount(1);
  await ana.locator("summary", { hasText: "Apagar" }).click();
  await ana.getByRole("button", { name: "Apagar" }).click();
  await ana.getByRole("button", { name: "Trazer Sem script de volta" }).first().click();
  await expect(ana.getByRole("heading", { level: 1, name: "Sem script" })).toBeVisible();
  await expect(ana.getByRole("main").getByRole("spinbutton")).toHaveCount(1);
});

test("ordering again shows a price that rose and why, before anything goes into the cart", async ({
  signedIn,
  site,
}) => {
  const ana = await signedIn("buyer@demo.test");
  const sql = postgres(site.databaseUrl, { max: 1 });
  const [order] = await sql<{ number: string; sku: string; name: string; quantity: number }[]>`
    select o.number, l.sku, l.name, l.quantity from orders o
    join order_lines l on l.customer_id = o.customer_id and l.order_id = o.id
    join users u on u.customer_id = o.customer_id and u.email = 'buyer@demo.test'
    where o.kind = 'order' and not o.is_imported and l.price_chain is not null
      and not exists (select from quotes q where q.customer_id = o.customer_id and q.order_number = o.number)
    order by o.placed_at desc, l.line limit 1`;
  if (!order) throw new Error("the demo buyer has no order");
  await sql`update prices set unit_price_e4 = unit_price_e4 * 11 / 10
    where product_id = (select id from products where sku = ${order.sku})`;
  await sql.end();
  await ana.goto(`/orders/${order.number}`);
  const cart = ana.getByRole("link", { name: /^Carrinho: / });
  const before = await cart.getAttribute("aria-label");
  await ana.getByRole("button", { name: "Pedir de novo" }).click();
  await expect(ana.getByRole("heading", { level: 1, name: `Pedir de novo o pedido ${order.number}` })).toBeVisible();
  expect(await cart.getAttribute("aria-label")).toBe(before);
  const row = ana.getByRole("listitem").filter({ hasText: order.name });
  await expect(row).toContainText("O preço subiu de");
  await expect(row).toContainText("Preço novo em");
  await ana.getByRole("button", { name: "Colocar no carrinho" }).click();
  await expect(ana.getByRole("heading", { level: 1, name: "Carrinho" })).toBeVisible();
  await expect(ana.getByRole("spinbutton", { name: `Quantidade de ${order.name}` })).not.toHaveValue("0");
});

test("a buyer asks to be told, the office books goods in, and the mail is in the outbox", async ({
  signedIn,
  site,
}) => {
  const sql = postgres(site.databaseUrl, { max: 1 });
  await sql`delete from stock_wishes`;
  const [soldOut] = await sql<{ sku: string; name: string }[]>`
    select p.sku, p.name from products p join stock s on s.product_id = p.id where s.on_hand = 0 order by p.sku limit 1`;
  await sql.end();
  if (!soldOut) throw new Error("nothing is sold out in the demo company");
  const ana = await signedIn("buyer@demo.test");
  await ana.goto(`/products/${soldOut.sku}`);
  await ana
    .getByRole("button", { name: `Avise-me quando ${soldOut.name} voltar` })
    .first()
    .click();
  await expect(ana.getByText("Vamos mandar um e-mail quando este produto voltar.")).toBeVisible();
  await ana.goto("/lists");
  await expect(ana.getByRole("link", { name: soldOut.name })).toBeVisible();

  const office = await signedIn("manager@demo.test");
  await office.goto(`/office/catalog/${soldOut.sku}`);
  await office.getByRole("textbox", { name: "Quantidade", exact: true }).fill("600");
  await office.getByRole("button", { name: "Movimentar estoque" }).click();
  await expect(office.getByText(/^Estoque atualizado/)).toBeVisible();
  const admin = await signedIn("admin@demo.test");
  await admin.goto("/office/outbox");
  await expect(admin.getByText(`Voltou ao estoque: ${soldOut.name}`).first()).toBeVisible();
  await ana.goto("/lists");
  await expect(ana.getByRole("link", { name: soldOut.name })).toHaveCount(0);
});
