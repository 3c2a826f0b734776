import { searchable } from "#app/domain/text.ts";
import { Chance } from "./chance.ts";
import { categoryNames, type Family } from "./families.ts";
import { suppliers } from "./suppliers.ts";

/** A product of the demo company, before it has a number. */
export interface DemoProduct {
  sku: string;
  ean: string;
  name: string;
  description: string;
  unit: string;
  pack: number;
  supplierCode: string;
  category: string;
  picture: string;
  /** General price in centavos. */
  cents: number;
  /** How often it is wanted, against the others. */
  favour: number;
  searchText: string;
}

const perSupplier = 70;
const tints = "abcde";

/** The check digit of an EAN-13: weights 1 and 3 in turn, filled up to the next ten (GS1). */
function eanOf(twelve: string): string {
  const sum = [...twelve].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return `${twelve}${(10 - (sum % 10)) % 10}`;
}

/** What a size says, in grams, millilitres or pieces; 0 when it says none. */
function sizeIn(variant: string): number {
  const found = /([\d,]+)\s*(kg|g|L|ml|un)\b/.exec(variant);
  if (!found) return 0;
  const amount = Number(found[1]!.replace(",", "."));
  return found[2] === "kg" || found[2] === "L" ? amount * 1000 : amount;
}

/** Twice the size costs a little less than twice; without sizes prices differ by a few per cent. */
function centsOf(family: Family, variant: string, chance: Chance): number {
  const [first, own] = [sizeIn(family.variants[0]!), sizeIn(variant)];
  const factor = first > 0 && own > 0 ? (own / first) ** 0.92 : chance.around(1, 0.08);
  return Math.max(99, Math.round((family.cents * factor) / 10) * 10 - 1);
}

function pictureOf(family: Family, index: number): string {
  const [shape = "box", tint = "a"] = family.picture.split("-");
  return `/pictures/${shape}-${tints[(tints.indexOf(tint) + index) % tints.length]}.svg`;
}

/** All 420 products, the same every time. */
export function demoProducts(): DemoProduct[] {
  return suppliers.flatMap((supplier, house) => {
    const chance = new Chance(supplier.code);
    const made = supplier.families.flatMap((family, shelf) =>
      family.variants.map((variant, index): DemoProduct => {
        const sku = `${supplier.code}-${1000 + shelf * 20 + index}`;
        const ean = eanOf(
          `789${String(100 + house)}${String(shelf * 20 + index).padStart(4, "0")}${house}0`.slice(0, 12),
        );
        const name = `${family.name} ${variant}`;
        const category = categoryNames.find(([slug]) => slug === family.category)![1];
        return {
          sku,
          ean,
          name,
          description: `${name}. Embalagem com ${family.pack} ${family.unit === "un" ? "unidades" : family.unit}.`,
          unit: family.unit,
          pack: family.pack,
          supplierCode: supplier.code,
          category: family.category,
          picture: pictureOf(family, index),
          cents: centsOf(family, variant, chance),
          favour: Math.round((index === 0 ? 6 : 2.5) * chance.around(1, 0.7) * (shelf < 6 ? 1.6 : 1) * 10) / 10,
          searchText: searchable(sku, ean, name, supplier.name, category),
        };
      }),
    );
    return made.slice(0, perSupplier);
  });
}
