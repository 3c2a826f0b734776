import { cnpjFrom } from "#app/domain/cnpj.ts";
import { Chance } from "./chance.ts";
import { cities } from "./cities.ts";

/** How a customer of the demo company buys over two years. */
export type Rhythm = "steady" | "slowing" | "seasonal" | "dead" | "recovered" | "new" | "prospect";

/** How they mostly order: at the shop themselves, or by a rep. */
export type Way = "online" | "visited" | "hybrid";

export interface DemoCustomer {
  code: string;
  cnpj: string;
  legalName: string;
  tradeName: string;
  segment: string;
  city: string;
  uf: string;
  postalCode: string;
  street: string;
  number: string;
  district: string;
  phone: string;
  email: string;
  /** Which of the reps looks after them, from 0. */
  rep: number;
  rhythm: Rhythm;
  way: Way;
  cycleDays: number;
  /** Lines of an ordinary order. */
  lines: number;
  /** How large their quantities are, in packs. */
  packs: number;
  hasAccess: boolean;
  tags: string[];
  creditCents: number | null;
  contact: string;
}

const segments = [
  { name: "Mercado", firsts: ["Mercado", "Supermercado", "Mercearia", "Empório", "Mini Mercado"], lines: 9, packs: 3 },
  { name: "Padaria", firsts: ["Padaria", "Panificadora", "Confeitaria"], lines: 6, packs: 2 },
  { name: "Farmácia", firsts: ["Farmácia", "Drogaria"], lines: 6, packs: 2 },
  { name: "Restaurante", firsts: ["Restaurante", "Cantina", "Lanchonete", "Pizzaria"], lines: 6, packs: 2 },
  { name: "Conveniência", firsts: ["Conveniência", "Posto", "Adega"], lines: 5, packs: 1 },
  { name: "Hotelaria", firsts: ["Pousada", "Hotel"], lines: 5, packs: 2 },
  { name: "Atacarejo", firsts: ["Atacado", "Atacarejo"], lines: 12, packs: 6 },
] as const;

const seconds = [
  "São Jorge",
  "Bom Preço",
  "Três Irmãos",
  "Ipê Amarelo",
  "Bela Vista",
  "Santa Rita",
  "Primavera",
  "Nova Era",
  "Sabiá",
  "Boa Esperança",
  "Novo Horizonte",
  "Araucária",
  "Beija-Flor",
  "Central",
  "do Vale",
  "Aurora",
  "Pé da Serra",
  "Cristal",
  "Santo Antônio",
  "Jardim das Flores",
  "Estrela",
  "Vila Rica",
  "Ponto Certo",
  "Família Souza",
  "Irmãos Pereira",
  "Manacá",
  "Alvorada",
  "da Praça",
  "Bem-Te-Vi",
  "São Bento",
  "União",
  "Jatobá",
  "Rio Claro",
  "Dona Lurdes",
  "Capim Dourado",
  "Maré Alta",
  "Sol Nascente",
  "Monte Verde",
  "Cajueiro",
  "Recanto",
  "Pinheiro",
  "Lagoa Azul",
  "Nossa Senhora",
  "Tropical",
] as const;

const people = [
  "Marina Duarte",
  "Carlos Nogueira",
  "Patrícia Alencar",
  "José Roberto Lima",
  "Fernanda Prado",
  "Antônio Marques",
  "Juliana Sampaio",
  "Ricardo Teixeira",
  "Camila Rezende",
  "Paulo Sérgio Braga",
  "Luciana Moraes",
  "Eduardo Pires",
  "Renata Vasconcelos",
  "Marcos Vinícius Rocha",
  "Beatriz Antunes",
  "Sebastião Farias",
  "Helena Couto",
  "Rogério Bastos",
] as const;

const streets = [
  "Rua das Palmeiras",
  "Avenida Brasil",
  "Rua Sete de Setembro",
  "Rua XV de Novembro",
  "Avenida Getúlio Vargas",
  "Rua Dom Pedro II",
  "Rua Tiradentes",
  "Avenida Amazonas",
] as const;
const districts = ["Centro", "Jardim América", "Vila Nova", "Boa Vista", "São José", "Industrial"] as const;
const tagNames = [
  "paga adiantado",
  "pede por WhatsApp",
  "entrega de manhã",
  "rede de bairro",
  "campanha de verão",
  "loja nova",
] as const;

