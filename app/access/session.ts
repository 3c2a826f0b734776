import type { CartSummary } from "#app/domain/carts/cart-summary.ts";
import type { CreditSummary } from "#app/domain/credit/credit-summary.ts";
import type { TermsPrice } from "#app/domain/customers/payment-terms.ts";
import type { Locale } from "#app/words/locale.ts";
import type { StaffRole } from "./permissions.ts";

/** Buyers stay signed in for long, staff for a working day. */
export type SessionKind = "buyer" | "staff";

const hour = 3_600_000;

/** How long a session lasts without use, and at the very most. */
export const sessionLengths: Record<SessionKind, { idleMilliseconds: number; absoluteMilliseconds: number }> = {
  buyer: { idleMilliseconds: 30 * 24 * hour, absoluteMilliseconds: 90 * 24 * hour },
  staff: { idleMilliseconds: 8 * hour, absoluteMilliseconds: 30 * 24 * hour },
};

/** What the browser said about itself when a session began, for the list of devices. */
export interface Device {
  userAgent: string | null;
  address: string | null;
}

/** What a session is opened with. */
export interface SessionStart extends Device {
  kind: SessionKind;
  /** The customer a member of staff acts as from now on. */
  actingCustomerId: number | null;
}

export type BuyerRole = "orders" | "approves" | "views";

/** The person behind a session. */
export interface SessionUser {
  id: number;
  name: string;
  email: string;
  role: "buyer" | StaffRole;
  buyerRole: BuyerRole | null;
  /** Null: the person has not chosen and gets the browser's language. */
  locale: Locale | null;
}

/** The customer a buyer belongs to, or a member of staff acts as, as far as every page needs it. */
export interface SessionCustomer {
  id: number;
  code: string;
  tradeName: string;
  legalName: string;
  uf: string | null;
  groupId: number | null;
  priceTableId: number | null;
  repId: number | null;
  accessGrantedAt: Date | null;
  /** The payment terms prices are shown for: those of the open cart, else the usual ones; null where none are offered. */
  terms: TermsPrice | null;
}

/** A session with everybody in it, read by one query. */
export interface SessionHolder {
  session: {
    id: string;
    expiresAt: Date;
    absoluteExpiresAt: Date;
    lastSeenAt: Date;
    actingCustomerId: number | null;
  };
  user: SessionUser;
  customer: SessionCustomer | null;
  /** Whether a code is asked for beside the password. */
  hasSecondFactor: boolean;
  /** Their open cart with that customer. */
  cart: CartSummary;
  /** How many orders of colleagues wait for this person's approval. */
  approvalsWaiting: number;
  credit: CreditSummary;
}

/** Keeps sessions: the token stays with the browser, the house only knows its hash. Any implementation passes the same contract tests. */
export interface SessionKeeper {
  /** Opens a session and gives the token, once. */
  start(userId: number, start: SessionStart, at: Date): Promise<string>;
  /** Who holds this token; null when it is unknown, over, or its person is disabled. */
  holderOf(token: string, at: Date): Promise<SessionHolder | null>;
  end(sessionId: string): Promise<void>;
  endAllOf(userId: number): Promise<void>;
}

/** Which side a role works on. */
export const kindOf = (role: SessionUser["role"]): SessionKind => (role === "buyer" ? "buyer" : "staff");
