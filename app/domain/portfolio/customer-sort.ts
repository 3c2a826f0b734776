/** What a list of customers may be sorted by, upwards or (minus in front) downwards. */
export const customerSorts = [
  "name",
  "-name",
  "value",
  "-value",
  "days",
  "-days",
  "rank",
  "-rank",
  "cycle",
  "-cycle",
] as const;
export type CustomerSort = (typeof customerSorts)[number];
