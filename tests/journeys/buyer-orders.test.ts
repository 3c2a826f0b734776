import { expect, test } from "./fixtures.ts";

const coffee = "Café Serra torrado e moído tradicional 500 g";

test("a buyer finds a product with a typo, sees why the price, orders in packs with their own number, and orders it again", async ({
  page,
}) => {
  await page.goto("/");
  await page.getByRole("textbox", { name: "E-mail" }).fill("buyer@demo.test");
  await page.getByLabel("Senha").fill("carteira-demo");
  await page.getByRole("button", { name: "Entrar" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Olá, Marina" })).toBeVisible();

  await page.getByRole("combobox", { name: "Buscar por nome, código ou marca" }).fill("cafe torado tradicional");
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: coffee }).click();
  await expect(page.getByRole("heading", { level: 1, name: coffee })).toBeVisible();

  const why = page.getByRole("listitem");
  await expect(why.filter({ hasText: "Tabela geral" })).toContainText("R$ 16,89");
  await expect(why.filter({ hasText: "Sua tabela: Atacado" })).toContainText("-8%");
  await expect(page.getByRole("button", { name: /^Levar 100 e pagar / })).toBeVisible();
  const breaks = page.getByRole("table", { name: "Preço por quantidade" });
  await expect(breaks.getByRole("row", { name: /^100 / })).toContainText("R$ 15,03");

  const quantity = page.getByRole("spinbutton", { name: `Quantidade de ${coffee}` });
  await quantity.fill("95");
  await page.getByRole("button", { name: `Adicionar ${coffee}` }).click();
  expect(await quantity.evaluate((field: HTMLInputElement) => field.validity.stepMismatch)).toBe(true);
  await quantity.fill("100");
  await page.getByRole("button", { name: `Adicionar ${coffee}` }).click();

  await page.getByRole("link", { name: /^Carrinho: 1 item, R\$/ }).click();
  await expect(page.getByRole("listitem").filter({ hasText: coffee })).toContainText("R$ 1.503,00");
  // Whoever types and goes on at once takes the quantity along; one that cannot be ordered keeps them here.
  await quantity.fill("95");
  await page.getByRole("link", { name: "Fechar o pedido" }).click();
  expect(await quantity.evaluate((field: HTMLInputElement) => document.activeElement === field)).toBe(true);
  await quantity.fill("120");
  await page.getByRole("link", { name: "Fechar o pedido" }).click();
  await expect(page.getByText(/^120 \S+ × R\$/)).toBeVisible();
  await page.goto("/cart");
  await quantity.fill("100");
  await page.getByRole("link", { name: "Fechar o pedido" }).click();

  await page.getByRole("radio", { name: /^28\/56\/84 dias/ }).check();
  await page.getByRole("textbox", { name: /^Número do seu pedido de compra/ }).fill("OC-4711");
  await page.getByRole("button", { name: "Enviar pedido" }).click();

  await expect(page.getByRole("heading", { level: 1, name: /^Pedido \d+/ })).toBeVisible();
  await expect(page.getByText("OC-4711")).toBeVisible();
  const line = page.getByRole("row").filter({ hasText: coffee });
  await expect(line).toContainText("R$ 1.503,00");
  await line.getByText("Por que este preço").click();
  await expect(
    line.getByRole("listitem").filter({ hasText: "Por quantidade" }).filter({ hasText: "a partir de 100 unidades" }),
  ).toBeVisible();

  const number = (await page.getByRole("heading", { level: 1 }).innerText()).replace(/\D/g, "");
  await page.goto("/orders");
  await page
    .getByRole("link", { name: new RegExp(number) })
    .first()
    .click();
  await page.getByRole("button", { name: "Pedir de novo" }).click();
  await expect(page.getByText("Os produtos estão no carrinho").first()).toBeVisible();
  await page.getByRole("link", { name: "Ver o carrinho" }).click();
  await expect(page.getByRole("spinbutton", { name: `Quantidade de ${coffee}` })).toHaveValue("100");
});
