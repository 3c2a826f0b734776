import { searchable } from "#app/domain/text.ts";

/** What a quantity was counted in: single units, dozens, or the product's own pack (caixa, pacote, fardo). */
export type EntryUnit = "unit" | "dozen" | "pack";

/** One way to read a line: so many of what is called that. */
export interface EntryReading {
  /** Null where no quantity was written; what was written may be nothing that can be ordered (0, −1, 1,5). */
  quantity: number | null;
  unit: EntryUnit;
  /** A code or a name, as it was written. */
  wanted: string;
}

/** A line of an order as somebody typed, pasted or wrote it. Nothing of it is dropped but who sent it when. */
export interface Entry {
  /** The line as it was written, runs of blanks as one. */
  said: string;
  /** The ways to read it, the likelier first; empty for a greeting, a thank-you or the heads of columns. */
  readings: EntryReading[];
}

const numberWords: Record<string, number> = {
  um: 1,
  uma: 1,
  dois: 2,
  duas: 2,
  tres: 3,
  quatro: 4,
  cinco: 5,
  seis: 6,
  sete: 7,
  oito: 8,
  nove: 9,
  dez: 10,
  onze: 11,
  doze: 12,
  quinze: 15,
  vinte: 20,
  trinta: 30,
  quarenta: 40,
  cinquenta: 50,
  cem: 100,
};

const unitWords: Record<string, EntryUnit> = Object.fromEntries(
  Object.entries({
    unit: "un und unid unids unidade unidades pc pcs peca pecas unit units ea each piece pieces",
    dozen: "dz duzia duzias dozen dozens",
    pack: "cx cxs caixa caixas pct pcts pacote pacotes fd fds fardo fardos dp display displays emb embalagem embalagens box boxes case cases pack packs",
  }).flatMap(([unit, words]) => words.split(" ").map((word) => [word, unit as EntryUnit])),
);

const courtesy =
  /^<?((oi|ola|e ai|bom dia|boa tarde|boa noite|tudo bem|tudo bom|obrigad[oa]|valeu|grat[oa]|abracos?|por favor|pfv|pf|att|(fico no )?aguardo|ok|beleza|blz|(e )?so isso|mandar?|mande|enviar?|envie|anota|anote|segue|quero|preciso( de)?|(o )?(meu |nosso )?pedido( de hoje)?|p(a?ra|ro) (mim|nos|gente|a gente)|ai|hoje|amanha|pessoal|amig[oa]|hi|hello|thanks|thank you|please|my order|midia oculta|media omitted|imagem ocultada|audio ocultado)\b[\s,.:!?<>]*)+$/;
/** What a messenger puts before each message that is copied or exported: the moment and the name of who wrote it. */
const messageHead =
  /^[\s\u200e\u200f]*(?:\[(?=[^\]]*:)(?=[^\]]*\/)[\d/:,\sapm]{8,30}\]|\d{1,2}\/\d{1,2}\/\d{2,4},?\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]m)?\s+[-–])\s*[^:\n]{1,60}:\s*/i;
/** "1) …", "2. …": the place of a line in a numbered list. */
const place = /^\d{1,3}(?:\)\s*|\.\s+)(?=\S)/;
const heading =
  /^((sku|cod|codigo|produto|product|item|descricao|nome|name|ean|unidade|unit|un|quantidade|quantity|qtd|qtde|qty|quant|pedido|order)[\s.;,]*)+$/;
const asking =
  /^((oi|ola|bom dia|boa tarde|boa noite|por favor|pfv|pf|me|nos|eu|manda|mande|mandar|envia|envie|enviar|quero|queria|gostaria|preciso|vou querer|vou precisar|separa|separe|anota|anote|segue|pedido|de|mais|tambem|e)[\s,:!]+)+(?=\S)/;

/** A number as people write it (12, 1.200, 10,00, −1, 1,5); what is no whole number is kept, for the rules of quantities to say so. */
export function quantityFrom(said: string): number | null {
  const plain = said.trim().replace("−", "-");
  const whole = /^(-?\d{1,3}(?:\.\d{3})+|-?\d{1,10})(?:,0{1,3}|\.0{1,2})?$/.exec(plain)?.[1];
  if (whole !== undefined) return Number(whole.replaceAll(".", ""));
  if (/^-?\d{1,9}[.,]\d{1,3}$/.test(plain)) return Number(plain.replace(",", "."));
  return numberWords[searchable(plain)] ?? null;
}

