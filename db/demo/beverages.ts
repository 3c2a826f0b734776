import { family, type Supplier } from "./families.ts";

/** What Serra Bebidas makes. */
export const beverages: Supplier = {
  code: "SER",
  name: "Serra Bebidas",
  minimumCents: 20_000,
  families: [
    family("Suco Serra", "bebidas", "carton-e", "un", 12, 620, [
      "uva 1 L",
      "laranja 1 L",
      "pêssego 1 L",
      "manga 1 L",
      "caju 1 L",
      "maracujá 1 L",
    ]),
    family("Suco Serra", "bebidas", "carton-a", "un", 27, 210, [
      "uva 200 ml",
      "laranja 200 ml",
      "pêssego 200 ml",
      "maçã 200 ml",
    ]),
    family("Refrigerante Serra", "bebidas", "bottle-e", "un", 6, 690, [
      "guaraná 2 L",
      "cola 2 L",
      "laranja 2 L",
      "limão 2 L",
      "uva 2 L",
    ]),
    family("Refrigerante Serra lata", "bebidas", "can-e", "un", 12, 289, [
      "guaraná 350 ml",
      "cola 350 ml",
      "cola zero 350 ml",
      "laranja 350 ml",
      "limão 350 ml",
    ]),
    family("Água Serra", "bebidas", "bottle-b", "un", 12, 159, [
      "sem gás 510 ml",
      "com gás 510 ml",
      "sem gás 1,5 L",
      "com gás 1,5 L",
    ]),
    family("Água de coco Serra", "bebidas", "carton-d", "un", 12, 790, ["200 ml", "330 ml", "1 L"]),
    family("Energético Serra", "bebidas", "can-c", "un", 12, 690, [
      "original 269 ml",
      "tropical 269 ml",
      "zero 269 ml",
      "original 473 ml",
    ]),
    family("Isotônico Serra", "bebidas", "bottle-c", "un", 6, 490, [
      "tangerina 500 ml",
      "uva 500 ml",
      "limão 500 ml",
      "maracujá 500 ml",
    ]),
    family("Chá gelado Serra", "bebidas", "bottle-a", "un", 6, 520, [
      "pêssego 1,5 L",
      "limão 1,5 L",
      "mate 1,5 L",
      "pêssego 300 ml",
      "limão 300 ml",
    ]),
    family("Café Serra torrado e moído", "cafes-e-chas", "pouch-a", "un", 20, 1690, [
      "tradicional 500 g",
      "extraforte 500 g",
      "gourmet 250 g",
      "orgânico 250 g",
      "descafeinado 250 g",
    ]),
    family("Café Serra em grãos", "cafes-e-chas", "pouch-e", "un", 10, 3290, [
      "tradicional 1 kg",
      "gourmet 1 kg",
      "gourmet 500 g",
    ]),
    family("Café Serra solúvel", "cafes-e-chas", "jar-a", "un", 24, 990, [
      "50 g",
      "100 g",
      "200 g",
      "cappuccino 200 g",
    ]),
    family("Cápsula Serra", "cafes-e-chas", "box-a", "un", 10, 1590, [
      "intenso 10 un",
      "suave 10 un",
      "descafeinado 10 un",
      "lungo 10 un",
    ]),
    family("Chá Serra", "cafes-e-chas", "box-d", "un", 20, 450, [
      "camomila 15 un",
      "erva-doce 15 un",
      "hortelã 15 un",
      "boldo 15 un",
      "verde 15 un",
      "preto 15 un",
    ]),
    family("Erva-mate Serra", "cafes-e-chas", "pack-d", "un", 10, 1290, [
      "tradicional 500 g",
      "tradicional 1 kg",
      "tereré 500 g",
    ]),
    family("Achocolatado Serra", "cafes-e-chas", "jar-e", "un", 12, 790, ["200 g", "400 g", "800 g"]),
    family("Xarope Serra", "bebidas", "bottle-e", "un", 12, 1190, ["groselha 900 ml", "guaraná 900 ml"]),
  ],
};
