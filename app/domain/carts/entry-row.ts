import { leastQuantity, mostUnits, packingBeside, roundedToPack } from "#app/domain/catalog/quantity.ts";
import { type Cents, lineCents, type PriceE4 } from "#app/domain/money.ts";
import type { Day } from "#app/domain/period.ts";
import { type QuantityStep, quantityStep } from "#app/domain/pricing/next-step.ts";
import { type PriceFacts, type Quote, quote } from "#app/domain/pricing/quote.ts";
import { type LineTax, taxesOn } from "#app/domain/pricing/tax.ts";
import type { Reason } from "#app/domain/refusal.ts";
import { searchable } from "#app/domain/text.ts";
import { type LineFacts, reasonsAgainstLine } from "./cart.ts";
import { type EntryReading, entryOf, isPackUnknown, quantityFrom, unitsOf } from "./entry.ts";
import { wordsOf } from "./entry-choice.ts";

/** How the product of a line was found; `chosen` by the buyer's own answer, `asked` while they say that it is another one. */
export const becauses = ["code", "alias", "name", "usual", "chosen", "asked"] as const;
export type Because = (typeof becauses)[number];

/** A line of the quick order as its form carries it from page to page. */
export interface EntryRow {
  id: number;
  /** The line as it was typed, pasted or read from a file. */
  said: string;
  /** Other words to look for than those that were said; empty for none. */
  wanted: string;
  /** The product; empty while that is a question. */
  sku: string;
  /** As it stands in the field, in units of the product; empty while nobody said it. */
  quantity: string;
  because: Because | null;
}

/** A product as the lines of a quick order need it; `prices` is all that decides this customer's. */
export interface EntryProduct extends Omit<LineFacts, "quantity" | "shownUnitPriceE4" | "quote"> {
  prices: PriceFacts;
  /** How many the cart holds already. */
  inCart: number;
  bought: number;
}

/** What is not known about a line: any product, which of several, how many, or how many a box holds. */
export type Question = "unknown" | "which" | "quantity" | "pack";

/** A product that may be meant, at the price of its least quantity. */
export interface Candidate {
  sku: string;
  name: string;
  picture: string | null;
  unit: string;
  packMultiple: number;
  least: number;
  unitPriceE4: PriceE4;
  available: number;
  bought: number;
}

/** A line of the quick order as it stands: its product, what it costs, what is asked and what the rules say against it. */
export interface EnteredRow extends EntryRow {
  product: Omit<Candidate, "unitPriceE4" | "bought"> | null;
  unitPriceE4: PriceE4 | null;
  lineCents: Cents;
  /** The taxes expected on top; the invoice decides. */
  taxes: LineTax[];
  question: Question | null;
  candidates: Candidate[];
  reasons: Reason[];
  /** The nearest quantity that can be ordered, where the one that was said cannot or none was. */
  rounded: number | null;
  /** The next larger quantity at which all there is of the product is cheaper; null where more is not. */
  step: QuantityStep | null;
  /** The quantity of this line that takes the step; null where the rules or the shelf do not give it. */
  reach: number | null;
  /** True when the line can go into the cart as it is. */
  isReady: boolean;
}

const noReading = (wanted: string): EntryReading => ({ quantity: null, unit: "unit", wanted });

/** The ways to read a line; other words to look for stand in the place of those that were said. */
export function readingsOf(row: Pick<EntryRow, "said" | "wanted">): [EntryReading, ...EntryReading[]] {
  const [first = noReading(row.said), ...others] = entryOf(row.said).readings;
  return row.wanted === "" ? [first, ...others] : [{ ...first, wanted: row.wanted }];
}

/** What this customer calls the product of a line, as it is compared and kept. */
export const aliasOf = (row: Pick<EntryRow, "said">): string =>
  searchable(readingsOf({ said: row.said, wanted: "" })[0].wanted).slice(0, 200);

/** The reading of a line that fits its product; a code or a name may stand on either side of the number. */
function readingFor(row: EntryRow, product: EntryProduct): EntryReading {
  const readings = readingsOf(row);
  const name = new Set(wordsOf(`${product.name} ${product.supplierName ?? ""}`));
  const meant = readings.find(
    ({ wanted }) =>
      searchable(wanted) === searchable(product.sku) ||
      (wordsOf(wanted).length > 0 && wordsOf(wanted).every((word) => name.has(word))),
  );
  return meant ?? readings[0];
}

interface Said {
  quantity: number | null;
  /** As it stands in the field from now on. */
  text: string;
  /** So many boxes of nobody knows how many; null where that is no question. */
  boxes: number | null;
}

/** How many units a line asks for: what stands in its field, else what was said, in the product's packs. */
function quantitySaid(row: EntryRow, product: EntryProduct): Said {
  const text = row.quantity.trim();
  if (text !== "") return { quantity: quantityFrom(text) ?? Number.NaN, text, boxes: null };
  const { quantity, unit } = readingFor(row, product);
  if (quantity === null) return { quantity, text, boxes: null };
  if (isPackUnknown(unit, product)) return { quantity: null, text, boxes: quantity };
  const units = unitsOf({ quantity, unit }, product);
  return { quantity: units, text: String(units).replace(".", ","), boxes: null };
}

