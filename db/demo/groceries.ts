import { family, type Supplier } from "./families.ts";

/** What Suprema Alimentos makes. */
export const groceries: Supplier = {
  code: "SUP",
  name: "Suprema Alimentos",
  minimumCents: 15_000,
  families: [
    family("Arroz branco Suprema", "graos-e-massas", "sack-a", "un", 6, 549, ["1 kg", "2 kg", "5 kg"]),
    family("Arroz parboilizado Suprema", "graos-e-massas", "sack-d", "un", 6, 569, ["1 kg", "2 kg", "5 kg"]),
    family("Arroz integral Suprema", "graos-e-massas", "sack-b", "un", 6, 419, ["500 g", "1 kg"]),
    family("Feijão carioca Suprema", "graos-e-massas", "sack-e", "un", 10, 780, ["500 g", "1 kg", "2 kg"]),
    family("Feijão preto Suprema", "graos-e-massas", "sack-c", "un", 10, 820, ["500 g", "1 kg", "2 kg"]),
    family("Farinha de mandioca Suprema", "graos-e-massas", "sack-a", "un", 12, 590, [
      "fina 500 g",
      "grossa 500 g",
      "torrada 500 g",
      "temperada 400 g",
    ]),
    family("Farinha de trigo Suprema", "graos-e-massas", "sack-b", "un", 10, 520, [
      "tipo 1 1 kg",
      "com fermento 1 kg",
      "integral 1 kg",
      "tipo 1 5 kg",
    ]),
    family("Fubá Suprema", "graos-e-massas", "sack-d", "un", 12, 430, ["500 g", "1 kg"]),
    family("Macarrão Suprema", "graos-e-massas", "pack-a", "un", 20, 390, [
      "espaguete 500 g",
      "parafuso 500 g",
      "penne 500 g",
      "ave-maria 500 g",
      "talharim 500 g",
      "padre-nosso 500 g",
    ]),
    family("Macarrão integral Suprema", "graos-e-massas", "pack-d", "un", 20, 620, [
      "espaguete 500 g",
      "penne 500 g",
      "parafuso 500 g",
    ]),
    family("Molho de tomate Suprema", "molhos-e-temperos", "can-e", "un", 24, 310, [
      "tradicional 340 g",
      "manjericão 340 g",
      "pizza 340 g",
      "bolonhesa 340 g",
    ]),
    family("Extrato de tomate Suprema", "molhos-e-temperos", "can-a", "un", 24, 420, ["140 g", "340 g", "840 g"]),
    family("Óleo Suprema", "molhos-e-temperos", "bottle-d", "un", 20, 720, [
      "de soja 900 ml",
      "de girassol 900 ml",
      "de milho 900 ml",
      "de canola 900 ml",
    ]),
    family("Vinagre Suprema", "molhos-e-temperos", "bottle-e", "un", 12, 350, [
      "de álcool 750 ml",
      "de maçã 750 ml",
      "de vinho tinto 750 ml",
    ]),
    family("Tempero Suprema", "molhos-e-temperos", "jar-e", "un", 12, 480, [
      "alho e sal 300 g",
      "completo 300 g",
      "com pimenta 300 g",
      "baiano 200 g",
      "chimichurri 150 g",
    ]),
    family("Maionese Suprema", "molhos-e-temperos", "jar-a", "un", 12, 690, [
      "tradicional 250 g",
      "tradicional 500 g",
      "light 500 g",
    ]),
    family("Ketchup e mostarda Suprema", "molhos-e-temperos", "bottle-e", "un", 12, 760, [
      "ketchup 400 g",
      "ketchup picante 400 g",
      "mostarda 200 g",
    ]),
    family("Sal Suprema", "molhos-e-temperos", "pack-b", "un", 30, 240, [
      "refinado 1 kg",
      "grosso 1 kg",
      "rosa moído 500 g",
    ]),
    family("Açúcar Suprema", "graos-e-massas", "sack-b", "un", 10, 460, [
      "cristal 1 kg",
      "refinado 1 kg",
      "demerara 1 kg",
      "mascavo 500 g",
      "cristal 5 kg",
    ]),
    family("Milho e ervilha Suprema", "molhos-e-temperos", "can-d", "un", 24, 340, [
      "milho 170 g",
      "ervilha 170 g",
      "seleta 170 g",
      "milho 280 g",
    ]),
  ],
};
