import { expect, test } from "./fixtures.ts";

const coffee = "Café Serra torrado e moído tradicional 500 g";

test.use({ javaScriptEnabled: false });

test("a buyer whose browser runs no JavaScript signs in, adds, changes the quantity and orders", async ({ page }) => {
  await page.goto("/cart");
  await page.getByRole("textbox", { name: "E-mail" }).fill("buyer2@demo.test");
  await page.getByLabel("Senha").fill("carteira-demo");
  await page.getByRole("button", { name: "Entrar" }).click();
  await expect(page.getByText("Seu carrinho está vazio")).toBeVisible();

  await page.getByRole("searchbox").fill("cafe torrado tradicional");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: `Adicionar ${coffee}` }).click();
  await page.getByRole("link", { name: /^Carrinho: 1 item/ }).click();
  const quantity = page.getByRole("spinbutton", { name: `Quantidade de ${coffee}` });
  await expect(quantity).toHaveValue("20");
  await quantity.fill("60");
  await page.getByRole("button", { name: "Atualizar" }).click();
  await expect(quantity).toHaveValue("60");
  await page.getByRole("link", { name: "Fechar o pedido" }).click();
  await page.getByRole("button", { name: "Enviar pedido" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Pedido \d+/ })).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: coffee })).toContainText("60 un");
});
