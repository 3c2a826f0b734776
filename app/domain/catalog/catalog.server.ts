import { sql } from "#db/connection.server.ts";

/** A category or supplier a buyer can walk along, with how many products stand there. */
export interface Aisle {
  key: string;
  name: string;
  picture: string | null;
  count: number;
}

/** The shop's aisles under the choice made: categories of the supplier, suppliers of the category, and how many products are left. */
export interface Aisles {
  categories: Aisle[];
  suppliers: Aisle[];
  total: number;
}

interface Shelf {
  category: string | null;
  categoryName: string | null;
  picture: string | null;
  supplier: string | null;
  supplierName: string | null;
  count: number;
}

interface Kept {
  shelves: Promise<Shelf[]>;
  /** What was made of them, by the choice asked for. */
  aisles: Map<string, Aisles>;
  until: number;
}

const keptMilliseconds = 5_000;
const choicesKept = 200;
let kept: Kept | null = null;

/** Every pair of category and supplier with its number of products, kept some seconds: it is asked on every page of the shop. */
function shelves(): Kept {
  if (kept && performance.now() < kept.until) return kept;
  const asked = sql<Shelf[]>`
    select c.slug as category, c.name as "categoryName", c.picture, s.code as supplier, s.name as "supplierName", n.count
    from (select category_id, supplier_id, count(*)::int as count from products where is_active group by 1, 2) n
    left join categories c on c.id = n.category_id
    left join suppliers s on s.id = n.supplier_id
    order by c.position, c.name, s.name`.then((rows) => [...rows]);
  kept = { shelves: asked, aisles: new Map(), until: performance.now() + keptMilliseconds };
  asked.catch(() => {
    kept = null;
  });
  return kept;
}

/** Counts anew at the next question; called when products change. */
export function forgetAisles(): void {
  kept = null;
}

function gathered(rows: Shelf[], key: "category" | "supplier"): Aisle[] {
  const found = new Map<string, Aisle>();
  for (const row of rows) {
    const slug = row[key];
    if (slug === null) continue;
    const aisle = found.get(slug);
    if (aisle) aisle.count += row.count;
    else {
      const isCategory = key === "category";
      found.set(slug, {
        key: slug,
        name: (isCategory ? row.categoryName : row.supplierName) ?? slug,
        picture: isCategory ? row.picture : null,
        count: row.count,
      });
    }
  }
  return [...found.values()];
}

/** Where a buyer can go from here, counting only products that are sold. */
export async function aislesOf({
  category,
  supplier,
}: {
  category: string | null;
  supplier: string | null;
}): Promise<Aisles> {
  const { shelves: asked, aisles } = shelves();
  const choice = JSON.stringify([category, supplier]);
  const known = aisles.get(choice);
  if (known) return known;
  const all = await asked;
  const inCategory = category === null ? all : all.filter((row) => row.category === category);
  const ofSupplier = supplier === null ? all : all.filter((row) => row.supplier === supplier);
  const both = inCategory.filter((row) => ofSupplier.includes(row));
  const found = {
    categories: gathered(ofSupplier, "category"),
    suppliers: gathered(inCategory, "supplier").sort((a, b) => a.name.localeCompare(b.name, "pt-BR")),
    total: both.reduce((sum, row) => sum + row.count, 0),
  };
  if (aisles.size < choicesKept) aisles.set(choice, found);
  return found;
}
