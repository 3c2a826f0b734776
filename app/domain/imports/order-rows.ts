import { lineCents } from "#app/domain/money.ts";
import { addToPrint } from "./line-print.ts";
import { type FileMoment, momentReader } from "./moments.ts";
import { type DecimalMark, quantityReader, unitPriceReader } from "./numbers.ts";
import { cellAt, isSameHead, type OrderHead } from "./order-heads.ts";
import { type OrderPart, orderParts } from "./order-parts.ts";
import { circumstancesSeen, customersSeen, namesSeen, productsSeen } from "./order-seen.ts";
import { linePacker } from "./packing.ts";
import type { NotTaken } from "./rejection.ts";

/** How the order lines of a file are read: where the columns are, what its numbers look like, who its representatives are. */
export interface OrderReading {
  columns: Record<string, number>;
  mark: DecimalMark;
  at: Date;
  /** Representatives by e-mail or name in lower case. */
  reps: Map<string, number>;
}

const longestText = 500;

/** The document of a line, most often that of the line before. */
interface Document {
  head: OrderHead;
  moment: FileMoment;
  customer: number;
  circumstance: number;
  order?: OrderPart;
  return?: OrderPart;
}

/**
 * Reads order lines one by one into rows for COPY: the lines in numbers, and beside them what their numbers stand for. Parts of
 * documents and names are written as they come, so that a file may be as long as it likes; customers, products and circumstances
 * once at the end.
 */
export function orderRows({ columns, mark, at, reps }: OrderReading) {
  const place = (name: string) => columns[name] ?? -1;
  const [cOrder, cDate, cCustomer, cName] = [place("order"), place("date"), place("customer"), place("customerName")];
  const [cSku, cDescription, cQuantity, cPrice] = [
    place("sku"),
    place("description"),
    place("quantity"),
    place("unitPrice"),
  ];
  const [cCountry, cUf, cChannel, cRep] = [place("country"), place("uf"), place("channel"), place("rep")];
  const quantityOf = quantityReader(mark);
  const priceOf = unitPriceReader(mark);
  const momentOf = momentReader(at);
  const customers = customersSeen(reps);
  const products = productsSeen();
  const circumstances = circumstancesSeen(reps);
  const names = namesSeen();
  const parts = orderParts();
  const packer = linePacker();
  let last: Document | null = null;

  function documentAs(head: OrderHead): Document | NotTaken {
    if (last && isSameHead(head, last.head)) return last;
    const moment = momentOf(head.date);
    return "code" in moment ? moment : { head, moment, customer: 0, circumstance: 0 };
  }

  /** A document is met when its first line is in order. */
  function meet(document: Document): void {
    if (parts.isCrowded()) parts.closeAll();
    document.customer = customers.customerAs(document.head, document.moment);
    document.circumstance = circumstances.circumstanceAs(document.head);
    last = document;
  }

  function partAs(document: Document, isMarked: boolean, isReturn: boolean, line: number): OrderPart {
    // A line of return inside an order becomes a document of its own, with `-D` (devolução) after the number.
    const number = isReturn && !isMarked ? `${document.head.number}-D` : document.head.number;
    return parts.partWith(document.customer, number, isReturn, document.moment.stored, document.circumstance, line);
  }

  return {
    /** Keeps a line, or says why it cannot be. */
    take(cells: string[], line: number): NotTaken | null {
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
      const document = documentAs({
        code,
        number,
        date,
        name: cellAt(cells, cName),
        uf: cellAt(cells, cUf),
        country: cellAt(cells, cCountry),
        channel: cellAt(cells, cChannel),
        rep: cellAt(cells, cRep),
      });
      if ("code" in document) return document;
      const quantity = quantityOf(cellAt(cells, cQuantity));
      if (typeof quantity === "object") return quantity;
      const price = priceOf(cellAt(cells, cPrice));
      if (typeof price === "object") return price;

      if (document !== last) meet(document);
      const begins = number.charCodeAt(0);
      const isMarked = begins === 67 || begins === 99;
      const isReturn = isMarked || quantity < 0;
      const pieces = isReturn ? -Math.abs(quantity) : quantity;
      const kind = isReturn ? "return" : "order";
      document[kind] ??= partAs(document, isMarked, isReturn, line);
      const part = document[kind];

      const product = products.productAs(sku);
      if (product.latest?.text !== description) product.latest = names.nameAs(description);
      const name = product.latest;
      if (description !== "" && document.moment.local >= product.named) {
        product.name = name.text;
        product.named = document.moment.local;
      }
      const cents = lineCents(pieces, price);
      part.lines++;
      part.cents += cents;
      part.isFree &&= price === 0;
      addToPrint(part, product.print, name.print, pieces, price);
      packer.add(line, part.at, product.at, name.at, pieces, price, cents);
      return null;
    },
    /** The lines that were kept since the last time, for binary COPY; whole blocks, until the end comes. */
    lineBlocks: packer.taken,
    /** Rows of parts that are complete and of new names; at the end, all of them. */
    beside(isEnd: boolean): { parts: string; names: string } {
      if (isEnd) {
        parts.closeAll();
        last = null;
      }
      return { parts: parts.taken(), names: names.taken() };
    },
    /** How many characters `beside` would give. */
    weightBeside: () => parts.weight() + names.weight(),
    customerRows: customers.rows,
    productRows: products.rows,
    circumstanceRows: circumstances.rows,
  };
}
