import { expect, test } from "./fixtures.ts";

test("a buyer asks for a quote of the cart, the rep answers line by line, and accepting it makes the order at those prices", async ({
  signedIn,
}) => {
  const marina = await signedIn("buyer@demo.test");
  await marina.goto("/products/SER-1180");
  await marina.getByRole("button", { name: /^Adicionar Café Serra torrado e moído tradicional/ }).click();
  await marina.getByRole("link", { name: /^Carrinho: 1 item/ }).click();
  await marina.getByRole("link", { name: "Pedir orçamento" }).click();
  await marina.getByRole("textbox", { name: /^Preço desejado para Café Serra/ }).fill("1,00");
  await marina.getByRole("textbox", { name: /^Condição desejada/ }).fill("30/60");
  await marina.getByRole("button", { name: "Enviar ao vendedor" }).click();
  await expect(marina.getByText(/^Orçamento \d+ enviado$/)).toBeVisible();
  await expect(marina.getByRole("link", { name: /^Carrinho: 0 itens/ }).first()).toBeVisible();
  const number = /\d+/.exec(new URL(marina.url()).pathname)?.[0] ?? "";

  const rafael = await signedIn("rep@demo.test");
  await rafael.goto("/office");
  await rafael.getByRole("link", { name: /orçamentos? a responder$/ }).click();
  await rafael.getByRole("link", { name: number, exact: true }).click();
  await expect(rafael.getByText(/^desejado R\$\s1,00$/)).toBeVisible();
  await rafael.getByRole("textbox", { name: /^Desconto de Café Serra/ }).fill("50");
  await rafael.getByRole("button", { name: "Enviar resposta" }).click();
  await expect(rafael.getByRole("alert")).toContainText("passa dos 10%");
  await rafael.getByRole("textbox", { name: /^Desconto de Café Serra/ }).fill("10");
  await rafael.getByRole("button", { name: "Calcular" }).click();
  await expect(rafael.getByRole("status")).toContainText("Somaria");
  await rafael.getByRole("button", { name: "Enviar resposta" }).click();
  await expect(rafael.getByText("Resposta enviada. O comprador recebeu um e-mail.")).toBeVisible();
  await expect(rafael.getByRole("link", { name: "Avisar pelo WhatsApp" })).toHaveAttribute(
    "href",
    /wa\.me\/55\d+\?text=/,
  );
  const price = await rafael
    .getByRole("row", { name: /Café Serra/ })
    .getByRole("cell")
    .nth(4)
    .textContent();
  const offered = /R\$\s[\d.,]*\d/.exec(price ?? "")?.[0] ?? "none";

  await marina.goto(`/quotes/${number}`);
  const pdf = await marina.request.get(`/quotes/${number}/pdf`);
  expect([pdf.status(), pdf.headers()["content-type"]]).toEqual([200, "application/pdf"]);
  await marina.getByRole("button", { name: "Aceitar e fazer o pedido" }).click();
  await expect(marina.getByText(/^Pedido \d+ enviado$/)).toBeVisible();
  await marina.getByText("Por que este preço").first().click();
  await expect(marina.getByText(`Orçamento ${number}`)).toBeVisible();
  await expect(marina.getByText(offered).first()).toBeVisible();
});

test("without JavaScript a question is taken back and its goods are in the cart again", async ({ signedIn }) => {
  const carlos = await signedIn("buyer2@demo.test", { javaScriptEnabled: false });
  await carlos.goto("/quotes");
  const waiting = carlos.getByRole("row", { name: /Aguardando resposta/ }).getByRole("link");
  await waiting.first().click();
  await carlos.locator("summary", { hasText: "Retirar o pedido de orçamento" }).click();
  await carlos.getByRole("button", { name: "Retirar e pôr no carrinho" }).click();
  await expect(carlos).toHaveURL(/\/cart$/);
  await expect(carlos.getByRole("list", { name: "Carrinho" }).getByRole("listitem").first()).toBeVisible();
});
