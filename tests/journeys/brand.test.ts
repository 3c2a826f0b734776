import { expect, test } from "./fixtures.ts";

test("what the company says of itself in the settings is what the shop wears", async ({ signedIn }) => {
  const admin = await signedIn("admin@demo.test");
  const buyer = await signedIn("buyer@demo.test");
  const accentOf = () =>
    buyer.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--brand-light").trim());
  const before = await accentOf();
  await admin.goto("/office/settings?tab=brand");
  await admin.getByRole("textbox", { name: "Nome da empresa" }).fill("Atacado Jacarandá");
  await admin.getByLabel("Cor de destaque").fill("#7a1fa2");
  await admin.getByRole("textbox", { name: /^Faixa no topo da loja/ }).fill("Fechados no dia 24");
  await admin.getByRole("button", { name: "Salvar" }).first().click();
  await expect(admin.getByText("Configurações salvas.")).toBeVisible();
  await expect(async () => {
    await buyer.goto("/");
    await expect(buyer.getByRole("banner").getByRole("link", { name: "Atacado Jacarandá" })).toBeVisible();
  }).toPass({ timeout: 10_000 });
  await expect(buyer.getByText("Fechados no dia 24")).toBeVisible();
  expect(await accentOf()).not.toBe(before);
});

test("a link made for a stranger opens names and packs without a sign-in, not one price, and closes when it is ended", async ({
  signedIn,
  browser,
  site,
}) => {
  const rep = await signedIn("rep@demo.test");
  await rep.goto("/office/share-links");
  await rep.getByRole("textbox", { name: "Nome" }).fill("Padaria da esquina");
  await rep.getByRole("combobox", { name: "Categoria" }).fill("Biscoitos");
  await rep.getByRole("button", { name: "Criar link" }).click();
  const address = await rep.getByRole("textbox", { name: "Endereço" }).inputValue();

  const stranger = await (await browser.newContext({ baseURL: site.url })).newPage();
  await stranger.goto(address);
  await expect(stranger.getByText("29 produtos")).toBeVisible();
  await expect(stranger.getByText(/Doce Minas/).first()).toBeVisible();
  expect(await stranger.content()).not.toContain("R$");
  await expect(stranger.getByRole("button", { name: /Adicionar/ })).toHaveCount(0);
  await stranger.getByRole("link", { name: "Pedir acesso" }).first().click();
  await expect(stranger).toHaveURL(/\/request-access/);

  await rep.getByRole("button", { name: "Encerrar o link Padaria da esquina" }).click();
  await expect(rep.getByText("Link encerrado.")).toBeVisible();
  expect((await stranger.goto(address))?.status()).toBe(404);
});

test.describe("on a phone that keeps the shop at hand", () => {
  test.use({ serviceWorkers: "allow" });

  test("neither a page of somebody signed in nor a document of theirs stays behind in the browser", async ({
    signedIn,
  }) => {
    const page = await signedIn("buyer@demo.test");
    await page.evaluate(() => navigator.serviceWorker.ready);
    for (const path of ["/cart", "/receivables", "/account", "/orders"]) await page.goto(path);
    await page.getByRole("table").getByRole("link").first().click();
    const pdf = await page.getByRole("link", { name: "PDF", exact: true }).getAttribute("href");
    const documents = [pdf as string, "/receivables/statement.pdf", "/catalog.pdf?prices=1&q=incenso"];
    for (const path of documents) {
      const kind = await page.evaluate(async (asked) => {
        const answer = await fetch(asked);
        return [answer.headers.get("content-type"), answer.headers.get("cache-control")];
      }, path);
      expect(kind, path).toEqual(["application/pdf", "private, no-store"]);
    }
    const kept = await page.evaluate(async () => {
      const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
      return (await Promise.all(caches_.map((cache) => cache.keys()))).flat().map(({ url }) => new URL(url).pathname);
    });
    expect(kept).toHaveLength(2);
    expect(kept.filter((path) => !/^\/(offline$|assets\/.*\.css$)/.test(path))).toEqual([]);
  });
});
