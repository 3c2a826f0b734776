import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const stamp = join("build", "built-from");

/** Builds the site when a source has changed since the last build; says whether it had to. */
export async function buildWhenChanged(): Promise<boolean> {
  const fingerprint = fingerprintOf(
    ["app", "db/schema", "db/connection.server.ts", "db/errors.ts", "public"],
    ["vite.config.ts", "package.json", "package-lock.json", "tsconfig.json"],
  );
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === fingerprint) return false;
  const remix = join(dirname(createRequire(import.meta.url).resolve("@remix-run/dev/package.json")), "dist", "cli.js");
  await run(process.execPath, [remix, "vite:build", "--logLevel", "warn"]);
  mkdirSync("build", { recursive: true });
  writeFileSync(stamp, fingerprint);
  return true;
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
      env: { ...process.env, NODE_ENV: "production" },
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (piece) => {
        said += piece;
      });
    }
    child.once("error", reject);
    child.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`The build failed:\n${said}`))));
  });
}
