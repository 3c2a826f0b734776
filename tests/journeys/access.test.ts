import { expect, test } from "./fixtures.ts";

test("a stranger whose CNPJ has letters asks for access, is let in with table, rep and terms, and sees own prices", async ({
  page,
  signedIn,
}) => {
  await page.goto("/request-access");
  await page.getByRole("textbox", { name: /^CNPJ/ }).fill("7L.9P2.K4M/0001-63");
  await page.getByRole("textbox", { name: /^Razão social/ }).fill("Empório das Letras Ltda.");
  await page.getByRole("textbox", { name: /^Seu nome/ }).fill("Lia Fontes");
  await page.getByRole("textbox", { name: /^E-mail/ }).fill("lia@emporio.example");
  await page.getByRole("textbox", { name: "CEP" }).fill("13010-111");
  await page.getByRole("textbox", { name: "Rua" }).fill("Rua Barão de Jaguara");
  await page.getByRole("textbox", { name: "Número" }).fill("1010");
  await page.getByRole("textbox", { name: "Cidade" }).fill("Campinas");
  await page.getByRole("combobox", { name: "UF" }).selectOption("SP");
  await page.getByRole("checkbox", { name: /^Concordo/ }).check();
  await page.getByRole("button", { name: "Enviar pedido de acesso" }).click();
  await expect(page.getByText("Pedido enviado", { exact: true })).toBeVisible();

  const manager = await signedIn("manager@demo.test");
  await manager.goto("/office/access-requests");
  const request = manager.getByRole("listitem").filter({ hasText: "7L.9P2.K4M/0001-63" });
  await request.getByText("Aprovar e convidar").click();
  await request.getByRole("textbox", { name: /^Nome fantasia/ }).fill("Empório das Letras");
  await request.getByRole("combobox", { name: /^Tabela de preço/ }).fill("atacado");
  await request.getByRole("combobox", { name: /^Vendedor/ }).click();
  await request.getByRole("option", { name: /^Rafael Andrade/ }).click();
  await request.getByRole("checkbox", { name: "28 dias" }).check();
  await request.getByRole("button", { name: "Criar cliente e convidar" }).click();
  await expect(manager.getByText("Aprovado. O convite foi enviado.")).toBeVisible();

  const admin = await signedIn("admin@demo.test");
  await admin.goto("/office/outbox");
  const mail = admin.getByRole("row").filter({ hasText: "lia@emporio.example" });
  await mail.getByText("Seu acesso a Distribuidora Ipê", { exact: true }).click();
  const invitation = /https?:\/\/\S+\/invite\/\S+/.exec(await mail.innerText())?.[0] ?? "";
  expect(invitation).toContain("/invite/");

  await page.goto(new URL(invitation).pathname);
  await expect(page.getByRole("heading", { name: "Boas-vindas, Lia Fontes" })).toBeVisible();
  await page.getByLabel("Nova senha").fill("letras no cadastro");
  await page.getByRole("button", { name: "Salvar e entrar" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Olá, Lia" })).toBeVisible();
  await page.goto("/products/SER-1180");
  await expect(page.getByRole("main")).toContainText("R$ 15,54");
  await expect(page.getByText("Sua tabela: Atacado")).toBeVisible();
  await page.getByRole("button", { name: /^Adicionar Café Serra torrado e moído tradicional/ }).click();
  await page.getByRole("link", { name: /^Carrinho: 1 item/ }).waitFor();
  await page.goto("/checkout");
  await expect(page.getByRole("radio", { name: /Rua Barão de Jaguara, 1010/ })).toBeChecked();
});