const figure = "[-−]?\\d+(?:[.,]\\d+)*";
const numberWord = Object.keys(numberWords).join("|");
/** "P0001;10", "10;P0001" and "P0001,10": two columns of a file, pasted as they stand in it. */
const separated = new RegExp(
  `^(?:([^;\\t]+); ?(${figure}[^;\\d]*)|(${figure}); ?([^;\\t]+)|((?=.*[a-z]|\\d{4})[\\w./-]+),(\\d{1,10})) ?;?$`,
  "i",
);
const nextQuantity = new RegExp(`\\s+e\\s+(?=(?:\\d|meia\\s+(?:d[uú]zia|caixa|cx)|(?:${numberWord})\\s))`, "i");

/** A run of blanks says no more than one, and takes every pattern long to step through. */
const blanks = /[^\S\t\n]+/g;

/** Where one line ends: a new line, a semicolon, a comma that stands in no number, or "e" before the next quantity. */
function pieces(text: string): string[] {
  return text.split(/\r?\n/).flatMap((line) => partsOf(line.replace(blanks, " ").trim().replace(messageHead, "")));
}

function partsOf(line: string): string[] {
  const columns = separated.exec(line)?.slice(1).filter(Boolean);
  const parts = line.includes("\t")
    ? [line]
    : columns
      ? [columns.join("\t")]
      : line.split(/;|,(?!\d)|(?<!\d),/).flatMap((part) => part.split(nextQuantity));
  return parts
    .map((part) => part.replace(/^(?:[\s*•·]|[–—-](?!\d))+/, "").trimEnd())
    .filter((part) => part.trim() !== "");
}

const halfInFront = /^(?:mei[ao]|half\s+an?)\s+([a-zà-ú]+)\.?\s+(?:d[aeo]s?\s+|of\s+)?(\S.*)$/i;
const halfBehind = /^(.*?[^\s:=–-])[\s:=–-]+(?:mei[ao]|half\s+an?)\s+([a-zà-ú]+)\.?$/i;
const andHalf = /^(?:e\s+mei[ao]|and\s+a\s+half)\s+/i;
const numberInFront = new RegExp(
  `^(${figure}|[a-zà-ú]+)(\\s*)(?:[x×](?=[\\s\\d])\\s*)?(?:([a-zà-ú]+)\\.?(?=\\s))?\\s*(.*)$`,
  "i",
);
const numberBehind = new RegExp(
  `^(.*?\\S)(?:\\s*[:=]\\s*|\\s+[x×–—]\\s*|\\s+-\\s+|\\s+)(${figure})\\s*([a-zà-ú]+)?\\.?$`,
  "i",
);

/** Only what holds several units can be halved: a dozen, a box. */
const isDivided = (word: string): boolean => !["unit", undefined].includes(unitWords[searchable(word)]);
const halfOf = (word: string, wanted: string): EntryReading => ({
  quantity: 0.5,
  unit: unitWords[searchable(word)] ?? "unit",
  wanted,
});

/** "2 cx de …", "2cx …", "12x …", "meia dúzia de …", "duas caixas e meia de …": quantity and unit in front, and what follows. */
function inFront(line: string): EntryReading | null {
  const [, halved = "", ofHalf = ""] = halfInFront.exec(line) ?? [];
  if (isDivided(halved)) return halfOf(halved, ofHalf);
  const [, number = "", space = "", word = "", rest = ""] = numberInFront.exec(line) ?? [];
  const quantity = quantityFrom(number);
  if (quantity === null) return null;
  const unit = unitWords[searchable(word)];
  // "90g sabonete": what hangs on the number is its measure, not a quantity.
  if (!unit && space === "" && word !== "" && !/^x$/i.test(word)) return null;
  const isMore = isDivided(word) && andHalf.test(rest);
  const counted = isMore ? rest.replace(andHalf, "") : rest;
  const said = (unit ? counted : `${word} ${rest}`).trim();
  const named = said.replace(/^(?:de|da|do|das|dos|of)\s+/i, "");
  return named === "" ? null : { quantity: isMore ? quantity + 0.5 : quantity, unit: unit ?? "unit", wanted: named };
}

/** "… 12", "… x 12", "…: 2 cx": quantity and unit behind. */
function behind(said: string): EntryReading | null {
  const [, ofHalf = "", halved = ""] = halfBehind.exec(said) ?? [];
  if (isDivided(halved)) return halfOf(halved, ofHalf);
  const [, wanted = "", number = "", word = ""] = numberBehind.exec(said) ?? [];
  const unit = word === "" ? "unit" : unitWords[searchable(word)];
  const quantity = quantityFrom(number);
  return unit && quantity !== null ? { quantity, unit, wanted: wanted.replace(/[\s:=–-]+$/, "") } : null;
}

