import { Chance } from "./chance.ts";
import type { DemoCustomer } from "./customers.ts";
import type { DemoProduct } from "./products.ts";

/** A price table of the demo company, as per cents of the general price. */
export interface DemoTable {
  code: string;
  name: string;
  scope: "general" | "uf" | "group" | "assigned";
  uf: string | null;
  /** Per cent of the general price at one, five and ten packs. */
  levels: readonly [number, number, number];
}

export const groupName = "Rede Bom Dia";

export const demoTables: readonly DemoTable[] = [
  { code: "GERAL", name: "Tabela geral", scope: "general", uf: null, levels: [100, 97, 95] },
  { code: "SP", name: "São Paulo", scope: "uf", uf: "SP", levels: [98, 95, 93] },
  { code: "NE", name: "Bahia, frete incluso", scope: "uf", uf: "BA", levels: [104, 101, 99] },
  { code: "REDE", name: "Rede Bom Dia", scope: "group", uf: null, levels: [94, 92, 90] },
  { code: "ATACADO", name: "Atacado", scope: "assigned", uf: null, levels: [92, 89, 87] },
  { code: "VAREJO", name: "Varejo especial", scope: "assigned", uf: null, levels: [96.5, 94, 92.5] },
];

/** The table given to a customer by name; most have none and buy by state or at the general table. */
export function tableGivenTo(customer: DemoCustomer, index: number): string | null {
  if (index === 0) return "ATACADO";
  if (index === 1) return "VAREJO";
  if (customer.segment === "Atacarejo") return "ATACADO";
  return new Chance(`table-${customer.code}`).percent(18) ? "VAREJO" : null;
}

/** Whether a customer belongs to the group that buys together. */
export const isInGroup = (customer: DemoCustomer, index: number): boolean =>
  index > 2 && customer.segment === "Mercado" && new Chance(`group-${customer.code}`).percent(22);

/** The unit price at so many per cent of the general one, in ten-thousandths of a real. */
const shareE4 = (product: DemoProduct, percent: number): number => Math.round(product.cents * percent);

/** A table's unit price: whole centavos, but for the one table that is kept to the fourth decimal. */
export const tablePriceE4 = (table: DemoTable, product: DemoProduct, percent: number): number =>
  table.code === "VAREJO" ? shareE4(product, percent) : Math.round(shareE4(product, percent) / 100) * 100;

/** Prices agreed with a customer apart from every table: a few products they buy a lot. */
export function agreementsOf(customer: DemoCustomer, index: number, products: readonly DemoProduct[]) {
  const chance = new Chance(`agreement-${customer.code}`);
  if (index > 1 && !chance.percent(12)) return [];
  return chance.some(products, index < 2 ? 6 : chance.between(2, 5)).map((product) => ({
    product,
    unitPriceE4: shareE4(product, chance.between(82, 89)),
    days: chance.percent(40) ? chance.between(20, 120) : null,
  }));
}

/** The unit price a customer pays by agreement or table, in ten-thousandths of a real; null where no price was written down. */
export function ownPrices(customers: readonly DemoCustomer[], products: readonly DemoProduct[]) {
  const byCode = new Map(demoTables.map((table) => [table.code, table]));
  const own = new Map(
    customers.map((customer, index) => {
      const given = tableGivenTo(customer, index);
      const group = isInGroup(customer, index) ? "REDE" : null;
      const uf = demoTables.find((table) => table.uf === customer.uf)?.code ?? null;
      const agreed = new Map(agreementsOf(customer, index, products).map((one) => [one.product.sku, one.unitPriceE4]));
      return [customer.code, { table: byCode.get(given ?? group ?? uf ?? "GERAL")!, agreed }];
    }),
  );
  const rare = new Set(products.filter((_product, index) => index % 97 === 41).map((product) => product.sku));
  return (customer: DemoCustomer, product: DemoProduct, quantity: number): number | null => {
    const { table, agreed } = own.get(customer.code)!;
    const agreement = agreed.get(product.sku);
    if (agreement !== undefined) return agreement;
    if (rare.has(product.sku) && table.scope !== "assigned") return null;
    const level = quantity >= product.pack * 10 ? 2 : quantity >= product.pack * 5 ? 1 : 0;
    return tablePriceE4(table, product, table.levels[level]!);
  };
}
