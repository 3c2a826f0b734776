import { copied } from "./copying.ts";
import type { Print } from "./line-print.ts";

/** Lines of one document with the same moment and circumstance. A document may come in several parts, far from each other. */
export interface OrderPart extends Print {
  at: number;
  /** All that does not change from line to line, as cells of COPY. */
  head: string;
  firstLine: number;
  lines: number;
  cents: number;
  isFree: boolean;
}

const mostOpen = 500;

/**
 * Puts lines together to parts. Files go order by order, so few parts are open at a time; those of a file that does not are closed
 * now and then, and the database puts the pieces together.
 */
export function orderParts() {
  const open = new Map<string, OrderPart>();
  let count = 0;
  let rows = "";

  function closeAll(): void {
    const closed = [rows];
    for (const { at, head, firstLine, lines, cents, isFree, a, b } of open.values())
      closed.push(`${at}\t${head}\t${firstLine}\t${lines}\t${cents}\t${isFree}\t${a}\t${b}\n`);
    // Joined, for a text added to bit by bit keeps all its bits in memory.
    rows = closed.join("");
    open.clear();
  }

  return {
    /** The open part with this head; a new one when there is none. */
    partWith(
      customer: number,
      number: string,
      isReturn: boolean,
      storedAt: string,
      circumstance: number,
      line: number,
    ): OrderPart {
      const head = `${customer}\t${copied(number)}\t${isReturn}\t${storedAt}\t${circumstance}`;
      let part = open.get(head);
      if (!part) {
        part = { at: ++count, head, firstLine: line, lines: 0, cents: 0, isFree: true, a: 0, b: 0 };
        open.set(head, part);
      }
      return part;
    },
    isCrowded: () => open.size >= mostOpen,
    /** Closes all; nothing may be added to them after that. */
    closeAll,
    /** The rows of closed parts since the last time. */
    taken(): string {
      const all = rows;
      rows = "";
      return all;
    },
    weight: () => rows.length,
  };
}
