import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { PdfPicture } from "./pdf-table.server.ts";

type Attributes = Record<string, string>;
type Shape = { name: string; of: Attributes };

interface Drawing {
  side: number;
  shapes: Shape[];
}

const kept = new Map<string, Promise<Drawing | null>>();

/** The shapes of one of the house's own drawings; null for any other file. */
function drawingIn(svg: string): Drawing | null {
  const side = Number(/viewBox="0 0 ([\d.]+) [\d.]+"/.exec(svg)?.[1]);
  if (!(side > 0)) return null;
  const shapes = [...svg.matchAll(/<(rect|circle|ellipse|path)\b([^>]*)>/g)].map((match) => ({
    name: match[1] ?? "",
    of: Object.fromEntries(
      [...(match[2] ?? "").matchAll(/([a-z-]+)="([^"]*)"/g)].map((pair) => [pair[1] ?? "", pair[2] ?? ""]),
    ),
  }));
  return { side, shapes };
}

function readDrawing(name: string): Promise<Drawing | null> {
  const known = kept.get(name);
  if (known) return known;
  const read = readFile(join(process.cwd(), "public", "pictures", name), "utf8").then(drawingIn, () => null);
  kept.set(name, read);
  return read;
}

function outline(pen: PDFKit.PDFDocument, { name, of }: Shape): void {
  const at = (key: string): number => Number(of[key] ?? 0);
  if (name === "circle") pen.circle(at("cx"), at("cy"), at("r"));
  else if (name === "ellipse") pen.ellipse(at("cx"), at("cy"), at("rx"), at("ry"));
  else if (name === "path") pen.path(of.d ?? "");
  else if (at("rx") > 0) pen.roundedRect(at("x"), at("y"), at("width"), at("height"), at("rx"));
  else pen.rect(at("x"), at("y"), at("width"), at("height"));
}

function draw(
  pen: PDFKit.PDFDocument,
  { side, shapes }: Drawing,
  square: { x: number; y: number; size: number },
): void {
  pen.save();
  pen.translate(square.x, square.y).scale(square.size / side);
  for (const shape of shapes) {
    const { fill = "#000000", stroke, opacity = "1" } = shape.of;
    pen.save();
    pen.opacity(Number(opacity));
    outline(pen, shape);
    if (stroke) {
      pen
        .lineWidth(Number(shape.of["stroke-width"] ?? 1))
        .lineCap(shape.of["stroke-linecap"] === "round" ? "round" : "butt");
      const [dash, space] = (shape.of["stroke-dasharray"] ?? "").split(/[ ,]+/).map(Number);
      if (dash) pen.dash(dash, { space: space ?? dash });
    }
    if (fill === "none") pen.stroke(stroke ?? "#000000");
    else if (stroke) pen.fillAndStroke(fill, stroke);
    else pen.fill(fill);
    pen.restore();
  }
  pen.restore();
}

/** The pictures of products that a PDF can draw: the house's own drawings. Any other stays a quiet square. */
export async function pdfPictures(addresses: Iterable<string | null>): Promise<(address: string | null) => PdfPicture> {
  const drawings = new Map<string, Drawing | null>();
  for (const address of new Set(addresses)) {
    const name = /^\/pictures\/([\w-]+\.svg)$/.exec(address ?? "")?.[1];
    if (address && name) drawings.set(address, await readDrawing(name));
  }
  return (address) => (pen, square) => {
    const drawing = address === null ? null : drawings.get(address);
    if (drawing) draw(pen, drawing, square);
    else pen.rect(square.x, square.y, square.size, square.size).fill("#f3f3f0");
  };
}
