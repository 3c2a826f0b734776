import { Buffer } from "node:buffer";

/** What stands before and after the rows of PostgreSQL's binary COPY. */
export const binaryCopy = {
  start: Buffer.concat([Buffer.from("PGCOPY\n\xff\r\n\0", "latin1"), Buffer.alloc(8)]),
  end: Buffer.from([0xff, 0xff]),
};

const rowsOfABlock = 2_000;

/** A row of five integers and two long ones, each behind its length; only the numbers change from row to row. */
const emptyRow = Buffer.alloc(66);
emptyRow.writeInt16BE(7);
const [lineAt, partAt, productAt, nameAt, quantityAt, priceAt, centsAt] = [6, 14, 22, 30, 38, 46, 58] as const;
for (const at of [lineAt, partAt, productAt, nameAt, quantityAt]) emptyRow.writeInt32BE(4, at - 4);
for (const at of [priceAt, centsAt]) emptyRow.writeInt32BE(8, at - 4);

function writeLong(block: Buffer, value: number, at: number): void {
  const high = Math.floor(value / 0x1_0000_0000);
  block.writeInt32BE(high, at);
  block.writeUInt32BE(value - high * 0x1_0000_0000, at + 4);
}

/** Packs order lines as rows of binary COPY: a third of the work of text on both sides, and nothing for the garbage collector. */
export function linePacker() {
  const block = Buffer.alloc(rowsOfABlock * emptyRow.length, emptyRow);
  let used = 0;
  let full: Buffer[] = [];
  return {
    add(
      line: number,
      part: number,
      product: number,
      name: number,
      quantity: number,
      price: number,
      cents: number,
    ): void {
      if (used === block.length) {
        full.push(Buffer.from(block));
        used = 0;
      }
      block.writeInt32BE(line, used + lineAt);
      block.writeInt32BE(part, used + partAt);
      block.writeInt32BE(product, used + productAt);
      block.writeInt32BE(name, used + nameAt);
      block.writeInt32BE(quantity, used + quantityAt);
      writeLong(block, price, used + priceAt);
      writeLong(block, cents, used + centsAt);
      used += emptyRow.length;
    },
    /** The blocks that are full since the last time; at the end, also the rest. */
    taken(isEnd: boolean): Buffer[] {
      const all = full;
      full = [];
      if (isEnd && used > 0) {
        all.push(Buffer.from(block.subarray(0, used)));
        used = 0;
      }
      return all;
    },
  };
}
