import { family, type Supplier } from "./families.ts";

const soaps = ["lavanda", "erva-doce", "amêndoas", "leite e mel", "aloe vera", "romã", "hidratante"];

/** What Vitta Higiene makes. */
export const hygiene: Supplier = {
  code: "VIT",
  name: "Vitta Higiene",
  minimumCents: 0,
  families: [
    family(
      "Sabonete Vitta",
      "cuidados-pessoais",
      "bar-c",
      "un",
      12,
      219,
      soaps.map((scent) => `${scent} 90 g`),
    ),
    family(
      "Sabonete líquido Vitta",
      "cuidados-pessoais",
      "bottle-c",
      "un",
      6,
      990,
      soaps.slice(0, 5).map((scent) => `${scent} 250 ml`),
    ),
    family("Creme dental Vitta", "cuidados-pessoais", "tube-b", "un", 12, 349, [
      "menta 90 g",
      "branqueador 90 g",
      "herbal 90 g",
      "infantil 50 g",
      "sensível 90 g",
    ]),
    family("Escova dental Vitta", "cuidados-pessoais", "pack-e", "un", 12, 490, [
      "macia",
      "média",
      "infantil",
      "leve 3 pague 2",
    ]),
    family("Enxaguante Vitta", "cuidados-pessoais", "bottle-b", "un", 12, 1290, [
      "menta 250 ml",
      "zero álcool 250 ml",
      "menta 500 ml",
    ]),
    family("Shampoo Vitta", "cabelos", "shampoo-c", "un", 12, 1090, [
      "cachos 325 ml",
      "lisos 325 ml",
      "anticaspa 325 ml",
      "reparador 325 ml",
      "infantil 200 ml",
    ]),
    family("Condicionador Vitta", "cabelos", "shampoo-a", "un", 12, 1190, [
      "cachos 325 ml",
      "lisos 325 ml",
      "reparador 325 ml",
      "infantil 200 ml",
    ]),
    family("Creme de pentear Vitta", "cabelos", "jar-c", "un", 12, 990, [
      "cachos 300 g",
      "hidratação 300 g",
      "proteção 300 g",
    ]),
    family("Máscara capilar Vitta", "cabelos", "jar-e", "un", 6, 1690, [
      "coco 500 g",
      "mandioca 500 g",
      "babosa 500 g",
    ]),
    family("Desodorante Vitta", "cuidados-pessoais", "spray-e", "un", 12, 1150, [
      "aerosol floral 150 ml",
      "aerosol sport 150 ml",
      "aerosol sem perfume 150 ml",
      "roll-on floral 50 ml",
      "roll-on sport 50 ml",
    ]),
    family("Papel higiênico Vitta", "cuidados-pessoais", "roll-b", "un", 8, 1390, [
      "folha simples 12 un",
      "folha dupla 12 un",
      "folha dupla 24 un",
      "folha tripla 12 un",
    ]),
    family("Absorvente Vitta", "cuidados-pessoais", "pack-c", "un", 12, 590, [
      "com abas 8 un",
      "sem abas 8 un",
      "noturno 8 un",
      "diário 15 un",
    ]),
    family("Fralda Vitta Bebê", "cuidados-pessoais", "pack-b", "un", 4, 3990, [
      "P 40 un",
      "M 36 un",
      "G 32 un",
      "XG 28 un",
    ]),
    family("Hidratante Vitta", "cuidados-pessoais", "bottle-a", "un", 6, 1490, [
      "amêndoas 400 ml",
      "aveia 400 ml",
      "karité 400 ml",
    ]),
    family("Algodão e hastes Vitta", "cuidados-pessoais", "pack-b", "un", 24, 420, [
      "hastes 75 un",
      "bolas 50 g",
      "discos 50 un",
    ]),
    family("Aparelho de barbear Vitta", "cuidados-pessoais", "pack-d", "un", 24, 390, [
      "2 lâminas",
      "3 lâminas",
      "feminino",
    ]),
    family("Lenço umedecido Vitta", "cuidados-pessoais", "pack-e", "un", 12, 890, [
      "bebê 48 un",
      "bebê 96 un",
      "adulto 20 un",
    ]),
    family("Repelente Vitta", "cuidados-pessoais", "spray-d", "un", 12, 1590, [
      "spray 100 ml",
      "loção 100 ml",
      "infantil 100 ml",
    ]),
  ],
};
