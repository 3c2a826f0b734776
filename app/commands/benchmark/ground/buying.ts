import type { Agent } from "node:http";
import type { Ground } from "./ground.ts";
import { type Asked, ask } from "./load.ts";

/** A form as a buyer's browser sends it. */
export function formOf(ground: Ground, customer: number, path: string, fields: Record<string, string>): Asked {
  return {
    path,
    method: "POST",
    headers: {
      Cookie: ground.buyer(customer),
      Origin: ground.site.url,
      "Content-Type": "application/x-www-form-urlencoded",
    },
    body: new URLSearchParams(fields).toString(),
  };
}

/** The SKU of the n-th product of the company. */
export const skuOf = (product: number): string => String(product).padStart(5, "0");

/** A quantity that fits every pack of the company. */
export const aQuantity = 12;

/** Puts a product into the buyer's cart. */
export const adding = (ground: Ground, customer: number, sku: string, quantity = aQuantity): Asked =>
  formOf(ground, customer, "/cart", { intent: "add", sku, quantity: String(quantity), returnTo: "/catalog" });

/** Opens the checkout and gives the form that would order what it shows. */
export async function checkoutForm(ground: Ground, customer: number, agent?: Agent): Promise<Asked> {
  const page = await ask(ground.site.url, { path: "/checkout", headers: { Cookie: ground.buyer(customer) } }, agent);
  const said = (name: string) => new RegExp(`name="${name}"[^>]*? value="([^"]+)"`).exec(page.text)?.[1] ?? "";
  const fields = ["shownHash", "idempotencyKey", "addressId", "paymentTermsId"].map((name) => [name, said(name)]);
  return formOf(ground, customer, "/checkout", { act: "place", ...Object.fromEntries(fields) });
}
