/** A stretch of a long list: rows, how many there are in all, and where we are. */
export interface Page<Row> {
  rows: Row[];
  total: number;
  page: number;
  pageSize: number;
}

/** The rows to skip for a page numbered from 1. */
export const offsetOf = (page: number, pageSize: number): number => (Math.max(1, page) - 1) * pageSize;
