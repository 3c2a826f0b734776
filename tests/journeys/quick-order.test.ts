import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import postgres from "postgres";
import { expect, test } from "./fixtures.ts";

/** Products this buyer may order, with the least that can be ordered of each. */
async function goodsOf(databaseUrl: string, count: number): Promise<{ sku: string; name: string; least: number }[]> {
  const sql = postgres(databaseUrl, { max: 1 });
  const goods = await sql<{ sku: string; name: string; least: number }[]>`
    select p.sku, p.name, ceil(p.minimum_quantity / p.pack_multiple::float8)::int * p.pack_multiple as least
    from products p join stock s on s.product_id = p.id
    where p.is_active and s.on_hand - s.reserved > 5000 order by md5(p.sku) limit ${count}`;
  await sql.end();
  return goods;
}

const rows = (page: Page) => page.getByRole("table", { name: "Linhas do pedido" }).getByRole("row");
const put = (page: Page) => page.getByRole("button", { name: /^Colocar .*no carrinho$/ });

test("twenty lines are ordered by the keyboard alone, without waiting for the page", async ({ site, signedIn }) => {
  const goods = await goodsOf(site.databaseUrl, 20);
  const page = await signedIn("buyer@demo.test");
  await page.goto("/quick-order");
  await page.waitForLoadState("networkidle");
  await page.getByRole("combobox", { name: "Produto" }).focus();
  for (const { sku, least } of goods) {
    await page.keyboard.type(sku);
    await page.keyboard.press("Enter");
    await page.keyboard.type(String(least));
    await page.keyboard.press("Enter");
  }
  await expect(rows(page)).toHaveCount(21);
  await expect(page.getByText("20 produtos prontos")).toBeVisible();
  await expect(page.getByText("Tudo certo")).toBeVisible();
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press("Tab");
    if (await put(page).evaluate((button) => button === document.activeElement)) break;
  }
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Carrinho" })).toBeVisible();
  await expect(page.getByRole("link", { name: /^Carrinho: 20 itens/ })).toBeVisible();
});

test("a name is chosen from the suggestions with the arrows, and its least quantity is offered", async ({
  signedIn,
}) => {
  const page = await signedIn("buyer2@demo.test");
  await page.goto("/quick-order");
  const product = page.getByRole("combobox", { name: "Produto" });
  await product.pressSequentially("cafe torrado tradi");
  const option = page.getByRole("option", { name: /^Café Serra torrado e moído tradicional 500 g/ });
  await expect(option).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expect(option).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(product).toHaveValue("SER-1180");
  const quantity = page.getByRole("textbox", { name: "Quantidade", exact: true });
  await expect(quantity).toBeFocused();
  await expect(quantity).toHaveValue("20");
  await page.keyboard.press("Enter");
  await expect(product).toBeFocused();
  await expect(rows(page).filter({ hasText: "SER-1180" })).toContainText("R$");
});

test("a message is pasted, its question answered, its quantity mended, and all of it is in the cart", async ({
  signedIn,
}) => {
  const page = await signedIn("approver@demo.test");
  await page.goto("/quick-order");
  await page
    .getByRole("textbox", { name: "Lista ou mensagem" })
    .fill("Bom dia! Me manda 2 cx VIT-1000, 10 feijão carioca e 15 sabonete vitta lavanda 90g\nobrigado");
  await page.getByRole("button", { name: "Ler a lista" }).click();
  await expect(rows(page)).toHaveCount(4);
  await expect(page.getByText("Lidas sem produto:")).toContainText("obrigado");
  await expect(page.getByText("2 linhas esperam você")).toBeVisible();
  await page.getByRole("button", { name: "Escolher Feijão carioca Suprema 1 kg para “10 feijão carioca”" }).click();
  await expect(page.getByRole("textbox", { name: "Quantidade de Feijão carioca Suprema 1 kg" })).toBeFocused();
  await expect(page.getByText("VIT-1000 sai em múltiplos de 12.")).toBeVisible();
  await page.getByRole("button", { name: "Mudar para 24 un" }).click();
  await expect(page.getByText("Tudo certo")).toBeVisible();
  await put(page).click();
  await expect(page.getByRole("heading", { level: 1, name: "Carrinho" })).toBeVisible();
  await expect(page.getByRole("spinbutton", { name: "Quantidade de Sabonete Vitta lavanda 90 g" })).toHaveValue("48");
  await page.goto("/quick-order");
  await page.getByRole("textbox", { name: "Lista ou mensagem" }).fill("20 feijão carioca");
  await page.getByRole("button", { name: "Ler a lista" }).click();
  await expect(rows(page).filter({ hasText: "Feijão carioca Suprema 1 kg" })).toContainText(
    "como vocês costumam chamar",
  );
});

