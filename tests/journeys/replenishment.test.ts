import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./fixtures.ts";

test("a buyer turns what is due into the cart with one key, and the changed quantity is remembered", async ({
  signedIn,
}) => {
  const marina = await signedIn("buyer@demo.test");
  await marina.getByRole("link", { name: "Ver a reposição" }).click();
  await expect(marina.getByRole("heading", { level: 1, name: "Reposição" })).toBeVisible();
  const due = marina.getByRole("table", { name: "Para repor agora" });
  const first = due.getByRole("row").nth(1);
  const quantity = first.getByRole("textbox");
  const name = (await quantity.getAttribute("aria-label"))?.replace("Quantidade de ", "") ?? "";
  const usual = Number(await quantity.inputValue());
  const ticked = await due.getByRole("checkbox", { checked: true }).count();
  expect(ticked).toBeGreaterThan(1);

  // What is not in whole packs is told beside the row, and nothing of the list is lost.
  await quantity.fill(String(usual * 2 + 1));
  await quantity.press("Enter");
  await expect(first).toContainText("múltiplos de");
  await expect(quantity).toHaveValue(String(usual * 2 + 1));
  await quantity.fill(String(usual * 2));
  await marina.getByRole("heading", { level: 1 }).click();
  await marina.keyboard.press("Enter");
  await expect(marina).toHaveURL("/cart");
  await expect(marina.getByRole("spinbutton", { name: `Quantidade de ${name}` })).toHaveValue(String(usual * 2));
  await expect(marina.getByRole("spinbutton")).toHaveCount(ticked);

  await marina.goto("/replenish");
  const again = marina.getByRole("row").filter({ hasText: name });
  await expect(again.getByRole("textbox")).toHaveValue(String(usual * 2));
  await expect(again).toContainText("sua quantidade");
  await expect(again).toContainText("já no carrinho");
  await expect(again.getByRole("checkbox")).not.toBeChecked();

  await again.getByRole("button", { name: `Voltar ao costume de ${name}` }).click();
  await expect(again.getByRole("textbox")).toHaveValue(String(usual));
  await again.getByRole("button", { name: `Não repor mais ${name}` }).click();
  await expect(again.getByRole("textbox")).toHaveCount(0);
  await marina.getByRole("button", { name: "Desfazer" }).click();
  await expect(again.getByRole("textbox")).toHaveValue(String(usual));
});

test("the rep calls from the same list, notes it and puts it in the cart for the customer", async ({ signedIn }) => {
  const rep = await signedIn("rep@demo.test");
  await rep.goto("/office/customers/1?tab=replenishment");
  const script = rep.getByRole("table", { name: "Roteiro da ligação" });
  const products = (await script.getByRole("row").count()) - 1;
  expect(products).toBeGreaterThan(0);
  const text = await rep.getByRole("textbox", { name: "Mensagem pronta" }).inputValue();
  expect(text.match(/^• /gm)).toHaveLength(Math.min(products, 12));
  await expect(rep.getByRole("link", { name: "Abrir no WhatsApp" })).toHaveAttribute(
    "href",
    /^https:\/\/wa\.me\/55\d+/,
  );
  const { violations } = await new AxeBuilder({ page: rep }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await rep.getByRole("button", { name: "Anotar que enviei" }).click();
  await rep.getByRole("link", { name: "Histórico" }).click();
  await expect(rep.getByText("está na hora de repor").first()).toBeVisible();
  await rep.getByRole("link", { name: "Reposição" }).click();
  await rep.getByRole("button", { name: "Pôr no carrinho por ele" }).click();
  await expect(rep).toHaveURL("/replenish");
  await expect(rep.getByRole("table", { name: "Para repor agora" }).getByRole("row")).toHaveCount(products + 1);
  await rep.getByRole("button", { name: "Pôr no carrinho" }).click();
  await expect(rep).toHaveURL("/cart");
  await expect(rep.getByRole("spinbutton")).toHaveCount(products);
});
