/** A stretch of a long list: rows, how many there are in all, and where we are. */
export interface Page<Row> {
  rows: Row[];
  total: number;
  page: number;
  pageSize: number;
}

/** The rows to skip for a page numbered from 1. */
export const offsetOf = (page: number, pageSize: number): number => (Math.max(1, page) - 1) * pageSize;

/** So many options a filter offers of what there may be hundreds of; the others are found by their name. */
export const mostOffered = 60;

/** What a filter offers of a list: its beginning, and whatever is chosen. */
export const offeredOf = <Row>(rows: readonly Row[], isChosen: (row: Row) => boolean): Row[] =>
  rows.filter((row, at) => at < mostOffered || isChosen(row));
