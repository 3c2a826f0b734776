import { family, type Supplier } from "./families.ts";

const scents = ["lavanda", "eucalipto", "limão", "pinho", "floral", "talco"];

/** What Lavanda Casa makes. */
export const cleaning: Supplier = {
  code: "LAV",
  name: "Lavanda Casa",
  minimumCents: 0,
  families: [
    family(
      "Desinfetante Lavanda Casa",
      "limpeza-da-casa",
      "jug-c",
      "un",
      12,
      690,
      scents.map((scent) => `${scent} 2 L`),
    ),
    family(
      "Desinfetante Lavanda Casa",
      "limpeza-da-casa",
      "bottle-c",
      "un",
      12,
      390,
      scents.map((scent) => `${scent} 500 ml`),
    ),
    family("Detergente Lavanda Casa", "limpeza-da-casa", "bottle-b", "un", 24, 239, [
      "neutro 500 ml",
      "coco 500 ml",
      "limão 500 ml",
      "maçã 500 ml",
      "clear 500 ml",
    ]),
    family("Limpador multiuso Lavanda Casa", "limpeza-da-casa", "spray-b", "un", 12, 590, [
      "original 500 ml",
      "cozinha 500 ml",
      "banheiro 500 ml",
      "vidros 500 ml",
    ]),
    family("Limpador perfumado Lavanda Casa", "limpeza-da-casa", "bottle-e", "un", 12, 720, [
      "flores do campo 1 L",
      "brisa do mar 1 L",
      "lavanda 1 L",
      "verbena 1 L",
    ]),
    family("Água sanitária Lavanda Casa", "limpeza-da-casa", "jug-b", "un", 12, 420, ["1 L", "2 L", "5 L"]),
    family("Álcool Lavanda Casa", "limpeza-da-casa", "bottle-b", "un", 12, 890, [
      "46% 1 L",
      "70% 1 L",
      "gel 70% 500 g",
    ]),
    family("Sabão em pó Lavanda Casa", "lavanderia", "box-b", "un", 12, 1190, [
      "800 g",
      "1,6 kg",
      "2,4 kg",
      "coco 800 g",
    ]),
    family("Sabão líquido Lavanda Casa", "lavanderia", "jug-b", "un", 6, 1890, [
      "tradicional 3 L",
      "coco 3 L",
      "delicado 3 L",
      "concentrado 1 L",
    ]),
    family("Amaciante Lavanda Casa", "lavanderia", "jug-c", "un", 6, 990, [
      "lavanda 2 L",
      "brisa 2 L",
      "bebê 2 L",
      "concentrado 500 ml",
      "concentrado 1 L",
    ]),
    family("Sabão em barra Lavanda Casa", "lavanderia", "bar-d", "un", 20, 320, [
      "neutro 200 g",
      "coco 200 g",
      "glicerinado 200 g",
      "limão 200 g",
    ]),
    family("Alvejante Lavanda Casa", "lavanderia", "jug-e", "un", 6, 1290, [
      "sem cloro 1 L",
      "sem cloro 3 L",
      "em pó 450 g",
    ]),
    family("Esponja Lavanda Casa", "limpeza-da-casa", "sponge-d", "un", 60, 149, [
      "multiuso",
      "não risca",
      "de banho",
      "de aço 8 un",
    ]),
    family("Pano de limpeza Lavanda Casa", "limpeza-da-casa", "pack-b", "un", 20, 590, [
      "multiuso 5 un",
      "microfibra",
      "de chão alvejado",
      "de chão xadrez",
    ]),
    family("Vassoura e rodo Lavanda Casa", "limpeza-da-casa", "broom-d", "un", 6, 1290, [
      "vassoura macia",
      "vassoura de pelo",
      "rodo 40 cm",
      "rodo 60 cm",
      "pá com cabo",
    ]),
    family("Odorizador Lavanda Casa", "limpeza-da-casa", "spray-c", "un", 12, 1090, [
      "lavanda 360 ml",
      "citrus 360 ml",
      "talco 360 ml",
      "sem cheiro 360 ml",
    ]),
    family("Lustra-móveis Lavanda Casa", "limpeza-da-casa", "bottle-a", "un", 12, 650, [
      "jasmim 200 ml",
      "lavanda 200 ml",
    ]),
  ],
};
