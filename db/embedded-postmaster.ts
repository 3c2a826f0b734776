import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { join } from "node:path";

/** What the running server wrote about itself. */
export type Postmaster = { pid: number; port: number; isReady: boolean };

const neverUsedPid = 2_147_483_000;

/** The server whose data is in this cluster, if one is alive; a pid that now belongs to another program does not count. */
export function postmasterOf(cluster: string): Postmaster | undefined {
  const path = join(cluster, "postmaster.pid");
  let lines: string[];
  try {
    lines = readFileSync(path, "utf8").split("\n");
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  if (!pid || !isPostgres(pid)) return undefined;
  return { pid, port: Number(lines[3]), isReady: lines[7]?.trim() === "ready" };
}

/**
 * After a crash the file names a dead server. When its pid has since been given to another program PostgreSQL would refuse to
 * start, so the pid is replaced; the rest of the file stays, because PostgreSQL finds its old backends by it.
 */
export function forgetStrangerIn(cluster: string): void {
  const path = join(cluster, "postmaster.pid");
  if (!existsSync(path)) return;
  const lines = readFileSync(path, "utf8").split("\n");
  const pid = Number(lines[0]);
  if (pid && pid !== neverUsedPid && isAlive(pid) && !isPostgres(pid)) {
    writeFileSync(path, [String(neverUsedPid), ...lines.slice(1)].join("\n"));
  }
}

/** Whether a process runs under this pid. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  return !isZombie(pid);
}

/** Whether something answers at this port of this machine. */
export function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: "127.0.0.1", port, timeout: 1000 });
    const say = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once("connect", () => say(true));
    socket.once("error", () => say(false));
    socket.once("timeout", () => say(false));
  });
}

/** A port of this machine nobody listens at. */
export function freePort(): Promise<number> {
  return new Promise((resolvePort, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const found = server.address();
      server.close(() => resolvePort(typeof found === "object" && found ? found.port : 0));
    });
  });
}

/** Notes that this process uses the server; the last one to leave turns it off. */
export function enter(home: string): void {
  mkdirSync(join(home, "holders"), { recursive: true });
  writeFileSync(join(home, "holders", String(process.pid)), "");
}

/** Notes that this process no longer uses the server, and tells whether anybody else does. */
export function leave(home: string): { isLast: boolean } {
  const folder = join(home, "holders");
  rmSync(join(folder, String(process.pid)), { force: true });
  const others = existsSync(folder) ? readdirSync(folder).map(Number) : [];
  const living = others.filter((pid) => {
    if (isAlive(pid)) return true;
    rmSync(join(folder, String(pid)), { force: true });
    return false;
  });
  return { isLast: living.length === 0 };
}

function isZombie(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2, stat.lastIndexOf(")") + 3) === "Z";
  } catch {
    return false;
  }
}

function isPostgres(pid: number): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform === "linux") {
    try {
      return readFileSync(`/proc/${pid}/comm`, "utf8").trim() === "postgres";
    } catch {
      return false;
    }
  }
  if (process.platform === "win32") return true;
  return spawnSync("ps", ["-p", String(pid), "-o", "comm="], { encoding: "utf8" }).stdout.includes("postgres");
}
