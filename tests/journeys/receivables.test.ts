import type { Page } from "@playwright/test";
import postgres from "postgres";
import { expect, test } from "./fixtures.ts";

const coffee = "Café Serra torrado e moído tradicional 500 g";

async function intoTheCart(page: Page): Promise<void> {
  await page.goto("/products/SER-1180");
  await page.getByRole("button", { name: `Adicionar ${coffee}` }).click();
  await page.getByRole("link", { name: /^Carrinho: 1 item/ }).waitFor();
  await page.goto("/cart");
  await page.getByRole("spinbutton", { name: `Quantidade de ${coffee}` }).fill("100");
  await page.getByRole("spinbutton", { name: `Quantidade de ${coffee}` }).press("Enter");
  await expect(page.getByRole("listitem").filter({ hasText: coffee })).toContainText("1.503,00");
}

async function ordered(page: Page): Promise<string> {
  await page.goto("/checkout");
  await page.getByRole("radio", { name: /^28\/56\/84 dias/ }).check();
  await page.getByRole("button", { name: "Enviar pedido" }).click();
  const heading = page.getByRole("heading", { level: 1, name: /^Pedido \d+/ });
  await expect(heading).toBeVisible();
  return (await heading.innerText()).replace(/\D/g, "");
}

const cents = (text: string) => Number(text.replace(/\D/g, ""));

test("an order is invoiced, owed, part paid and frees the credit; what is overdue holds the next one until the manager lets it pass", async ({
  signedIn,
  site,
}) => {
  test.setTimeout(240_000);
  const buyer = await signedIn("buyer@demo.test");
  const manager = await signedIn("manager@demo.test");

  await intoTheCart(buyer);
  const number = await ordered(buyer);
  await expect(buyer.getByText(`${number}/1`)).toHaveCount(0);

  await manager.goto(`/office/orders/${number}`);
  await manager.getByRole("button", { name: "Faturar" }).first().click();
  await manager.getByRole("dialog").getByRole("button", { name: "Faturar" }).click();
  await expect(manager.getByText("Pedido faturado. O estoque foi baixado.")).toBeVisible();

  await buyer.goto("/account");
  await buyer.getByRole("link", { name: "Títulos e crédito" }).click();
  await buyer.getByRole("link", { name: /^Em aberto/ }).click();
  const mine = buyer.getByRole("row").filter({ hasText: `${number}/1` });
  await expect(mine).toContainText("1 de 3");
  await expect(mine.getByRole("link", { name: number })).toHaveAttribute("href", `/orders/${number}`);

  await manager.goto("/office/customers/1?tab=credit");
  const used = manager.getByRole("definition").nth(1);
  const before = cents(await used.innerText());
  await manager.goto(`/office/orders/${number}`);
  await manager.getByRole("link", { name: `${number}/1` }).click();
  await manager.getByRole("textbox", { name: "Valor pago" }).fill("100,00");
  await manager.getByRole("button", { name: "Registrar pagamento" }).click();
  await expect(manager.getByText("Pagamento registrado.")).toBeVisible();
  await manager.goto("/office/customers/1?tab=credit");
  expect(before - cents(await used.innerText())).toBe(10_000);

  const sql = postgres(site.databaseUrl, { max: 1 });
  await sql`update receivables set due_on = (now() at time zone 'America/Sao_Paulo')::date - 60 where document = ${`${number}/1`}`;
  await sql.end();
  await intoTheCart(buyer);
  await expect(buyer.getByText(/vencidos desde .*Novos pedidos a prazo esperam o pagamento/)).toBeVisible();
  await expect(buyer.getByRole("button", { name: "Fechar o pedido" })).toBeDisabled();
  await buyer.goto("/checkout");
  await expect(buyer.getByText(/vencidos desde/)).toBeVisible();
  await expect(buyer.getByRole("button", { name: "Enviar pedido" })).toBeDisabled();

  await manager.reload();
  await expect(manager.getByText("Crédito bloqueado").first()).toBeVisible();
  await manager.getByRole("textbox", { name: /^Motivo/ }).fill("Comprovante recebido, cai amanhã");
  await manager.getByRole("button", { name: "Liberar", exact: true }).click();
  await expect(manager.getByText("O próximo pedido passa.")).toBeVisible();

  const next = await ordered(buyer);
  await manager.reload();
  await expect(manager.getByText(`Usada no pedido ${next}`)).toBeVisible();
  await manager.goto("/office/receivables?age=31-60");
  await expect(manager.getByRole("row").filter({ hasText: `${number}/1` })).toContainText("60 dias em atraso");
});
