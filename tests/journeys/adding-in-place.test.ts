import { expect, test } from "./fixtures.ts";

const coffee = "Café Serra torrado e moído tradicional 500 g";

test("a buyer adds from the list without leaving it; what is refused is mended over the list", async ({ signedIn }) => {
  const ana = await signedIn("buyer2@demo.test");
  await ana.goto("/search?q=cafe+torrado");
  await ana.evaluate(() => Object.assign(window, { isTheSamePage: true }));
  const quantity = ana.getByRole("spinbutton", { name: `Quantidade de ${coffee}` });
  const add = ana.getByRole("button", { name: `Adicionar ${coffee}` });
  await quantity.fill("40");
  await add.click();
  await expect(ana.getByRole("status").filter({ hasText: `40 × ${coffee}` })).toBeVisible();
  await expect(ana.getByRole("link", { name: /^Carrinho: 1 item/ })).toBeVisible();

  // The browser's own check knows the packs; whoever gets past it is told by the house.
  await quantity.evaluate((field) => field.closest("form")?.setAttribute("novalidate", ""));
  await quantity.fill("47");
  await add.click();
  const refused = ana.getByRole("dialog", { name: "Não entrou no carrinho" });
  await expect(refused).toContainText("múltiplos de 20");
  await expect(refused.getByRole("textbox")).toHaveValue("47");
  await refused.getByRole("button", { name: /60/ }).click();
  await expect(refused).toBeHidden();
  await expect(ana.getByRole("status").filter({ hasText: "Agora são 100." })).toBeVisible();
  await expect(quantity).toHaveValue("47");
  expect(await ana.evaluate(() => "isTheSamePage" in window)).toBe(true);
  await ana.goBack();
  await expect(ana).toHaveURL("/");
});
