import type { Page } from "@playwright/test";
import postgres from "postgres";
import { expect, test } from "./fixtures.ts";

const water = { sku: "SER-1102", name: "Água de coco Serra 1 L" };
const coffee = { sku: "SER-1180", name: "Café Serra torrado e moído tradicional 500 g" };

async function add(page: Page, { sku, name }: typeof water): Promise<void> {
  await page.goto(`/products/${sku}`);
  await page.getByRole("button", { name: `Adicionar ${name}` }).click();
  await page.getByRole("link", { name: /^Carrinho: 1 item/ }).waitFor();
}

/** Lets two days go by for the carts of a buyer. */
async function twoDaysPass(databaseUrl: string, email: string): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1 });
  const buyer = sql`(select id from users where email = ${email})`;
  await sql`update journey_steps set at = at - interval '2 days' where buyer_id = ${buyer} and at > now() - interval '2 days'`;
  await sql`update carts set opened_at = opened_at - interval '2 days', set_aside_at = set_aside_at - interval '2 days'
    where buyer_id = ${buyer} and ordered_at is null`;
  await sql.end();
}

const lines = (page: Page) => page.getByRole("spinbutton", { name: /^Quantidade de/ });
const kept = (page: Page, name: string) =>
  page.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 2, name, exact: true }) });

test("a buyer sets a cart aside under a name, takes another up in its place, takes one away and back, and empties with a way back; the rep sees its name", async ({
  signedIn,
  site,
}) => {
  const marina = await signedIn("buyer@demo.test");
  await add(marina, water);
  await marina.goto("/cart");
  await marina.getByRole("button", { name: "Guardar e começar outro" }).click();
  await marina.getByRole("textbox", { name: "Nome do carrinho" }).fill("Festa da praia");
  await marina.getByRole("button", { name: "Guardar o carrinho" }).click();
  await expect(marina).toHaveURL("/carts");
  await expect(kept(marina, "Festa da praia")).toContainText("1 produto");

  await add(marina, coffee);
  await marina.goto("/carts");
  await marina.getByRole("button", { name: "Usar o carrinho Festa da praia" }).click();
  await expect(marina).toHaveURL("/cart");
  await expect(lines(marina)).toHaveAccessibleName(`Quantidade de ${water.name}`);
  await marina.goto("/carts");
  const coffees = marina
    .getByRole("listitem")
    .filter({ has: marina.getByRole("button", { name: /^Usar o carrinho Carrinho de / }) });
  await expect(coffees).toContainText("1 produto");
  await expect(kept(marina, "Festa da praia")).toHaveCount(0);

  await coffees.getByRole("button", { name: /^Tirar o carrinho/ }).click();
  await expect(marina.getByText(/foi tirado\.$/)).toBeVisible();
  await expect(coffees).toHaveCount(0);
  await marina
    .getByRole("button", { name: /de volta$/ })
    .first()
    .click();
  await expect(coffees).toHaveCount(1);

  await marina.goto("/cart");
  await marina.getByRole("button", { name: "Esvaziar o carrinho" }).click();
  await expect(marina.getByText("Seu carrinho está vazio")).toBeVisible();
  await marina.getByRole("button", { name: "Desfazer" }).click();
  await expect(lines(marina)).toHaveAccessibleName(`Quantidade de ${water.name}`);

  await twoDaysPass(site.databaseUrl, "buyer@demo.test");
  const rep = await signedIn("rep@demo.test");
  await rep.goto("/office/recovery?q=jatoba");
  const waiting = rep.getByRole("row").filter({ hasText: /guardado como “Carrinho de / });
  await expect(waiting).toContainText("Mercearia Jatobá");
  await waiting.getByRole("link").first().click();
  await expect(rep.getByText(/guardado como “Carrinho de /)).toBeVisible();
});
