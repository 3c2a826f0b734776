import { db, type Tx } from "#db/connection.server.ts";
import { logoOf } from "./logo.server.ts";
import type { LogoType } from "./logo.ts";
import { settingsAsOf } from "./settings.server.ts";

/** What stands on every document the house hands out: who sells here, in its colour, and how to reach it. */
export interface Letterhead {
  company: string;
  logo: { type: LogoType; bytes: Buffer } | null;
  /** Accent colour as `#rrggbb`. */
  accent: string;
  /** Telephone and e-mail in one line; empty where the company named none. */
  contact: string;
}

const versionIn = (logo: string): string => logo.split("/").at(-1) ?? "";

/** The company's letterhead as it counts at a moment. */
export async function letterheadAsOf(asOf: Date, tx: Tx = db): Promise<Letterhead> {
  const { companyName, logo, accent, contactPhone, contactEmail } = await settingsAsOf(asOf, tx);
  return {
    company: companyName,
    logo: logo === null ? null : await logoOf(versionIn(logo), tx),
    accent,
    contact: [contactPhone, contactEmail].filter(Boolean).join(" · "),
  };
}
