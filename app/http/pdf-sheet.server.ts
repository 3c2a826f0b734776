import type { Letterhead } from "#app/domain/customers/letterhead.server.ts";
import { brandTones } from "#app/kit/brand.ts";
import { documentWords } from "#app/words/documents.ts";
import { type Locale, wordsOf } from "#app/words/locale.ts";
import { linesWithin, printable } from "./pdf-text.ts";

/** How a piece of text is set: `size` in points. */
export interface Type {
  size: number;
  isBold?: boolean;
  colour: string;
}

const ink = "#1a1a18";
const muted = "#585853";

/** The few types every document is set in. */
export const types = {
  title: { size: 16, isBold: true, colour: ink },
  name: { size: 14, isBold: true, colour: ink },
  heading: { size: 10.5, isBold: true, colour: ink },
  strong: { size: 9, isBold: true, colour: ink },
  body: { size: 9, colour: ink },
  small: { size: 7.5, colour: muted },
  head: { size: 7.5, isBold: true, colour: muted },
} satisfies Record<string, Type>;

/** Colours of lines and grounds. */
export const grounds = { line: "#d8d8d3", zebra: "#f5f5f2" };

/** The height of a line of a type, in points. */
export const leading = (type: Type): number => type.size * 1.32;

const margin = 40;
const footRoom = 34;

/** A document being written: pages of A4 with one place to go on at. */
export interface Sheet {
  pen: PDFKit.PDFDocument;
  left: number;
  right: number;
  width: number;
  /** Where the next part begins. */
  y: number;
  /** Nothing is written below, but the foot. */
  bottom: number;
  accent: string;
}

/** Begins a document in a reader's language; its library is loaded with the first one, for most processes never write any. */
export async function newSheet(title: string, letterhead: Letterhead, locale: Locale): Promise<Sheet> {
  const { default: PDFDocument } = await import("pdfkit");
  const pen = new PDFDocument({
    size: "A4",
    margins: { top: margin, right: margin, bottom: 0, left: margin },
    bufferPages: true,
    lang: locale,
    displayTitle: true,
    info: { Title: title, Author: letterhead.company, Creator: letterhead.company, Producer: "Carteira" },
  });
  const { width, height } = pen.page;
  return {
    pen,
    left: margin,
    right: width - margin,
    width: width - 2 * margin,
    y: margin,
    bottom: height - margin - footRoom / 2,
    accent: brandTones(letterhead.accent)?.light ?? ink,
  };
}

/** Sets a type and says how wide a piece of text is in it. */
export function widthIn({ pen }: Sheet, type: Type): (piece: string) => number {
  pen.font(type.isBold ? "Helvetica-Bold" : "Helvetica").fontSize(type.size);
  return (piece) => pen.widthOfString(piece);
}

/** The lines a text takes up within a width. */
export const linesIn = (sheet: Sheet, text: string, type: Type, width: number, most?: number): string[] =>
  linesWithin(text, width, widthIn(sheet, type), most);

/** Writes lines one below the other from a place on; `toRight` is where they end, for numbers. */
export function writeLines(
  sheet: Sheet,
  lines: readonly string[],
  type: Type,
  at: { x: number; y: number; toRight?: number },
): void {
  const widthOf = widthIn(sheet, type);
  sheet.pen.fillColor(type.colour);
  lines.forEach((line, index) => {
    const x = at.toRight === undefined ? at.x : at.toRight - widthOf(line);
    sheet.pen.text(line, x, at.y + index * leading(type), { lineBreak: false });
  });
}

/** Writes one line, cut to the width. */
export function writeLine(
  sheet: Sheet,
  text: string,
  type: Type,
  at: { x: number; y: number; toRight?: number },
): void {
  const width = at.toRight === undefined ? sheet.right - at.x : at.toRight - sheet.left;
  writeLines(sheet, linesIn(sheet, text.replace(/\s*\n\s*/g, " "), type, width, 1), type, at);
}

/** Draws a thin line across the page. */
export function drawRule(sheet: Sheet, y: number, colour = grounds.line, thick = 0.5): void {
  sheet.pen.moveTo(sheet.left, y).lineTo(sheet.right, y).lineWidth(thick).strokeColor(colour).stroke();
}

/** Goes on on a new page. */
export function turnPage(sheet: Sheet): void {
  sheet.pen.addPage();
  sheet.y = margin;
}

/** Makes sure that so much room is left on this page, or turns it. */
export function makeRoom(sheet: Sheet, height: number): void {
  if (sheet.y + height > sheet.bottom) turnPage(sheet);
}

/** Writes the foot of every page, when all are known, and hands the document over as bytes. */
export async function bytesOf(sheet: Sheet, title: string, letterhead: Letterhead, locale: Locale): Promise<Buffer> {
  const { pen } = sheet;
  const pieces: Buffer[] = [];
  const whole = new Promise<void>((resolve, reject) => {
    pen.on("data", (piece: Buffer) => pieces.push(piece));
    pen.once("end", resolve);
    pen.once("error", reject);
  });
  const w = wordsOf(documentWords, locale);
  const { start, count } = pen.bufferedPageRange();
  const contact = printable([title, letterhead.company, letterhead.contact].filter(Boolean).join(" · "));
  for (let page = start; page < start + count; page++) {
    pen.switchToPage(page);
    const y = pen.page.height - margin;
    drawRule(sheet, y - 6);
    const pageOf = w.page(page - start + 1, count);
    const room = sheet.width - widthIn(sheet, types.small)(pageOf) - 12;
    writeLines(sheet, linesIn(sheet, contact, types.small, room, 1), types.small, { x: sheet.left, y });
    writeLine(sheet, pageOf, types.small, { x: 0, y, toRight: sheet.right });
  }
  pen.end();
  await whole;
  return Buffer.concat(pieces);
}
