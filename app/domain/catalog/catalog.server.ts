import { Kept } from "#app/domain/kept.ts";
import { searchable } from "#app/domain/text.ts";
import { sql } from "#db/connection.server.ts";
import type { FacetCell } from "./facets.ts";
import { readingsOf } from "./searched.ts";
import { forgetVocabulary } from "./vocabulary.server.ts";

/** A category or supplier a buyer can walk along, with how many products stand there. */
export interface Aisle {
  id: number;
  key: string;
  name: string;
  picture: string | null;
  count: number;
}

/** The shop's aisles, and everything that is sold counted by category, supplier and whether it can be had. */
export interface Aisles {
  categories: Aisle[];
  suppliers: Aisle[];
  cells: FacetCell[];
}

/** True where the least that can be ordered of product `p` is there, with `st` as its stock. */
export const isInStock =
  "coalesce(st.on_hand - st.reserved, 0) >= (p.minimum_quantity + p.pack_multiple - 1) / p.pack_multiple * p.pack_multiple";

async function counted(): Promise<Aisles> {
  const [cells, categories, suppliers] = await Promise.all([
    sql<{ c: number | null; s: number | null; has: boolean; count: number }[]>`
      select p.category_id as c, p.supplier_id as s, ${sql.unsafe(isInStock)} as has, count(*)::int as count
      from products p left join stock st on st.product_id = p.id where p.is_active group by 1, 2, 3`,
    sql<Omit<Aisle, "count">[]>`select id, slug as key, name, picture from categories order by position, name`,
    sql<Omit<Aisle, "count">[]>`select id, code as key, name, null as picture from suppliers`,
  ]);
  const withCounts = (rows: readonly Omit<Aisle, "count">[], of: (cell: (typeof cells)[number]) => number | null) => {
    const counts = new Map<number | null, number>();
    for (const cell of cells) counts.set(of(cell), (counts.get(of(cell)) ?? 0) + cell.count);
    return rows.map((row) => ({ ...row, count: counts.get(row.id) ?? 0 })).filter((row) => row.count > 0);
  };
  return {
    cells: cells.map(({ c, s, has, count }) => [c, s, has, false, false, count]),
    categories: withCounts(categories, (cell) => cell.c),
    suppliers: withCounts(suppliers, (cell) => cell.s).sort((a, b) => a.name.localeCompare(b.name, "pt-BR")),
  };
}

const kept = new Kept(counted, { freshMs: 5_000, usableMs: 30_000 });

/** Where a buyer can go, counting only products that are sold; kept some seconds, for it is asked on every page of the shop. */
export const aisles = (): Promise<Aisles> => kept.now();

const mostNamed = 3;

/** Categories and suppliers whose name holds every word of a search, a few of each. */
export async function aislesNamed(
  q: string,
): Promise<Record<"categories" | "suppliers", { key: string; name: string }[]>> {
  const words = readingsOf(q);
  if (words.length === 0 || searchable(q).length < 2) return { categories: [], suppliers: [] };
  const isMeant = ({ name }: Aisle) =>
    words.every((ways) => ways.some((way) => ` ${searchable(name)}`.includes(` ${way}`)));
  const { categories, suppliers } = await aisles();
  const named = (all: Aisle[]) =>
    all
      .filter(isMeant)
      .slice(0, mostNamed)
      .map(({ key, name }) => ({ key, name }));
  return { categories: named(categories), suppliers: named(suppliers) };
}

/** Counts anew at the next question; called when products change. */
export function forgetAisles(): void {
  kept.forget();
  forgetVocabulary();
}
