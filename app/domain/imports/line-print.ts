/** The print of a text or of lines, in two halves of 32 bits. */
export interface Print {
  a: number;
  b: number;
}

const byA = 0x9e3779b1;
const byB = 0x85ebca6b;

/** What a text looks like: equal texts have equal prints, and others almost never. */
export function textPrint(text: string): Print {
  let a = 0x41c6ce57;
  let b = 0x2545f491;
  for (let at = 0; at < text.length; at++) {
    a = Math.imul(a ^ text.charCodeAt(at), byA);
    b = Math.imul(b ^ text.charCodeAt(at), byB);
  }
  return { a: a ^ (a >>> 15), b: b ^ (b >>> 13) };
}

/** Adds a line to the print of its document. Lines are summed, so that their sequence does not matter but each of them does. */
export function addToPrint(sum: Print, product: Print, name: Print, quantity: number, unitPriceE4: number): void {
  const high = Math.floor(unitPriceE4 / 0x1_0000_0000);
  sum.a = (sum.a + mixed(product.a, name.a, quantity, unitPriceE4, high, byA)) >>> 0;
  sum.b = (sum.b + mixed(product.b, name.b, quantity, unitPriceE4, high, byB)) >>> 0;
}

function mixed(product: number, name: number, quantity: number, price: number, high: number, by: number): number {
  let print = Math.imul(product ^ (product >>> 16), by) ^ name;
  print = Math.imul(print ^ (print >>> 15), 0x2c1b3c6d) ^ price;
  print = Math.imul(print ^ (print >>> 12), by) ^ high;
  print = Math.imul(print ^ (print >>> 16), 0x297a2d39) ^ quantity;
  print = Math.imul(print ^ (print >>> 15), by);
  return print ^ (print >>> 14);
}
