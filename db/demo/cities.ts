export interface City {
  city: string;
  uf: string;
  ddd: string;
  postalCode: string;
  /** Which of the five reps travels there. */
  rep: number;
}

const at = (rep: number, uf: string, ddd: string, city: string, postalCode: string): City => ({
  city,
  uf,
  ddd,
  postalCode,
  rep,
});

/** Where the demo company sells, by the rep who travels there: all five regions, most of it in the south-east. */
export const cities: readonly City[] = [
  at(0, "SP", "11", "São Paulo", "01310100"),
  at(0, "SP", "19", "Campinas", "13010111"),
  at(0, "SP", "16", "Ribeirão Preto", "14010060"),
  at(0, "SP", "13", "Santos", "11010151"),
  at(0, "SP", "15", "Sorocaba", "18010000"),
  at(0, "SP", "12", "São José dos Campos", "12210000"),
  at(1, "MG", "31", "Belo Horizonte", "30130010"),
  at(1, "MG", "32", "Juiz de Fora", "36010000"),
  at(1, "MG", "34", "Uberlândia", "38400100"),
  at(1, "RJ", "21", "Rio de Janeiro", "20040020"),
  at(1, "RJ", "24", "Petrópolis", "25610081"),
  at(1, "ES", "27", "Vitória", "29010001"),
  at(2, "PR", "41", "Curitiba", "80010010"),
  at(2, "PR", "43", "Londrina", "86010000"),
  at(2, "SC", "48", "Florianópolis", "88010000"),
  at(2, "SC", "47", "Joinville", "89201000"),
  at(2, "RS", "51", "Porto Alegre", "90010000"),
  at(2, "RS", "54", "Caxias do Sul", "95010000"),
  at(3, "BA", "71", "Salvador", "40010000"),
  at(3, "PE", "81", "Recife", "50010000"),
  at(3, "CE", "85", "Fortaleza", "60010000"),
  at(3, "RN", "84", "Natal", "59010000"),
  at(3, "PB", "83", "João Pessoa", "58010000"),
  at(3, "MA", "98", "São Luís", "65010000"),
  at(4, "GO", "62", "Goiânia", "74010000"),
  at(4, "DF", "61", "Brasília", "70040010"),
  at(4, "MT", "65", "Cuiabá", "78005000"),
  at(4, "MS", "67", "Campo Grande", "79002000"),
  at(4, "AM", "92", "Manaus", "69010000"),
  at(4, "PA", "91", "Belém", "66010000"),
];
