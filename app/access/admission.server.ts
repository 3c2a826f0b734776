import { queueMail } from "#app/domain/audit/outbox.server.ts";
import { type WantedAccess, wishToDecide, writeDecision } from "#app/domain/customers/access-requests.server.ts";
import { addressesOf, firstLabel, registerWithAddress, saveAddress } from "#app/domain/customers/addresses.server.ts";
import type { Scope } from "#app/domain/customers/buyer.ts";
import { type CustomerDetails, unknownCustomer } from "#app/domain/customers/customer.ts";
import { customerOf, grantAccess } from "#app/domain/customers/customers.server.ts";
import { settingsAsOf } from "#app/domain/customers/settings.server.ts";
import { wordsOf } from "#app/words/locale.ts";
import { mailWords } from "#app/words/mails.ts";
import { type Tx, withTx } from "#db/connection.server.ts";
import { createAccount } from "./accounts.server.ts";
import { sendInvitation } from "./letters.server.ts";
import type { BuyerRole } from "./session.ts";

/** On which terms a new customer begins. */
export type FirstTerms = Pick<
  CustomerDetails,
  "tradeName" | "priceTableId" | "repId" | "groupId" | "creditLimitCents" | "paymentTermsIds"
>;

/** How staff let somebody in: as a buyer of a customer the house has, or of a new one with its table, rep and terms. */
export type Admission =
  | { kind: "existing"; customerId: number; buyerRole: BuyerRole }
  | { kind: "new"; terms: FirstTerms; buyerRole: BuyerRole };

/** The address a wish names; null where it is not whole. */
function addressIn({ postalCode, street, number, complement, district, city, uf }: WantedAccess) {
  return postalCode && street && number && city && uf
    ? { postalCode, street, number, complement, district, city, uf }
    : null;
}

async function registered(scope: Scope, wish: WantedAccess, terms: FirstTerms, at: Date, tx: Tx): Promise<number> {
  const { cnpj, legalName, uf, city, email, phone } = wish;
  const details = { ...unknownCustomer, cnpj, legalName, uf, city, email, phone, ...terms };
  return registerWithAddress(scope, details, addressIn(wish), at, tx);
}

async function known(scope: Scope, wish: WantedAccess, customerId: number, at: Date, tx: Tx): Promise<number> {
  const { id } = await customerOf(scope, customerId, tx);
  const address = addressIn(wish);
  if (address && (await addressesOf(id, tx)).length === 0) {
    await saveAddress(scope, id, null, { ...address, label: firstLabel, isDefault: true }, at, tx);
  }
  return id;
}

/**
 * Lets in who asked for access: their customer is found or registered with the address they gave, the shop opens to it, an account
 * is made and invited by mail, and the wish is answered: all of it or nothing. Gives the customer's id.
 */
export async function admit(scope: Scope, requestId: number, admission: Admission, at: Date): Promise<number> {
  return withTx(async (tx) => {
    const wish = await wishToDecide(requestId, tx);
    const customerId =
      admission.kind === "existing"
        ? await known(scope, wish, admission.customerId, at, tx)
        : await registered(scope, wish, admission.terms, at, tx);
    await grantAccess(scope, [customerId], true, at, tx);
    const { id } = await createAccount(
      {
        email: wish.email,
        name: wish.contactName,
        phone: wish.phone,
        role: "buyer",
        customerId,
        buyerRole: admission.buyerRole,
        byUserId: scope.userId,
      },
      at,
      tx,
    );
    await sendInvitation({ id, name: wish.contactName, email: wish.email, locale: null }, at, tx);
    await writeDecision(scope, requestId, { customerId, note: null }, at, tx);
    return customerId;
  });
}

/** Declines a wish for access and tells the person so, with the note if there is one. */
export async function decline(scope: Scope, requestId: number, note: string | null, at: Date): Promise<void> {
  await withTx(async (tx) => {
    const wish = await wishToDecide(requestId, tx);
    await writeDecision(scope, requestId, { customerId: null, note }, at, tx);
    const w = wordsOf(mailWords, "pt-BR");
    const { companyName } = await settingsAsOf(at, tx);
    const text = w.declinedText(wish.contactName, companyName, note ?? "");
    await queueMail({ to: wish.email, subject: w.declinedSubject(companyName), text }, at, tx);
  });
}
