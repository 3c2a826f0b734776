import type { Letterhead } from "#app/domain/customers/letterhead.server.ts";
import type { Locale } from "#app/words/locale.ts";
import {
  bytesOf,
  drawRule,
  leading,
  linesIn,
  makeRoom,
  newSheet,
  type Sheet,
  turnPage,
  types,
  writeLine,
  writeLines,
} from "./pdf-sheet.server.ts";
import { type PdfTable, writeTable } from "./pdf-table.server.ts";

/** Names with their values, in two columns; those without a value are left out. */
interface PdfFacts {
  kind: "facts";
  facts: readonly (readonly [name: string, value: string | null])[];
}

/** Sums below a table, on the right; the strong ones are what is to be read first. */
interface PdfTotals {
  kind: "totals";
  rows: readonly { name: string; value: string; isStrong?: boolean }[];
}

/** Paragraphs under a heading of their own, where they have one. */
interface PdfText {
  kind: "text";
  title?: string;
  text: string;
}

/** A document of the house: what it is, and its parts from top to bottom. */
export interface PdfDocument {
  title: string;
  /** A line below the title: its day, its state. */
  lead?: string;
  parts: readonly (PdfFacts | PdfTable | PdfTotals | PdfText)[];
}

const logoBox = { width: 170, height: 44 };

/** Draws the logo, if it is of a kind that PDF knows and can be read; says whether it did. */
function drewLogo(sheet: Sheet, { logo }: Letterhead): boolean {
  if (logo === null || logo.type === "image/webp") return false;
  try {
    sheet.pen.image(logo.bytes, sheet.left, sheet.y, { fit: [logoBox.width, logoBox.height] });
    return true;
  } catch {
    // A picture that is damaged, or of a rare kind, keeps nobody from their document: the company's name stands there.
    return false;
  }
}

function writeTop(sheet: Sheet, letterhead: Letterhead, document: PdfDocument): void {
  const half = sheet.width / 2 - 10;
  let height = logoBox.height;
  if (!drewLogo(sheet, letterhead)) {
    const name = linesIn(sheet, letterhead.company, types.name, half, 2);
    writeLines(sheet, name, types.name, { x: sheet.left, y: sheet.y });
    writeLine(sheet, letterhead.contact, types.small, {
      x: sheet.left,
      y: sheet.y + name.length * leading(types.name) + 2,
    });
    height = (name.length + 1) * leading(types.name);
  }
  const title = linesIn(sheet, document.title, types.title, half, 3);
  writeLines(sheet, title, types.title, { x: 0, y: sheet.y, toRight: sheet.right });
  const below = sheet.y + title.length * leading(types.title) + 2;
  if (document.lead) writeLine(sheet, document.lead, types.small, { x: 0, y: below, toRight: sheet.right });
  height = Math.max(height, title.length * leading(types.title) + leading(types.small) + 2);
  sheet.y += height + 8;
  drawRule(sheet, sheet.y, sheet.accent, 2);
  sheet.y += 12;
}

/** Facts in two columns, filled row by row; each as high as its longer half. */
function writeFacts(sheet: Sheet, { facts }: PdfFacts): void {
  const known = facts.flatMap(([name, value]) => (value ? [{ name, value }] : []));
  const width = sheet.width / 2 - 10;
  for (let at = 0; at < known.length; at += 2) {
    const pair = known.slice(at, at + 2).map((fact) => ({
      name: fact.name,
      lines: linesIn(sheet, fact.value, types.body, width, 12),
    }));
    const height = Math.max(...pair.map(({ lines }) => lines.length)) * leading(types.body) + leading(types.small);
    makeRoom(sheet, height);
    pair.forEach(({ name, lines }, column) => {
      const x = sheet.left + column * (width + 20);
      writeLine(sheet, name, types.small, { x, y: sheet.y });
      writeLines(sheet, lines, types.body, { x, y: sheet.y + leading(types.small) });
    });
    sheet.y += height + 6;
  }
  sheet.y += 4;
}

function writeTotals(sheet: Sheet, { rows }: PdfTotals): void {
  makeRoom(sheet, rows.length * 18);
  for (const { name, value, isStrong } of rows) {
    const type = isStrong ? { ...types.strong, size: 11 } : types.body;
    writeLine(sheet, name, type, { x: 0, y: sheet.y, toRight: sheet.right - 110 });
    writeLine(sheet, value, type, { x: 0, y: sheet.y, toRight: sheet.right - 8 });
    sheet.y += leading(type) + 3;
  }
  sheet.y += 8;
}

/** Text that may be longer than a page. */
function writeText(sheet: Sheet, { title, text }: PdfText): void {
  makeRoom(sheet, 40);
  if (title) {
    writeLine(sheet, title, types.heading, { x: sheet.left, y: sheet.y });
    sheet.y += leading(types.heading) + 2;
  }
  for (const line of linesIn(sheet, text, types.body, sheet.width)) {
    if (sheet.y + leading(types.body) > sheet.bottom) turnPage(sheet);
    writeLine(sheet, line, types.body, { x: sheet.left, y: sheet.y });
    sheet.y += leading(types.body);
  }
  sheet.y += 10;
}

/** A document on the company's letterhead, in the reader's language, as bytes; what PDF cannot write is put otherwise. */
export async function pdfOf(letterhead: Letterhead, document: PdfDocument, locale: Locale): Promise<Buffer> {
  const sheet = await newSheet(document.title, letterhead, locale);
  writeTop(sheet, letterhead, document);
  for (const part of document.parts) {
    if (part.kind === "facts") writeFacts(sheet, part);
    else if (part.kind === "table") await writeTable(sheet, part);
    else if (part.kind === "totals") writeTotals(sheet, part);
    else writeText(sheet, part);
  }
  return bytesOf(sheet, document.title, letterhead, locale);
}

/** A document as an answer that the browser shows itself; it is the reader's own and nobody keeps it. */
export async function pdfAnswer(
  name: string,
  letterhead: Letterhead,
  document: PdfDocument,
  locale: Locale,
): Promise<Response> {
  const plain = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\w.-]+/g, "-");
  return new Response(new Uint8Array(await pdfOf(letterhead, document, locale)), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `inline; filename="${plain}.pdf"`,
      "Cache-Control": "private, no-store",
    },
  });
}