test("everybody can use a list with questions and errors in it, in every language, light and width", async ({
  site,
  signedIn,
}) => {
  const page = await signedIn("buyer@demo.test", { reducedMotion: "reduce" });
  const text = "2 cx VIT-1000\n10 feijão carioca\n15 sabonete vitta lavanda 90g\n3 xilofones\nSER-1180\nSER-1181 1,5";
  for (const [locale, theme, width] of [
    ["pt-BR", "light", 1440],
    ["en", "dark", 390],
    ["pt-BR", "dark", 1440],
    ["en", "light", 390],
  ] as const) {
    await page.context().addCookies([
      { name: "locale", value: locale, url: site.url },
      { name: "theme", value: theme, url: site.url },
    ]);
    await page.setViewportSize({ width, height: 900 });
    await page.goto("/quick-order");
    await page.locator("#text").fill(text);
    await page.getByRole("button", { name: locale === "en" ? "Read the list" : "Ler a lista" }).click();
    await expect(page.getByRole("row")).toHaveCount(7);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(" | ")}`),
    ).toEqual([]);
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wider).toBe(0);
  }
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a list is typed, pasted, sent as a file and put into the cart, and what is asked stays", async ({
    signedIn,
  }) => {
    const page = await signedIn("buyer2@demo.test");
    await page.goto("/quick-order");
    await page.getByRole("textbox", { name: "Produto", exact: true }).fill("SER-1180");
    await page.getByRole("textbox", { name: "Quantidade", exact: true }).fill("40");
    await page.keyboard.press("Enter");
    await expect(rows(page)).toHaveCount(2);
    await page.getByText("Colar mais ou enviar um arquivo").click();
    await page.getByRole("textbox", { name: "Lista ou mensagem" }).fill("7 VIT-1000, 3 xilofones");
    await page
      .getByLabel("Arquivo CSV ou Excel")
      .setInputFiles({ name: "pedido.csv", mimeType: "text/csv", buffer: Buffer.from("SKU;Qtd\nSUP-1002;6\n") });
    await page.getByRole("button", { name: "Ler a lista" }).click();
    await expect(rows(page)).toHaveCount(5);
    await page.getByRole("button", { name: "Mudar para 12 un" }).click();
    await page.getByRole("button", { name: "Colocar 3 no carrinho" }).click();
    await expect(page.getByText("3 produtos foram para o carrinho.")).toBeVisible();
    await expect(rows(page)).toHaveCount(2);
    await expect(rows(page).nth(1)).toContainText("Não achamos este produto");
    await page.getByRole("link", { name: "Ver o carrinho" }).click();
    await expect(
      page.getByRole("spinbutton", { name: /^Quantidade de Café Serra torrado e moído tradicional/ }),
    ).toHaveValue("40");
  });
});

test("where no answer comes the lines stay, and are checked once the connection is back", async ({ signedIn }) => {
  const page = await signedIn("buyer2@demo.test");
  await page.goto("/quick-order");
  await page.context().setOffline(true);
  const product = page.getByRole("combobox", { name: "Produto" });
  await product.fill("VIT-1000");
  await page.getByRole("textbox", { name: "Quantidade", exact: true }).fill("24");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Não conseguimos conferir a lista agora")).toBeVisible();
  await expect(rows(page)).toContainText(["Produto", "VIT-1000"]);
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "Tentar de novo" }).click();
  await expect(page.getByText("1 produto pronto")).toBeVisible();
});
