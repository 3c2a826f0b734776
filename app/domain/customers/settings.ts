import type { Cents } from "#app/domain/money.ts";
import type { Day } from "#app/domain/period.ts";
import type { FreightRule } from "./freight.ts";

/** What the company decided about itself, as it counts at one moment. */
export interface CompanySettings {
  companyName: string;
  /** Address of the logo, kept in the house; null while there is none. */
  logo: string | null;
  /** Accent colour as `#rrggbb`. */
  accent: string;
  /** A sentence on top of the shop; empty for none. */
  bannerText: string;
  footerText: string;
  /** A sentence on the sign-in page; empty for none. */
  welcomeText: string;
  /** What the company says about delivery, exchanges and personal data, each on a page of its own; empty for none. */
  deliveryText: string;
  exchangeText: string;
  privacyText: string;
  /** Where buyers reach the company, as shown in the shop. */
  contactPhone: string;
  contactEmail: string;
  /** A customer silent for fewer days is active. */
  activeDays: number;
  /** From `activeDays` on, this many days more count as recently inactive. */
  recentlyInactiveDays: number;
  /** An agreement that ends within so many days is due for renewal. */
  renewalDueDays: number;
  /** A cart without the buyer's hand on it for so long is abandoned. */
  abandonedAfterHours: number;
  /** An abandoned cart that becomes an order within so many days is recovered. */
  recoveredWithinDays: number;
  visitMinutes: number;
  visitKilometres: number;
  callMinutes: number;
  hourCostCents: Cents;
  kilometreCostCents: Cents;
  marginBasisPoints: number;
  /** The least goods value of an order, where the customer has no own one. */
  minimumOrderCents: Cents;
  freight: FreightRule;
  /** Whether staff need a second factor to work here. */
  isSecondFactorRequired: boolean;
  /** Something overdue for more days than this holds a customer's credit; 0 holds never. */
  holdOverdueAfterDays: number;
  /** How long an answered quote is valid unless whoever answers says otherwise. */
  quoteValidDays: number;
  /** The most a rep may take off the list price of a quote's line; beyond it a manager answers. */
  mostQuoteDiscountBasisPoints: number;
}

export type SettingKey = keyof CompanySettings;

/** What counts where the company has said nothing. */
export const defaultSettings: CompanySettings = {
  companyName: "Carteira",
  logo: null,
  accent: "#1f5f4f",
  bannerText: "",
  footerText: "",
  welcomeText: "",
  deliveryText: "",
  exchangeText: "",
  privacyText: "",
  contactPhone: "",
  contactEmail: "",
  activeDays: 60,
  recentlyInactiveDays: 20,
  renewalDueDays: 60,
  abandonedAfterHours: 24,
  recoveredWithinDays: 14,
  visitMinutes: 45,
  visitKilometres: 20,
  callMinutes: 10,
  hourCostCents: 4500,
  kilometreCostCents: 120,
  marginBasisPoints: 2500,
  minimumOrderCents: 0,
  freight: { kind: "free" },
  isSecondFactorRequired: false,
  holdOverdueAfterDays: 0,
  quoteValidDays: 7,
  mostQuoteDiscountBasisPoints: 1000,
};

/** The texts of the company that have a page of their own. */
export const aboutTexts = ["delivery", "exchange", "privacy"] as const;
export type AboutText = (typeof aboutTexts)[number];

/** What the company says about something; empty where it says nothing. */
export const aboutTextOf = (settings: CompanySettings, text: AboutText): string => settings[`${text}Text`].trim();

/** The texts there is something to read in. */
export const aboutTextsIn = (settings: CompanySettings): AboutText[] =>
  aboutTexts.filter((text) => aboutTextOf(settings, text) !== "");

/** The settings that move numbers: they take effect from a day and their history is shown. */
export const datedSettings = [
  "activeDays",
  "recentlyInactiveDays",
  "renewalDueDays",
  "abandonedAfterHours",
  "recoveredWithinDays",
  "visitMinutes",
  "visitKilometres",
  "callMinutes",
  "hourCostCents",
  "kilometreCostCents",
  "marginBasisPoints",
  "holdOverdueAfterDays",
] as const satisfies readonly SettingKey[];

export type DatedSetting = (typeof datedSettings)[number];

/** One decision about one setting: from when it counts, what it said before, who took it. */
export interface SettingDecision {
  key: DatedSetting;
  fromOn: Day;
  value: number;
  before: number;
  changedBy: string | null;
}
