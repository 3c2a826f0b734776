import postgres from "postgres";
import { expect, test } from "./fixtures.ts";

const soap = "Sabão em pó Lavanda Casa 2,4 kg";
const sugar = "Açúcar Suprema cristal 1 kg";

/** Lets two days go by for a buyer: what they did since yesterday happened the day before yesterday. */
async function twoDaysPass(databaseUrl: string, email: string): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1 });
  const buyer = sql`(select id from users where email = ${email})`;
  await sql`update journey_steps set at = at - interval '2 days' where buyer_id = ${buyer} and at > now() - interval '1 day'`;
  await sql`update carts set opened_at = opened_at - interval '2 days' where buyer_id = ${buyer} and is_current`;
  await sql`update cart_lines set added_at = added_at - interval '2 days', changed_at = changed_at - interval '2 days'
    where cart_id = (select id from carts where buyer_id = ${buyer} and is_current)`;
  await sql.end();
}

test("a buyer leaves a cart, the rep sees why and sends the text, the buyer comes back and orders, and it counts as recovered", async ({
  signedIn,
  site,
}) => {
  const buyer = await signedIn("buyer@demo.test");
  const add = async (sku: string, name: string, quantity: string) => {
    await buyer.goto(`/products/${sku}`);
    await buyer.getByRole("spinbutton", { name: `Quantidade de ${name}` }).fill(quantity);
    await buyer.getByRole("button", { name: `Adicionar ${name}` }).click();
    await expect(buyer.getByRole("status").filter({ hasText: `${name} no carrinho` })).toBeVisible();
  };
  await add("LAV-1142", soap, "120");
  await add("SUP-1360", sugar, "10");
  await buyer.goto("/cart");
  await expect(buyer.getByText("Ainda não dá para fechar o pedido")).toBeVisible();
  await expect(buyer.getByRole("button", { name: "Fechar o pedido" })).toBeDisabled();
  await twoDaysPass(site.databaseUrl, "buyer@demo.test");

  const rep = await signedIn("rep@demo.test");
  const ofTheMorning = rep.getByRole("link", { name: /Mercearia Jatobá.*Abaixo do mínimo/ });
  await expect(ofTheMorning).toContainText("anteontem");
  await rep.goto("/office/recovery");
  const waiting = rep.getByRole("table", { name: "Aguardando contato" }).getByRole("row");
  const left = waiting
    .filter({ hasText: "Mercearia Jatobá" })
    .filter({ hasText: "Abaixo do mínimo ou fora do múltiplo" });
  await expect(left).toHaveCount(1);
  await rep.goto("/office/funnel?days=7&step=ordered");
  await expect(rep.getByRole("main").getByRole("link", { name: "Mercearia Jatobá" })).toHaveCount(0);

  await rep.goto("/office");
  await ofTheMorning.click();
  await expect(rep.getByText(`Adicionou ${soap}: 120`)).toBeVisible();
  await expect(rep.getByText(`Adicionou ${sugar}: 10`)).toBeVisible();
  const whatsApp = rep.getByRole("link", { name: "Abrir no WhatsApp" });
  const link = new URL((await whatsApp.getAttribute("href")) ?? "");
  expect(link.host).toBe("wa.me");
  expect(link.searchParams.get("text")).toContain("Olá, Marina!");
  expect(link.searchParams.get("text")).toContain("Falta pouco para o pedido mínimo");
  await rep.getByRole("combobox", { name: "Por onde" }).selectOption({ label: "WhatsApp" });
  await rep.getByRole("button", { name: "Anotar contato" }).click();
  await rep.getByRole("combobox", { name: "O que aconteceu" }).selectOption({ label: "Vai fechar o pedido" });
  await rep.getByRole("textbox", { name: /^Anotações/ }).fill("Completa o açúcar hoje à tarde.");
  await rep.getByRole("button", { name: "Salvar resultado" }).click();
  const story = rep.url();
  await rep.goto("/office/recovery?view=contacted");
  await expect(rep.getByRole("table", { name: "Contatados" })).toContainText("Mercearia Jatobá");

  const again = () =>
    rep.request.post(story, {
      form: { act: "contact", medium: "whatsapp", text: "De novo" },
      headers: { Origin: site.url },
      maxRedirects: 0,
    });
  expect((await again()).status(), "a second contact about the same silence").toBe(422);

  await buyer.goto("/cart");
  const saved = buyer.waitForResponse(
    (answer) => answer.request().method() === "POST" && answer.url().includes("/cart"),
  );
  await buyer.getByRole("spinbutton", { name: `Quantidade de ${sugar}` }).fill("40");
  await buyer.keyboard.press("Enter");
  await saved;
  await buyer.getByRole("link", { name: "Fechar o pedido" }).click();
  await buyer.getByRole("button", { name: "Enviar pedido" }).click();
  const heading = buyer.getByRole("heading", { level: 1, name: /^Pedido \d+/ });
  await expect(heading).toBeVisible();
  const number = (await heading.innerText()).replace(/\D/g, "");

  await rep.goto("/office/recovery?view=recovered");
  await expect(
    rep.getByRole("table", { name: "Recuperados" }).getByRole("row").filter({ hasText: number }),
  ).toContainText("Mercearia Jatobá");
  await rep.goto("/office/funnel?days=7&step=ordered");
  await expect(rep.getByRole("main").getByRole("link", { name: "Mercearia Jatobá" })).toBeVisible();
  await rep.goto("/office/indicators/recovered-value");
  await expect(rep.getByRole("row").filter({ hasText: "Mercearia Jatobá" }).filter({ hasText: number })).toBeVisible();

  await rep.goto(story);
  await expect(rep.getByRole("link", { name: `Virou o pedido ${number}.` })).toBeVisible();
  await expect(rep.getByRole("button", { name: "Anotar contato" })).toHaveCount(0);
  expect((await again()).status(), "a contact after the order").toBe(422);
});
