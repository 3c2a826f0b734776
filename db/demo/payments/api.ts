import {
  awaitedIntent,
  type Charge,
  chargeOf,
  type Intent,
  newSession,
  paidIntent,
  type Session,
  settledIntent,
  type Thing,
  wrongWith,
} from "./things.ts";
import { type Answer, ApiFault, answerOf, type Call, listed, newName, type Sent, said } from "./wire.ts";

/** Everything the payment house knows, and how it writes and tells. */
export interface Books {
  sessions: Map<string, Session>;
  intents: Map<string, Intent>;
  charges: Map<string, Charge>;
  /** What was answered under each idempotency key; null while it is being answered. */
  replies: Map<string, { print: string; answer: Answer } | null>;
  pages: string;
  clock: () => Date;
  keep(thing: Thing): Promise<void>;
  tell(type: string, object: object): void;
}

/** Answers a question to the API. The same key gets the same answer again; with other words under it, a no. */
export async function answerApi(call: Call, books: Books): Promise<Answer> {
  if (call.method !== "POST" || call.key === null) return answered(call, books);
  const print = `${call.path} ${call.body}`;
  const known = books.replies.get(call.key);
  if (known === null) {
    const busy = new ApiFault(409, "idempotency_error", "Another request with this key is in progress.");
    return answerOf(busy);
  }
  if (known) {
    if (known.print === print) {
      return { ...known.answer, headers: { "idempotent-replayed": "true" } };
    }
    return answerOf(new ApiFault(400, "idempotency_error", "Keys can only be used with the same parameters."));
  }
  books.replies.set(call.key, null);
  const answer = await answered(call, books);
  books.replies.set(call.key, { print, answer });
  return answer;
}

async function answered(call: Call, books: Books): Promise<Answer> {
  try {
    return { status: 200, body: await bodyOf(call, books) };
  } catch (fault) {
    if (fault instanceof ApiFault) return answerOf(fault);
    throw fault;
  }
}

async function bodyOf({ method, path, sent, query }: Call, books: Books): Promise<object> {
  const [, , kind, ...rest] = path.split("/");
  const expanded = [...listed(query, "expand"), ...listed(sent, "expand")];
  if (kind === "payment_method_configurations") return { object: "list", data: [configuration], has_more: false };
  if (kind === "refunds" && method === "POST") return refund(sent, books);
  if (kind === "checkout" && rest[0] === "sessions") {
    if (method === "POST" && rest.length === 1) return shown(await opened(sent, books), expanded, books);
    const session = known(books.sessions, rest[1], "checkout.session");
    if (method === "POST" && rest[2] === "expire") return expireSession(session, books);
    if (method === "GET") return shown(session, expanded, books);
  }
  if (kind === "payment_intents") {
    const intent = known(books.intents, rest[0], "payment_intent");
    if (method === "POST" && rest[1] === "cancel") return cancelIntent(intent, books);
    if (method === "GET") {
      const charge = expanded.includes("latest_charge") && intent.latest_charge;
      return charge ? { ...intent, latest_charge: books.charges.get(charge) } : intent;
    }
  }
  throw new ApiFault(404, "invalid_request_error", `Unrecognized request URL (${method}: ${path}).`);
}

const isOn = { available: true, display_preference: { overridable: null, preference: "on", value: "on" } };
const configuration = {
  id: "pmc_test_carteira",
  object: "payment_method_configuration",
  active: true,
  is_default: true,
  ...{ card: isOn, boleto: isOn, pix: isOn },
};

function known<T>(things: Map<string, T>, id: string | undefined, kind: string): T {
  const thing = things.get(id ?? "");
  if (!thing) throw new ApiFault(404, "invalid_request_error", `No such ${kind}: '${id}'`, "resource_missing");
  return thing;
}

function shown(session: Session, expanded: string[], books: Books): object {
  const intent = session.payment_intent && books.intents.get(session.payment_intent);
  return expanded.includes("payment_intent") && intent ? { ...session, payment_intent: intent } : session;
}

