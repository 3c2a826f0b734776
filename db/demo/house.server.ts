import { createAccount } from "#app/access/accounts.server.ts";
import { searchable } from "#app/domain/text.ts";
import { db } from "#db/connection.server.ts";
import {
  categories,
  companySettings,
  paymentTerms,
  products,
  stock,
  stockMovements,
  suppliers,
} from "#db/schema/index.ts";
import { Chance } from "./chance.ts";
import { categoryNames } from "./families.ts";
import type { DemoProduct } from "./products.ts";
import { suppliers as houses } from "./suppliers.ts";
import { demoPassword, office, reps, terms } from "./team.ts";

const settings: Record<string, unknown> = {
  companyName: "Distribuidora Ipê",
  accent: "#1f5f4f",
  bannerText: "Pedidos até as 15 h saem no mesmo dia para a Grande São Paulo.",
  footerText: "Distribuidora Ipê · Rua dos Ipês, 480 · São Paulo/SP · Atendimento de segunda a sexta, das 8 h às 18 h.",
  welcomeText: "Bem-vindo à loja da Distribuidora Ipê: seus preços, seu crédito e seus pedidos num lugar só.",
  deliveryText:
    "Entregamos de segunda a sexta, das 8 h às 18 h. Pedidos confirmados até as 15 h saem no mesmo dia para a Grande São Paulo.\n\nPara outras cidades, o prazo é de dois a cinco dias úteis. Confira a mercadoria na chegada e anote qualquer falta no canhoto.",
  exchangeText:
    "Faltou um item ou chegou algum avariado? Avise seu vendedor em até sete dias, com o número do pedido e uma foto.\n\nA troca sai na entrega seguinte, ou o valor volta como crédito.",
  privacyText:
    "Usamos os dados da sua empresa e dos compradores para vender, entregar e cobrar, e para nada mais. Não os vendemos nem os passamos adiante.\n\nPara ver, corrigir ou apagar os seus dados, escreva para atendimento@distribuidoraipe.example.",
  contactPhone: "(11) 4002-1100",
  contactEmail: "atendimento@distribuidoraipe.example",
  minimumOrderCents: 30_000,
  freight: { kind: "fixed", cents: 3_500, freeOverCents: 80_000 },
};

/** What the whole house stands on: settings, people who work there, terms, suppliers, categories. Gives the people by e-mail. */
export async function fillHouse(at: Date): Promise<Map<string, number>> {
  await db.insert(companySettings).values(Object.entries(settings).map(([key, value]) => ({ key, value, fromAt: at })));
  const ids = new Map<string, number>();
  for (const one of reps) {
    ids.set(one.email, (await createAccount({ ...one, role: "rep", password: demoPassword }, at)).id);
  }
  for (const one of office) ids.set(one.email, (await createAccount({ ...one, password: demoPassword }, at)).id);
  await db.insert(paymentTerms).values(terms.map((one) => ({ ...one, days: [...one.days] })));
  await db
    .insert(suppliers)
    .values(houses.map(({ code, name, minimumCents }) => ({ code, name, minimumOrderCents: minimumCents })));
  await db.insert(categories).values(
    categoryNames.map(([slug, name, picture], position) => ({
      slug,
      name,
      position,
      picture: `/pictures/${picture}.svg`,
    })),
  );
  return ids;
}

/** Products the lived days find short: what is left of each. */
export const shortOf: readonly [sku: string, left: number][] = [
  ["LAV-1002", 0],
  ["SER-1060", 24],
  ["VIT-1003", 0],
  ["DOC-1020", 40],
  ["SUP-1160", 0],
  ["PRA-1001", 25],
];

/** All products with their stock; gives their numbers by SKU. */
export async function fillProducts(all: readonly DemoProduct[], at: Date): Promise<Map<string, number>> {
  const houseIds = new Map((await db.select().from(suppliers)).map((row) => [row.code, row.id]));
  const aisles = new Map((await db.select().from(categories)).map((row) => [row.slug, row.id]));
  const made = await db
    .insert(products)
    .values(
      all.map((product) => ({
        sku: product.sku,
        ean: product.ean,
        name: product.name,
        description: product.description,
        unit: product.unit,
        packMultiple: product.pack,
        minimumQuantity: product.pack,
        supplierId: houseIds.get(product.supplierCode)!,
        categoryId: aisles.get(product.category)!,
        picture: product.picture,
        searchText: searchable(product.searchText),
        createdAt: at,
      })),
    )
    .returning({ id: products.id, sku: products.sku });
  const ids = new Map(made.map((row) => [row.sku, row.id]));
  const levels = all.map((product) => {
    const chance = new Chance(`stock-${product.sku}`);
    return {
      productId: ids.get(product.sku)!,
      onHand: product.pack * Math.round(chance.around(260 + product.favour * 90, 0.5)),
    };
  });
  await db.insert(stock).values(levels);
  await db
    .insert(stockMovements)
    .values(levels.map(({ productId, onHand }) => ({ productId, quantity: onHand, reason: "opening" as const, at })));
  return ids;
}
