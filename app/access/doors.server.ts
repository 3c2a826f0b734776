import { redirect } from "@remix-run/node";
import type { CartSummary } from "#app/domain/carts/cart-summary.ts";
import type { CreditSummary } from "#app/domain/credit/credit-summary.ts";
import type { Buyer, Scope } from "#app/domain/customers/buyer.ts";
import { settingsAsOf } from "#app/domain/customers/settings.server.ts";
import { cameFrom } from "#app/http/answer.ts";
import { paths } from "#app/paths.ts";
import { noteArrival } from "./arrivals.server.ts";
import { tokenOf } from "./cookie.server.ts";
import { sessionKeeper } from "./lucia.server.ts";
import { isPermitted, type Permission, type StaffRole } from "./permissions.ts";
import type { SessionCustomer, SessionHolder, SessionUser } from "./session.ts";

/** Somebody who may use the shop: a buyer of the customer, or a member of staff acting as it. */
export interface BuyerSession {
  user: SessionUser;
  customer: SessionCustomer;
  /** The member of staff at the keys; null when the buyer is. */
  actingUser: { id: number; name: string } | null;
  mayOrder: boolean;
  buyer: Buyer;
  cart: CartSummary;
  /** How many orders of colleagues wait for this person's approval. */
  approvalsWaiting: number;
  credit: CreditSummary;
}

/** A member of staff, and whose customers they see. */
export interface StaffSession {
  user: SessionUser & { role: StaffRole };
  scope: Scope;
  /** The customer they act as in the shop at the moment. */
  actingAs: SessionCustomer | null;
}

const perRequest = new WeakMap<Request, Promise<SessionHolder | null>>();
const perPage = new Map<string, Promise<SessionHolder | null>>();
const pagesKept = 500;

/**
 * Who sends this request; null for strangers. Remix gives every loader of a page its own copy of the request, so copies are
 * recognised by the id the process gave it, and the database is asked once a page. After an action it is asked again.
 */
export function holderOf(request: Request): Promise<SessionHolder | null> {
  const known = perRequest.get(request);
  if (known) return known;
  const asked = holderOfPage(request);
  perRequest.set(request, asked);
  return asked;
}

async function holderOfPage(request: Request): Promise<SessionHolder | null> {
  const token = await tokenOf(request);
  if (!token) return null;
  const requestId = request.method === "GET" ? request.headers.get("x-carteira-request") : null;
  if (!requestId) return askedHolder(token);
  const page = `${requestId} ${token}`;
  const known = perPage.get(page);
  if (known) return known;
  const asked = askedHolder(token);
  perPage.set(page, asked);
  if (perPage.size > pagesKept) perPage.delete(perPage.keys().next().value ?? "");
  return asked;
}

async function askedHolder(token: string): Promise<SessionHolder | null> {
  const at = new Date();
  const held = await sessionKeeper.holderOf(token, at);
  if (held && mayBeInside(held)) {
    await noteArrival(held, at);
    return held;
  }
  return null;
}

/** A buyer is let in while the customer has access; a member of staff always. */
function mayBeInside(held: SessionHolder): boolean {
  return isStaff(held.user) || (held.customer?.accessGrantedAt ?? null) !== null;
}

/** Whether somebody works here. */
export function isStaff(user: SessionUser): user is SessionUser & { role: StaffRole } {
  return user.role !== "buyer";
}

/** Where somebody lands after signing in: a buyer in the shop, staff in the office. */
export const homeOf = (user: SessionUser): string => (isStaff(user) ? paths.office.morning() : paths.home());

/** Where somebody goes after signing in: where they wanted to, if that is on their side, else to their start. */
export function landingOf(user: SessionUser, wanted: string): string {
  const isOffice = /^\/office(\/|\?|$)/.test(wanted);
  return wanted !== "" && isOffice === isStaff(user) ? wanted : homeOf(user);
}

/**
 * Lets in who may use the shop. Strangers are sent to sign in and come back afterwards; staff who act as nobody are sent to
 * the office.
 */
export async function requireBuyer(request: Request): Promise<BuyerSession> {
  const held = (await holderOf(request)) ?? toSignIn(request);
  const { user, customer, cart, credit, approvalsWaiting } = held;
  if (!customer) throw redirect(paths.office.morning());
  await stopAtSecondFactor(request, held);
  const isActing = isStaff(user);
  const mayOrder = isActing || user.buyerRole !== "views";
  const actingUserId = isActing ? user.id : null;
  return {
    user,
    customer,
    actingUser: isActing ? { id: user.id, name: user.name } : null,
    mayOrder,
    buyer: { userId: user.id, customerId: customer.id, actingUserId, mayOrder },
    cart,
    approvalsWaiting,
    credit,
  };
}

/** Lets in staff who hold the permission. For a buyer the office does not exist (404); staff without it get a 403. */
export async function requireStaff(request: Request, permission: Permission): Promise<StaffSession> {
  const held = (await holderOf(request)) ?? toSignIn(request);
  const { user, customer } = held;
  if (!isStaff(user)) throw new Response(null, { status: 404 });
  await stopAtSecondFactor(request, held);
  if (!isPermitted(user.role, permission)) throw new Response(null, { status: 403 });
  return {
    user,
    scope: { userId: user.id, repId: user.role === "rep" ? user.id : null },
    actingAs: customer,
  };
}

/** Lets in everybody who is signed in, on either side, also who still has to set a second factor up. */
export async function requireAnyone(request: Request): Promise<SessionHolder> {
  return (await holderOf(request)) ?? toSignIn(request);
}

/** Whether this person must set a second factor up before anything else. */
export async function lacksSecondFactor(held: SessionHolder, at: Date): Promise<boolean> {
  return isStaff(held.user) && !held.hasSecondFactor && (await settingsAsOf(at)).isSecondFactorRequired;
}

/** Where the company requires a second factor, staff without one are led to set it up, and can do nothing until then. */
async function stopAtSecondFactor(request: Request, held: SessionHolder): Promise<void> {
  if (!(await lacksSecondFactor(held, new Date()))) return;
  if (request.method === "GET" || request.method === "HEAD") throw redirect(paths.secondFactor());
  throw new Response(null, { status: 403 });
}

function toSignIn(request: Request): never {
  const { pathname, search } = new URL(request.url);
  const back = request.method === "GET" ? `${pathname}${search}` : cameFrom(request, "");
  throw redirect(paths.signIn(back === paths.home() ? undefined : back));
}
