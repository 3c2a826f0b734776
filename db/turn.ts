import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { isAlive } from "./embedded-postmaster.ts";

/** Waits until no other process of this machine holds the lock file, and holds it; the lock of one that died is ignored. */
export async function takeTurn(lock: string): Promise<() => void> {
  mkdirSync(dirname(lock), { recursive: true });
  for (const startedAt = Date.now(); ; await pause(50)) {
    try {
      writeFileSync(lock, String(process.pid), { flag: "wx" });
      return () => rmSync(lock, { force: true });
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
    const holder = Number(existsSync(lock) ? readFileSync(lock, "utf8") : 0);
    const isStale = holder > 0 ? !isAlive(holder) : Date.now() - startedAt > 2000;
    if (isStale) rmSync(lock, { force: true });
    if (Date.now() - startedAt > 120_000)
      throw new Error(`Another process (${holder}) has held ${lock} for two minutes.`);
  }
}
