import { queueMail } from "#app/domain/audit/outbox.server.ts";
import { settingsAsOf } from "#app/domain/customers/settings.server.ts";
import { env } from "#app/env.server.ts";
import { paths } from "#app/paths.ts";
import { formatMoment } from "#app/words/days.ts";
import { type Locale, wordsOf } from "#app/words/locale.ts";
import { mailWords } from "#app/words/mails.ts";
import type { Tx } from "#db/connection.server.ts";
import { accountWith } from "./accounts.server.ts";
import { newLink } from "./links.server.ts";

/** Somebody the house writes to. */
export interface Reader {
  id: number;
  name: string;
  email: string;
  locale: Locale | null;
}

const inTheirWords = (reader: { locale: Locale | null }) => wordsOf(mailWords, reader.locale ?? "pt-BR");
const companyAt = async (at: Date, tx?: Tx) => (await settingsAsOf(at, tx)).companyName;

/** Invites somebody who has an account to choose their password; earlier invitations stop working. */
export async function sendInvitation(reader: Reader, at: Date, tx: Tx): Promise<void> {
  const secret = await newLink(reader.id, "invitation", at, tx);
  const w = inTheirWords(reader);
  const company = await companyAt(at, tx);
  const text = w.invitationText(reader.name, company, env.APP_URL + paths.invite(secret));
  await queueMail({ to: reader.email, subject: w.invitationSubject(company), text }, at, tx);
}

/** Sends a link for another password to the account of an e-mail; where there is none, or it is disabled, nothing happens. */
export async function sendPasswordLink(email: string, at: Date): Promise<void> {
  const account = await accountWith(email);
  if (!account || account.isDisabled) return;
  const secret = await newLink(account.id, "password_reset", at);
  const w = inTheirWords(account);
  const text = w.resetText(account.name, env.APP_URL + paths.resetPassword(secret));
  await queueMail({ to: account.email, subject: w.resetSubject(await companyAt(at)), text }, at);
}

/** Tells somebody what happened to their second factor, in case it was not them. */
export async function tellAboutCodes(
  reader: Reader,
  what: keyof (typeof mailWords)["pt-BR"]["codes"],
  at: Date,
  tx: Tx,
): Promise<void> {
  const w = inTheirWords(reader);
  const company = await companyAt(at, tx);
  const text = w.codesText(reader.name, w.codes[what](company), env.APP_URL + paths.forgotPassword());
  await queueMail({ to: reader.email, subject: w.codesSubject(company), text }, at, tx);
}

/** Tells somebody that their sign-in was used from a device the house has not seen, in case it was not them. */
export async function tellNewDevice(
  reader: Reader,
  device: { shown: { browser: string; system: string } | null; address: string | null },
  at: Date,
): Promise<void> {
  const w = inTheirWords(reader);
  const company = await companyAt(at);
  const text = w.newDeviceText(reader.name, {
    device: device.shown ? w.deviceNamed(device.shown.browser, device.shown.system) : w.deviceUnknown,
    address: device.address ?? "",
    moment: formatMoment(at, reader.locale ?? "pt-BR"),
    link: env.APP_URL + paths.forgotPassword(),
  });
  await queueMail({ to: reader.email, subject: w.newDeviceSubject(company), text }, at);
}

/** Sends a link to the e-mail somebody wants to sign in with, to confirm that it is theirs. */
export async function sendEmailLink(reader: Reader, email: string, at: Date): Promise<void> {
  const secret = await newLink(reader.id, "email_change", at, undefined, email);
  const w = inTheirWords(reader);
  const text = w.emailText(reader.name, env.APP_URL + paths.confirmEmail(secret));
  await queueMail({ to: email, subject: w.emailSubject(await companyAt(at)), text }, at);
}

/** Tells somebody, where they were reached so far, that they sign in with another e-mail now. */
export async function tellEmailChanged(reader: Reader, email: string, at: Date, tx: Tx): Promise<void> {
  const w = inTheirWords(reader);
  const text = w.emailChangedText(reader.name, email);
  await queueMail({ to: reader.email, subject: w.emailChangedSubject(await companyAt(at, tx)), text }, at, tx);
}

/** Tells somebody that their password was changed, in case it was not them. */
export async function tellPasswordChanged(reader: Omit<Reader, "id">, at: Date): Promise<void> {
  const w = inTheirWords(reader);
  const text = w.passwordChangedText(reader.name, env.APP_URL + paths.forgotPassword());
  await queueMail({ to: reader.email, subject: w.passwordChangedSubject(await companyAt(at)), text }, at);
}