/** How many units a line of this product asks for; 0 while that is no number. */
export function unitsSaid(row: EntryRow, product: EntryProduct): number {
  const { quantity } = quantitySaid(row, product);
  return quantity !== null && Number.isInteger(quantity) ? Math.max(0, quantity) : 0;
}

const shownOf = (product: EntryProduct) => ({
  sku: product.sku,
  name: product.name,
  picture: product.picture,
  unit: product.unit,
  packMultiple: product.packMultiple,
  least: leastQuantity(packingBeside(product, product.inCart)),
  available: product.available,
});

/** The product as a candidate; null when it is not sold to this customer. */
export function candidateOf(product: EntryProduct, on: Day): Candidate | null {
  const price = product.isActive ? quote(product.prices, leastQuantity(product), on) : null;
  return price && { ...shownOf(product), unitPriceE4: price.unitPriceE4, bought: product.bought };
}

const nothing = {
  product: null,
  unitPriceE4: null,
  lineCents: 0,
  taxes: [],
  candidates: [],
  reasons: [],
  rounded: null,
  step: null,
  reach: null,
  isReady: false,
};

/** A line whose product is a question. */
export function askedRow(row: EntryRow, candidates: Candidate[]): EnteredRow {
  return { ...row, ...nothing, sku: "", candidates, question: candidates.length > 0 ? "which" : "unknown" };
}

function roundedFor(product: EntryProduct, quantity: number, isRefused: boolean): number | null {
  if (!isRefused || !(quantity <= mostUnits)) return null;
  return roundedToPack(packingBeside(product, product.inCart), Math.max(1, Math.ceil(quantity)));
}

/** All that stands against the line, by the rules of the cart; packs by the line itself, price and stock by all there is of the product. */
function reasonsAgainst(product: EntryProduct, quantity: number, together: number, price: Quote | null): Reason[] {
  const line: LineFacts = {
    ...product,
    ...packingBeside(product, product.inCart),
    quantity,
    shownUnitPriceE4: null,
    quote: price,
    steps: [],
  };
  const ofLine = reasonsAgainstLine(line).filter(({ code }) => code !== "out_of_stock");
  if (together > mostUnits && ofLine.length === 0) {
    ofLine.push({ code: "quantity_invalid", details: { quantity: together, most: mostUnits } });
  }
  const ofStock = ofLine.length > 0 ? [] : reasonsAgainstLine({ ...line, minimumQuantity: 1, quantity: together });
  return [...ofLine, ...ofStock.filter(({ code }) => code === "out_of_stock")];
}

/** The way of a line without reasons to a lower price, and the quantity that takes it. */
function stepFrom(product: EntryProduct, quantity: number, together: number, price: Quote, on: Day) {
  const step = quantityStep(price, product.prices, { quantity: together, packMultiple: product.packMultiple }, on);
  if (!step) return { step, reach: null };
  const reach = quantity + step.more;
  return { step, reach: reasonsAgainst(product, reach, step.quantity, price).length === 0 ? reach : null };
}

/** A line whose product is known, at the price of all there is of it (`together`: the cart and every line of the page). */
export function judgedRow(row: EntryRow, product: EntryProduct, together: number, on: Day): EnteredRow {
  const said = quantitySaid(row, product);
  const counted = Math.max(1, Math.min(together, mostUnits));
  const price = product.isActive ? quote(product.prices, Math.max(counted, leastQuantity(product)), on) : null;
  const { quantity } = said;
  const reasons = reasonsAgainst(product, quantity ?? leastQuantity(product), Math.max(1, together), price);
  const isBlocked = reasons.some(({ code }) => code !== "out_of_stock");
  const isSold = price !== null;
  const question = !isSold || quantity !== null ? null : said.boxes !== null ? "pack" : "quantity";
  const rounded = isSold ? roundedFor(product, said.boxes ?? quantity ?? 1, isBlocked || question !== null) : null;
  const isWhole = quantity !== null && Number.isInteger(quantity) && quantity > 0 && quantity <= mostUnits;
  const goodsCents = price && isWhole ? lineCents(quantity, price.unitPriceE4) : 0;
  const isRight = price !== null && isWhole && reasons.length === 0;
  return {
    ...row,
    ...nothing,
    ...(isRight ? stepFrom(product, quantity, together, price, on) : {}),
    sku: product.sku,
    quantity: isWhole ? String(quantity) : said.text,
    product: shownOf(product),
    unitPriceE4: price?.unitPriceE4 ?? null,
    lineCents: goodsCents,
    taxes: taxesOn(price?.taxes ?? [], goodsCents),
    question,
    reasons,
    rounded: rounded === quantity ? null : rounded,
    isReady: isWhole && !isBlocked,
  };
}
