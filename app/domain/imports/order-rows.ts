import { searchTextOf } from "#app/domain/catalog/product.ts";
import { customerSearchText } from "#app/domain/customers/customer.ts";
import { lineCents } from "#app/domain/money.ts";
import { copied, copiedRow } from "./copying.ts";
import { momentReader } from "./moments.ts";
import { type DecimalMark, ownCopy, quantityReader, unitPriceReader } from "./numbers.ts";
import { channelFrom, placeFrom } from "./places.ts";
import type { NotTaken } from "./rejection.ts";

interface SeenCustomer {
  at: number;
  code: string;
  name: string | null;
  place: { uf: string | null; country: string | null };
  rep: number | null;
  seen: string;
}

interface SeenProduct {
  at: number;
  sku: string;
  name: string;
  named: string;
}

/** How the order lines of a file are read: where the columns are, what its numbers look like, who its representatives are. */
export interface OrderReading {
  columns: Record<string, number>;
  mark: DecimalMark;
  at: Date;
  /** Representatives by e-mail or name in lower case. */
  reps: Map<string, number>;
}

const longestText = 500;
const nowhere = { uf: null, country: null };

const cellAt = (cells: string[], position: number): string => (position < 0 ? "" : (cells[position] ?? "").trim());

/**
 * Reads order lines one by one into rows for COPY. Customers, products and circumstances are numbered as they are met, and each
 * is written once at the end: a customer in the country of the latest line, a product by the latest name that is not empty.
 */
export function orderRows({ columns, mark, at, reps }: OrderReading) {
  const place = (name: string) => columns[name] ?? -1;
  const [cOrder, cDate, cCustomer, cName, cSku, cDescription] = [
    place("order"),
    place("date"),
    place("customer"),
    place("customerName"),
    place("sku"),
    place("description"),
  ];
  const [cQuantity, cPrice, cCountry, cUf, cChannel, cRep] = [
    place("quantity"),
    place("unitPrice"),
    place("country"),
    place("uf"),
    place("channel"),
    place("rep"),
  ];
  const quantityOf = quantityReader(mark);
  const priceOf = unitPriceReader(mark);
  const momentOf = momentReader(at);
  const customers = new Map<string, SeenCustomer>();
  const products = new Map<string, SeenProduct>();
  const productsBySku = new Map<string, SeenProduct>();
  const places = new Map<string, SeenCustomer["place"]>();
  const circumstances = new Map<string, string>();
  const circumstanceRows: string[] = [];

  function productAs(sku: string): SeenProduct {
    const upper = ownCopy(sku.toUpperCase());
    let product = productsBySku.get(upper);
    if (!product) {
      product = { at: productsBySku.size + 1, sku: upper, name: "", named: "" };
      productsBySku.set(upper, product);
    }
    products.set(ownCopy(sku), product);
    return product;
  }

  const placeOf = (uf: string, country: string) => {
    const known = places.get(country + uf);
    if (known) return known;
    const found = placeFrom(ownCopy(uf), ownCopy(country));
    places.set(ownCopy(country + uf), found);
    return found;
  };

  let last = { uf: "", country: "", channel: "", rep: "", number: "" };

  /** Where, through which channel and by whom: few combinations, and mostly that of the line before. */
  function circumstanceAs(uf: string, country: string, channel: string, rep: string): string {
    if (last.number && last.country === country && last.uf === uf && last.channel === channel && last.rep === rep)
      return last.number;
    const key = ownCopy(`${uf}\t${country}\t${channel}\t${rep}`);
    let number = circumstances.get(key);
    if (!number) {
      number = String(circumstances.size + 1);
      circumstances.set(key, number);
      const found = placeFrom(uf, country);
      const repId = reps.get(rep.toLowerCase()) ?? null;
      circumstanceRows.push(copiedRow([Number(number), found.uf, found.country, channelFrom(channel), repId]));
    }
    last = { uf, country, channel, rep, number };
    return number;
  }

  return {
    /** A row for COPY, or why there is none. */
    take(cells: string[], line: number): string | NotTaken {
      const code = cellAt(cells, cCustomer);
      if (code === "") return { code: "no_customer" };
      const number = cellAt(cells, cOrder);
      if (number === "") return { code: "no_order_number" };
      const sku = cellAt(cells, cSku);
      if (sku === "") return { code: "no_sku" };
      const description = cellAt(cells, cDescription);
      if (number.length > 60 || sku.length > 60 || code.length > 60 || description.length > longestText)
        return { code: "text_too_long" };
      const date = cellAt(cells, cDate);
      if (date === "") return { code: "no_date" };
      const moment = momentOf(date);
      if ("code" in moment) return moment;
      const quantity = quantityOf(cellAt(cells, cQuantity));
      if (typeof quantity === "object") return quantity;
      const price = priceOf(cellAt(cells, cPrice));
      if (typeof price === "object") return price;

      const begins = number.charCodeAt(0);
      const isMarked = begins === 67 || begins === 99;
      const isReturn = isMarked || quantity < 0;
      const pieces = isReturn ? -Math.abs(quantity) : quantity;

      let customer = customers.get(code);
      if (!customer) {
        customer = { at: customers.size + 1, code: ownCopy(code), name: null, place: nowhere, rep: null, seen: "" };
        customers.set(customer.code, customer);
      }
      const [uf, country, rep] = [cellAt(cells, cUf), cellAt(cells, cCountry), cellAt(cells, cRep)];
      if (moment.local >= customer.seen) {
        customer.seen = moment.local;
        if (uf !== "" || country !== "") customer.place = placeOf(uf, country);
        if (cName >= 0) customer.name = ownCopy(cellAt(cells, cName)) || customer.name;
        if (rep !== "") customer.rep = reps.get(rep.toLowerCase()) ?? customer.rep;
      }
      const product = products.get(sku) ?? productAs(sku);
      if (description !== "" && moment.local >= product.named) {
        product.name = ownCopy(description);
        product.named = moment.local;
      }
      const circumstance = circumstanceAs(uf, country, cellAt(cells, cChannel), rep);
      // A line of return inside an order becomes a document of its own, with `-D` (devolução) after the number.
      const document = copied(isReturn && !isMarked ? `${number}-D` : number);
      return `${line}\t${customer.at}\t${document}\t${isReturn ? "t" : "f"}\t${product.at}\t${copied(description)}\t${pieces}\t${price}\t${lineCents(pieces, price)}\t${moment.stored}\t${circumstance}\n`;
    },
    /** Everybody who was met: number, code, name, state, country, representative, text for search. */
    *customerRows(): Generator<string> {
      for (const one of customers.values()) {
        const name = (one.name ?? `Cliente ${one.code}`).slice(0, longestText);
        const search = customerSearchText({ code: one.code, cnpj: null, legalName: name, tradeName: name, city: null });
        yield copiedRow([one.at, one.code, name, one.place.uf, one.place.country, one.rep, search]);
      }
    },
    /** Everything that was sold: number, SKU, name, text for search. */
    *productRows(): Generator<string> {
      for (const one of productsBySku.values()) {
        const name = one.name || one.sku;
        const found = { name, sku: one.sku, ean: null, supplierName: null, categoryName: null };
        yield copiedRow([one.at, one.sku, name, searchTextOf(found)]);
      }
    },
    circumstanceRows: (): Iterable<string> => circumstanceRows,
  };
}
