import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

/** The field answers to keys once the page is alive; until then it is a plain one, and is tried again. */
const opened = (page: Page, field: Locator): Promise<void> =>
  expect(async () => {
    await field.focus();
    await page.keyboard.press("ArrowDown");
    await expect(field).toHaveAttribute("aria-expanded", "true", { timeout: 500 });
  }).toPass();

/** What axe finds wrong in a part of the page as it stands. */
async function wrongIn(page: Page, part: string) {
  const { violations } = await new AxeBuilder({ page }).include(part).analyze();
  return violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
}

test("a manager gives a customer a table and a rep by keyboard alone, and narrows a long filter the same way", async ({
  signedIn,
}) => {
  const manager = await signedIn("manager@demo.test");
  await manager.goto("/office/customers/3/edit");
  const rep = manager.getByRole("combobox", { name: "Vendedor" });
  await opened(manager, rep);
  await expect(manager.getByRole("option", { name: /^Débora Queiroz/ })).toBeVisible();
  await manager.keyboard.press("Escape");
  await expect(rep).toHaveAttribute("aria-expanded", "false");
  await manager.keyboard.press("Control+A");
  await manager.keyboard.type("debo");
  await expect(manager.getByRole("listbox").getByRole("option")).toHaveCount(1);
  await manager.keyboard.press("Enter");
  await expect(rep).toHaveValue("Débora Queiroz");

  await manager.keyboard.press("Tab");
  await manager.keyboard.press("Tab");
  await manager.keyboard.press("Tab");
  const table = manager.getByRole("combobox", { name: "Tabela de preço" });
  await expect(table).toBeFocused();
  await manager.keyboard.type("especial");
  await expect(manager.getByRole("listbox").getByRole("option")).toHaveCount(2);
  await manager.keyboard.press("ArrowDown");
  await manager.keyboard.press("ArrowDown");
  await manager.keyboard.press("Enter");
  await expect(table).toHaveValue("Varejo especial · VAREJO");
  await manager.keyboard.press("Enter");
  await expect(manager.getByText("Varejo especial")).toBeVisible();
  await expect(manager.getByText("Débora Queiroz").first()).toBeVisible();

  await manager.goto("/office/customers");
  await manager.getByText("Cidade", { exact: true }).first().click();
  const narrow = manager.getByRole("searchbox", { name: "Cidade: Procurar na lista" });
  await narrow.fill("sao");
  expect(await wrongIn(manager, ".filters")).toEqual([]);
  await narrow.press("Enter");
  await expect(manager).toHaveURL(/city=S%C3%A3o/);
});

test("a list longer than a page goes on under the arrow, and the open picker is accessible at every width", async ({
  signedIn,
}) => {
  const rep = await signedIn("rep@demo.test");
  await rep.goto("/office/visits");
  const field = rep.getByRole("combobox", { name: "Cliente" });
  await opened(rep, field);
  const options = rep.getByRole("listbox").getByRole("option");
  await expect(options).toHaveCount(20);
  for (let step = 0; step < 18; step++) await rep.keyboard.press("ArrowDown");
  await expect(options).toHaveCount(40);
  const active = await field.getAttribute("aria-activedescendant");
  await expect(rep.locator(`[id="${active}"]`)).toBeInViewport();
  for (const width of [1440, 390]) {
    await rep.setViewportSize({ width, height: 900 });
    expect(await wrongIn(rep, "#plan")).toEqual([]);
  }
  await rep.setViewportSize({ width: 1440, height: 900 });
  const first = (await options.first().textContent()) ?? "";
  await rep.keyboard.press("Control+A");
  await rep.keyboard.type("mercado");
  await expect(rep.locator("#plan").getByRole("status")).toHaveText(/^\d+ opç/);
  await expect(options.first()).toContainText(/mercado/i);
  await rep.keyboard.press("ArrowDown");
  await rep.keyboard.press("Enter");
  await rep.keyboard.press("ArrowDown");
  await expect(options.first()).toHaveText(first);
  await expect(options).toHaveCount(20);
});
