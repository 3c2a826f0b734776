import type { Locator, Page } from "@playwright/test";
import { answerDueAt } from "#app/domain/activities/activity.ts";
import { dayOf } from "#app/domain/period.ts";
import { paths } from "#app/paths.ts";
import { expect, test } from "./fixtures.ts";

/** The key leads into the search as soon as the page is alive; until then it is pressed again, as somebody would. */
const reachedByKey = (page: Page, box: Locator): Promise<void> =>
  expect(async () => {
    await page.keyboard.press("/");
    await expect(box).toBeFocused({ timeout: 500 });
  }).toPass();

test("a buyer finds by keyboard alone what comes to mind while typing, mistyped, and narrows what was found", async ({
  signedIn,
}) => {
  const ana = await signedIn("buyer2@demo.test");
  await ana.goto("/cart");
  const box = ana.getByRole("combobox", { name: "Buscar por nome, código ou marca" });
  await expect(box).toBeVisible();
  await reachedByKey(ana, box);
  await ana.keyboard.type("cafe torado tradicional");
  const option = ana.getByRole("option", { name: /^Café Serra torrado e moído tradicional 500 g/ });
  await expect(option).toBeVisible();
  await ana.keyboard.press("Escape");
  await expect(option).toBeHidden();
  await expect(box).toHaveValue("cafe torado tradicional");
  await ana.keyboard.press("ArrowDown");
  while ((await option.getAttribute("aria-selected")) !== "true") await ana.keyboard.press("ArrowDown");
  await ana.keyboard.press("Enter");
  await expect(ana.getByRole("heading", { level: 1, name: /^Café Serra torrado/ })).toBeVisible();

  await reachedByKey(ana, box);
  await ana.keyboard.type("detergnete");
  await ana.keyboard.press("Enter");
  await expect(ana.getByText("Mostrando resultados para “detergente”.")).toBeVisible();
  await ana.getByRole("link", { name: /^Em estoque \d/ }).click();
  await expect(ana).toHaveURL(/stock=1/);
  await ana.getByText("Representada", { exact: true }).first().click();
  const supplier = ana.getByRole("checkbox").first();
  await supplier.check();
  await ana.getByRole("button", { name: "Ver produtos" }).filter({ visible: true }).click();
  await expect(ana).toHaveURL(/stock=1.*supplier=|supplier=.*stock=1/);
  await expect(ana.getByRole("link", { name: /^Tirar / })).toBeVisible();
});

test("what the shop does not have is asked of the rep, who finds it in the agenda and on the customer's record", async ({
  signedIn,
}) => {
  const ana = await signedIn("buyer@demo.test", { viewport: { width: 390, height: 844 } });
  await ana.goto("/search?q=incenso+de+mirra");
  await expect(ana.getByRole("heading", { level: 1, name: /Nada encontrado/ })).toBeVisible();
  await ana.getByRole("textbox", { name: /^Quantidade/ }).fill("36");
  await ana.getByRole("textbox", { name: /^Observação/ }).fill("Para a vitrine");
  await ana.getByRole("button", { name: "Enviar ao vendedor" }).click();
  await expect(ana.getByText("já tem isto na agenda")).toBeVisible();

  const rui = await signedIn("rep@demo.test");
  await rui.goto(paths.office.agenda({ week: dayOf(answerDueAt(new Date())) }));
  await expect(rui.getByText("Procura na loja: incenso de mirra (36)").first()).toBeVisible();
  await rui.goto("/office/customers/1?tab=history");
  await expect(rui.getByText("Procura na loja: incenso de mirra (36)").first()).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a shelf is narrowed by several categories at once, behind one button on a telephone", async ({ signedIn }) => {
    const ana = await signedIn("buyer2@demo.test", { viewport: { width: 390, height: 844 } });
    await ana.goto("/catalog");
    await expect(ana.getByText("Categoria", { exact: true }).first()).toBeHidden();
    await ana.getByText("Filtrar", { exact: true }).click();
    await ana.getByText("Categoria", { exact: true }).first().click();
    await ana.getByRole("checkbox", { name: /^Bebidas \d/ }).check();
    await ana.getByRole("checkbox", { name: /^Cafés e chás \d/ }).check();
    await ana.getByRole("button", { name: "Ver produtos" }).filter({ visible: true }).click();
    await expect(ana).toHaveURL(/category=bebidas&category=cafes-e-chas/);
    await expect(ana.getByRole("link", { name: "Tirar Bebidas" })).toBeVisible();
    await ana.getByRole("link", { name: "Tirar Bebidas" }).click();
    await expect(ana).not.toHaveURL(/bebidas/);
  });
});
