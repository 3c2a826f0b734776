/** Products that are alike in everything a shelf can be narrowed by, and how many they are. */
export type FacetCell = readonly [
  categoryId: number | null,
  supplierId: number | null,
  isInStock: boolean,
  isBought: boolean,
  isPromoted: boolean,
  count: number,
];

/** What was chosen: one of the categories, one of the suppliers (none chosen means any), and what must hold besides. */
export interface FacetChoice {
  categoryIds: readonly number[];
  supplierIds: readonly number[];
  isInStock: boolean;
  isBought: boolean;
  isPromoted: boolean;
}

/** How many products each further choice would leave; each facet is counted under the choices of all others, not its own. */
export interface FacetCounts {
  /** Under every choice: what the shelf shows. */
  total: number;
  /** Under none. */
  matched: number;
  categories: Map<number, number>;
  suppliers: Map<number, number>;
  inStock: number;
  bought: number;
  promoted: number;
}

const isChosen = (ids: readonly number[], id: number | null): boolean =>
  ids.length === 0 || (id !== null && ids.includes(id));

const add = (to: Map<number, number>, id: number | null, count: number): void => {
  if (id !== null) to.set(id, (to.get(id) ?? 0) + count);
};

/** Counts every facet from the cells of what was found. */
export function facetCounts(cells: readonly FacetCell[], choice: FacetChoice): FacetCounts {
  const counts: FacetCounts = {
    ...{ total: 0, matched: 0, inStock: 0, bought: 0, promoted: 0 },
    categories: new Map(),
    suppliers: new Map(),
  };
  for (const [categoryId, supplierId, isInStock, isBought, isPromoted, count] of cells) {
    const ofCategory = isChosen(choice.categoryIds, categoryId);
    const ofSupplier = isChosen(choice.supplierIds, supplierId);
    const ofStock = isInStock || !choice.isInStock;
    const ofBought = isBought || !choice.isBought;
    const ofPromoted = isPromoted || !choice.isPromoted;
    const ofOthers = ofStock && ofBought && ofPromoted;
    counts.matched += count;
    if (ofSupplier && ofOthers) add(counts.categories, categoryId, count);
    if (ofCategory && ofOthers) add(counts.suppliers, supplierId, count);
    if (!ofCategory || !ofSupplier) continue;
    if (ofOthers) counts.total += count;
    if (isInStock && ofBought && ofPromoted) counts.inStock += count;
    if (isBought && ofStock && ofPromoted) counts.bought += count;
    if (isPromoted && ofStock && ofBought) counts.promoted += count;
  }
  return counts;
}

const placeOf = ([categoryId, supplierId, isInStock]: FacetCell) => `${categoryId} ${supplierId} ${isInStock}`;

/** What the customer bought, and the rest of what is on promotion: the promoted ones they bought are among both, and counted once. */
export function withPromotedCells(bought: readonly FacetCell[], promoted: readonly FacetCell[]): FacetCell[] {
  const taken = new Map<string, number>();
  for (const cell of bought) if (cell[4]) taken.set(placeOf(cell), (taken.get(placeOf(cell)) ?? 0) + cell[5]);
  const rest = promoted.map((cell): FacetCell => {
    const [categoryId, supplierId, isInStock, , , count] = cell;
    return [categoryId, supplierId, isInStock, false, true, Math.max(0, count - (taken.get(placeOf(cell)) ?? 0))];
  });
  return [...bought, ...rest];
}

/**
 * All that is sold, as cells, when only what the customer bought or finds on promotion was counted for them: the rest of each
 * place on the shelf is neither.
 */
export function withOwnCells(all: readonly FacetCell[], own: readonly FacetCell[]): FacetCell[] {
  const taken = new Map<string, number>();
  for (const cell of own) taken.set(placeOf(cell), (taken.get(placeOf(cell)) ?? 0) + cell[5]);
  const rest = all.map((cell): FacetCell => {
    const [categoryId, supplierId, isInStock, , , count] = cell;
    return [categoryId, supplierId, isInStock, false, false, Math.max(0, count - (taken.get(placeOf(cell)) ?? 0))];
  });
  return [...rest, ...own];
}
