import type { Locale } from "./locale.ts";

/** One Intl formatter for each language and shape; building them is slow and catalogue pages use hundreds. */
function keptFormat(options: Intl.NumberFormatOptions): Record<Locale, Intl.NumberFormat> {
  return { "pt-BR": new Intl.NumberFormat("pt-BR", options), en: new Intl.NumberFormat("en", options) };
}

const money = keptFormat({ style: "currency", currency: "BRL", currencyDisplay: "symbol" });
const roundMoney = keptFormat({ style: "currency", currency: "BRL", maximumFractionDigits: 0 });
const shortMoney = keptFormat({
  style: "currency",
  currency: "BRL",
  notation: "compact",
  minimumFractionDigits: 0,
  maximumFractionDigits: 1,
});
const unitPrice = keptFormat({
  style: "currency",
  currency: "BRL",
  minimumFractionDigits: 2,
  maximumFractionDigits: 4,
});
const whole = keptFormat({ maximumFractionDigits: 0 });
const oneDecimal = keptFormat({ maximumFractionDigits: 1 });
const short = keptFormat({ notation: "compact", maximumFractionDigits: 1 });
const percent = keptFormat({ style: "percent", maximumFractionDigits: 1 });

/** Whole centavos as money: `R$ 1.234,56`. */
export function formatCents(cents: number, locale: Locale): string {
  return money[locale].format(cents / 100);
}

/** Whole centavos rounded to the real, for tiles and axes: `R$ 1.235`. */
export function formatReais(cents: number, locale: Locale): string {
  return roundMoney[locale].format(cents / 100);
}

/** Whole centavos in few characters, for chart labels: `R$ 1,2 mil`. */
export function formatShortCents(cents: number, locale: Locale): string {
  return shortMoney[locale].format(cents / 100);
}

/** A unit price in ten-thousandths of a real with two to four decimals: `R$ 12,3456`. */
export function formatUnitPrice(e4: number, locale: Locale): string {
  return unitPrice[locale].format(e4 / 10_000);
}

/** A whole number with its thousands: `1.234`. */
export function formatNumber(value: number, locale: Locale): string {
  return whole[locale].format(value);
}

/** A number with at most one decimal: `21,5`. */
export function formatDecimal(value: number, locale: Locale): string {
  return oneDecimal[locale].format(value);
}

/** A number in few characters: `1,2 mil`. */
export function formatShortNumber(value: number, locale: Locale): string {
  return short[locale].format(value);
}

/** A ratio (0.125) as `12,5%`. */
export function formatPercent(ratio: number, locale: Locale): string {
  return percent[locale].format(ratio);
}

/** Basis points (1250) as `12,5%`. */
export function formatBasisPoints(basisPoints: number, locale: Locale): string {
  return percent[locale].format(basisPoints / 10_000);
}

/** How a number may be counted and said: the unit decides the words around it. */
export type Unit = "number" | "cents" | "unitPrice" | "ratio" | "days" | "hours" | "customers" | "orders" | "decimal";

const unitNouns: Record<Locale, Partial<Record<Unit, [string, string]>>> = {
  "pt-BR": {
    days: ["dia", "dias"],
    hours: ["hora", "horas"],
    customers: ["cliente", "clientes"],
    orders: ["pedido", "pedidos"],
  },
  en: {
    days: ["day", "days"],
    hours: ["hour", "hours"],
    customers: ["customer", "customers"],
    orders: ["order", "orders"],
  },
};

/** A value said in its unit: money, percent, `21 dias`, `1.234 clientes`. */
export function formatByUnit(value: number, unit: Unit, locale: Locale): string {
  if (unit === "cents") return formatCents(value, locale);
  if (unit === "unitPrice") return formatUnitPrice(value, locale);
  if (unit === "ratio") return formatPercent(value, locale);
  const noun = unitNouns[locale][unit];
  const said = formatDecimal(value, locale);
  return noun ? `${said} ${Math.abs(value) === 1 ? noun[0] : noun[1]}` : said;
}

/** A value in few characters for an axis or a label. */
export function formatShortByUnit(value: number, unit: Unit, locale: Locale): string {
  if (unit === "cents") return formatShortCents(value, locale);
  if (unit === "unitPrice") return formatUnitPrice(value, locale);
  if (unit === "ratio") return formatPercent(value, locale);
  return formatShortNumber(value, locale);
}
