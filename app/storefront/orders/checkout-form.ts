import { z } from "zod";
import { paymentMethods } from "#app/domain/payments/payment.ts";
import { type ReadForm, readForm, type Typed } from "#app/http/form.ts";
import { address, maybe, optionalText, rowId, text, ticked } from "#app/http/shapes.ts";
import { addressFields } from "#app/kit/address-fields.tsx";

const typedAddress = Object.fromEntries(addressFields.map((name) => [name, z.string().max(200).optional()])) as Record<
  (typeof addressFields)[number],
  z.ZodOptional<z.ZodString>
>;

/** A press that names the terms it chooses, whatever is marked among them. */
const choosing = z
  .string()
  .regex(/^choose:\d{1,9}$/)
  .transform((said) => ({ termsId: Number(said.slice("choose:".length)) }));

/**
 * The whole checkout is one form, so that nothing typed in one part is lost by acting in another. `enter` is the Enter key: it
 * does what the field it was pressed in is for.
 */
export const checkoutForm = z.object({
  act: z.enum(["enter", "place", "address", "deliver", "choose", "terms", "ask", "tellRep"]).or(choosing),
  /** Said by the page while the cart is above the buyer's limit: Enter asks for approval then. */
  isForApproval: ticked,
  why: optionalText(500),
  addressId: maybe(rowId),
  payment: z.enum(["account", ...paymentMethods]).default("account"),
  paymentTermsId: maybe(rowId),
  poNumber: optionalText(60),
  notes: optionalText(1000),
  termsWanted: optionalText(200),
  shownHash: z.string().regex(/^[0-9a-f]{64}$/),
  idempotencyKey: text(80),
  ...typedAddress,
});

export type CheckoutWish = z.output<typeof checkoutForm>;

const newAddress = z.object({ label: text(60), ...address });

export type NewAddress = z.output<typeof newAddress>;

/** What was really meant: Enter in a new address saves it, Enter in the wanted terms sends them, anywhere else it orders or asks for approval. */
export function actMeant(wish: CheckoutWish): "place" | "address" | "deliver" | "choose" | "terms" | "ask" | "tellRep" {
  if (typeof wish.act === "object") return "choose";
  if (wish.act !== "enter") return wish.act;
  if (wish.street?.trim() || wish.postalCode?.trim()) return "address";
  if (wish.termsWanted) return "terms";
  return wish.isForApproval ? "ask" : "place";
}

/** The terms that were chosen, by a press or by a mark. */
export const termsChosen = ({ act, paymentTermsId }: CheckoutWish): number | null =>
  typeof act === "object" ? act.termsId : paymentTermsId;

/** The new address out of the form, with what is wrong in it beside each field. */
export function newAddressOf(typed: Typed): ReadForm<NewAddress> {
  const form = new FormData();
  for (const name of addressFields) form.set(name, String(typed[name] ?? ""));
  const read = readForm(form, newAddress);
  return { ...read, typed };
}
