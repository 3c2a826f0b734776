import { z } from "zod";
import { cnpjFrom } from "#app/domain/cnpj.ts";
import { ufs } from "#app/domain/customers/customer.ts";
import { postalCodeFrom } from "#app/domain/customers/postal-code.ts";
import { centsOf, priceE4Of, scaledDecimal } from "#app/domain/money.ts";
import { isDay } from "#app/domain/period.ts";
import { problem } from "./form.ts";

/** Text that was sent at all; other complaints keep their own words. */
const given = () => z.string({ error: (issue) => (issue.code === "invalid_type" ? "required" : undefined) });

/** Text that must be there, trimmed. */
export const text = (most = 200) => given().trim().min(1, problem("required")).max(most);

/** A product's code as somebody names it; codes are kept in capitals. */
export const sku = text(60).transform((said) => said.toUpperCase());

/** Text that may be empty; empty and missing become null. */
export const optionalText = (most = 200) =>
  z
    .string()
    .trim()
    .max(most)
    .optional()
    .transform((said) => said || null);

/** A quantity a person typed: a whole number from 1 to 100,000. */
export const quantity = given()
  .trim()
  .regex(/^\d{1,9}$/, problem("notWhole"))
  .transform(Number)
  .pipe(z.number().int().min(1).max(100_000));

/** A whole number a person typed, within limits. */
export const whole = (least: number, most: number) =>
  given()
    .trim()
    .regex(/^-?\d{1,12}$/, problem("notWhole"))
    .transform(Number)
    .pipe(z.number().int().min(least).max(most));

/** A key of our own rows. */
export const rowId = given()
  .regex(/^\d{1,10}$/, problem("invalid"))
  .transform(Number)
  .pipe(z.number().int().min(1).max(2_147_483_647));

/** Turns a reader of decimals into a shape that refuses what it cannot read. */
function read(reader: (said: string) => number | null, otherwise: ReturnType<typeof problem>) {
  return given().transform((said, context) => {
    const value = said.trim() === "" ? null : reader(said);
    if (value === null) {
      context.addIssue({ code: "custom", message: said.trim() === "" ? "required" : otherwise.error });
      return z.NEVER;
    }
    return value;
  });
}

/** An amount typed in reais, with comma or point, as whole centavos. */
export const cents = read(centsOf, problem("notMoney")).pipe(z.number().int().min(0).max(100_000_000_000));

/** A unit price typed in reais with up to four decimals, as ten-thousandths. */
export const priceE4 = read(priceE4Of, problem("notMoney")).pipe(z.number().int().min(0).max(1_000_000_000_000));

/** A percentage typed by a person ("12,5") as basis points. */
export const basisPoints = read((said) => scaledDecimal(said.replace("%", ""), 2), problem("notANumber")).pipe(
  z.number().int().min(-10_000).max(1_000_000),
);

/** A day, from a date field or typed as 21/11/2026. */
export const day = given()
  .trim()
  .transform((said) => said.replace(/^(\d{2})\/(\d{2})\/(\d{4})$/, "$3-$2-$1"))
  .refine(isDay, problem("notADay"));

/** A ticked box is true; an unticked one is not sent and is false. */
export const ticked = z
  .string()
  .optional()
  .transform((said) => said !== undefined && said !== "" && said !== "false");

/** An e-mail address in lower case. */
export const email = given()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email(problem("notAnEmail")));

/** A CNPJ with or without its marks, as 14 characters. */
export const cnpj = given().transform((said, context) => {
  const plain = cnpjFrom(said);
  if (plain) return plain;
  context.addIssue({ code: "custom", message: said.trim() === "" ? "required" : "notACnpj" });
  return z.NEVER;
});

/** A CEP with or without its marks, as eight digits. */
export const postalCode = given().transform((said, context) => {
  const plain = postalCodeFrom(said);
  if (plain) return plain;
  context.addIssue({ code: "custom", message: said.trim() === "" ? "required" : "notAPostalCode" });
  return z.NEVER;
});

/** A state of Brazil. */
export const uf = z.enum(ufs);

/** The fields of an address, wherever one is typed. */
export const address = {
  postalCode,
  street: text(160),
  number: text(20),
  complement: optionalText(80),
  district: optionalText(80),
  city: text(100),
  uf,
};

/** Something optional: an empty field counts as not given and becomes null. */
export const maybe = <T extends z.ZodType>(shape: T) =>
  z
    .preprocess((said) => (said === "" ? undefined : said), shape.optional())
    .transform((said): z.output<T> | null => (said as z.output<T> | undefined) ?? null);