async function opened(sent: Sent, books: Books): Promise<Session> {
  const wrong = wrongWith(sent, books.clock());
  if (wrong) throw new ApiFault(400, "invalid_request_error", wrong);
  const session = newSession(sent, books.pages, books.clock());
  await books.keep(session);
  return session;
}

/** Closes an open page, as its time or the shop wills. */
export async function expireSession(session: Session, books: Books): Promise<Session> {
  if (session.status !== "open") {
    throw new ApiFault(400, "invalid_request_error", "Only Checkout Sessions with a status of `open` can be expired.");
  }
  const expired: Session = { ...session, status: "expired", url: null };
  await books.keep(expired);
  books.tell("checkout.session.expired", expired);
  return expired;
}

async function cancelIntent(intent: Intent, books: Books): Promise<Intent> {
  if (intent.status !== "requires_action") {
    const message = `You cannot cancel this PaymentIntent because it has a status of ${intent.status}.`;
    throw new ApiFault(400, "invalid_request_error", message, "payment_intent_unexpected_state");
  }
  const cancelled: Intent = { ...intent, status: "canceled" };
  await books.keep(cancelled);
  return cancelled;
}

/** The page is paid at once, by card or Pix. */
export async function paySession(session: Session, books: Books): Promise<void> {
  const intent = paidIntent(session);
  await received(intent, books);
  const paid: Session = {
    ...session,
    status: "complete",
    payment_status: "paid",
    payment_intent: intent.id,
    url: null,
  };
  await books.keep(paid);
  books.tell("checkout.session.completed", paid);
}

/** The page leads to a boleto or a Pix code, which is paid later. */
export async function awaitSession(session: Session, method: "boleto" | "pix", books: Books): Promise<Intent> {
  const intent = awaitedIntent(session, method, books.pages, books.clock());
  await books.keep(intent);
  const awaited: Session = { ...session, status: "complete", payment_intent: intent.id, url: null };
  await books.keep(awaited);
  books.tell("checkout.session.completed", awaited);
  return intent;
}

async function received(intent: Intent, books: Books): Promise<void> {
  const charge = chargeOf(intent);
  await books.keep(charge);
  await books.keep({ ...settledIntent(intent), latest_charge: charge.id });
}

/** A boleto or Pix code that was waited for is paid, or its time is over. */
export async function settleIntent(intent: Intent, isPaid: boolean, books: Books): Promise<void> {
  const session = known(books.sessions, intent.session, "checkout.session");
  if (isPaid) await received(intent, books);
  else await books.keep({ ...intent, status: "requires_payment_method", next_action: null });
  const after: Session = { ...session, payment_status: isPaid ? "paid" : "unpaid" };
  await books.keep(after);
  books.tell(`checkout.session.async_payment_${isPaid ? "succeeded" : "failed"}`, after);
}

async function refund(sent: Sent, books: Books): Promise<object> {
  const intent = known(books.intents, said(sent, "payment_intent"), "payment_intent");
  const charge = books.charges.get(intent.latest_charge ?? "");
  if (!charge || charge.refunded) throw new ApiFault(400, "invalid_request_error", "Charge has already been refunded.");
  const refunded: Charge = { ...charge, amount_refunded: charge.amount, refunded: true };
  await books.keep(refunded);
  books.tell("charge.refunded", refunded);
  return { id: newName("re"), object: "refund", amount: charge.amount, payment_intent: intent.id, status: "succeeded" };
}

/** The payer's bank disputes money that came in. */
export async function disputeIntent(intent: Intent, books: Books): Promise<void> {
  const charge = known(books.charges, intent.latest_charge ?? undefined, "charge");
  const disputed: Charge = { ...charge, disputed: true };
  await books.keep(disputed);
  const dispute = { id: newName("dp"), object: "dispute", charge: charge.id, payment_intent: intent.id };
  books.tell("charge.dispute.created", dispute);
}
