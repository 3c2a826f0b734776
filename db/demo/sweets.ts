import { family, type Supplier } from "./families.ts";

/** What Doce Minas makes. */
export const sweets: Supplier = {
  code: "DOC",
  name: "Doce Minas",
  minimumCents: 0,
  families: [
    family("Biscoito recheado Doce Minas", "biscoitos", "cookies-e", "un", 30, 249, [
      "chocolate 130 g",
      "morango 130 g",
      "baunilha 130 g",
      "doce de leite 130 g",
      "limão 130 g",
    ]),
    family("Biscoito Maria Doce Minas", "biscoitos", "cookies-a", "un", 20, 390, [
      "tradicional 350 g",
      "leite 350 g",
      "chocolate 350 g",
    ]),
    family("Biscoito água e sal Doce Minas", "biscoitos", "cookies-b", "un", 20, 390, [
      "tradicional 350 g",
      "integral 350 g",
      "gergelim 350 g",
    ]),
    family("Wafer Doce Minas", "biscoitos", "cookies-c", "un", 30, 279, [
      "chocolate 115 g",
      "morango 115 g",
      "limão 115 g",
      "avelã 115 g",
    ]),
    family("Rosquinha Doce Minas", "biscoitos", "cookies-d", "un", 20, 490, [
      "coco 300 g",
      "leite 300 g",
      "chocolate 300 g",
      "nata 300 g",
    ]),
    family("Polvilho Doce Minas", "biscoitos", "pack-a", "un", 20, 450, [
      "salgado 100 g",
      "doce 100 g",
      "queijo 100 g",
    ]),
    family("Cookies Doce Minas", "biscoitos", "cookies-e", "un", 24, 520, [
      "gotas de chocolate 60 g",
      "castanha 60 g",
      "aveia e mel 60 g",
    ]),
    family("Torrada Doce Minas", "biscoitos", "pack-d", "un", 20, 490, [
      "tradicional 140 g",
      "integral 140 g",
      "alho 140 g",
      "multigrãos 140 g",
    ]),
    family("Bala Doce Minas", "doces", "candy-e", "pct", 12, 890, [
      "de goma 500 g",
      "mastigável 500 g",
      "de coco 500 g",
      "de hortelã 500 g",
      "sortida 700 g",
    ]),
    family("Pirulito Doce Minas", "doces", "candy-c", "pct", 12, 1190, [
      "morango 50 un",
      "sortido 50 un",
      "chiclete 50 un",
    ]),
    family("Chiclete Doce Minas", "doces", "box-c", "cx", 6, 1690, [
      "hortelã 100 un",
      "tutti-frutti 100 un",
      "menta 100 un",
    ]),
    family("Doce de leite Doce Minas", "doces", "jar-a", "un", 12, 990, [
      "400 g",
      "com coco 400 g",
      "com ameixa 400 g",
      "pastoso 800 g",
    ]),
    family("Goiabada Doce Minas", "doces", "bar-e", "un", 24, 490, ["300 g", "600 g", "cascão 500 g"]),
    family("Paçoca Doce Minas", "doces", "box-a", "cx", 6, 2190, ["rolha 50 un", "quadrada 50 un", "diet 24 un"]),
    family("Pé de moleque Doce Minas", "doces", "box-e", "cx", 6, 2390, ["50 un", "com chocolate 40 un"]),
    family("Chocolate Doce Minas", "doces", "bar-a", "un", 24, 590, [
      "ao leite 90 g",
      "meio amargo 90 g",
      "branco 90 g",
      "com castanha 90 g",
      "ao leite 20 g",
    ]),
    family("Bombom Doce Minas", "doces", "candy-a", "cx", 6, 1990, ["sortido 250 g", "sortido 400 g", "cereja 200 g"]),
    family("Gelatina Doce Minas", "doces", "box-d", "un", 36, 169, [
      "morango 20 g",
      "uva 20 g",
      "abacaxi 20 g",
      "limão 20 g",
      "framboesa 20 g",
    ]),
    family("Pudim e flan Doce Minas", "doces", "box-a", "un", 24, 290, [
      "baunilha 50 g",
      "chocolate 50 g",
      "caramelo 50 g",
    ]),
    family("Leite condensado Doce Minas", "doces", "can-b", "un", 27, 620, ["395 g", "semidesnatado 395 g"]),
  ],
};
