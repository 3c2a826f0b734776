import { searchTextOf } from "#app/domain/catalog/product.ts";
import { customerSearchText } from "#app/domain/customers/customer.ts";
import { copied, copiedRow } from "./copying.ts";
import { type Print, textPrint } from "./line-print.ts";
import type { FileMoment } from "./moments.ts";
import { ownCopy } from "./numbers.ts";
import type { OrderHead } from "./order-heads.ts";
import { channelFrom, placeFrom } from "./places.ts";

interface SeenCustomer {
  at: number;
  code: string;
  name: string | null;
  place: { uf: string | null; country: string | null };
  rep: number | null;
  seen: string;
}

/** A product of a file, with the latest name that is not empty. */
export interface SeenProduct {
  at: number;
  sku: string;
  print: Print;
  name: string;
  named: string;
  /** The name of its latest line: that of the next one is most often the same. */
  latest?: SeenName;
}

const longestText = 500;
const nowhere = { uf: null, country: null };

/** The customers of a file, numbered as they are met; each in the country of its latest line. */
export function customersSeen(reps: Map<string, number>) {
  const customers = new Map<string, SeenCustomer>();
  const places = new Map<string, SeenCustomer["place"]>();

  const placeOf = (uf: string, country: string) => {
    const known = places.get(country + uf);
    if (known) return known;
    const found = placeFrom(ownCopy(uf), ownCopy(country));
    places.set(ownCopy(country + uf), found);
    return found;
  };

  return {
    customerAs(head: OrderHead, moment: FileMoment): number {
      let customer = customers.get(head.code);
      if (!customer) {
        const code = ownCopy(head.code);
        customer = { at: customers.size + 1, code, name: null, place: nowhere, rep: null, seen: "" };
        customers.set(code, customer);
      }
      if (moment.local >= customer.seen) {
        customer.seen = moment.local;
        if (head.uf !== "" || head.country !== "") customer.place = placeOf(head.uf, head.country);
        customer.name = ownCopy(head.name) || customer.name;
        if (head.rep !== "") customer.rep = reps.get(head.rep.toLowerCase()) ?? customer.rep;
      }
      return customer.at;
    },
    /** Number, code, name, state, country, representative, text for search. */
    *rows(): Generator<string> {
      for (const one of customers.values()) {
        const name = (one.name ?? `Cliente ${one.code}`).slice(0, longestText);
        const search = customerSearchText({ code: one.code, cnpj: null, legalName: name, tradeName: name, city: null });
        yield copiedRow([one.at, one.code, name, one.place.uf, one.place.country, one.rep, search]);
      }
    },
  };
}

/** The products of a file, numbered as they are met; SKUs that differ only in capitals are one. */
export function productsSeen() {
  const products = new Map<string, SeenProduct>();
  const bySku = new Map<string, SeenProduct>();
  return {
    productAs(sku: string): SeenProduct {
      const known = products.get(sku);
      if (known) return known;
      const upper = ownCopy(sku.toUpperCase());
      let product = bySku.get(upper);
      if (!product) {
        product = { at: bySku.size + 1, sku: upper, print: textPrint(upper), name: "", named: "" };
        bySku.set(upper, product);
      }
      products.set(ownCopy(sku), product);
      return product;
    },
    /** Number, SKU, name, text for search. */
    *rows(): Generator<string> {
      for (const one of bySku.values()) {
        const name = one.name || one.sku;
        const found = { name, sku: one.sku, ean: null, supplierName: null, categoryName: null };
        yield copiedRow([one.at, one.sku, name, searchTextOf(found)]);
      }
    },
  };
}

/** Where, through which channel and by whom: few combinations, numbered as they are met. */
export function circumstancesSeen(reps: Map<string, number>) {
  const circumstances = new Map<string, number>();
  const rows: string[] = [];
  return {
    circumstanceAs({ uf, country, channel, rep }: OrderHead): number {
      const key = ownCopy(`${uf}\t${country}\t${channel}\t${rep}`);
      let number = circumstances.get(key);
      if (!number) {
        number = circumstances.size + 1;
        circumstances.set(key, number);
        const found = placeFrom(uf, country);
        const repId = reps.get(rep.toLowerCase()) ?? null;
        rows.push(copiedRow([number, found.uf, found.country, channelFrom(channel), repId]));
      }
      return number;
    },
    rows: (): Iterable<string> => rows,
  };
}

interface SeenName {
  at: number;
  text: string;
  print: Print;
}

const mostNames = 50_000;

/** The names of lines, numbered; a list that grows too long is begun anew, and a name may then have two numbers. */
export function namesSeen() {
  const names = new Map<string, SeenName>();
  let count = 0;
  let rows = "";
  return {
    nameAs(text: string): SeenName {
      let name = names.get(text);
      if (!name) {
        if (names.size >= mostNames) names.clear();
        name = { at: ++count, text: ownCopy(text), print: textPrint(text) };
        names.set(name.text, name);
        rows += `${name.at}\t${copied(text)}\n`;
      }
      return name;
    },
    /** Number and text of the names that were new since the last time. */
    taken(): string {
      const all = rows;
      rows = "";
      return all;
    },
    weight: () => rows.length,
  };
}
