import type { Page } from "@playwright/test";
import { pagesOf } from "#tests/builders/pdf.ts";
import { expect, test } from "./fixtures.ts";

const coffee = "Café Serra torrado e moído tradicional 500 g";

/** Orders a hundred of the coffee and stays on the order's page; gives its number. */
async function ordered(page: Page): Promise<string> {
  await page.goto("/products/SER-1180");
  await page.getByRole("button", { name: `Adicionar ${coffee}` }).click();
  await page.getByRole("link", { name: /^Carrinho: 1 item/ }).waitFor();
  await page.goto("/cart");
  const quantity = page.getByRole("spinbutton", { name: `Quantidade de ${coffee}` });
  await quantity.fill("100");
  await quantity.press("Enter");
  await expect(page.getByRole("listitem").filter({ hasText: coffee })).toContainText(/R\$\s1\.\d{3},\d{2}/);
  await page.goto("/checkout");
  await page.getByRole("button", { name: "Enviar pedido" }).click();
  const heading = page.getByRole("heading", { level: 1, name: /^Pedido \d+/ });
  await expect(heading).toBeVisible();
  return (await heading.innerText()).replace(/\D/g, "");
}

test("a buyer sees what becomes of an order, takes it along as a document, and takes it back while the house has not begun", async ({
  signedIn,
}) => {
  const page = await signedIn("buyer@demo.test");
  const number = await ordered(page);
  const steps = page.getByRole("listitem");
  await expect(steps.filter({ hasText: "Pedido recebido" })).toContainText(/\d{2}\/\d{2}\/\d{4}, \d{2}:\d{2}/);
  await expect(steps.filter({ hasText: "Confirmação" })).toContainText("a seguir");
  await expect(steps.filter({ hasText: "Entrega" }).last()).toBeVisible();

  const href = await page.getByRole("link", { name: "PDF", exact: true }).getAttribute("href");
  const answer = await page.request.get(href as string);
  const file = await answer.body();
  expect([answer.headers()["content-type"], file.subarray(0, 5).toString()]).toEqual(["application/pdf", "%PDF-"]);
  expect(pagesOf(file).join("\n")).toContain(`Pedido ${number}`);

  await page.getByRole("link", { name: "Cancelar pedido" }).click();
  await expect(page.getByText(/R\$\s1\.\d{3},\d{2}, deixa de valer/)).toBeVisible();
  await page.getByRole("button", { name: "Cancelar pedido" }).click();
  await expect(page).toHaveURL(/\/cancel$/);
  await page.getByRole("textbox", { name: "Por que você está cancelando?" }).fill("Pedi em dobro");
  await page.getByRole("button", { name: "Cancelar pedido" }).click();
  await expect(page.getByText(`Pedido ${number} cancelado`)).toBeVisible();
  await expect(steps.filter({ hasText: "Pedi em dobro" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Cancelar pedido" })).toHaveCount(0);
  await page.goto(`/orders/${number}/cancel`);
  await expect(page.getByRole("button", { name: "Cancelar pedido" })).toHaveCount(0);
});

test("the question after a delivery is answered once, stays as it is, and is not asked again", async ({ signedIn }) => {
  const page = await signedIn("buyer@demo.test");
  const question = page.getByRole("heading", { name: /^De 0 a 10, quanto você recomendaria/ });
  await page.getByRole("link", { name: "Nota 9" }).click();
  await expect(page.getByRole("radio", { name: "9" })).toBeChecked();
  await page.getByRole("textbox", { name: /^Por quê\?/ }).fill("Chegou um dia antes.");
  await page.getByRole("button", { name: "Enviar resposta" }).click();
  await expect(page.getByText("Obrigado pela resposta")).toBeVisible();
  const asked = page.url();
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1, name: /^Olá/ })).toBeVisible();
  await expect(question).toHaveCount(0);
  await page.goto(asked);
  await expect(page.getByText("Chegou um dia antes.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Enviar resposta" })).toHaveCount(0);
});
