import { expect, test } from "./fixtures.ts";

const today = () => new Intl.DateTimeFormat("en-CA", { timeZone: "America/Sao_Paulo" }).format(new Date());
const detergent = "Sabão em pó Lavanda Casa 2,4 kg";

test("a rep plans a visit, checks in with a phone in hand, orders for the customer and finishes with the next step", async ({
  signedIn,
}) => {
  const rep = await signedIn("rep@demo.test", {
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
    permissions: ["geolocation"],
    geolocation: { latitude: -23.31, longitude: -51.16 },
  });
  await rep.goto("/office/customers?q=mini+mercado+sao+bento");
  await rep
    .getByRole("main")
    .getByRole("link", { name: /Mini Mercado São Bento/ })
    .first()
    .click();
  await rep.getByRole("link", { name: "Planejar visita" }).click();
  await rep.getByLabel(/^Dia/).first().fill(today());
  await rep.getByRole("textbox", { name: /^Assunto/ }).fill("Reposição do mês");
  await rep.getByRole("button", { name: "Marcar na agenda" }).click();
  await expect(rep.getByText("Reposição do mês")).toBeVisible();
  const visit = rep.url();

  await rep.goto("/office/agenda");
  await rep.getByRole("link", { name: /Mini Mercado São Bento.*Reposição do mês/ }).click();
  await rep.getByRole("button", { name: "Fazer check-in" }).click();
  await expect(rep.getByText("Em andamento")).toBeVisible();
  await expect(rep.getByRole("link", { name: "Ver no mapa" })).toHaveAttribute("href", /mlat=-23\.31/);

  await rep.getByRole("button", { name: "Fazer pedido para o cliente" }).click();
  await expect(rep.getByText("Você está comprando por Mini Mercado São Bento.")).toBeVisible();
  await rep.goto("/products/LAV-1142");
  await rep.getByRole("spinbutton", { name: `Quantidade de ${detergent}` }).fill("24");
  await rep.getByRole("button", { name: `Adicionar ${detergent}` }).click();
  await expect(rep.getByRole("status").filter({ hasText: `${detergent} no carrinho` })).toBeVisible();
  await rep.goto("/cart");
  await rep.getByRole("link", { name: "Fechar o pedido" }).click();
  await rep.getByRole("button", { name: "Enviar pedido" }).click();
  const heading = rep.getByRole("heading", { level: 1, name: /^Pedido \d+/ });
  await expect(heading).toBeVisible();
  const number = (await heading.innerText()).replace(/\D/g, "");
  await rep.getByRole("button", { name: "Voltar para o escritório" }).click();

  await rep.goto(`/office/orders/${number}`);
  const order = rep.getByRole("main");
  await expect(order).toContainText("Mini Mercado São Bento");
  await expect(order).toContainText("Visita");
  await expect(order).toContainText("Rafael Andrade");

  await rep.goto(visit);
  await expect(rep.getByRole("link", { name: number })).toBeVisible();
  await rep.getByRole("radio", { name: "Fez pedido" }).check();
  await rep.getByRole("textbox", { name: /^Anotações/ }).fill("Gôndola cheia, quer ponta de gôndola em dezembro.");
  await rep.getByRole("textbox", { name: /^Próximo passo/ }).fill("Levar proposta de ponta de gôndola");
  await rep.getByLabel(/^Dia do próximo passo/).fill(today());
  await rep.getByRole("button", { name: "Encerrar visita" }).click();
  await expect(rep.getByText("Feita", { exact: true }).first()).toBeVisible();
  await rep.goto("/office/agenda");
  await expect(rep.getByRole("link", { name: /Levar proposta de ponta de gôndola/ })).toBeVisible();
});
