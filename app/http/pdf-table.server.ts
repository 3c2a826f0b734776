import { setImmediate as breathe } from "node:timers/promises";
import {
  drawRule,
  grounds,
  leading,
  linesIn,
  makeRoom,
  type Sheet,
  type Type,
  turnPage,
  types,
  widthIn,
  writeLine,
  writeLines,
} from "./pdf-sheet.server.ts";

/** A column of a table in a document; the widths are shares of the page's. */
export interface PdfColumn {
  head: string;
  width: number;
  /** Numbers stand on the right. */
  isNumber?: boolean;
}

/** What stands in a cell: a text, with smaller notes below it where there are any. */
export type PdfCell = string | { text: string; notes?: readonly string[]; isStrong?: boolean };

/** Draws a picture into a square of the page. */
export type PdfPicture = (pen: PDFKit.PDFDocument, square: { x: number; y: number; size: number }) => void;

/** A row of cells, or the head of a group of rows; a row may begin with a picture. */
export type PdfRow = { cells: readonly PdfCell[]; picture?: PdfPicture } | { group: string };

/** A table that goes on on the next page, its head repeated. */
export interface PdfTable {
  kind: "table";
  columns: readonly PdfColumn[];
  rows: Iterable<PdfRow>;
}

const gap = 8;
const padding = 3.5;
const pictureSize = 30;
/** More lines than this of one cell are given up, so that a row always fits a page. */
const mostLines = 14;
const rowsInOneGo = 20;

interface Block {
  lines: string[];
  type: Type;
}

interface Place {
  x: number;
  width: number;
  isNumber: boolean;
}

/** Where each column stands; the first gives room to the pictures, if rows have any. */
function placesOf(sheet: Sheet, columns: readonly PdfColumn[], indent: number): Place[] {
  const room = sheet.width - 2 * gap - indent - gap * (columns.length - 1);
  const whole = columns.reduce((sum, column) => sum + column.width, 0);
  let x = sheet.left + gap + indent;
  return columns.map((column) => {
    const width = (room * column.width) / whole;
    const place = { x, width, isNumber: column.isNumber ?? false };
    x += width + gap;
    return place;
  });
}

function blocksOf(sheet: Sheet, cell: PdfCell, width: number): Block[] {
  const { text, notes = [], isStrong = false } = typeof cell === "string" ? { text: cell } : cell;
  const type = isStrong ? types.strong : types.body;
  const blocks: Block[] = [{ lines: linesIn(sheet, text, type, width, mostLines), type }];
  for (const note of notes)
    blocks.push({ lines: linesIn(sheet, note, types.small, width, mostLines), type: types.small });
  return blocks;
}

const heightOf = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, { lines, type }) => sum + lines.length * leading(type), 0);

function writeBlocks(sheet: Sheet, blocks: readonly Block[], place: Place, from: number): void {
  let y = from;
  for (const { lines, type } of blocks) {
    writeLines(sheet, lines, type, { x: place.x, y, toRight: place.isNumber ? place.x + place.width : undefined });
    y += lines.length * leading(type);
  }
}

function writeHead(sheet: Sheet, columns: readonly PdfColumn[], places: readonly Place[]): void {
  const cells = columns.map((column, at) => linesIn(sheet, column.head, types.head, places[at]?.width ?? 0, 2));
  const height = Math.max(...cells.map((lines) => lines.length)) * leading(types.head);
  cells.forEach((lines, at) => {
    const place = places[at];
    if (place) writeBlocks(sheet, [{ lines, type: types.head }], place, sheet.y + padding);
  });
  sheet.y += height + 2 * padding;
  drawRule(sheet, sheet.y, sheet.accent, 1);
}

function writeGroup(sheet: Sheet, name: string): void {
  sheet.y += 8;
  writeLine(sheet, name, { ...types.heading, colour: sheet.accent }, { x: sheet.left + gap, y: sheet.y });
  sheet.y += leading(types.heading) + 3;
}

/** Writes a table row by row; a long one lets others have their turn in between, so that the house answers meanwhile. */
export async function writeTable(sheet: Sheet, { columns, rows }: PdfTable): Promise<void> {
  const all = [...rows];
  const hasPictures = all.some((row) => "cells" in row && row.picture !== undefined);
  const places = placesOf(sheet, columns, hasPictures ? pictureSize + gap : 0);
  const turned = () => {
    turnPage(sheet);
    writeHead(sheet, columns, places);
  };
  widthIn(sheet, types.body);
  makeRoom(sheet, 60);
  writeHead(sheet, columns, places);
  let isShaded = false;
  for (const [at, row] of all.entries()) {
    if (at > 0 && at % rowsInOneGo === 0) await breathe();
    if ("group" in row) {
      if (sheet.y + 70 > sheet.bottom) turned();
      writeGroup(sheet, row.group);
      isShaded = false;
      continue;
    }
    const blocks = row.cells.map((cell, index) => blocksOf(sheet, cell, places[index]?.width ?? 0));
    const least = row.picture ? pictureSize : 0;
    const height = Math.max(least, ...blocks.map(heightOf)) + 2 * padding;
    if (sheet.y + height > sheet.bottom) turned();
    if (isShaded) sheet.pen.rect(sheet.left, sheet.y, sheet.width, height).fill(grounds.zebra);
    row.picture?.(sheet.pen, { x: sheet.left + gap, y: sheet.y + padding, size: pictureSize });
    blocks.forEach((cell, index) => {
      const place = places[index];
      if (place) writeBlocks(sheet, cell, place, sheet.y + padding + 0.5);
    });
    sheet.y += height;
    isShaded = !isShaded;
  }
  drawRule(sheet, sheet.y);
  sheet.y += 10;
}
