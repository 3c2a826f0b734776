import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { takeTurn } from "#db/turn.ts";

const stamp = join("build", "built-from");

/** Builds the site when a source has changed since the last build; says whether it had to. */
export async function buildWhenChanged(): Promise<boolean> {
  const release = await takeTurn(join(".cache", "build.lock"));
  try {
    const fingerprint = fingerprintOfSite();
    if (existsSync(stamp) && readFileSync(stamp, "utf8") === fingerprint) return false;
    const manifest = createRequire(import.meta.url).resolve("@remix-run/dev/package.json");
    await run(process.execPath, [join(dirname(manifest), "dist", "cli.js"), "vite:build", "--logLevel", "warn"]);
    mkdirSync("build", { recursive: true });
    writeFileSync(stamp, fingerprint);
    return true;
  } finally {
    release();
  }
}

function fingerprintOfSite(): string {
  const folders = readdirSync("app").filter((name) => !["commands", "server"].includes(name));
  const databaseFiles = readdirSync("db").filter((name) => name.endsWith(".ts"));
  return fingerprintOf(
    [...folders.map((name) => join("app", name)), join("db", "schema"), "public"],
    [
      ...databaseFiles.map((name) => join("db", name)),
      "vite.config.ts",
      "package.json",
      "package-lock.json",
      "tsconfig.json",
    ],
  );
}

/** One short text that changes when any of these folders or files changes. */
export function fingerprintOf(folders: string[], files: string[] = []): string {
  const hash = createHash("sha256");
  const found = folders.flatMap((folder) => filesIn(folder));
  for (const path of [...found, ...files].sort()) if (existsSync(path)) hash.update(path).update(readFileSync(path));
  return hash.digest("hex");
}

function filesIn(path: string): string[] {
  if (!existsSync(path)) return [];
  try {
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return [path];
  }
}

function run(command: string, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = "";
    const child = spawn(command, args, {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, NODE_ENV: "production", VITEST: "" },
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (piece) => {
        said += piece;
      });
    }
    child.once("error", reject);
    child.once("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`The build failed:\n${said.split("  watchFiles:")[0]}`)),
    );
  });
}
