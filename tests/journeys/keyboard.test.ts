import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

const coffee = "Café Serra torrado e moído tradicional 500 g";

/** Goes on with Tab until the wanted piece has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor();
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press("Tab");
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab never came to ${wanted}`);
}

test("a buyer signs in, finds, adds and orders with the keyboard alone", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("textbox", { name: "E-mail" })).toBeFocused();
  await page.keyboard.type("buyer@demo.test");
  await page.keyboard.press("Tab");
  await page.keyboard.type("carteira-demo");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Olá, Marina" })).toBeVisible();

  await tabTo(page, page.getByRole("combobox", { name: "Buscar por nome, código ou marca" }));
  await page.keyboard.type("SER-1180");
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("spinbutton", { name: `Quantidade de ${coffee}` }));
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");

  const cart = page.getByRole("link", { name: /^Carrinho: 1 item/ });
  await tabTo(page, cart);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("spinbutton", { name: `Quantidade de ${coffee}` })).toHaveValue("40");
  await tabTo(page, page.getByRole("link", { name: "Fechar o pedido" }));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("textbox", { name: /^Número do seu pedido de compra/ }));
  await page.keyboard.type("TECLADO-1");
  await tabTo(page, page.getByRole("button", { name: "Enviar pedido" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: /^Pedido \d+/ })).toBeVisible();
  await expect(page.getByText("TECLADO-1")).toBeVisible();
});
