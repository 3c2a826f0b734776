/** Who orders, for which customer, as the rooms of the domain need to know them. */
export interface Buyer {
  userId: number;
  customerId: number;
  /** The member of staff who acts in the customer's name; null when the buyer is at the keys. */
  actingUserId: number | null;
  /** False for a buyer who may only look. */
  mayOrder: boolean;
}

/** Whose customers a member of staff sees: a rep their own, everybody else (null) all. */
export interface Scope {
  userId: number;
  repId: number | null;
}