const mostReadings = 6;
const counted = new RegExp(`^(${figure})\\s*([a-zà-ú]*)\\.?$`, "i");

/** Columns of a sheet, in whatever order: one holds the quantity, each other may be what is wanted; the last number is the likelier quantity. */
function inColumns(cells: string[]): EntryReading[] {
  const unit = cells.map((cell) => unitWords[searchable(cell)]).find(Boolean);
  const filled = cells.filter((cell) => cell !== "" && !unitWords[searchable(cell)]);
  const readings: EntryReading[] = [];
  for (let at = filled.length - 1; at >= 0 && readings.length < mostReadings; at--) {
    const [, number = "", word = ""] = counted.exec(filled[at] ?? "") ?? [];
    const quantity = quantityFrom(number);
    const countedIn = word === "" ? (unit ?? "unit") : unitWords[searchable(word)];
    if (quantity === null || !countedIn) continue;
    const others = filled.slice(0, mostReadings + 1).filter((_, other) => other !== at);
    readings.push(...others.map((wanted) => ({ quantity, unit: countedIn, wanted })));
  }
  return readings.slice(0, mostReadings);
}

/** One line, read for itself. */
export function entryOf(said: string): Entry {
  const plain = said
    .trim()
    .replace(/[ \u00a0]*\t[ \u00a0]*/g, "\t")
    .replace(place, "");
  const compared = searchable(plain);
  if (!/\d/.test(compared) && (courtesy.test(compared) || heading.test(compared))) {
    return { said: said.trim(), readings: [] };
  }
  const lead = asking.exec(compared)?.[0].length ?? 0;
  // Accents are single characters here, so lengths agree.
  const bare = plain.normalize("NFC").slice(lead).trim() || plain;
  const readings = bare.includes("\t") ? inColumns(bare.split("\t")) : inWords(bare);
  const whole = bare.replaceAll("\t", " ");
  return {
    said: said.trim(),
    readings: readings.length > 0 ? readings : unread(bare, whole),
  };
}

/** Where no quantity can be read, all of it is what is wanted, or one of its columns is: "SUP-1000", "doze" in two fields. */
const unread = (bare: string, whole: string): EntryReading[] =>
  [whole, ...(bare.includes("\t") ? bare.split("\t").filter((cell) => cell !== "") : [])]
    .slice(0, mostReadings)
    .map((wanted) => ({ quantity: null, unit: "unit", wanted }));

/** "10 cx" names nothing. */
function isCountOnly(wanted: string): boolean {
  const [, number = "", word = ""] = /^(\S+)\s+([a-zà-ú]+)\.?$/i.exec(wanted) ?? [];
  return quantityFrom(number) !== null && unitWords[searchable(word)] !== undefined;
}

/** Both ways are tried, and the catalogue decides. */
function inWords(bare: string): EntryReading[] {
  const [front, back] = [inFront(bare), behind(bare)];
  const inOrder = /^\S+$/.test(back?.wanted ?? " ") ? [back, front] : [front, back];
  return inOrder.filter((reading) => reading !== null).filter((reading) => !isCountOnly(reading.wanted));
}

/**
 * The lines of an order from whatever somebody typed or pasted: a message in Portuguese ("10 cx 12345, 5 sabonete lavanda 90g,
 * meia dúzia de detergente"), two columns of a sheet in either order, or one SKU. Deterministic; every line comes back.
 */
export const entriesFrom = (text: string): Entry[] => pieces(text.slice(0, 100_000)).map(entryOf);

interface SoldAs {
  unit: string;
  packMultiple: number;
}

/** What is sold by the box is counted in boxes already. */
const isSoldInPacks = (product: SoldAs): boolean => unitWords[searchable(product.unit)] === "pack";

/** How a quantity in the unit it was written in counts in single units of the product. */
export function unitsOf(reading: { quantity: number; unit: EntryUnit }, product: SoldAs): number {
  if (reading.unit === "dozen") return reading.quantity * 12;
  return reading.unit === "pack" && !isSoldInPacks(product)
    ? reading.quantity * product.packMultiple
    : reading.quantity;
}

/** True when boxes are asked of a product that is sold singly: nobody knows how many a box holds. */
export const isPackUnknown = (unit: EntryUnit, product: SoldAs): boolean =>
  unit === "pack" && product.packMultiple === 1 && !isSoldInPacks(product);
