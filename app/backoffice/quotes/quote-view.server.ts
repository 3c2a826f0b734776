import type { StaffSession } from "#app/access/doors.server.ts";
import { twoDecimals } from "#app/backoffice/settings/two-decimals.ts";
import { settingsAsOf } from "#app/domain/customers/settings.server.ts";
import { mostDiscountOf, suggestionFor, termsOfTheHouse } from "#app/domain/quotes/answering.server.ts";
import type { QuoteState } from "#app/domain/quotes/quote.ts";
import type { QuoteSheet } from "#app/domain/quotes/quote-sheet.server.ts";
import { ownAddress } from "#app/http/own-address.server.ts";
import { paths } from "#app/paths.ts";
import { formatDay } from "#app/words/days.ts";
import { isLocale, type Locale, wordsOf } from "#app/words/locale.ts";
import { officeQuoteWords } from "#app/words/quotes-office.ts";
import type { AnswerChoices } from "./answer-card.tsx";

/** What somebody of the house can choose when they answer; the customer's usual terms stand first. */
export async function choicesFor(
  { scope }: StaffSession,
  sheet: QuoteSheet,
  at: Date,
  locale: Locale,
): Promise<AnswerChoices> {
  const [terms, most, suggestion] = await Promise.all([
    termsOfTheHouse(),
    mostDiscountOf(scope, at),
    suggestionFor(sheet, at),
  ]);
  return {
    terms,
    usualTermsId: suggestion.termsId,
    freight: twoDecimals(suggestion.freightCents, locale),
    validUntil: suggestion.validUntil,
    mostDiscount: most,
  };
}

/** The text that tells the buyer of an open answer, in their language; null when there is none. */
export async function tellText(sheet: QuoteSheet, state: QuoteState, at: Date): Promise<string | null> {
  if (state !== "answered" || sheet.validUntil === null) return null;
  const { companyName } = await settingsAsOf(at);
  const locale = isLocale(sheet.reader.locale) ? sheet.reader.locale : "pt-BR";
  const [first = ""] = sheet.reader.name.split(" ");
  const buyer = sheet.isAskedByStaff ? sheet.reader.name : first;
  const until = formatDay(sheet.validUntil, locale);
  return wordsOf(officeQuoteWords, locale).whatsApp(
    buyer,
    sheet.number,
    companyName,
    until,
    ownAddress(paths.quote(sheet.number)),
  );
}
