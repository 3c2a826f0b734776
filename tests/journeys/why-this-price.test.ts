import type { Locator, Page } from "@playwright/test";
import { dayOf, daysAfter } from "#app/domain/period.ts";
import { expect, test } from "./fixtures.ts";

const water = { sku: "SER-1102", name: "Água de coco Serra 1 L" };

/** Opens "why this price" inside a part of a page and reads it, a step a line. */
async function whySaid(within: Locator): Promise<string[]> {
  const why = within.getByRole("group").filter({ hasText: "Por que este preço" });
  if ((await why.getAttribute("open")) === null) await why.getByText("Por que este preço").click();
  const steps = await why.getByRole("listitem").allInnerTexts();
  return steps.map((step) => step.replace(/\s+/g, " "));
}

const lineOf = (page: Page, name: string) =>
  page.getByRole("list", { name: "Carrinho" }).getByRole("listitem").filter({ hasText: name }).first();

test("the office opens a promotion, and the buyer sees on product, cart and order why the price is what it is, and takes what is cheaper", async ({
  signedIn,
}) => {
  const manager = await signedIn("manager@demo.test");
  await manager.goto("/office");
  await manager.getByRole("link", { name: "Promoções" }).click();
  await manager.getByRole("textbox", { name: "Nome" }).fill("Semana do coco");
  await manager.getByRole("textbox", { name: "Desconto em %" }).fill("10");
  await manager.getByRole("textbox", { name: "Códigos dos produtos" }).fill(`${water.sku} SER-0000`);
  const today = dayOf(new Date());
  await manager.getByLabel("Começa em").fill(today);
  await manager.getByLabel("Último dia").fill(daysAfter(today, 9));
  await manager.getByRole("button", { name: "Salvar" }).click();
  await expect(manager.getByRole("alert")).toContainText("SER-0000");
  await manager.getByRole("textbox", { name: "Códigos dos produtos" }).fill(water.sku);
  await manager.getByRole("button", { name: "Salvar" }).click();
  await expect(manager.getByRole("heading", { level: 1, name: "Semana do coco" })).toBeVisible();
  await expect(manager.getByRole("row", { name: /Água de coco Serra 1 L/ })).toContainText("R$ 34,69");

  const marina = await signedIn("buyer@demo.test");
  await marina.goto(`/products/${water.sku}`);
  const product = marina.getByRole("main");
  await expect(product).toContainText(/R\$\s31,91R\$\s28,719/);
  expect(await whySaid(product)).toEqual([
    expect.stringMatching(/^Tabela geral .*R\$ 34,69$/),
    expect.stringMatching(/^Sua tabela: Atacado -8% R\$ 31,91$/),
    expect.stringMatching(/^Promoção: Semana do coco -10% sobre a tabela · vale de \S+ até \S+ -10% R\$ 28,719$/),
    "IPI estimado: +5% na nota",
  ]);

  // Nothing is in the cart yet whose terms could change: they are said.
  await expect(product).toContainText("14 dias em vez de 28/56 dias: -1,5%");
  const quantity = product.getByRole("spinbutton", { name: `Quantidade de ${water.name}` });
  await product.getByRole("button", { name: /^Levar 60 e pagar 3,3% menos/ }).click();
  await expect(product).toContainText("R$ 27,783");
  await expect(quantity).toHaveValue("60");
  await marina.goBack();
  await expect(quantity).toHaveValue("12");

  await marina.getByRole("button", { name: `Adicionar ${water.name}` }).click();
  await marina.getByRole("link", { name: /^Carrinho: 1 item/ }).click();
  const line = lineOf(marina, water.name);
  await expect(line.getByRole("button", { name: /^Mudar para 14 dias e pagar 1,5% menos/ })).toBeVisible();
  await line.getByRole("button", { name: /^Levar 60 e pagar 3,3% menos/ }).click();
  await expect(line.getByRole("spinbutton")).toHaveValue("60");
  await expect(line).toContainText("R$ 27,783");
  // The second click of a double one meets the step after it, and takes nothing.
  await line.getByRole("button", { name: /^Levar 120 / }).dispatchEvent("click", { detail: 2 });
  expect(await whySaid(line)).toContainEqual(expect.stringMatching(/^Por quantidade a partir de 60 unidades -3,3%/));
  await expect(marina.getByRole("main").getByRole("complementary")).toContainText("IPI");

  // Choosing the terms shows their prices by itself, so that the order that is sent is the one that was seen.
  await marina.getByRole("link", { name: "Fechar o pedido" }).click();
  const note = marina.getByRole("textbox", { name: "Número do seu pedido de compra" });
  await note.fill("OC-1102");
  await marina.getByRole("button", { name: /^Mudar para 14 dias e pagar 1,5% menos/ }).click();
  await expect(marina.getByRole("radio", { name: /^14 dias/ })).toBeChecked();
  await expect(marina.getByRole("main").getByRole("complementary")).toContainText("60 un × R$ 27,3663");
  await expect(note).toHaveValue("OC-1102");
  await marina.getByRole("button", { name: "Enviar pedido" }).click();
  await expect(marina).toHaveURL(/\/orders\/\d+\?placed=1/);
  const order = marina.getByRole("main");
  await expect(order).toContainText("OC-1102");
  expect(await whySaid(order)).toEqual([
    expect.stringMatching(/^Tabela geral/),
    expect.stringMatching(/^Sua tabela: Atacado/),
    expect.stringMatching(/^Por quantidade a partir de 60 unidades/),
    expect.stringMatching(/^Condição de pagamento: 14 dias -1,5%/),
    expect.stringMatching(/^Promoção: Semana do coco .* R\$ 27,3663$/),
    expect.stringMatching(/^IPI estimado: \+5%/),
  ]);
});

test("a table the office makes of another by a formula becomes the price of the customer it is given to", async ({
  signedIn,
}) => {
  const carlos = await signedIn("buyer2@demo.test");
  await carlos.goto(`/products/${water.sku}`);
  const before = (await whySaid(carlos.getByRole("main")))[1] ?? "";
  expect(before).toMatch(/^Sua tabela: Varejo especial/);

  const manager = await signedIn("manager@demo.test");
  await manager.goto("/office/price-tables");
  await manager.getByRole("textbox", { name: "Código", exact: true }).fill("varejo-7");
  await manager.getByRole("textbox", { name: "Nome" }).fill("Varejo da casa");
  await manager.getByRole("combobox", { name: /^Feita a partir da tabela/ }).fill("varejo");
  await manager.getByRole("textbox", { name: /^Mudando os preços em %/ }).fill("-7");
  await manager.getByRole("button", { name: "Salvar" }).click();
  await expect(manager.getByRole("heading", { level: 1, name: "Varejo da casa" })).toBeVisible();
  await manager.goto("/office/customers/2/edit");
  await manager.getByRole("combobox", { name: "Tabela de preço" }).fill("Varejo da casa");
  await manager.getByRole("button", { name: "Salvar" }).click();
  await expect(manager.getByRole("heading", { level: 1, name: "Mercearia Vila Rica" })).toBeVisible();

  await carlos.reload();
  const after = (await whySaid(carlos.getByRole("main")))[1] ?? "";
  expect(after).toMatch(/^Sua tabela: Varejo da casa Varejo especial -7%/);
  const price = (said: string) => Number(said.match(/R\$ ([\d.,]+)$/)?.[1]?.replace(",", "."));
  expect(price(after)).toBeCloseTo(price(before) * 0.93, 3);
});
