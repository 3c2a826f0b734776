import { leastQuantity } from "#app/domain/catalog/quantity.ts";
import type { Day } from "#app/domain/period.ts";
import type { CatalogProduct, CatalogSheet } from "#app/domain/pricing/catalog-sheet.server.ts";
import { catalogSheetWords } from "#app/words/catalog-sheet.ts";
import { formatDay } from "#app/words/days.ts";
import { type Locale, wordsOf } from "#app/words/locale.ts";
import { formatNumber, formatUnitPrice } from "#app/words/numbers.ts";
import type { PdfDocument } from "./pdf.server.ts";
import { pdfPictures } from "./pdf-picture.server.ts";
import type { PdfRow } from "./pdf-table.server.ts";

type Shown = CatalogProduct & { unitPriceE4?: number | null };

/** A catalogue as a document, category by category with pictures; with prices where the products carry them. */
export async function catalogDocument(
  sheet: CatalogSheet<Shown>,
  made: { on: Day; of: readonly string[]; preparedFor: string | null; hasPrices: boolean },
  locale: Locale,
): Promise<PdfDocument> {
  const w = wordsOf(catalogSheetWords, locale);
  const { products, total } = sheet;
  const pictureOf = await pdfPictures(products.map(({ picture }) => picture));
  const rows: PdfRow[] = [];
  let category: string | null | undefined;
  for (const product of products) {
    if (product.category !== category) rows.push({ group: product.category ?? w.others });
    category = product.category;
    const price = product.unitPriceE4 ?? null;
    rows.push({
      picture: pictureOf(product.picture),
      cells: [
        { text: product.name, notes: [[product.sku, product.supplier].filter(Boolean).join(" · ")] },
        { text: product.unit, notes: packNotes(product, locale) },
        ...(made.hasPrices ? [price === null ? "–" : formatUnitPrice(price, locale)] : []),
      ],
    });
  }
  const isCut = total > products.length;
  return {
    title: w.title,
    lead: [made.preparedFor, formatDay(made.on, locale)].filter(Boolean).join(" · "),
    parts: [
      {
        kind: "facts",
        facts: [
          [w.choice, made.of.join(" · ") || w.everything],
          [w.howMany, w.products(formatNumber(products.length, locale), products.length === 1)],
        ],
      },
      ...(isCut
        ? [{ kind: "text" as const, text: w.cut(formatNumber(products.length, locale), formatNumber(total, locale)) }]
        : []),
      products.length === 0
        ? { kind: "text", text: w.nothing }
        : {
            kind: "table",
            columns: [
              { head: w.product, width: 6 },
              { head: w.sold, width: 2.6 },
              ...(made.hasPrices ? [{ head: w.yourPrice, width: 1.8, isNumber: true }] : []),
            ],
            rows,
          },
      ...(made.hasPrices ? [{ kind: "text" as const, text: w.pricesNote(formatDay(made.on, locale)) }] : []),
    ],
  };
}

function packNotes(product: CatalogProduct, locale: Locale): string[] {
  const w = wordsOf(catalogSheetWords, locale);
  const least = leastQuantity(product);
  return [
    ...(product.packMultiple > 1 ? [w.pack(formatNumber(product.packMultiple, locale))] : []),
    ...(least > product.packMultiple ? [w.least(formatNumber(least, locale))] : []),
  ];
}
