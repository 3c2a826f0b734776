import type postgres from "postgres";
import { searchTextOf } from "#app/domain/catalog/product.ts";

/** How large the catalogue of the search figures is. */
export const goodsSize = { products: 50_000, customers: 60, boughtEach: 200 } as const;

const listed = (text: string): string[] => text.split(",").map((word) => word.trim());

/** What there is: shelf, then what stands on it. */
const shelves: Record<string, string[]> = {
  "Higiene pessoal": listed(
    "Sabonete em barra, Sabonete líquido, Shampoo, Condicionador, Creme dental, Escova dental, Enxaguante bucal, Fio dental, Desodorante aerosol, Desodorante roll-on, Absorvente, Fralda descartável, Lenço umedecido, Papel higiênico, Algodão, Hastes flexíveis, Aparelho de barbear, Espuma de barbear, Creme para pentear, Protetor solar, Hidratante corporal, Óleo corporal, Talco",
  ),
  Limpeza: listed(
    "Detergente, Amaciante, Sabão em pó, Sabão em barra, Sabão líquido, Água sanitária, Alvejante, Desinfetante, Limpador multiuso, Limpa vidros, Lustra móveis, Cera líquida, Esponja de aço, Esponja dupla face, Pano de chão, Flanela, Saco de lixo, Vassoura, Rodo, Balde plástico, Luva de borracha, Inseticida, Álcool em gel, Desengordurante, Odorizador",
  ),
  Mercearia: listed(
    "Arroz, Feijão carioca, Feijão preto, Açúcar cristal, Açúcar refinado, Café torrado e moído, Café solúvel, Farinha de trigo, Farinha de mandioca, Fubá, Macarrão espaguete, Macarrão parafuso, Macarrão instantâneo, Molho de tomate, Extrato de tomate, Óleo de soja, Azeite de oliva, Vinagre, Sal refinado, Leite em pó, Leite condensado, Creme de leite, Achocolatado, Aveia em flocos, Granola, Milho verde, Ervilha, Sardinha em lata, Atum ralado, Maionese, Mostarda, Ketchup, Caldo de galinha, Tempero completo, Pimenta do reino, Orégano, Fermento em pó, Gelatina",
  ),
  Doces: listed(
    "Biscoito recheado, Biscoito cream cracker, Biscoito maisena, Wafer, Chocolate ao leite, Chocolate amargo, Bombom, Bala de goma, Bala mastigável, Pirulito, Chiclete, Paçoca, Pé de moleque, Marshmallow, Barra de cereal, Bolo pronto, Panetone, Amendoim, Salgadinho de milho, Batata palha, Pipoca doce",
  ),
  Bebidas: listed(
    "Refrigerante, Suco de laranja, Suco de uva integral, Néctar de pêssego, Água mineral, Água com gás, Água de coco, Energético, Isotônico, Chá gelado, Chá mate, Cerveja pilsen, Cerveja puro malte, Vinho tinto seco, Espumante brut, Cachaça, Vodca",
  ),
  Utilidades: listed(
    "Copo descartável, Prato descartável, Guardanapo, Papel toalha, Papel alumínio, Filme plástico, Fósforo, Vela, Pilha alcalina, Lâmpada led, Panela de pressão, Frigideira antiaderente, Caçarola, Assadeira, Pote hermético, Garrafa térmica, Jogo de talheres, Faca de cozinha, Tábua de corte, Escorredor de louça, Prendedor de roupa, Varal, Cabide, Caixa organizadora, Extensão elétrica, Fita adesiva",
  ),
};

const brands = listed(
  "Aurora, Serra Azul, Bela Flor, Campeiro, Dona Rita, Estrela Guia, Fonte Clara, Girassol, Horizonte, Ipê, Jardim, Kaiara, Lírio, Maré Alta, Nativa, Oásis, Pampa, Quintal, Ribeira, Sabiá, Tropical, Uirapuru, Vale Verde, Xodó, Yara, Zênite, Alvorada, Brisa, Caravela, Diamante",
);
const kinds = listed(
  "lavanda, neutro, coco, limão, morango, tradicional, premium, original, suave, intenso, erva-doce, camomila, eucalipto, floral, pinho, maçã verde, aloe vera, baunilha, canela, hortelã, frutas vermelhas, laranja, maracujá, integral, zero açúcar, light, orgânico, extra forte, família, econômico, refil, profissional, infantil, delicado, clássico, especial, gourmet, artesanal, azul, verde, vermelho, branco, grande, médio, pequeno",
);
const sizes = listed(
  "90 g, 100 g, 150 g, 200 g, 250 g, 400 g, 500 g, 900 g, 1 kg, 2 kg, 5 kg, 90 ml, 200 ml, 250 ml, 350 ml, 500 ml, 750 ml, 1 l, 2 l, 5 l, 10 un, 12 un, 24 un, 50 un, 100 un, 3 m, 30 m",
);

