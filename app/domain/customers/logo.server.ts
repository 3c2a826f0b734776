import { createHash } from "node:crypto";
import { and, desc, eq, sql } from "drizzle-orm";
import { Refusal } from "#app/domain/refusal.ts";
import { paths } from "#app/paths.ts";
import { db, type Tx, withTx } from "#db/connection.server.ts";
import { companySettings } from "#db/schema/index.ts";
import type { Scope } from "./buyer.ts";
import { type LogoType, logoMost, logoTypeOf } from "./logo.ts";
import { changeSettings } from "./settings.server.ts";

interface KeptLogo {
  version: string;
  type: LogoType;
  base64: string;
}

/** The logo of a version as it was handed in; null when there is none of it. */
export async function logoOf(version: string, tx: Tx = db): Promise<{ type: LogoType; bytes: Buffer } | null> {
  const [row] = await tx
    .select({ value: companySettings.value })
    .from(companySettings)
    .where(and(eq(companySettings.key, "logoFile"), sql`${companySettings.value} ->> 'version' = ${version}`))
    .orderBy(desc(companySettings.fromAt))
    .limit(1);
  const kept = row?.value as KeptLogo | undefined;
  return kept ? { type: kept.type, bytes: Buffer.from(kept.base64, "base64") } : null;
}

/** Puts a logo on the shop; only PNG, JPEG and WebP by their own bytes, at most 200 KB. Only the latest is kept. */
export async function changeLogo(scope: Scope, bytes: Uint8Array, at: Date, tx: Tx = db): Promise<void> {
  if (bytes.length > logoMost) throw new Refusal("file_too_large", { limit: `${logoMost / 1024} KB` });
  const type = logoTypeOf(bytes);
  if (!type) throw new Refusal("not_a_picture");
  const version = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
  const value: KeptLogo = { version, type, base64: Buffer.from(bytes).toString("base64") };
  await withTx(async (tx) => {
    await tx.delete(companySettings).where(eq(companySettings.key, "logoFile"));
    await tx.insert(companySettings).values({ key: "logoFile", fromAt: at, value, changedBy: scope.userId });
    await changeSettings(scope, { logo: paths.logo(version) }, { at }, tx);
  }, tx);
}

/** Takes the logo off; the shop shows the company's name again. */
export async function removeLogo(scope: Scope, at: Date, tx: Tx = db): Promise<void> {
  await withTx(async (tx) => {
    await tx.delete(companySettings).where(eq(companySettings.key, "logoFile"));
    await changeSettings(scope, { logo: null }, { at }, tx);
  }, tx);
}