/** A valid CNPJ on a base of twelve places: the one pair of check digits that fits. */
function cnpjOn(base: string): string {
  for (let pair = 0; pair < 100; pair++) {
    const found = cnpjFrom(base + String(pair).padStart(2, "0"));
    if (found) return found;
  }
  throw new RangeError(`no CNPJ on ${base}`);
}

/** So many of a hundred customers buy like this. */
const rhythms: readonly [Rhythm, number][] = [
  ["steady", 44],
  ["slowing", 11],
  ["seasonal", 8],
  ["dead", 12],
  ["recovered", 7],
  ["new", 10],
  ["prospect", 8],
];

function drawn<T>(chance: Chance, shares: readonly [T, number][]): T {
  let left = chance.next() * shares.reduce((sum, [, share]) => sum + share, 0);
  for (const [value, share] of shares) {
    left -= share;
    if (left < 0) return value;
  }
  return shares[0]![0];
}

const ways: readonly [Way, number][] = [
  ["online", 38],
  ["visited", 34],
  ["hybrid", 28],
];

const plain = (text: string) => text.normalize("NFD").replace(/[^\w]/g, "").toLowerCase();

/** One customer; the first three are those of the demo sign-ins and always buy. */
function customerAt(index: number, used: Set<string>): DemoCustomer {
  const chance = new Chance(`customer-${index}`);
  const isSignIn = index < 3;
  const segment = isSignIn
    ? segments[0]
    : drawn(
        chance,
        segments.map((one, n) => [one, n === 0 ? 34 : n === 6 ? 4 : 13]),
      );
  const place = chance.one(cities);
  let tradeName = `${chance.one(segment.firsts)} ${chance.one(seconds)}`;
  if (used.has(tradeName)) tradeName = `${tradeName} ${place.city}`;
  while (used.has(tradeName)) tradeName = `${chance.one(segment.firsts)} ${chance.one(seconds)} ${place.city}`;
  used.add(tradeName);
  const letters = index % 12 === 5;
  const root = String(10_000_000 + index * 290_317).slice(0, 8);
  const base = letters
    ? `${root.slice(0, 2)}${"ABCDEFGHJK"[index % 10]}${root.slice(3, 6)}XZ0001`.slice(0, 12)
    : `${root}0001`;
  const rhythm = isSignIn ? "steady" : drawn(chance, rhythms);
  const way = isSignIn ? "online" : drawn(chance, ways);
  return {
    code: String(1001 + index),
    cnpj: cnpjOn(base),
    legalName: `${tradeName} Comércio de Alimentos ${chance.percent(70) ? "Ltda." : "ME"}`,
    tradeName,
    segment: segment.name,
    city: place.city,
    uf: place.uf,
    postalCode: place.postalCode,
    street: chance.one(streets),
    number: String(chance.between(12, 2900)),
    district: chance.one(districts),
    phone: `${place.ddd}9${chance.between(6000, 9999)}${String(chance.between(0, 9999)).padStart(4, "0")}`,
    email: `compras@${plain(tradeName).slice(0, 24)}.example`,
    rep: isSignIn ? (index === 1 ? 1 : 0) : place.rep,
    rhythm,
    way,
    cycleDays: isSignIn
      ? 14
      : drawn(chance, [
          [7, 12],
          [14, 30],
          [21, 28],
          [30, 20],
          [45, 10],
        ]),
    lines: Math.max(3, Math.round(chance.around(segment.lines, 0.4))),
    packs: Math.max(1, Math.round(chance.around(segment.packs, 0.5))),
    hasAccess: rhythm === "prospect" ? chance.percent(30) : way !== "visited" || chance.percent(45),
    tags: chance.percent(40) ? chance.some(tagNames, chance.between(1, 2)) : [],
    creditCents: index % 40 === 7 ? 250_000 : chance.percent(82) ? chance.between(60, 180) * 100_000 : null,
    contact: chance.one(people),
  };
}

/** All 240 customers, the same every time. */
export function demoCustomers(): DemoCustomer[] {
  const used = new Set<string>();
  return Array.from({ length: 240 }, (_, index) => customerAt(index, used));
}
