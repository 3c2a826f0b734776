import { queueMail } from "#app/domain/audit/outbox.server.ts";
import { wishToDecide, writeDecision } from "#app/domain/customers/access-requests.server.ts";
import type { Scope } from "#app/domain/customers/buyer.ts";
import { unknownCustomer } from "#app/domain/customers/customer.ts";
import { customerOf, grantAccess, registerCustomer } from "#app/domain/customers/customers.server.ts";
import { settingsAsOf } from "#app/domain/customers/settings.server.ts";
import { wordsOf } from "#app/words/locale.ts";
import { mailWords } from "#app/words/mails.ts";
import { withTx } from "#db/connection.server.ts";
import { createAccount } from "./accounts.server.ts";
import { sendInvitation } from "./letters.server.ts";
import type { BuyerRole } from "./session.ts";

/** How staff let somebody in: as a buyer of a customer the house has, or of a new one with its table, rep and terms. */
export type Admission =
  | { kind: "existing"; customerId: number; buyerRole: BuyerRole }
  | {
      kind: "new";
      tradeName: string;
      priceTableId: number | null;
      repId: number | null;
      paymentTermsIds: number[];
      buyerRole: BuyerRole;
    };

/**
 * Lets in who asked for access: their customer is found or registered, the shop opens to it, an account is made and invited by
 * mail, and the wish is answered: all of it or nothing. Gives the customer's id.
 */
export async function admit(scope: Scope, requestId: number, admission: Admission, at: Date): Promise<number> {
  return withTx(async (tx) => {
    const wish = await wishToDecide(requestId, tx);
    const customerId =
      admission.kind === "existing"
        ? (await customerOf(scope, admission.customerId, tx)).id
        : await registerCustomer(
            scope,
            {
              ...unknownCustomer,
              cnpj: wish.cnpj,
              legalName: wish.legalName,
              tradeName: admission.tradeName,
              uf: wish.uf,
              city: wish.city,
              email: wish.email,
              phone: wish.phone,
              priceTableId: admission.priceTableId,
              repId: admission.repId,
              paymentTermsIds: admission.paymentTermsIds,
            },
            at,
            tx,
          );
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
