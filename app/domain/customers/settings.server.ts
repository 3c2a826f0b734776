import { sql } from "drizzle-orm";
import { recordAudit } from "#app/domain/audit/audit.server.ts";
import { Kept } from "#app/domain/kept.ts";
import { type Day, dayOf, startOf } from "#app/domain/period.ts";
import { db, isInTransaction, type Tx } from "#db/connection.server.ts";
import { companySettings, users } from "#db/schema/index.ts";
import type { Scope } from "./buyer.ts";
import {
  type CompanySettings,
  datedSettings,
  defaultSettings,
  type SettingDecision,
  type SettingKey,
} from "./settings.ts";

interface Decision {
  key: string;
  fromAt: Date;
  value: unknown;
}

const kept = new Kept(() => readDecisions(db), { freshMs: 3000, usableMs: 3000 });

const decisionsIn = (tx: Tx): Promise<Decision[]> => (isInTransaction(tx) ? readDecisions(tx) : kept.now());

/** Oldest first, without the logo's own bytes. */
function readDecisions(tx: Tx): Promise<Decision[]> {
  return tx
    .select({ key: companySettings.key, fromAt: companySettings.fromAt, value: companySettings.value })
    .from(companySettings)
    .where(sql`${companySettings.key} <> 'logoFile'`)
    .orderBy(companySettings.fromAt);
}

const isSetting = (key: string): key is SettingKey => Object.hasOwn(defaultSettings, key);

function settingsFrom(decisions: Decision[], asOf: Date): CompanySettings {
  const counting: Partial<Record<SettingKey, unknown>> = {};
  for (const { key, fromAt, value } of decisions) if (fromAt <= asOf && isSetting(key)) counting[key] = value;
  return { ...defaultSettings, ...(counting as Partial<CompanySettings>) };
}

/** The company's settings as they count at a moment; kept three seconds per process, so it may be asked by every request. */
export async function settingsAsOf(asOf: Date, tx: Tx = db): Promise<CompanySettings> {
  return settingsFrom(await decisionsIn(tx), asOf);
}

/**
 * Decides settings anew from `fromAt` on (now, or the first moment of a day); only what differs is written, each with its
 * trace in the audit. Whoever calls has asked for the permission `settings`.
 */
export async function changeSettings(
  scope: Scope,
  changes: Partial<CompanySettings>,
  { at, fromOn = null }: { at: Date; fromOn?: Day | null },
  tx: Tx = db,
): Promise<void> {
  const fromAt = fromOn === null || fromOn === dayOf(at) ? at : startOf(fromOn);
  const before = settingsFrom(await readDecisions(tx), fromAt);
  const changed = (Object.keys(changes) as SettingKey[]).filter(
    (key) => JSON.stringify(changes[key]) !== JSON.stringify(before[key]),
  );
  for (const key of changed) {
    // A JSON null, which is a value; SQL's own null would be none.
    const value = changes[key] ?? sql`'null'::jsonb`;
    await tx
      .insert(companySettings)
      .values({ key, fromAt, value, changedBy: scope.userId })
      .onConflictDoUpdate({
        target: [companySettings.key, companySettings.fromAt],
        set: { value, changedBy: scope.userId },
      });
    await recordAudit(
      {
        actorId: scope.userId,
        action: "settings_changed",
        subject: `setting ${key}`,
        before: { value: before[key] },
        after: { value: changes[key], fromOn: dayOf(fromAt) },
      },
      at,
      tx,
    );
  }
  kept.forget();
}

/** Every decision about the dated settings, newest first, with what counted before it and who took it. */
export async function decisionsAboutSettings(tx: Tx = db): Promise<SettingDecision[]> {
  const rows = await tx
    .select({
      key: companySettings.key,
      fromAt: companySettings.fromAt,
      value: companySettings.value,
      changedBy: users.name,
    })
    .from(companySettings)
    .leftJoin(users, sql`${users.id} = ${companySettings.changedBy}`)
    .where(sql`${companySettings.key} <> 'logoFile'`)
    .orderBy(companySettings.fromAt);
  const latest: Record<string, number> = {};
  const decisions: SettingDecision[] = [];
  for (const row of rows) {
    const key = datedSettings.find((dated) => dated === row.key);
    if (!key) continue;
    const value = Number(row.value);
    decisions.push({
      key,
      fromOn: dayOf(row.fromAt),
      value,
      before: latest[key] ?? defaultSettings[key],
      changedBy: row.changedBy,
    });
    latest[key] = value;
  }
  return decisions.reverse();
}
