import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./fixtures.ts";

test.use({ serviceWorkers: "allow" });

test("a phone without signal says so in the shop's own words, keeps nothing of the buyer, and finds back to the same page", async ({
  signedIn,
}) => {
  const page = await signedIn("buyer@demo.test");
  await page.goto("/catalog");
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.goto("/orders");
  await page.goto("/search?q=cafe");
  await page.context().setOffline(true);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Sem conexão" })).toBeVisible();
  const ground = await page.evaluate(() => getComputedStyle(document.querySelector(".card") as Element).borderTopWidth);
  expect(ground).not.toBe("0px");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map((request) => new URL(request.url).pathname);
  });
  expect(kept.length).toBe(2);
  expect(kept).toContain("/offline");
  expect(kept.filter((path) => !/^\/(offline$|assets\/.*\.css$)/.test(path))).toEqual([]);

  await page.context().setOffline(false);
  await page.getByRole("link", { name: "Tentar de novo" }).click();
  await expect(page).toHaveURL(/\/search\?q=cafe$/);
  await expect(page.getByRole("combobox")).toHaveValue("cafe");
});

test("a product added without signal is told to be nowhere, and goes in once the signal is back", async ({
  signedIn,
}) => {
  const page = await signedIn("buyer@demo.test");
  await page.goto("/search?q=sabonete");
  const add = page.getByRole("button", { name: /^Adicionar / }).first();
  await page.context().setOffline(true);
  await add.click();
  const told = page.getByRole("dialog", { name: "Sem conexão" });
  await expect(told).toContainText("Nada foi enviado");
  await page.keyboard.press("Escape");
  await expect(told).toBeHidden();
  await page.context().setOffline(false);
  await add.click();
  await expect(page.getByRole("status").filter({ hasText: "no carrinho" })).toBeVisible();
});
