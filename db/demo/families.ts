/** A family of products that differ by size, scent or colour. Prices are of the first variant, in centavos. */
export interface Family {
  name: string;
  category: string;
  picture: string;
  unit: string;
  pack: number;
  cents: number;
  variants: readonly string[];
}

/** A family in one line. */
export const family = (
  name: string,
  category: string,
  picture: string,
  unit: string,
  pack: number,
  cents: number,
  variants: readonly string[],
): Family => ({ name, category, picture, unit, pack, cents, variants });

export const categoryNames = [
  ["graos-e-massas", "Grãos e massas", "sack-a"],
  ["molhos-e-temperos", "Molhos e temperos", "jar-e"],
  ["doces", "Doces e balas", "candy-e"],
  ["biscoitos", "Biscoitos", "cookies-a"],
  ["bebidas", "Bebidas", "bottle-b"],
  ["cafes-e-chas", "Cafés e chás", "pouch-a"],
  ["limpeza-da-casa", "Limpeza da casa", "spray-b"],
  ["lavanderia", "Lavanderia", "jug-c"],
  ["cuidados-pessoais", "Cuidados pessoais", "bar-c"],
  ["cabelos", "Cabelos", "shampoo-c"],
  ["utilidades", "Utilidades domésticas", "pan-d"],
  ["descartaveis", "Descartáveis", "cups-d"],
] as const;

/** A house the demo company represents. */
export interface Supplier {
  code: string;
  name: string;
  minimumCents: number;
  families: readonly Family[];
}
