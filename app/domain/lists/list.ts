/** The most lists one person keeps, and the most products one list holds. */
export const mostLists = 50;
export const mostListLines = 300;

/** The most letters the name of a list has. */
export const longestListName = 60;

/** How long a list that was removed can be brought back, in days. */
export const keptRemovedDays = 30;

/** Which list: its number, or the favourites everybody has. */
export type ListKey = number | "favourites";

/** A list among the others. */
export interface ListSummary {
  id: number;
  /** Empty for favourites. */
  name: string;
  isFavourites: boolean;
  isShared: boolean;
  /** True for whoever made it. */
  isOwn: boolean;
  ownerName: string;
  lines: number;
  changedAt: Date;
}

/** The products in their new order, one of them a place further up or down; at the end of the way nothing moves. */
export function movedOne<T>(all: readonly T[], one: T, way: "up" | "down"): T[] {
  const from = all.indexOf(one);
  const to = from + (way === "up" ? -1 : 1);
  const moved = [...all];
  const [there, here] = [moved[to], moved[from]];
  if (from < 0 || there === undefined || here === undefined) return moved;
  moved[from] = there;
  moved[to] = here;
  return moved;
}

/** The name of a copy, never longer than a name may be: "Café da manhã (cópia)". */
export const nameOfCopy = (name: string, mark: string): string =>
  `${name.slice(0, longestListName - mark.length - 1).trimEnd()} ${mark}`;
