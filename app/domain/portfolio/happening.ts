/** What kind of thing happened with a customer. */
export const happeningKinds = [
  "visit",
  "call",
  "message",
  "email",
  "note",
  "task",
  "follow_up",
  "order",
  "return",
  "rated",
  "signed_in",
  "access_granted",
  "transferred",
] as const;
export type HappeningKind = (typeof happeningKinds)[number];

/** The sides of a customer's record. */
export const recordSides = [
  "overview",
  "products",
  "replenishment",
  "orders",
  "credit",
  "history",
  "details",
  "access",
] as const;
export type RecordSideName = (typeof recordSides)[number];
