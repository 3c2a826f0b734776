import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { setPriority } from "node:os";
import { basename, dirname, join } from "node:path";
import { takeTurn } from "#db/turn.ts";

const manifests = ["package.json", "package-lock.json", "tsconfig.json"];

/** What is built: the site, and the processes that serve it, so that no compiler sits in their memory. */
interface Part {
  stamp: string;
  fingerprint(): string;
  build(): Promise<void>;
}

const parts: Part[] = [
  { stamp: join("build", "built-from"), fingerprint: fingerprintOfSite, build: buildSite },
  { stamp: join("build", "processes-built-from"), fingerprint: fingerprintOfProcesses, build: buildProcesses },
];

const isCurrent = ({ stamp, fingerprint }: Part): boolean =>
  existsSync(stamp) && readFileSync(stamp, "utf8") === fingerprint();

/** Whether everything is built from the sources as they are. */
export const isBuilt = (): boolean => parts.every(isCurrent);

/** Builds what a source has changed of since the last build; says whether it had to. */
export async function buildWhenChanged(): Promise<boolean> {
  const release = await takeTurn(join(".cache", "build.lock"));
  try {
    let hadTo = false;
    // Asked one after the other: building the site empties the whole folder, and the processes with it.
    for (const part of parts) {
      if (isCurrent(part)) continue;
      const from = part.fingerprint();
      await part.build();
      mkdirSync("build", { recursive: true });
      writeFileSync(part.stamp, from);
      hadTo = true;
    }
    return hadTo;
  } finally {
    release();
  }
}

function buildSite(): Promise<void> {
  const manifest = createRequire(import.meta.url).resolve("@remix-run/dev/package.json");
  return run(process.execPath, [join(dirname(manifest), "dist", "cli.js"), "vite:build", "--logLevel", "warn"]);
}

async function buildProcesses(): Promise<void> {
  const { build } = await import("vite");
  const entries = ["app/commands/start.ts", "app/commands/build.ts", "app/server/worker.ts"];
  await build({
    configFile: false,
    publicDir: false,
    logLevel: "warn",
    build: {
      ssr: true,
      outDir: join("build", "processes"),
      target: "node20",
      rollupOptions: { input: Object.fromEntries(entries.map((path) => [basename(path, ".ts"), path])) },
    },
  });
}

function fingerprintOfSite(): string {
  const folders = readdirSync("app").filter((name) => !["commands", "server"].includes(name));
  return fingerprintOf(
    [...folders.map((name) => join("app", name)), join("db", "schema"), "public"],
    [...databaseFiles(), "vite.config.ts", ...manifests],
  );
}

function fingerprintOfProcesses(): string {
  return fingerprintOf(
    ["app/commands", "app/server", "db/demo/payments"],
    ["app/environment.ts", "app/env.server.ts", ...databaseFiles(), ...manifests],
  );
}

function databaseFiles(): string[] {
  const names = readdirSync("db").filter((name) => name.endsWith(".ts"));
  return names.map((name) => join("db", name));
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
    // Whoever waits for data while this builds, a first start above all, goes first.
    const child = spawn(command, args, {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, NODE_ENV: "production", VITEST: "" },
    });
    if (child.pid) setPriority(child.pid, 19);
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
