import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

/** The figures of a channel as the table side by side shows them. */
const side = (page: Page, channel: string) =>
  page
    .getByRole("table", { name: "Lado a lado" })
    .getByRole("row")
    .filter({ hasText: channel })
    .getByRole("cell")
    .allInnerTexts();

test("a manager filters online against visited and opens a number down to its orders", async ({ signedIn }) => {
  const manager = await signedIn("manager@demo.test");
  await manager.getByRole("link", { name: /^On-?line × visitado$/ }).click();
  await expect(manager.getByRole("heading", { level: 1, name: /visitado/ })).toBeVisible();
  const [online, visited] = [await side(manager, "Online"), await side(manager, "Visitado")];
  expect(online.length).toBeGreaterThan(5);
  expect(online).not.toEqual(visited);

  await manager.getByRole("table", { name: "Lado a lado" }).getByRole("link", { name: "Online" }).click();
  await expect(manager).toHaveURL(/channel=online/);
  const customers = manager.getByRole("table", { name: "Clientes" });
  await expect(customers.getByRole("row").filter({ hasText: "Online" }).first()).toBeVisible();
  await expect(customers.getByRole("row").filter({ hasText: "Visitado" })).toHaveCount(0);

  await manager.goto("/office/indicators");
  await manager.getByRole("main").getByRole("link", { name: "Faturamento" }).first().click();
  await manager.getByRole("main").getByText("Canal", { exact: true }).click();
  await manager.getByRole("link", { name: "Online", exact: true }).click();
  await expect(manager).toHaveURL(/channel=online/);
  const rows = manager.getByRole("table", { name: "As linhas por trás" });
  const row = rows.getByRole("row").nth(1);
  const [customer, order] = [row.getByRole("link").first(), row.getByRole("link").last()];
  const [name, number] = [await customer.innerText(), await order.innerText()];
  await order.click();
  await expect(manager.getByRole("heading", { level: 1 })).toContainText(number);
  await expect(manager.getByRole("main")).toContainText(name.replace(/\s*\d+$/, ""));
  await manager.goBack();
  await customer.click();
  await expect(manager.getByRole("heading", { level: 1, name: name.replace(/\s*\d+$/, "") })).toBeVisible();
});
