/** How many days a link may live. */
export const shareDays = [7, 30, 90] as const;

/** What a member of staff wants to show: a name for the list, a category and a supplier or all, and for how long. */
export interface ShareWish {
  name: string;
  /** Slug; null for all. */
  category: string | null;
  /** Code; null for all. */
  supplier: string | null;
  days: number;
}

/** A link as the office lists it; the address itself is known to nobody any more. */
export interface ShareLink {
  id: number;
  name: string;
  category: string | null;
  supplier: string | null;
  madeBy: string;
  createdAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
  views: number;
  lastViewedAt: Date | null;
}

/** What a link shows to whoever holds it. */
export interface SharedChoice {
  category: { key: string; name: string } | null;
  supplier: { key: string; name: string } | null;
}

/** How a link stands at a moment. */
export function shareLinkStateOf(
  { revokedAt, expiresAt }: Pick<ShareLink, "revokedAt" | "expiresAt">,
  asOf: Date,
): "open" | "expired" | "revoked" {
  if (revokedAt) return "revoked";
  return expiresAt <= asOf ? "expired" : "open";
}
