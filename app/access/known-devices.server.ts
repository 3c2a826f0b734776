import { and, eq, lt, ne, sql } from "drizzle-orm";
import { db } from "#db/connection.server.ts";
import { knownDevices } from "#db/schema/index.ts";
import { deviceShown, networkOf } from "./device.ts";
import { tellNewDevice } from "./letters.server.ts";
import type { Device, SessionUser } from "./session.ts";
import { hashOf } from "./token.ts";

const keptDays = 180;

/**
 * Remembers where somebody signs in, and writes to them when it is neither the first place nor one seen before. Browser, system and
 * network count, so a newer version of a browser, or another number from the same provider, is no news.
 */
export async function noteDevice(user: SessionUser, device: Device, at: Date): Promise<void> {
  const shown = deviceShown(device.userAgent);
  const named = shown ? `${shown.browser} ${shown.system}` : (device.userAgent ?? "");
  const hash = hashOf(`${named} ${networkOf(device.address)}`);
  const [noted] = await db
    .insert(knownDevices)
    .values({ userId: user.id, hash, lastSeenAt: at })
    .onConflictDoUpdate({ target: [knownDevices.userId, knownDevices.hash], set: { lastSeenAt: at } })
    .returning({ isNew: sql<boolean>`xmax = 0` });
  if (!noted?.isNew) return;
  const [other] = await db
    .select({ hash: knownDevices.hash })
    .from(knownDevices)
    .where(and(eq(knownDevices.userId, user.id), ne(knownDevices.hash, hash)))
    .limit(1);
  if (other) await tellNewDevice(user, { ...device, shown }, at);
}

/** Forgets where people have not signed in for half a year. */
export async function forgetOldDevices(at: Date): Promise<void> {
  await db.delete(knownDevices).where(lt(knownDevices.lastSeenAt, new Date(at.getTime() - keptDays * 86_400_000)));
}
