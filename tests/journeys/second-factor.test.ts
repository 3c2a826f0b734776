import type { Page } from "@playwright/test";
import { shownBy } from "#tests/builders/phone.ts";
import { expect, test } from "./fixtures.ts";

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByRole("textbox", { name: "E-mail" }).fill(email);
  await page.getByLabel("Senha").fill("carteira-demo");
  await page.getByRole("button", { name: "Entrar" }).click();
}

test("a buyer turns the second factor on, and comes in by the phone's code, then without the phone by a recovery code", async ({
  page,
  signedIn,
}) => {
  const buyer = await signedIn("buyer2@demo.test");
  await buyer.goto("/account");
  await buyer.getByRole("link", { name: "Configurar" }).click();
  await buyer.getByRole("button", { name: "Começar" }).click();
  await expect(buyer.getByRole("img", { name: /^Imagem para ler/ })).toBeVisible();
  await buyer.getByText("Não consegue ler?").click();
  const secret = (await buyer.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).innerText()).replaceAll(" ", "");
  const begunAt = new Date();
  await buyer.getByRole("textbox", { name: "Código de 6 dígitos" }).fill(shownBy(secret, begunAt));
  await buyer.getByRole("button", { name: "Ligar o segundo fator" }).click();
  await expect(buyer.getByRole("heading", { name: "Guarde estes códigos" })).toBeVisible();
  const codes = await buyer.getByRole("list", { name: "Códigos de recuperação" }).getByRole("listitem").allInnerTexts();
  expect(codes).toHaveLength(10);
  await buyer.getByRole("link", { name: "Guardei, continuar" }).click();
  await expect(buyer.getByRole("heading", { level: 1, name: "Olá, Carlos" })).toBeVisible();

  await signIn(page, "buyer2@demo.test");
  await expect(page.getByRole("heading", { name: "Falta o código" })).toBeVisible();
  await page.goto("/catalog");
  await expect(page.getByRole("heading", { name: "Entrar" })).toBeVisible();
  await page.goto("/sign-in/code");
  const next = new Date(begunAt.getTime() + 30_000);
  await page.getByRole("textbox", { name: "Código de 6 dígitos" }).fill(shownBy(secret, begunAt));
  await page.getByRole("button", { name: "Entrar" }).click();
  await expect(page.getByRole("alert")).toContainText("já foi usado");
  await page.getByRole("textbox", { name: "Código de 6 dígitos" }).fill(shownBy(secret, next));
  await page.getByRole("button", { name: "Entrar" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Olá, Carlos" })).toBeVisible();

  await page.context().clearCookies();
  await signIn(page, "buyer2@demo.test");
  await page.getByRole("link", { name: /^Estou sem o celular/ }).click();
  await page.getByRole("textbox", { name: "Código de recuperação" }).fill(codes[3] ?? "");
  await page.getByRole("button", { name: "Entrar" }).click();
  await page.goto("/account");
  await expect(page.getByText("Restam 9 códigos de recuperação.")).toBeVisible();
});

test("a member of staff is led to a second factor where the company requires one, and does nothing before", async ({
  signedIn,
}) => {
  const [manager, rep] = [await signedIn("manager@demo.test"), await signedIn("rep@demo.test")];
  await manager.goto("/office/settings?tab=access");
  await manager.getByRole("checkbox", { name: /^Exigir segundo fator/ }).check();
  await manager.getByRole("button", { name: "Salvar" }).click();
  await expect(manager.getByText("A empresa pede o segundo fator")).toBeVisible();
  await expect(async () => {
    await rep.goto("/office/customers");
    await expect(rep.getByRole("heading", { level: 1, name: "Segundo fator" })).toBeVisible({ timeout: 500 });
  }).toPass();
  await rep.getByRole("button", { name: "Começar" }).click();
  await rep.getByText("Não consegue ler?").click();
  const secret = (await rep.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).innerText()).replaceAll(" ", "");
  await rep.getByRole("textbox", { name: "Código de 6 dígitos" }).fill(shownBy(secret, new Date()));
  await rep.getByRole("button", { name: "Ligar o segundo fator" }).click();
  await rep.getByRole("link", { name: "Guardei, continuar" }).click();
  await expect(rep).toHaveURL(/\/office$/);
  await rep.goto("/second-factor");
  await expect(rep.getByText("não pode ser desligado aqui")).toBeVisible();
});
