import { newName, type Sent, said } from "./wire.ts";

/** A charge, as far as anybody here looks at it. */
export interface Charge {
  id: string;
  object: "charge";
  amount: number;
  amount_refunded: number;
  refunded: boolean;
  disputed: boolean;
  payment_intent: string;
}

/** The money of a payment: awaited, in, or given up. */
export interface Intent {
  id: string;
  object: "payment_intent";
  amount: number;
  amount_received: number;
  currency: string;
  status: "requires_action" | "processing" | "succeeded" | "canceled" | "requires_payment_method";
  metadata: Record<string, string>;
  next_action: object | null;
  latest_charge: string | null;
  session: string;
}

/** A page on which something is paid. */
export interface Session {
  id: string;
  object: "checkout.session";
  status: "open" | "complete" | "expired";
  payment_status: "paid" | "unpaid";
  mode: "payment";
  amount_total: number;
  currency: string;
  client_reference_id: string | null;
  customer_email: string | null;
  allowed_payment_method_types: string[];
  metadata: Record<string, string>;
  payment_intent: string | null;
  success_url: string;
  cancel_url: string;
  locale: string;
  expires_at: number;
  created: number;
  url: string | null;
  livemode: false;
  boletoDays: number;
  title: string;
}

export type Thing = Session | Intent | Charge;

const seconds = (at: Date) => Math.floor(at.getTime() / 1000);
const textsOf = (sent: Sent | string | undefined): Record<string, string> =>
  typeof sent === "object"
    ? Object.fromEntries(Object.entries(sent).filter((pair): pair is [string, string] => typeof pair[1] === "string"))
    : {};

/** What is wrong with the wish for a page; null when nothing is. */
export function wrongWith(sent: Sent, at: Date): string | null {
  const expiresAt = Number(said(sent, "expires_at"));
  const amount = Number(said(sent, "line_items", "0", "price_data", "unit_amount"));
  if (said(sent, "mode") !== "payment") return "Only mode=payment is known here.";
  if (!Number.isInteger(amount) || amount < 50) return "The amount must be at least R$0.50.";
  if (expiresAt < seconds(at) + 30 * 60) return "`expires_at` must be at least 30 minutes from now.";
  if (expiresAt > seconds(at) + 24 * 3600) return "`expires_at` must be within 24 hours.";
  return null;
}

/** Makes a page from what was wished. */
export function newSession(sent: Sent, pages: string, at: Date): Session {
  const id = newName("cs");
  const amount = Number(said(sent, "line_items", "0", "price_data", "unit_amount"));
  return {
    id,
    object: "checkout.session",
    status: "open",
    payment_status: "unpaid",
    mode: "payment",
    amount_total: amount * Number(said(sent, "line_items", "0", "quantity") ?? 1),
    currency: said(sent, "line_items", "0", "price_data", "currency") ?? "brl",
    client_reference_id: said(sent, "client_reference_id") ?? null,
    customer_email: said(sent, "customer_email") ?? null,
    allowed_payment_method_types: Object.values(textsOf(sent.allowed_payment_method_types)),
    metadata: textsOf(sent.metadata),
    payment_intent: null,
    success_url: said(sent, "success_url") ?? "",
    cancel_url: said(sent, "cancel_url") ?? "",
    locale: said(sent, "locale") ?? "pt-BR",
    expires_at: Number(said(sent, "expires_at")),
    created: seconds(at),
    url: `${pages}/pay/${id}`,
    livemode: false,
    boletoDays: Number(said(sent, "payment_method_options", "boleto", "expires_after_days") ?? 3),
    title: said(sent, "line_items", "0", "price_data", "product_data", "name") ?? "",
  };
}

/** The money of a page that is paid at once. */
export const paidIntent = (session: Session): Intent => ({ ...bareIntent(session), ...asPaid(session.amount_total) });

const asPaid = (amount: number) => ({
  status: "succeeded" as const,
  amount_received: amount,
  next_action: null,
});

/** The same money after it came in. */
export const settledIntent = (intent: Intent): Intent => ({ ...intent, ...asPaid(intent.amount) });

/** The money of a page that led to a boleto or a Pix code. */
export function awaitedIntent(session: Session, method: "boleto" | "pix", pages: string, at: Date): Intent {
  const bare = bareIntent(session);
  const seen = `${pages}/voucher/${bare.id}`;
  const day = new Date(at.getTime() - 3 * 3_600_000 + session.boletoDays * 86_400_000).toISOString().slice(0, 10);
  const next =
    method === "boleto"
      ? {
          type: "boleto_display_details",
          boleto_display_details: {
            expires_at: seconds(new Date(`${day}T23:59:59-03:00`)),
            hosted_voucher_url: seen,
            number: "01010101010101010101010101010101010101010101010",
            pdf: seen,
          },
        }
      : {
          type: "pix_display_qr_code",
          pix_display_qr_code: { expires_at: seconds(at) + 3600, hosted_instructions_url: seen, data: "teste" },
        };
  return { ...bare, next_action: next };
}

const bareIntent = (session: Session): Intent => ({
  id: newName("pi"),
  object: "payment_intent",
  amount: session.amount_total,
  amount_received: 0,
  currency: session.currency,
  status: "requires_action",
  metadata: session.metadata,
  next_action: null,
  latest_charge: null,
  session: session.id,
});

/** The charge behind money that came in. */
export const chargeOf = (intent: Intent): Charge => ({
  id: newName("ch"),
  object: "charge",
  amount: intent.amount,
  amount_refunded: 0,
  refunded: false,
  disputed: false,
  payment_intent: intent.id,
});
