import { z } from "zod";
import { ufs } from "#app/domain/customers/customer.ts";
import { freightElsewhere } from "#app/domain/customers/freight.ts";
import { problem } from "#app/http/form.ts";
import { basisPoints, cents, day, email, maybe, optionalText, text, ticked, whole } from "#app/http/shapes.ts";

const said = (most: number) => optionalText(most).transform((words) => words ?? "");

const selling = z
  .strictObject({
    act: z.literal("selling"),
    minimumOrderCents: cents,
    freightKind: z.enum(["free", "fixed", "by_uf"]),
    freightCents: maybe(cents),
    freeOverCents: maybe(cents),
    freightElsewhere: z.enum(freightElsewhere).default("charged"),
    rates: z
      .partialRecord(z.enum(ufs), z.strictObject({ cents: maybe(cents), freeOverCents: maybe(cents) }))
      .default({}),
  })
  .superRefine(({ freightKind, freightElsewhere, freightCents, rates }, context) => {
    // An amount left empty would send everything for nothing; who means that chooses it, or types 0.
    const missing = (...path: string[]) => context.addIssue({ code: "custom", path, message: "required" });
    const isCharged = freightKind === "fixed" || (freightKind === "by_uf" && freightElsewhere === "charged");
    if (isCharged && freightCents === null) missing("freightCents");
    for (const [uf, rate] of Object.entries(freightKind === "by_uf" ? rates : {})) {
      if (rate?.cents === null && rate.freeOverCents !== null) missing("rates", uf, "cents");
    }
  });

/** What each form of the settings hands in. */
export const settingsForms = z.discriminatedUnion("act", [
  z.strictObject({
    act: z.literal("brand"),
    companyName: text(80),
    accent: z
      .string()
      .regex(/^#[0-9a-f]{6}$/i, problem("invalid"))
      .transform((hex) => hex.toLowerCase()),
    bannerText: said(200),
    footerText: said(1000),
    welcomeText: said(300),
    deliveryText: said(8000),
    exchangeText: said(8000),
    privacyText: said(8000),
    contactPhone: said(40),
    contactEmail: maybe(email).transform((address) => address ?? ""),
  }),
  z.strictObject({
    act: z.literal("logo"),
    logo: z.instanceof(Blob).refine((file) => file.size > 0, problem("required")),
  }),
  z.strictObject({ act: z.literal("removeLogo") }),
  z.strictObject({
    act: z.literal("portfolio"),
    activeDays: whole(1, 730),
    recentlyInactiveDays: whole(1, 730),
    renewalDueDays: whole(1, 365),
    abandonedAfterHours: whole(1, 720),
    recoveredWithinDays: whole(1, 90),
    fromOn: day,
  }),
  z.strictObject({
    act: z.literal("costs"),
    visitMinutes: whole(0, 600),
    visitKilometres: whole(0, 1000),
    callMinutes: whole(0, 240),
    hourCostCents: cents,
    kilometreCostCents: cents,
    marginBasisPoints: basisPoints.pipe(z.number().min(0).max(10_000)),
    fromOn: day,
  }),
  z.strictObject({ act: z.literal("access"), isSecondFactorRequired: ticked }),
  z.strictObject({ act: z.literal("credit"), holdOverdueAfterDays: whole(0, 365), fromOn: day }),
  selling,
  z.strictObject({
    act: z.literal("quotes"),
    quoteValidDays: whole(1, 180),
    mostQuoteDiscountBasisPoints: basisPoints.pipe(z.number().min(0).max(10_000)),
  }),
]);

export type SettingsForm = z.output<typeof settingsForms>;

/** The sides of the settings screen. */
export const settingsSides = ["brand", "portfolio", "costs", "selling", "quotes", "credit", "access"] as const;
