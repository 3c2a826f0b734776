import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const running = new Set<ChildProcess>();

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    for (const child of running) child.kill(signal);
    process.exitCode = signal === "SIGINT" ? 130 : 143;
  });
}

/** Runs a tool that npm installed and says whether it was content. `isQuiet` shows what it says only when it was not. */
export function runTool(
  name: string,
  args: string[],
  options: { isQuiet?: boolean; env?: Record<string, string> } = {},
): Promise<boolean> {
  const script = scriptOf(name);
  return new Promise((resolve) => {
    let said = "";
    const child = spawn(process.execPath, [script, ...args], {
      stdio: options.isQuiet ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...options.env },
    });
    running.add(child);
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (piece) => {
        said += piece;
      });
    }
    child.once("exit", (code) => {
      running.delete(child);
      if (code !== 0) process.stdout.write(said);
      resolve(code === 0);
    });
  });
}

/** Formats, lints and types at once; names each and says how many of them found fault. */
export async function checkSources(): Promise<number> {
  const checks = [
    { name: "Format and lint", done: runTool("biome", ["check", "--error-on-warnings"], { isQuiet: true }) },
    { name: "Types", done: runTool("tsc", ["--noEmit", "-p", "."], { isQuiet: true }) },
  ];
  let failed = 0;
  for (const check of checks) {
    const isGood = await check.done;
    console.log(`${isGood ? "✓" : "✗"} ${check.name}`);
    if (!isGood) failed++;
  }
  return failed;
}

function scriptOf(name: string): string {
  const known: Record<string, string> = {
    biome: "@biomejs/biome/bin/biome",
    tsc: "typescript/bin/tsc",
    vitest: "vitest/vitest.mjs",
    playwright: "@playwright/test/cli.js",
  };
  const path = join("node_modules", known[name] ?? name);
  if (!existsSync(path)) throw new Error(`${name} is not installed.`);
  return path;
}
