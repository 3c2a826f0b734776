import { family, type Supplier } from "./families.ts";

/** What Prática Utilidades makes. */
export const housewares: Supplier = {
  code: "PRA",
  name: "Prática Utilidades",
  minimumCents: 0,
  families: [
    family("Copo descartável Prática", "descartaveis", "cups-d", "pct", 25, 490, [
      "50 ml 100 un",
      "180 ml 100 un",
      "200 ml 100 un",
      "300 ml 100 un",
      "500 ml 50 un",
    ]),
    family("Prato descartável Prática", "descartaveis", "cups-b", "pct", 20, 390, [
      "15 cm 10 un",
      "18 cm 10 un",
      "21 cm 10 un",
      "fundo 15 cm 10 un",
    ]),
    family("Talher descartável Prática", "descartaveis", "pack-b", "pct", 20, 450, [
      "garfo 50 un",
      "faca 50 un",
      "colher 50 un",
      "colher de sobremesa 50 un",
    ]),
    family("Guardanapo Prática", "descartaveis", "pack-e", "pct", 24, 290, [
      "20×22 50 un",
      "24×22 50 un",
      "30×33 50 un",
      "folha dupla 50 un",
    ]),
    family("Papel toalha Prática", "descartaveis", "roll-d", "pct", 12, 690, [
      "2 rolos",
      "4 rolos",
      "interfolhado 1000 un",
    ]),
    family("Saco de lixo Prática", "descartaveis", "roll-c", "pct", 25, 590, [
      "15 L 60 un",
      "30 L 30 un",
      "50 L 30 un",
      "100 L 15 un",
      "200 L 10 un",
    ]),
    family("Papel-alumínio Prática", "descartaveis", "roll-a", "un", 25, 520, [
      "30 cm × 4 m",
      "30 cm × 7,5 m",
      "45 cm × 7,5 m",
    ]),
    family("Filme de PVC Prática", "descartaveis", "roll-b", "un", 25, 480, [
      "28 cm × 15 m",
      "28 cm × 30 m",
      "28 cm × 100 m",
    ]),
    family("Marmitex Prática", "descartaveis", "box-d", "cx", 1, 5990, [
      "n.º 7 100 un",
      "n.º 8 100 un",
      "n.º 9 100 un",
    ]),
    family("Pote plástico Prática", "utilidades", "jar-b", "un", 12, 690, [
      "500 ml",
      "1 L",
      "2 L",
      "3 peças",
      "retangular 1,5 L",
    ]),
    family("Panela Prática", "utilidades", "pan-d", "un", 4, 4990, [
      "caçarola 20 cm",
      "caçarola 24 cm",
      "frigideira 22 cm",
      "frigideira 26 cm",
      "de pressão 4,5 L",
    ]),
    family("Forma Prática", "utilidades", "pan-a", "un", 6, 1990, [
      "redonda 24 cm",
      "retangular 34 cm",
      "de pudim 20 cm",
      "de pizza 35 cm",
    ]),
    family("Jarra Prática", "utilidades", "jug-b", "un", 6, 1290, ["1,5 L", "2 L", "térmica 1 L"]),
    family("Copo de vidro Prática", "utilidades", "cups-b", "cx", 4, 2990, [
      "americano 24 un",
      "long drink 6 un",
      "de uísque 6 un",
    ]),
    family("Talheres de inox Prática", "utilidades", "pack-c", "un", 6, 1790, [
      "garfo 12 un",
      "faca 12 un",
      "colher 12 un",
      "faqueiro 24 peças",
    ]),
    family("Balde e bacia Prática", "utilidades", "jar-d", "un", 6, 1190, [
      "balde 10 L",
      "balde 15 L",
      "bacia 8 L",
      "bacia 16 L",
    ]),
    family("Varal e prendedores Prática", "utilidades", "pack-d", "un", 12, 590, [
      "prendedor 12 un",
      "prendedor 24 un",
      "corda 10 m",
      "varal de chão",
    ]),
    family("Pilha Prática", "utilidades", "pack-e", "un", 24, 890, ["AA 4 un", "AAA 4 un", "9 V"]),
    family("Lâmpada LED Prática", "utilidades", "jar-a", "un", 20, 790, [
      "9 W branca",
      "9 W amarela",
      "12 W branca",
      "15 W branca",
    ]),
    family("Fósforo e vela Prática", "utilidades", "box-e", "un", 20, 420, [
      "fósforo 10 cx",
      "vela n.º 3 8 un",
      "vela n.º 5 8 un",
    ]),
  ],
};
