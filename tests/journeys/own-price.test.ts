import { expect, test } from "./fixtures.ts";

const sku = "SER-1082";
const addresses = [
  `/products/${sku}`,
  `/products/${sku}.data`,
  `/products/${sku}.data?_routes=storefront/catalog/product`,
  `/search?q=${sku}`,
  `/search.data?q=${sku}`,
  `/catalog.data?q=${sku}`,
];

/** How the price is written on a page and how it travels: R$ 3,6036 and 36036. */
const traces = (e4: number) => [`${Math.floor(e4 / 10_000)},${String(e4 % 10_000).padStart(4, "0")}`, String(e4)];

test("the same product shows two customers two prices, and nowhere the other one's", async ({ signedIn }) => {
  const marina = await signedIn("buyer@demo.test");
  const carlos = await signedIn("buyer2@demo.test");
  await marina.goto(`/products/${sku}`);
  await expect(marina.getByText("Combinado com a sua empresa")).toBeVisible();
  await expect(marina.getByRole("main")).toContainText("R$ 3,6036");
  await carlos.goto(`/products/${sku}`);
  await expect(carlos.getByText("Sua tabela: Varejo especial")).toBeVisible();
  await expect(carlos.getByRole("main")).toContainText("R$ 4,1399");

  const [hers, his] = [traces(36_036), traces(41_399)];
  for (const address of addresses) {
    const [toMarina, toCarlos] = await Promise.all([
      marina.request.get(address).then((answer) => answer.text()),
      carlos.request.get(address).then((answer) => answer.text()),
    ]);
    expect(
      hers.some((trace) => toMarina.includes(trace)),
      `${address} shows Marina her price`,
    ).toBe(true);
    expect(
      his.some((trace) => toCarlos.includes(trace)),
      `${address} shows Carlos his price`,
    ).toBe(true);
    for (const trace of his) expect(toMarina, address).not.toContain(trace);
    for (const trace of hers) expect(toCarlos, address).not.toContain(trace);
  }

  await marina.goto(`/products/${sku}`);
  await marina.getByRole("button", { name: /^Adicionar Água Serra sem gás 1,5 L/ }).click();
  await expect(marina.getByRole("status").filter({ hasText: "no carrinho" })).toBeVisible();
  await marina.goto("/cart");
  const cart = marina.getByRole("main");
  await expect(cart).toContainText("R$ 3,6036");
  await carlos.goto("/cart");
  await expect(carlos.getByText("Seu carrinho está vazio")).toBeVisible();
});