interface Goods {
  sku: string;
  ean: string;
  name: string;
  category: number;
  supplier: number;
  searchText: string;
}

/** A number that looks drawn, always the same for the same turn (the last steps of MurmurHash3). */
function mixed(turn: number): number {
  let hash = Math.imul(turn ^ (turn >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The n-th product, the same in every run; its parts are drawn, so that words occur as unevenly as they do in a real list. */
function goodsAt(n: number, kindsOfGoods: { shelf: string; what: string; category: number }[]): Goods {
  const drawn = (turn: number, from: number) => mixed(n * 4 + turn) % from;
  const supplier = drawn(0, brands.length);
  const { shelf, what, category } = kindsOfGoods[drawn(1, kindsOfGoods.length)]!;
  const brand = brands[supplier]!;
  const name = `${what} ${brand} ${kinds[drawn(2, kinds.length)]} ${sizes[drawn(3, sizes.length)]}`;
  const sku = `${brand
    .slice(0, 3)
    .toUpperCase()
    .replace(/[^A-Z]/g, "X")}-${10_000 + n}`;
  const ean = `789${String(n * 97).padStart(10, "0")}`;
  const searchText = searchTextOf({ name, sku, ean, supplierName: `Indústria ${brand}`, categoryName: shelf });
  return { sku, ean, name, category: category + 1, supplier: supplier + 1, searchText };
}

/** Fills an empty database with the catalogue of a large distributor, general prices, stock, and customers who bought before. */
export async function fillGoods(sql: postgres.Sql): Promise<void> {
  const at = new Date();
  const names = Object.keys(shelves);
  const all = names.flatMap((shelf, category) => shelves[shelf]!.map((what) => ({ shelf, what, category })));
  await sql`insert into categories (slug, name, position)
    select lower(replace(n, ' ', '-')), n, o from unnest(${names}::text[]) with ordinality as u (n, o)`;
  await sql`insert into suppliers (code, name)
    select 'S' || o, 'Indústria ' || n from unnest(${brands}::text[]) with ordinality as u (n, o)`;
  for (let from = 0; from < goodsSize.products; from += 5000) {
    const rows = Array.from({ length: 5000 }, (_, n) => goodsAt(from + n, all));
    await sql`insert into products (sku, ean, name, unit, pack_multiple, minimum_quantity, supplier_id, category_id, search_text, created_at)
      select sku, ean, name, 'un', 1, 1, supplier, category, "searchText", ${at}
      from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
        as r (sku text, ean text, name text, supplier int, category int, "searchText" text)`;
  }
  await sql`insert into stock (product_id, on_hand) select id, case when id % 9 = 0 then 0 else 1000 end from products`;
  await sql`insert into price_tables (code, name, scope, created_at) values ('GERAL', 'Tabela geral', 'general', ${at})`;
  await sql`insert into prices (price_table_id, product_id, from_quantity, unit_price_e4)
    select 1, p.id, f.quantity, (50000 + p.id * 37 % 900000) * f.part / 100
    from products p cross join (values (1, 100), (60, 95), (240, 90)) f (quantity, part)`;
  await sql`insert into customers (code, legal_name, trade_name, uf, access_granted_at, search_text, created_at)
    select 'C' || g, 'Cliente ' || g || ' Ltda', 'Cliente ' || g, 'SP', ${at}, 'c' || g, ${at}
    from generate_series(1, ${goodsSize.customers}) g`;
  await sql`insert into product_days (customer_id, product_id, day, channel, orders, quantity, gross_cents)
    select c.id, 1 + (c.id * 7919 + g * 241) % ${goodsSize.products}, current_date - g % 300, 'storefront', 1, 12, 6000
    from customers c cross join generate_series(1, ${goodsSize.boughtEach}) g on conflict do nothing`;
  await sql`insert into users (email, name, role, customer_id, buyer_role, created_at)
    select 'buyer' || id || '@bench.test', 'Comprador ' || id, 'buyer', id, 'orders', ${at} from customers`;
  await sql.unsafe("vacuum analyze");
}
