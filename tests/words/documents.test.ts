import fc from "fast-check";
import { expect, test } from "vitest";
import type { Letterhead } from "#app/domain/customers/letterhead.server.ts";
import { type PdfDocument, pdfAnswer, pdfOf } from "#app/http/pdf.server.ts";
import { linesWithin, printable } from "#app/http/pdf-text.ts";
import { pagesOf } from "#tests/builders/pdf.ts";

const house: Letterhead = {
  company: "Distribuidora Água Clara",
  logo: null,
  accent: "#ffe600",
  contact: "(11) 4000-1234 · vendas@aguaclara.test",
};

const table = (count: number): PdfDocument => ({
  title: "Pedido 1000001",
  lead: "28/11/2026 14:05",
  parts: [
    {
      kind: "facts",
      facts: [
        ["Cliente", "Mercearia São João – Região"],
        ["Seu pedido", null],
        ["Entrega", "Rua das Flores, 10"],
      ],
    },
    {
      kind: "table",
      columns: [
        { head: "Produto", width: 5 },
        { head: "Quantidade", width: 2, isNumber: true },
      ],
      rows: Array.from({ length: count }, (_, at) => ({
        cells: [{ text: `Sabão em pó ${at + 1} • ação`, notes: [`SKU${at + 1}`] }, `${at + 1} cx`],
      })),
    },
    { kind: "totals", rows: [{ name: "Total", value: "R$\u00a01.234,56", isStrong: true }] },
    { kind: "text", title: "Observações", text: "Receber até as 16h.\nProcurar a Conceição." },
  ],
});

test("a document says in Portuguese what it was given, on as many pages as it needs, each with its number", async () => {
  const pages = pagesOf(await pdfOf(house, table(60), "pt-BR"));
  expect(pages.length).toBeGreaterThan(1);
  const whole = pages.join("\n");
  for (const said of [
    "Pedido 1000001",
    "Mercearia São João – Região",
    "Sabão em pó 60 • ação",
    "R$ 1.234,56",
    "Procurar a Conceição.",
  ])
    expect(whole).toContain(said);
  expect(whole).not.toContain("Seu pedido");
  pages.forEach((page, at) => {
    expect(page).toContain(`Página ${at + 1} de ${pages.length}`);
    expect(page).toContain("vendas@aguaclara.test");
    expect(page).toContain("Quantidade");
  });
});

test("every row stands in the document exactly once, however many there are", async () => {
  for (const count of [0, 1, 24, 25, 26, 200]) {
    const whole = pagesOf(await pdfOf(house, table(count), "en"))
      .join("\n")
      .split("\n");
    expect(whole.filter((line) => /^SKU\d+$/.test(line))).toEqual(
      Array.from({ length: count }, (_, at) => `SKU${at + 1}`),
    );
  }
});

test("the answer is shown in place, named plainly and kept by nobody", async () => {
  const answer = await pdfAnswer('Cotação nº 12/"3', house, table(1), "pt-BR");
  expect(answer.headers.get("content-type")).toBe("application/pdf");
  expect(answer.headers.get("content-disposition")).toBe('inline; filename="Cotacao-n-12-3.pdf"');
  expect(answer.headers.get("cache-control")).toBe("private, no-store");
  expect(
    Buffer.from(await answer.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe("%PDF-");
});

test("a damaged logo, or one of a kind PDF does not know, keeps nobody from the document: the name stands there", async () => {
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
  for (const logo of [
    { type: "image/png" as const, bytes: png },
    { type: "image/jpeg" as const, bytes: Buffer.from([0xff, 0xd8, 0xff, 0]) },
    { type: "image/webp" as const, bytes: Buffer.from("RIFF....WEBP") },
  ])
    expect(pagesOf(await pdfOf({ ...house, logo }, table(1), "pt-BR"))[0]).toContain("Distribuidora Água Clara");
});

test("characters no font here knows are put otherwise, and nothing breaks a document", async () => {
  expect(printable("Ação – “café” • R$\u202f1 € 5 − 3 Łódź ½ ✓ 日本")).toBe("Ação – “café” • R$ 1 € 5 – 3 ?ódz ½ ? ??");
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary", maxLength: 300 }), async (said) => {
      const document: PdfDocument = {
        title: said,
        lead: said,
        parts: [
          { kind: "facts", facts: [[said, said]] },
          { kind: "table", columns: [{ head: said, width: 1 }], rows: [{ group: said }, { cells: [said] }] },
          { kind: "totals", rows: [{ name: said, value: said }] },
          { kind: "text", title: said, text: said },
        ],
      };
      expect((await pdfOf(house, document, "pt-BR")).length).toBeGreaterThan(500);
    }),
    { numRuns: 30 },
  );
});

test("a text is cut into lines that fit, and nothing of it is lost", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme-ascii", maxLength: 200 }),
      fc.integer({ min: 1, max: 40 }),
      (said, width) => {
        const lines = linesWithin(said, width, (piece) => piece.length);
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
        expect(lines.join("").replace(/ /g, "")).toBe(said.replace(/ /g, ""));
      },
    ),
  );
});
