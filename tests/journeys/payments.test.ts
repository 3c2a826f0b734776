import type { Page } from "@playwright/test";
import postgres from "postgres";
import { expect, test } from "./fixtures.ts";

test.use({ takesPayments: true });

const coffee = "Café Serra torrado e moído tradicional 500 g";

async function toCheckout(page: Page): Promise<void> {
  await page.goto("/products/SER-1180");
  await page.getByRole("button", { name: `Adicionar ${coffee}` }).click();
  await page.getByRole("link", { name: /^Carrinho: 1 item/ }).waitFor();
  await page.goto("/cart");
  await page.getByRole("spinbutton", { name: `Quantidade de ${coffee}` }).fill("100");
  await page.getByRole("spinbutton", { name: `Quantidade de ${coffee}` }).press("Enter");
  await expect(page.getByRole("listitem").filter({ hasText: coffee })).toContainText(/1\.\d{3},\d{2}/);
  await page.goto("/checkout");
}

/** Sends the order; at other prices for paying at once, it is confirmed once more. */
async function send(page: Page, method: RegExp): Promise<void> {
  await page.getByRole("radio", { name: method }).check();
  await page.getByRole("button", { name: /^Enviar pedido|^Confirmar os novos preços/ }).click();
  const onPage = page.getByText("PÁGINA DE TESTE");
  const again = page.getByRole("button", { name: /^Confirmar os novos preços/ });
  await expect(onPage.or(again)).toBeVisible();
  if (await again.isVisible()) await again.click();
  await expect(onPage).toBeVisible();
}

test("an order is paid by card on the plainly marked test page, and the house may work on it", async ({ signedIn }) => {
  const buyer = await signedIn("buyer@demo.test");
  await toCheckout(buyer);
  await send(buyer, /^Cartão/);
  await expect(buyer.getByText("Nenhum dinheiro se move.")).toBeVisible();
  await buyer.getByRole("button", { name: "Usar um cartão que é recusado" }).click();
  await expect(buyer.getByRole("alert")).toContainText("recusado");
  await buyer.getByRole("button", { name: "Pagar com um cartão de teste" }).click();
  await expect(buyer.getByText("Pagamento recebido. Obrigado!")).toBeVisible();
  await expect(buyer.getByText(/^Pago em .*, por Cartão\.$/)).toBeVisible();
  const number = new URL(buyer.url()).pathname.split("/").at(-1);

  const manager = await signedIn("manager@demo.test");
  await manager.goto(`/office/orders/${number}`);
  await expect(manager.getByText("Pagamento recebido")).toBeVisible();
  await manager.getByRole("button", { name: "Confirmar" }).click();
  await expect(manager.getByText("Pedido confirmado.")).toBeVisible();
});

test("left without paying, paid later from the order: a boleto that fails, then Pix; what came in too late is decided", async ({
  signedIn,
}) => {
  const buyer = await signedIn("buyer@demo.test");
  const manager = await signedIn("manager@demo.test");
  await toCheckout(buyer);
  await send(buyer, /^Cartão/);
  await buyer.getByRole("button", { name: "Voltar à loja sem pagar" }).click();
  await expect(buyer.getByText("Você saiu sem pagar.")).toBeVisible();
  const order = new URL(buyer.url()).pathname;

  await manager.goto("/office/payments?view=awaiting");
  await expect(manager.getByRole("row").filter({ hasText: order.split("/").at(-1) })).toContainText("Página aberta");

  await buyer.getByRole("button", { name: "Gerar boleto" }).click();
  await buyer.getByRole("button", { name: "Gerar um boleto de teste" }).click();
  await expect(buyer.getByText("Boleto emitido.")).toBeVisible();
  const slip = await buyer.getByRole("link", { name: "Segunda via do boleto" }).getAttribute("href");
  await buyer.goto(slip ?? "");
  await buyer.getByRole("button", { name: "Deixar vencer sem pagar" }).click();
  await expect(buyer.getByText("Venceu ou deixou de valer.")).toBeVisible();

  await buyer.goto(`${order}?payment=back`);
  await buyer.getByRole("button", { name: "Pagar com Pix" }).click();
  await buyer.getByRole("button", { name: "Gerar o código e pagar depois" }).click();
  await expect(buyer.getByText("Pix gerado.")).toBeVisible();
  const code = await buyer.getByRole("link", { name: "Ver o código Pix" }).getAttribute("href");
  await manager.goto(`/office${order}`);
  await manager.getByRole("button", { name: "Cancelar pedido" }).first().click();
  await manager.getByRole("dialog").getByRole("textbox").fill("Engano");
  await manager.getByRole("dialog").getByRole("button", { name: "Cancelar pedido" }).click();
  await expect(manager.getByText("Pedido cancelado.")).toBeVisible();
  await buyer.goto(code ?? "");
  await buyer.getByRole("button", { name: "Pagar no banco de teste" }).click();
  await expect(buyer.getByText("Pago. A loja já foi avisada.")).toBeVisible();

  const inQuestion = manager.getByRole("row").filter({ hasText: order.split("/").at(-1) });
  await expect(async () => {
    await manager.goto("/office/payments");
    await expect(inQuestion).toContainText("Pago, mas o pedido está cancelado", { timeout: 1_000 });
  }).toPass();
  const rep = await signedIn("rep@demo.test");
  await rep.goto("/office/payments");
  await expect(rep.getByText("espera a sua decisão")).toHaveCount(0);
  await rep
    .getByRole("row")
    .filter({ hasText: order.split("/").at(-1) })
    .getByRole("link", { name: "Ver" })
    .click();
  await expect(rep.getByText("Quem decide é o gestor; avise-o.")).toBeVisible();
  await inQuestion.getByRole("link", { name: "Decidir", exact: true }).click();
  await manager.getByRole("button", { name: "Aceitar para o pedido" }).click();
  await expect(manager.getByText("Decisão registrada.")).toBeVisible();
  await buyer.goto(order);
  await expect(buyer.getByText(/^Pago em .*, por Pix\.$/)).toBeVisible();
});

test("second copies the demo handed out are found where the shop stands now", async ({ site, request }) => {
  const sql = postgres(site.databaseUrl, { max: 1 });
  const handedOut = await sql<
    { url: string }[]
  >`select voucher_url as url from payment_attempts where voucher_url <> ''`;
  await sql.end();
  expect(handedOut.length).toBeGreaterThan(0);
  for (const { url } of handedOut) {
    expect(url).toMatch(new RegExp(`^${site.url}/`));
    const answer = await request.fetch(url);
    expect([answer.status(), await answer.text()]).toEqual([200, expect.stringContaining("PÁGINA DE TESTE")]);
  }
});
