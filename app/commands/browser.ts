import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { homedir, platform } from "node:os";
import { join, resolve } from "node:path";
import { Misuse } from "./session.ts";

/** How browsers are started in tests: nothing that calls home, nothing that needs a screen. */
export const browserFlags = [
  "--no-sandbox",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
  "--disable-gpu",
];

/** A Chromium that runs on this machine: one that is here, else one that can be fetched. Fails with what to install. */
export async function findBrowser(): Promise<string> {
  const here = [process.env.CHROMIUM_PATH, ...playwrightsOwn(), ...onThisMachine()].find(runs);
  if (here) return here;
  console.log("No browser here; getting one …");
  const packed = await unpacked();
  if (packed) return packed;
  spawnSync("npx", ["playwright", "install", "chromium", "--only-shell"], { stdio: "inherit", timeout: 300_000 });
  const fetched = playwrightsOwn().find(runs);
  if (fetched) return fetched;
  if (process.getuid?.() === 0 && existsSync("/etc/debian_version")) {
    spawnSync("apt-get", ["update"], { stdio: "inherit" });
    spawnSync("apt-get", ["install", "--yes", "--no-install-recommends", "chromium"], { stdio: "inherit" });
    const installed = onThisMachine().find(runs);
    if (installed) return installed;
  }
  throw new Misuse(
    "The browser journeys need Chromium or Chrome. Install one (Debian: apt-get install chromium), or set CHROMIUM_PATH to one.",
  );
}

function runs(path: string | undefined): path is string {
  if (!path) return false;
  return spawnSync(path, ["--version"], { stdio: "ignore", timeout: 20_000 }).status === 0;
}

function playwrightsOwn(): string[] {
  const caches: Partial<Record<NodeJS.Platform, string>> = {
    linux: join(homedir(), ".cache", "ms-playwright"),
    darwin: join(homedir(), "Library", "Caches", "ms-playwright"),
    win32: join(homedir(), "AppData", "Local", "ms-playwright"),
  };
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH || caches[platform()];
  if (!cache || !existsSync(cache)) return [];
  const names =
    /(^|[\\/])(chrome|headless_shell|chrome-headless-shell|Chromium|chrome\.exe|chrome-headless-shell\.exe)$/;
  return readdirSync(cache)
    .filter((folder) => folder.startsWith("chromium"))
    .sort()
    .reverse()
    .flatMap((folder) =>
      readdirSync(join(cache, folder), { recursive: true, encoding: "utf8" }).map((file) => join(cache, folder, file)),
    )
    .filter((file) => names.test(file));
}

function onThisMachine(): string[] {
  const named = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge", "microsoft-edge"];
  const found = named.flatMap((name) => {
    const path = spawnSync(platform() === "win32" ? "where" : "which", [name], { encoding: "utf8" }).stdout?.split(
      "\n",
    )[0];
    return path ? [path.trim()] : [];
  });
  const usual = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
  ];
  return [...found, ...usual.filter((path) => existsSync(path))];
}

/** The Chromium that npm brought along, for Linux without any; it unpacks itself into a folder of ours. */
async function unpacked(): Promise<string | undefined> {
  if (platform() !== "linux" || process.arch !== "x64") return undefined;
  const before = { TMPDIR: process.env.TMPDIR, AWS_EXECUTION_ENV: process.env.AWS_EXECUTION_ENV };
  const folder = resolve(".cache", "chromium");
  mkdirSync(folder, { recursive: true });
  // The package unpacks the libraries Chromium needs only where it believes to be in a bare container.
  Object.assign(process.env, { TMPDIR: folder, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" });
  try {
    const { default: chromium } = await import("@sparticuz/chromium");
    const path = await chromium.executablePath();
    if (process.env.LD_LIBRARY_PATH === undefined) process.env.LD_LIBRARY_PATH = join(folder, "al2023", "lib");
    return runs(path) ? path : undefined;
  } catch {
    return undefined;
  } finally {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}
