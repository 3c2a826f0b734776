import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

const coffee = "Café Serra torrado e moído tradicional 500 g";

/** Puts five hundred packs of coffee into the cart, which no order of the buyer may come to alone. */
async function tooMuchCoffee(page: Page): Promise<void> {
  await page.goto("/products/SER-1180");
  await page.getByRole("button", { name: `Adicionar ${coffee}` }).click();
  await page.getByRole("link", { name: /^Carrinho: 1 item/ }).waitFor();
  await page.goto("/cart");
  await page.getByRole("spinbutton", { name: `Quantidade de ${coffee}` }).fill("500");
  await page.getByRole("spinbutton", { name: `Quantidade de ${coffee}` }).press("Enter");
  await expect(page.getByText(/acima do seu limite de R\$.6\.000,00 por pedido/)).toBeVisible();
}

test("an order above the limit goes to the approver, comes back with a word, goes again, is made smaller and approved", async ({
  signedIn,
}) => {
  test.setTimeout(120_000);
  const buyer = await signedIn("buyer@demo.test");
  const approver = await signedIn("approver@demo.test");

  await tooMuchCoffee(buyer);
  await buyer.getByRole("link", { name: "Fechar o pedido" }).click();
  await expect(buyer.getByText("Este pedido vai para aprovação de Otávio Duarte.")).toBeVisible();
  await buyer.getByRole("textbox", { name: "Por que este pedido?" }).fill("Café para a feira");
  await buyer.getByRole("button", { name: "Enviar para aprovação" }).click();
  await expect(buyer.getByText("Enviado para aprovação", { exact: true })).toBeVisible();
  await buyer.goto("/cart");
  await expect(buyer.getByText("1 pedido seu aguarda aprovação")).toBeVisible();

  await approver.goto("/approvals");
  await approver.getByRole("link", { name: "Ver o pedido de Marina Duarte" }).click();
  await expect(approver.getByText("Café para a feira")).toBeVisible();
  await approver.getByRole("textbox", { name: "Uma palavra para quem pediu" }).fill("Mande de novo na segunda");
  await approver.getByRole("button", { name: "Devolver" }).click();
  await expect(approver.getByText(/^Pedido devolvido/)).toBeVisible();

  await buyer.goto("/cart");
  await expect(buyer.getByText("Otávio Duarte devolveu este pedido")).toBeVisible();
  await expect(buyer.getByText("Mande de novo na segunda")).toBeVisible();
  await buyer.goto("/checkout");
  await buyer.getByRole("textbox", { name: "Número do seu pedido de compra" }).fill("OC-77");
  await buyer.getByRole("textbox", { name: "Número do seu pedido de compra" }).press("Enter");
  await expect(buyer.getByText("Enviado para aprovação", { exact: true })).toBeVisible();
  const request = buyer.url().replace(/\?.*/, "");

  await approver.goto(request);
  await approver.getByRole("textbox", { name: `Quantidade de ${coffee}` }).fill("200");
  await approver.getByRole("button", { name: "Aprovar e fazer o pedido" }).click();
  await expect(approver.getByText("Confira o total antes de aprovar", { exact: false })).toBeVisible();
  await expect(approver.getByText(/quantidade de 500 para 200/)).toBeVisible();
  await approver.getByRole("button", { name: "Aprovar e fazer o pedido" }).click();
  await expect(approver.getByText(/^Pedido aprovado/)).toBeVisible();
  await approver.getByRole("link", { name: /^Pedido \d+$/ }).click();
  await expect(approver.getByText("Aprovado por")).toBeVisible();
  await expect(approver.getByText("OC-77")).toBeVisible();
  await expect(approver.getByText(/Marina Duarte/).first()).toBeVisible();
});

test("the approver invites a colleague with a limit, and without scripts everything works, too", async ({
  signedIn,
}) => {
  const approver = await signedIn("approver@demo.test", { javaScriptEnabled: false });
  await approver.goto("/account/people");
  await approver.getByRole("textbox", { name: "Nome" }).fill("Célia Prado");
  await approver.getByRole("textbox", { name: "E-mail" }).fill("celia@jatoba.example");
  await approver.getByRole("textbox", { name: "Limite por mês" }).last().fill("1.500,00");
  await approver.getByRole("button", { name: "Convidar colega" }).click();
  await expect(approver.getByText("Convite enviado.")).toBeVisible();
  await expect(approver.getByText("R$ 1.500,00 por mês")).toBeVisible();
  await approver.goto("/approvals");
  await approver.getByRole("link", { name: "Ver o pedido de Bruna Lima" }).click();
  await approver.getByRole("button", { name: "Devolver" }).click();
  await expect(approver.getByText("Diga o que precisa mudar antes de devolver.").first()).toBeVisible();
});
