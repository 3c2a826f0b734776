import { searchable } from "#app/domain/text.ts";

/** What a quantity was counted in: single units, dozens, or the product's own pack (caixa, pacote, fardo). */
export type EntryUnit = "unit" | "dozen" | "pack";

/** One way to read a line: so many of what is called that. */
export interface EntryReading {
  /** Null where no quantity was written. */
  quantity: number | null;
  unit: EntryUnit;
  /** A code or a name, as it was written. */
  wanted: string;
}

/** A line of an order as somebody typed, pasted or wrote it. Nothing of it is dropped. */
export interface Entry {
  /** The line as it was written. */
  said: string;
  /** The ways to read it, the likelier first; empty for a greeting or a thank-you. */
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
    unit: "un und unid unids unidade unidades pc pcs peca pecas",
    dozen: "dz duzia duzias",
    pack: "cx cxs caixa caixas pct pcts pacote pacotes fd fds fardo fardos dp display displays emb embalagem embalagens",
  }).flatMap(([unit, words]) => words.split(" ").map((word) => [word, unit as EntryUnit])),
);

const courtesy =
  /^((oi|ola|e ai|bom dia|boa tarde|boa noite|tudo bem|tudo bom|obrigad[oa]|valeu|grat[oa]|abracos?|por favor|pfv|pf|att|aguardo|hi|hello|thanks|thank you|please)[\s,.!?]*)+$/;
const asking =
  /^((oi|ola|bom dia|boa tarde|boa noite|por favor|pfv|pf|me|nos|eu|manda|mande|mandar|envia|envie|enviar|quero|queria|gostaria|preciso|vou querer|vou precisar|separa|separe|anota|anote|segue|pedido|de|mais|tambem|e)[\s,:!]+)+(?=\S)/;

/** A whole number as people write it: 12, 1.200; null for anything else. */
function wholeFrom(said: string): number | null {
  if (/^\d{1,3}(\.\d{3})+$/.test(said)) return Number(said.replaceAll(".", ""));
  if (/^\d{1,9}$/.test(said)) return Number(said);
  return numberWords[searchable(said)] ?? null;
}

const isQuantity = (quantity: number | null): quantity is number => quantity !== null && quantity > 0;

/** Where one line ends: a new line, a semicolon, a comma that stands in no number, or "e" before the next quantity. */
function pieces(text: string): string[] {
  const counts = Object.keys(numberWords).join("|");
  return text
    .split(/\r?\n|;|,(?!\d)|(?<!\d),/)
    .flatMap((line) =>
      line.includes("\t") ? [line] : line.split(new RegExp(`\\s+e\\s+(?=(?:\\d|meia d|(?:${counts})\\s))`, "i")),
    )
    .map((piece) => piece.replace(/^[\s*•·–—-]+/, "").trimEnd())
    .filter((piece) => piece.trim() !== "");
}

/** "2 cx de …", "2cx …", "12x …", "meia dúzia de …": quantity and unit in front, and what follows. */
function inFront(said: string): EntryReading | null {
  const half = /^meia\s+d[uú]zia\s+(?:de\s+|da\s+|do\s+)?(\S.*)$/i.exec(said);
  if (half) return { quantity: 6, unit: "unit", wanted: half[1] ?? "" };
  const match = /^(\d{1,3}(?:\.\d{3})+|\d{1,9}|[a-zà-ú]+)\s*(?:[xX×]\s*)?(?:([a-zà-ú]+)\.?(?=\s))?\s*(.*)$/i.exec(said);
  if (!match) return null;
  const [, number = "", word = "", rest = ""] = match;
  const quantity = wholeFrom(number);
  if (!isQuantity(quantity)) return null;
  const unit = unitWords[searchable(word)];
  const named = (unit ? rest : `${word} ${rest}`).trim().replace(/^(?:de|da|do|das|dos)\s+/i, "");
  return named === "" ? null : { quantity, unit: unit ?? "unit", wanted: named };
}

/** "… 12", "… x 12", "…: 2 cx", "…\t12": quantity and unit behind. */
function behind(said: string): EntryReading | null {
  const half = /^(.*\S)[\s:=–-]+meia\s+d[uú]zia$/i.exec(said);
  if (half) return { quantity: 6, unit: "unit", wanted: half[1] ?? "" };
  const match = /^(.*?\S)(?:\s*[:=\t]\s*|\s+[xX×–-]\s*|\s+)(\d{1,3}(?:\.\d{3})+|\d{1,9})\s*([a-zà-ú]+)?\.?$/i.exec(
    said,
  );
  if (!match) return null;
  const [, wanted = "", number = "", word = ""] = match;
  const unit = word === "" ? "unit" : unitWords[searchable(word)];
  const quantity = wholeFrom(number);
  return unit && isQuantity(quantity) ? { quantity, unit, wanted: wanted.replace(/[\s:=–-]+$/, "") } : null;
}

function entryOf(said: string): Entry {
  const plain = said.trim().replace(/\s*\t\s*/g, "\t");
  const compared = searchable(plain);
  if (courtesy.test(`${compared} `.trim()) && !/\d/.test(compared)) return { said: said.trim(), readings: [] };
  const lead = asking.exec(compared)?.[0].length ?? 0;
  // Accents are single characters here, so lengths agree.
  const bare = plain.normalize("NFC").slice(lead).trim() || plain;
  const [front, back] = [inFront(bare.replaceAll("\t", " ")), behind(bare)];
  // Two columns of a sheet say which is which; elsewhere both ways are tried, and the catalogue decides.
  const inOrder = bare.includes("\t") || /^\S+$/.test(back?.wanted ?? " ") ? [back, front] : [front, back];
  const readings = inOrder.filter((reading) => reading !== null);
  return {
    said: said.trim(),
    readings: readings.length > 0 ? readings : [{ quantity: null, unit: "unit", wanted: bare }],
  };
}

/**
 * The lines of an order from whatever somebody typed or pasted: a message in Portuguese ("10 cx 12345, 5 sabonete lavanda 90g,
 * meia dúzia de detergente"), two columns of a sheet in either order, or one SKU. Deterministic; every line comes back.
 */
export const entriesFrom = (text: string): Entry[] => pieces(text.slice(0, 100_000)).map(entryOf);

/** How a quantity in the unit it was written in counts in single units of the product. */
export function unitsOf(
  reading: { quantity: number; unit: EntryUnit },
  product: { unit: string; packMultiple: number },
): number {
  if (reading.unit === "dozen") return reading.quantity * 12;
  // What is sold by the box is counted in boxes already.
  const isSoldInPacks = unitWords[searchable(product.unit)] === "pack";
  return reading.unit === "pack" && !isSoldInPacks ? reading.quantity * product.packMultiple : reading.quantity;
}
